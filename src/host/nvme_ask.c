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

/* 12h and 13h have those from an id on, in their order: from which more may come; 0: from none. */
static uint32_t controllers_next(const struct nvme_page *page)
{
	const struct nvme_ctrl_list *list = (const void *)page->data;
	uint16_t last = le16toh(list->identifier[NVME_ID_CTRL_LIST_MAX - 1]);

	return page->status || le16toh(list->num) < NVME_ID_CTRL_LIST_MAX || last == UINT16_MAX
		       ? 0
		       : last + UINT32_C(1);
}

static int ask_of_controllers(struct nvme_door *door, uint32_t cns, uint32_t nsid, struct text *pages)
{
	uint32_t from = 0, next = 0;
	int error;

	do {
		from = next;
		error = nvme_ask(door, cns | from << 16, nsid, pages);
		next = error ? 0 : controllers_next(page_last(pages));
	} while (next > from);
	return error;
}

/* 5.17.2.1, NSZE. */
static bool has_blocks(const struct nvme_page *page)
{
	return page->status == 0 && ((const struct nvme_id_ns *)(const void *)page->data)->nsze;
}

/* Of one that is not there, or not any more, the other pages are refused. */
static int ask_of_each(struct nvme_door *door, bool manages, uint32_t nsid, struct text *pages)
{
	uint32_t cns = manages ? NVME_IDENTIFY_CNS_ALLOCATED_NS : NVME_IDENTIFY_CNS_NS;
	int error = nvme_ask(door, cns, nsid, pages);

	if (error || !has_blocks(page_last(pages)))
		return error;
	error = nvme_ask(door, NVME_IDENTIFY_CNS_NS_DESC_LIST, nsid, pages);
	if (!error && manages)
		error = ask_of_controllers(door, NVME_IDENTIFY_CNS_NS_CTRL_LIST, nsid, pages);
	return error;
}

int nvme_ask_of_namespace(struct nvme_door *door, uint32_t nsid, struct text *pages)
{
	return ask_of_each(door, true, nsid, pages);
}

/* The last number of a list that is full: more may come; 0: it is not. */
static uint32_t list_full(const struct nvme_page *page)
{
	const struct nvme_ns_list *list = (const void *)page->data;

	return le32toh(list->ns[NVME_ID_NS_LIST_MAX - 1]);
}

/* Those that no controller has are known to one that manages them alone. A list has those above a number. */
int nvme_ask_of_namespaces(struct nvme_door *door, bool manages, struct text *pages)
{
	uint32_t cns = manages ? NVME_IDENTIFY_CNS_ALLOCATED_NS_LIST : NVME_IDENTIFY_CNS_NS_ACTIVE_LIST;
	uint32_t above = 0, next = 0;
	int error;

	do {
		struct nvme_ns_list list;

		above = next;
		error = nvme_ask(door, cns, above, pages);
		if (error)
			return error;
		next = list_full(page_last(pages));
		memcpy(&list, page_last(pages)->data, sizeof(list));
		for (size_t i = 0; !error && i < NVME_ID_NS_LIST_MAX && list.ns[i]; i++)
			error = ask_of_each(door, manages, le32toh(list.ns[i]), pages);
	} while (!error && next > above);
	return error;
}

/* A list has those from an id on, in their order; *ret_next: from which more may come; 0: none. */
static int ask_of_secondaries(struct nvme_door *door, uint32_t from, struct text *pages, uint32_t *ret_next)
{
	int error = nvme_ask(door, NVME_IDENTIFY_CNS_SECONDARY_CTRL_LIST | from << 16, 0, pages);
	const struct nvme_secondary_ctrl_list *list;
	uint32_t last;

	*ret_next = 0;
	if (error || page_last(pages)->status)
		return error;
	list = (const void *)page_last(pages)->data;
	last = le16toh(list->sc_entry[NVME_ID_SECONDARY_CTRL_MAX - 1].scid);
	if (list->num >= NVME_ID_SECONDARY_CTRL_MAX && last >= from && last < UINT16_MAX)
		*ret_next = last + 1;
	return 0;
}

int nvme_ask_of_secondaries(struct nvme_door *door, uint32_t from, struct text *pages)
{
	int error = 0;

	do
		error = ask_of_secondaries(door, from, pages, &from);
	while (!error && from > 0);
	return error;
}

/* 13h: whether the subsystem has controllers with that id or a higher one; who does not tell may have. */
static bool may_have_from(const struct nvme_page *page, uint32_t from)
{
	const struct nvme_ctrl_list *list = (const void *)page->data;
	size_t n = le16toh(list->num);

	if (page->cns != NVME_IDENTIFY_CNS_CTRL_LIST || page->status || n == 0 || n >= NVME_ID_CTRL_LIST_MAX)
		return true;
	return le16toh(list->identifier[n - 1]) >= from;
}

/* Who tells nothing that all share (QEMU 10.0: status 00bh, seen in the lab) is asked for the first. */
int nvme_ask_of_formats(struct nvme_door *door, struct text *pages)
{
	int error = nvme_ask(door, NVME_IDENTIFY_CNS_NS, ALL_NAMESPACES, pages);
	uint32_t first;

	if (error || !page_last(pages)->status)
		return error;
	error = nvme_ask(door, NVME_IDENTIFY_CNS_ALLOCATED_NS_LIST, 0, pages);
	if (error)
		return error;
	memcpy(&first, page_last(pages)->data, sizeof(first));
	return first ? nvme_ask(door, NVME_IDENTIFY_CNS_ALLOCATED_NS, le32toh(first), pages) : 0;
}

static int ask_of_shares(struct nvme_door *door, uint32_t own, struct text *pages, uint32_t *ret_next)
{
	int error = nvme_ask(door, NVME_IDENTIFY_CNS_PRIMARY_CTRL_CAP | own << 16, 0, pages);

	return error ? error : ask_of_secondaries(door, 0, pages, ret_next);
}

/* The drive's other secondary controllers come last: mostly the list of all tells that there are none. */
int nvme_ask_of_all(struct nvme_door *door, struct text *pages)
{
	int error = nvme_ask(door, NVME_IDENTIFY_CNS_CTRL, 0, pages);
	uint64_t can = error || page_last(pages)->status ? 0 : page_number(page_last(pages)->data, D_OACS);
	bool manages = can & OACS_NAMESPACES;
	uint32_t next = 0;

	if (error || page_last(pages)->status)
		return error;
	if (can & OACS_VIRTUALIZATION)
		error = ask_of_shares(
			door, (uint32_t)page_number(page_last(pages)->data, D_CNTLID), pages, &next);
	if (!error)
		error = nvme_ask_of_namespaces(door, manages, pages);
	if (!error && manages)
		error = nvme_ask(door, NVME_IDENTIFY_CNS_NS, ALL_NAMESPACES, pages);
	if (!error && manages)
		error = ask_of_controllers(door, NVME_IDENTIFY_CNS_CTRL_LIST, 0, pages);
	if (!error && next && may_have_from(page_last(pages), next))
		error = nvme_ask_of_secondaries(door, next, pages);
	return error;
}
