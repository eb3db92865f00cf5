/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Asks a controller for pages of Identify. */
#include "nvme_ask.h"
#include <endian.h>
#include <string.h>

static const struct nvme_page *page_last(const struct text *pages)
{
	return (const void *)(pages->bytes + pages->length - sizeof(struct nvme_page));
}

/* Which controller a page is of stands in CNTID, the upper half of the dword that has CNS (5.17.1). */
int nvme_ask(struct nvme_door *door, uint32_t cns, uint32_t nsid, struct text *pages)
{
	struct nvme_page page = { .cns = cns & 0xff, .nsid = nsid };
	struct nvme_command command = {
		.opcode = nvme_admin_identify,
		.nsid = nsid,
		.cdw10 = cns,
		.data = page.data,
		.length = NVME_PAGE,
	};

	page.status = door->submit(door, &command);
	if (page.status < 0)
		return -page.status;
	text_add_bytes(pages, (const char *)&page, sizeof(page));
	return 0;
}

static int ask_of_each(struct nvme_door *door, bool manages, uint32_t nsid, struct text *pages)
{
	uint32_t cns = manages ? NVME_IDENTIFY_CNS_ALLOCATED_NS : NVME_IDENTIFY_CNS_NS;
	int error = nvme_ask(door, cns, nsid, pages);

	if (!error)
		error = nvme_ask(door, NVME_IDENTIFY_CNS_NS_DESC_LIST, nsid, pages);
	if (!error && manages)
		error = nvme_ask(door, NVME_IDENTIFY_CNS_NS_CTRL_LIST, nsid, pages);
	return error;
}

/* Those that no controller has are known to one that manages them alone. */
int nvme_ask_of_namespaces(struct nvme_door *door, bool manages, struct text *pages)
{
	uint32_t cns = manages ? NVME_IDENTIFY_CNS_ALLOCATED_NS_LIST : NVME_IDENTIFY_CNS_NS_ACTIVE_LIST;
	struct nvme_ns_list list = { 0 };
	int error = nvme_ask(door, cns, 0, pages);

	if (!error)
		memcpy(&list, page_last(pages)->data, sizeof(list));
	for (size_t i = 0; !error && i < NVME_ID_NS_LIST_MAX && list.ns[i]; i++)
		error = ask_of_each(door, manages, le32toh(list.ns[i]), pages);
	return error;
}

int nvme_ask_of_all(struct nvme_door *door, struct text *pages)
{
	int error = nvme_ask(door, NVME_IDENTIFY_CNS_CTRL, 0, pages);
	uint64_t can = error || page_last(pages)->status ? 0 : page_number(page_last(pages)->data, D_OACS);
	bool manages = can & OACS_NAMESPACES;
	uint32_t own;

	if (error || page_last(pages)->status)
		return error;
	own = (uint32_t)page_number(page_last(pages)->data, D_CNTLID) << 16;
	if (can & OACS_VIRTUALIZATION)
		error = nvme_ask(door, NVME_IDENTIFY_CNS_PRIMARY_CTRL_CAP | own, 0, pages);
	if (!error && can & OACS_VIRTUALIZATION)
		error = nvme_ask(door, NVME_IDENTIFY_CNS_SECONDARY_CTRL_LIST, 0, pages);
	if (!error)
		error = nvme_ask_of_namespaces(door, manages, pages);
	if (!error && manages)
		error = nvme_ask(door, NVME_IDENTIFY_CNS_NS, ALL_NAMESPACES, pages);
	if (!error && manages)
		error = nvme_ask(door, NVME_IDENTIFY_CNS_CTRL_LIST, 0, pages);
	return error;
}
