/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What OP_NVME asks, as admin commands: the pages of a drive, and the settings of its secondary controllers. */
#include "nvme_pages.h"
#include "vf_settings.h"
#include <endian.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* 5.24, Virtualization Management: the action, and what kind of resources. */
enum { ACT_OFFLINE = 7, ACT_ASSIGN = 8, ACT_ONLINE = 9 };
enum { FOR_QUEUES = 0, FOR_INTERRUPTS = 1 };

static int identify(struct nvme_door *door, struct nvme_page *page)
{
	struct nvme_command command = {
		.opcode = nvme_admin_identify,
		.nsid = page->nsid,
		.cdw10 = page->cns,
		.data = page->data,
		.length = NVME_PAGE,
	};

	memset(page->data, 0, sizeof(page->data));
	page->status = door->submit(door, &command);
	return page->status < 0 ? -page->status : 0;
}

/* Leaves it in `page`, for who goes on from it. */
static int ask(struct nvme_door *door, uint32_t cns, uint32_t nsid, struct nvme_page *page, struct text *out)
{
	int error;

	page->cns = cns;
	page->nsid = nsid;
	error = identify(door, page);
	if (!error)
		text_add_bytes(out, (const char *)page, sizeof(*page));
	return error;
}

static int ask_of_secondaries(struct nvme_door *door, struct nvme_page *page, struct text *out)
{
	int error = ask(door, NVME_IDENTIFY_CNS_PRIMARY_CTRL_CAP, 0, page, out);

	return error ? error : ask(door, NVME_IDENTIFY_CNS_SECONDARY_CTRL_LIST, 0, page, out);
}

/* Three pages of each: those that no controller has are known to one that manages them alone. */
static int ask_of_namespaces(struct nvme_door *door, bool manages, struct nvme_page *page, struct text *out)
{
	uint32_t of_each = manages ? NVME_IDENTIFY_CNS_ALLOCATED_NS : NVME_IDENTIFY_CNS_NS;
	struct nvme_ns_list list;
	int error =
		ask(door, manages ? NVME_IDENTIFY_CNS_ALLOCATED_NS_LIST : NVME_IDENTIFY_CNS_NS_ACTIVE_LIST, 0,
			page, out);

	memcpy(&list, page->data, sizeof(list));
	for (size_t i = 0; !error && page->status >= 0 && i < NVME_ID_NS_LIST_MAX && list.ns[i]; i++) {
		uint32_t nsid = le32toh(list.ns[i]);

		error = ask(door, of_each, nsid, page, out);
		if (!error)
			error = ask(door, NVME_IDENTIFY_CNS_NS_DESC_LIST, nsid, page, out);
		if (!error && manages)
			error = ask(door, NVME_IDENTIFY_CNS_NS_CTRL_LIST, nsid, page, out);
	}
	return error;
}

static int ask_of_all(struct nvme_door *door, struct text *out)
{
	struct nvme_page page;
	uint64_t can;
	int error = ask(door, NVME_IDENTIFY_CNS_CTRL, 0, &page, out);

	if (error || page.status)
		return error;
	can = page_number(page.data, D_OACS);
	if (can & OACS_VIRTUALIZATION)
		error = ask_of_secondaries(door, &page, out);
	if (!error)
		error = ask_of_namespaces(door, can & OACS_NAMESPACES, &page, out);
	if (!error && can & OACS_NAMESPACES)
		error = ask(door, NVME_IDENTIFY_CNS_NS, ALL_NAMESPACES, &page, out);
	if (!error && can & OACS_NAMESPACES)
		error = ask(door, NVME_IDENTIFY_CNS_CTRL_LIST, 0, &page, out);
	return error;
}

/* Where it was refused, as the first line, then what was asked, and what the controller says of it. */
static int refuse(const char *pf, const char *what, int status, struct text *out)
{
	text_addf(out, "sys/bus/pci/devices/%s/nvme\n%s: ", pf, what);
	if (status < 0)
		text_add(out, strerror(-status));
	else
		nvme_status_print(status, out);
	return status < 0 ? -status : nvme_status_errno(status);
}

/* The controller's id is what the list says, and nothing that could be computed (seed 000; QEMU begins with 1). */
static int find_secondary(
	struct nvme_door *door, const struct vf_path *path, struct secondary *ret_secondary, struct text *out)
{
	struct nvme_page page = { .cns = NVME_IDENTIFY_CNS_SECONDARY_CTRL_LIST };
	const struct secondary *found;
	struct drive *drive;
	int error = identify(door, &page);

	if (error || page.status)
		return refuse(path->pf, "Secondary Controller List (Identify 15h)",
			error ? -error : page.status, out);
	drive = drive_new();
	drive_take(drive, &page, sizeof(page));
	found = drive_secondary(drive, path->number);
	if (found)
		*ret_secondary = *found;
	else
		text_addf(out, "none of its secondary controllers is that of VF %u", path->number);
	drive_free(drive);
	return found ? 0 : ENOENT;
}

static int manage(struct nvme_door *door, const struct vf_path *path, const struct secondary *secondary,
	const char *value, struct text *out)
{
	bool online = path->setting == VF_ONLINE, on = string_equal(value, "true");
	uint32_t action = !online ? ACT_ASSIGN : on ? ACT_ONLINE : ACT_OFFLINE;
	uint32_t resource = path->setting == VF_INTERRUPTS ? FOR_INTERRUPTS : FOR_QUEUES;
	struct nvme_command command = {
		.opcode = nvme_admin_virtual_mgmt,
		.cdw10 = (uint32_t)secondary->cntlid << 16 | resource << 8 | action,
		.cdw11 = online ? 0 : (uint32_t)strtoul(value, NULL, 10),
	};
	AUTO_FREE char *what = text_print("controller %u, Virtualization Management, %s %s",
		secondary->cntlid, vf_settings[path->setting].name, value);
	int status = door->submit(door, &command);

	if (status)
		return refuse(path->pf, what, status, out);
	if (online || (command.result & 0xffff) == command.cdw11)
		return 0;
	text_addf(
		out, "sys/bus/pci/devices/%s/nvme\n%s: it gave %u", path->pf, what, command.result & 0xffff);
	return ERANGE;
}

int nvme_operate(struct nvme_door *door, const struct vf_path *path, const char *in, struct text *out)
{
	struct secondary secondary;
	AUTO_FREE char *now = NULL;
	int error = path->all ? ask_of_all(door, out) : find_secondary(door, path, &secondary, out);

	if (error || path->all)
		return error;
	if (in)
		return manage(door, path, &secondary, in, out);
	now = secondary_say(&secondary, path->setting);
	text_add(out, now);
	return 0;
}
