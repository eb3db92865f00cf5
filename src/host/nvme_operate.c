/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What OP_NVME asks, as admin commands: the pages of a drive, its namespaces, the settings of its VFs. */
#include "nvme_ask.h"
#include "nvme_paths.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* Of a command that the kernel gave up, with the controller's reset (core.c, nvme_execute_rq). */
static const char *errno_words(int error)
{
	return error == EINTR ? "the drive did not answer, and the kernel resets it" : strerror(error);
}

/* Where it was refused, as the first line, then what was asked, and what the controller says of it. */
int nvme_refuse(const char *pf, const char *what, int status, struct text *out)
{
	text_addf(out, "sys/bus/pci/devices/%s/nvme\n%s: ", pf, what);
	if (status < 0)
		text_add(out, errno_words(-status));
	else
		nvme_status_print(status, out);
	return status < 0 ? -status : nvme_status_errno(status);
}

static int not_carried(int error, struct text *out)
{
	text_addf(out, "it does not take Identify: %s", errno_words(error));
	return error;
}

int nvme_learn(int error, const struct text *pages, struct drive *drive, struct text *out)
{
	int status = 0;

	if (error)
		return not_carried(error, out);
	if (nvme_pages_take(drive, pages->bytes, pages->length, &status) < 0)
		drive->unknown = string_copy("its answer is none of the specification's");
	if (!drive->unknown)
		return 0;
	text_add(out, drive->unknown);
	if (status == NVME_INVALID_FIELD) /* 5.17.1: of a page that it does not know */
		return EOPNOTSUPP;
	return status ? nvme_status_errno(status) : EIO;
}

/* The controller's id is what the list says; QEMU begins with 1, others elsewhere: nothing computes it. */
static int find_secondary(
	struct nvme_door *door, const struct vf_path *path, struct secondary *ret_secondary, struct text *out)
{
	AUTO_TEXT struct text pages = { 0 };
	struct drive *drive = drive_new();
	int error = nvme_learn(nvme_ask_of_secondaries(door, 0, &pages), &pages, drive, out);
	const struct secondary *found = error ? NULL : drive_secondary(drive, path->number);

	if (found)
		*ret_secondary = *found;
	else if (!error)
		text_addf(out, "none of its secondary controllers is that of VF %u", path->number);
	drive_free(drive);
	return error || found ? error : ENOENT;
}

int nvme_give(struct nvme_door *door, const char *pf, const char *what, const struct nvme_giving *giving,
	struct text *out)
{
	bool gives = giving->action == NVME_VIRT_MGMT_ACT_ASSIGN_SEC_CTRL ||
		     giving->action == NVME_VIRT_MGMT_ACT_PRIM_CTRL_FLEX_ALLOC;
	struct nvme_command command = {
		.opcode = nvme_admin_virtual_mgmt,
		.cdw10 = (uint32_t)giving->cntlid << 16 | (uint32_t)giving->resource << 8 | giving->action,
		.cdw11 = giving->number,
	};
	int status = door->submit(door, &command);

	if (status)
		return nvme_refuse(pf, what, status, out);
	if (!gives || (command.result & 0xffff) == giving->number)
		return 0;
	text_addf(out, "sys/bus/pci/devices/%s/nvme\n%s: it gave %u", pf, what, command.result & 0xffff);
	return ERANGE;
}

static int manage(struct nvme_door *door, const struct vf_path *path, const struct secondary *secondary,
	const char *value, struct text *out)
{
	struct nvme_giving giving = { .cntlid = secondary->cntlid };
	AUTO_FREE char *what = text_print("controller %u, Virtualization Management, %s %s",
		secondary->cntlid, vf_settings[path->setting].name, value);

	if (path->setting == VF_ONLINE) {
		giving.action = string_equal(value, "true") ? NVME_VIRT_MGMT_ACT_ONLINE_SEC_CTRL
							    : NVME_VIRT_MGMT_ACT_OFFLINE_SEC_CTRL;
	} else {
		giving.action = NVME_VIRT_MGMT_ACT_ASSIGN_SEC_CTRL;
		giving.resource = path->setting == VF_INTERRUPTS ? FLEXIBLE_INTERRUPTS : FLEXIBLE_QUEUES;
		giving.number = (uint32_t)strtoul(value, NULL, 10);
	}
	return nvme_give(door, path->pf, what, &giving, out);
}

static int setting_do(struct nvme_door *door, const struct vf_path *path, const char *in, struct text *out)
{
	struct secondary secondary;
	AUTO_FREE char *now = NULL;
	struct vf_value value;
	int error;

	if (in && vf_value_parse(path->setting, in, &value) < 0)
		return EINVAL;
	error = find_secondary(door, path, &secondary, out);
	if (error)
		return error;
	if (in)
		return manage(door, path, &secondary, in, out);
	now = secondary_say(&secondary, path->setting);
	text_add(out, now);
	return 0;
}

static int thing_do(struct nvme_door *door, const struct nvme_path *path, const char *in, struct text *out)
{
	switch (path->of) {
	case NVME_PRIMARY:
		return in ? nvme_primary_set(door, path, in, out) : nvme_primary_tell(door, out);
	case NVME_NAMESPACES:
		return in ? nvme_namespaces_set(door, path, in, out) : nvme_namespaces_tell(door, out);
	case NVME_CONTROLLERS:
		return in ? nvme_controllers_set(door, path, in, out)
			  : nvme_controllers_tell(door, path, out);
	}
	return ENOSYS;
}

/* Some pages are no answer: of a drive that goes away between two of them nothing is known. */
static int all_tell(struct nvme_door *door, struct text *out)
{
	int error = nvme_ask_of_all(door, out);

	if (error)
		text_free(out);
	return error ? not_carried(error, out) : 0;
}

static int operate(struct nvme_door *door, const char *path, const char *in, struct text *out)
{
	struct nvme_path of_drive;
	struct vf_path of_vf;

	if (nvme_path_parse(path, &of_drive) == 0)
		return thing_do(door, &of_drive, in, out);
	if (vf_path_parse(path, &of_vf) < 0)
		return ENOSYS;
	if (of_vf.all)
		return in ? EINVAL : all_tell(door, out);
	return setting_do(door, &of_vf, in, out);
}

/* Of a read these two tell of a lock that somebody else has (host.h), and not of the drive. */
int nvme_operate(struct nvme_door *door, const char *path, const char *in, struct text *out)
{
	int error = operate(door, path, in, out);

	return !in && (error == EAGAIN || error == EBUSY) ? EIO : error;
}
