/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pages of Identify become a drive: where each number stands, and what the lists mean. */
#include "nvme_pages.h"
#include "nvme_keys.h"
#include <endian.h>
#include <stdlib.h>
#include <string.h>

#define PLACE(page, type, member)                                                                            \
	.cns = NVME_IDENTIFY_CNS_##page, .offset = offsetof(struct type, member),                            \
	.width = sizeof(((struct type *)0)->member)
#define OF_CONTROLLER(member) PLACE(CTRL, nvme_id_ctrl, member)
#define OF_PRIMARY(member)    PLACE(PRIMARY_CTRL_CAP, nvme_primary_ctrl_cap, member)

const struct drive_number_row drive_numbers[N_DRIVE_NUMBERS] = {
	[D_CNTLID] = { "cntlid", "the controller's id in its subsystem", OF_CONTROLLER(cntlid) },
	[D_CMIC] = { "cmic", "bits: more than one port, more than one controller", OF_CONTROLLER(cmic) },
	[D_OACS] = { "oacs", "bits: 0x8 it manages namespaces, 0x80 it gives resources to secondary ones",
		OF_CONTROLLER(oacs) },
	[D_NN] = { "nn", "the highest number of a namespace", OF_CONTROLLER(nn) },
	[D_MNAN] = { "mnan", "the most namespaces that it may have; 0: as many as it numbers",
		OF_CONTROLLER(mnan) },
	[D_TNVMCAP] = { "tnvmcap", "bytes of the drive; 0: not told", OF_CONTROLLER(tnvmcap) },
	[D_UNVMCAP] = { "unvmcap", "bytes of it in no namespace", OF_CONTROLLER(unvmcap) },
	[D_CRT] = { "crt", "bits: 1 queues, 2 interrupts can be given to secondary controllers",
		OF_PRIMARY(crt) },
	[D_VQFRT] = { "vqfrt", "queues to give, in all", OF_PRIMARY(vqfrt) },
	[D_VQRFA] = { "vqrfa", "queues that secondary controllers have", OF_PRIMARY(vqrfa) },
	[D_VQRFAP] = { "vqrfap", "queues to give that the primary has itself", OF_PRIMARY(vqrfap) },
	[D_VQPRT] = { "vqprt", "queues that are the primary's alone", OF_PRIMARY(vqprt) },
	[D_VQFRSM] = { "vqfrsm", "the most queues of one secondary controller", OF_PRIMARY(vqfrsm) },
	[D_VQGRAN] = { "vqgran", "in which portion queues are best given", OF_PRIMARY(vqgran) },
	[D_VIFRT] = { "vifrt", "interrupts to give, in all", OF_PRIMARY(vifrt) },
	[D_VIRFA] = { "virfa", "interrupts that secondary controllers have", OF_PRIMARY(virfa) },
	[D_VIRFAP] = { "virfap", "interrupts to give that the primary has itself", OF_PRIMARY(virfap) },
	[D_VIPRT] = { "viprt", "interrupts that are the primary's alone", OF_PRIMARY(viprt) },
	[D_VIFRSM] = { "vifrsm", "the most interrupts of one secondary controller", OF_PRIMARY(vifrsm) },
	[D_VIGRAN] = { "vigran", "in which portion interrupts are best given", OF_PRIMARY(vigran) },
};

const struct flexible_row flexible_resources[N_FLEXIBLE] = {
	[FLEXIBLE_QUEUES] = { "queues", D_VQFRT, D_VQRFA, D_VQRFAP, D_VQFRSM, D_VQGRAN },
	[FLEXIBLE_INTERRUPTS] = { "interrupts", D_VIFRT, D_VIRFA, D_VIRFAP, D_VIFRSM, D_VIGRAN },
};

/* All numbers are little-endian (1.4.2); the lower 8 bytes of a longer one. */
uint64_t bytes_number(const unsigned char *bytes, size_t width)
{
	uint64_t number = 0;

	for (size_t i = width < sizeof(number) ? width : sizeof(number); i-- > 0;)
		number = number << 8 | bytes[i];
	return number;
}

uint64_t page_number(const unsigned char *page, enum drive_number number)
{
	return bytes_number(page + drive_numbers[number].offset, drive_numbers[number].width);
}

static void take_numbers(struct drive *drive, const struct nvme_page *page)
{
	for (enum drive_number i = 0; i < N_DRIVE_NUMBERS; i++)
		if (drive_numbers[i].cns == page->cns)
			drive->numbers[i] = page_number(page->data, i);
}

/* 5.17.2.1, SUBNQN: what is no such name (4.5) proves nothing; a controller before 1.2.1 tells none. */
static char *subnqn_of(const struct nvme_id_ctrl *page)
{
	size_t length = strnlen(page->subnqn, sizeof(page->subnqn));

	for (size_t i = 0; i < length; i++)
		if (page->subnqn[i] <= ' ' || page->subnqn[i] > '~')
			return NULL;
	if (length > SUBNQN_MOST || strncmp(page->subnqn, "nqn.", strlen("nqn.")) != 0)
		return NULL;
	return string_part(page->subnqn, length);
}

static void take_controller(struct drive *drive, const struct nvme_page *page)
{
	take_numbers(drive, page);
	free(drive->subnqn);
	drive->subnqn = subnqn_of((const void *)page->data);
}

/* Of such a list nobody could tell whose share is whose. */
static bool secondaries_clash(const struct drive *drive)
{
	const struct secondary *all = drive->secondaries;

	for (size_t i = 0; i < drive->n_secondaries; i++)
		for (size_t k = 0; k < i; k++)
			if (all[i].cntlid == all[k].cntlid || (all[i].vf > 0 && all[i].vf == all[k].vf))
				return true;
	return false;
}

static void take_secondaries(struct drive *drive, const struct nvme_page *page)
{
	const struct nvme_secondary_ctrl_list *list = (const void *)page->data;
	size_t n = list->num < NVME_ID_SECONDARY_CTRL_MAX ? list->num : NVME_ID_SECONDARY_CTRL_MAX;

	for (size_t i = 0; i < n; i++) {
		const struct nvme_secondary_ctrl *entry = &list->sc_entry[i];

		drive->secondaries =
			memory_grow(drive->secondaries, drive->n_secondaries, sizeof(*drive->secondaries));
		drive->secondaries[drive->n_secondaries++] = (struct secondary){
			.cntlid = le16toh(entry->scid),
			.vf = le16toh(entry->vfn),
			.queues = le16toh(entry->nvq),
			.interrupts = le16toh(entry->nvi),
			.online = entry->scs & 1,
		};
	}
	if (secondaries_clash(drive))
		drive->unknown = string_copy("two of its secondary controllers have one id, or one VF");
}

static void take_list(struct drive *drive, const struct nvme_page *page)
{
	const struct nvme_ns_list *list = (const void *)page->data;

	for (size_t i = 0; i < NVME_ID_NS_LIST_MAX && list->ns[i]; i++)
		drive_add_namespace(drive, le32toh(list->ns[i]));
}

/* Of each format: the size of a block is a power of two, 0 is none. */
static uint32_t format_block(const struct nvme_lbaf *format)
{
	return format->ds >= 9 && format->ds < 32 ? UINT32_C(1) << format->ds : 0;
}

static void take_formats(struct drive *drive, const struct nvme_id_ns *common)
{
	size_t n = (size_t)common->nlbaf + 1 + common->nulbaf;

	n = n < sizeof(common->lbaf) / sizeof(common->lbaf[0])
		    ? n
		    : sizeof(common->lbaf) / sizeof(common->lbaf[0]);
	free(drive->formats);
	drive->formats = memory_new(n, sizeof(*drive->formats));
	drive->n_formats = n;
	for (size_t i = 0; i < n; i++)
		drive->formats[i] = common->lbaf[i].ms ? 0 : format_block(&common->lbaf[i]);
}

/* NULL when it is zero: then the namespace has none (5.17.2.1). */
static char *hexadecimal(const unsigned char *bytes, size_t n)
{
	struct text text = { 0 };
	bool any = false;

	for (size_t i = 0; i < n; i++) {
		text_addf(&text, "%02x", bytes[i]);
		any = any || bytes[i];
	}
	if (any)
		return text_take(&text);
	text_free(&text);
	return NULL;
}

/* The format's number has its lower four bits, and two more above those that tell of metadata. */
size_t nvme_format_number(uint8_t flbas)
{
	return (flbas & 0xfu) | (flbas & 0x60u) >> 1;
}

uint8_t nvme_flbas(size_t format)
{
	return (uint8_t)((format & 0xf) | (format & 0x30) << 1);
}

static void take_namespace(struct drive_namespace *namespace, const struct nvme_id_ns *page)
{
	const struct nvme_lbaf *format = &page->lbaf[nvme_format_number(page->flbas)];

	namespace->blocks = le64toh(page->nsze);
	namespace->block_bytes = format_block(format);
	namespace->metadata_bytes = le16toh(format->ms);
	namespace->shared = page->nmic & 1;
	free(namespace->nguid);
	free(namespace->eui64);
	namespace->nguid = hexadecimal(page->nguid, NGUID_BYTES);
	namespace->eui64 = hexadecimal(page->eui64, EUI64_BYTES);
}

static void take_format_or_namespace(struct drive *drive, const struct nvme_page *page)
{
	struct drive_namespace *namespace = drive_namespace(drive, page->nsid);

	if (page->nsid == ALL_NAMESPACES || drive->n_formats == 0)
		take_formats(drive, (const void *)page->data);
	if (namespace)
		take_namespace(namespace, (const void *)page->data);
}

/* Descriptors of any length, one behind the other, up to one without a length. */
static void take_descriptors(struct drive *drive, const struct nvme_page *page)
{
	struct drive_namespace *namespace = drive_namespace(drive, page->nsid);
	const size_t head = sizeof(struct nvme_ns_id_desc);
	size_t length; /* may be odd: none of them is aligned */

	for (size_t at = 0; namespace && at + head < NVME_PAGE; at += head + length) {
		const unsigned char *descriptor = page->data + at;

		length = descriptor[offsetof(struct nvme_ns_id_desc, nidl)];
		if (length == 0 || at + head + length > NVME_PAGE)
			break;
		if (descriptor[0] != NVME_NIDT_UUID || length != UUID_BYTES)
			continue;
		free(namespace->uuid);
		namespace->uuid = hexadecimal(descriptor + head, UUID_BYTES);
	}
}

static size_t list_length(const struct nvme_ctrl_list *list)
{
	size_t n = le16toh(list->num);

	return n < NVME_ID_CTRL_LIST_MAX ? n : NVME_ID_CTRL_LIST_MAX;
}

static void take_attached(struct drive *drive, const struct nvme_page *page)
{
	const struct nvme_ctrl_list *list = (const void *)page->data;
	struct drive_namespace *namespace = drive_namespace(drive, page->nsid);

	for (size_t i = 0; namespace && i < list_length(list); i++)
		namespace_attach(namespace, le16toh(list->identifier[i]));
}

static void take_controllers(struct drive *drive, const struct nvme_page *page)
{
	const struct nvme_ctrl_list *list = (const void *)page->data;

	for (size_t i = 0; i < list_length(list); i++) {
		drive->controllers =
			memory_grow(drive->controllers, drive->n_controllers, sizeof(*drive->controllers));
		drive->controllers[drive->n_controllers++] = le16toh(list->identifier[i]);
	}
}

static const struct {
	uint8_t cns;
	void (*take)(struct drive *, const struct nvme_page *);
	bool spared; /* a drive may do without it */
} pages[] = {
	{ NVME_IDENTIFY_CNS_CTRL, take_controller, false },
	{ NVME_IDENTIFY_CNS_PRIMARY_CTRL_CAP, take_numbers, false },
	{ NVME_IDENTIFY_CNS_SECONDARY_CTRL_LIST, take_secondaries, false },
	{ NVME_IDENTIFY_CNS_ALLOCATED_NS_LIST, take_list, false },
	{ NVME_IDENTIFY_CNS_NS_ACTIVE_LIST, take_list, false },
	{ NVME_IDENTIFY_CNS_NS, take_format_or_namespace, false },
	{ NVME_IDENTIFY_CNS_ALLOCATED_NS, take_format_or_namespace, false },
	{ NVME_IDENTIFY_CNS_NS_DESC_LIST, take_descriptors, true },
	{ NVME_IDENTIFY_CNS_NS_CTRL_LIST, take_attached, false },
	{ NVME_IDENTIFY_CNS_CTRL_LIST, take_controllers, true },
};
enum { N_PAGES = sizeof(pages) / sizeof(pages[0]) };

/*
 * One that the drive knows not, or not of this namespace: what is refused for the moment alone is not known.
 * QEMU 10.0 tells no formats that all share (status 00bh, seen in the lab): those of the first one stand.
 */
static bool page_is_spared(size_t row, const struct nvme_page *page)
{
	return (pages[row].spared || page->nsid == ALL_NAMESPACES) &&
	       (page->status == NVME_INVALID_OPCODE || page->status == NVME_INVALID_FIELD ||
		       page->status == NVME_INVALID_NAMESPACE);
}

static int page_take(struct drive *drive, const struct nvme_page *page)
{
	struct text why = { 0 };
	size_t row = 0;

	while (row < N_PAGES && pages[row].cns != page->cns)
		row++;
	if (row == N_PAGES || (page->status && page_is_spared(row, page)))
		return 0;
	if (page->status == 0) {
		pages[row].take(drive, page);
		return 0;
	}
	text_addf(&why, "it refuses page %02xh of Identify: ", page->cns);
	nvme_status_print(page->status, &why);
	drive->unknown = text_take(&why);
	return page->status;
}

int nvme_pages_take(struct drive *drive, const void *bytes, size_t length, int *ret_status)
{
	struct nvme_page page;
	int status = 0;

	if (length == 0 || length % sizeof(page) != 0)
		return -1;
	for (size_t at = 0; at < length && !drive->unknown; at += sizeof(page)) {
		memcpy(&page, (const char *)bytes + at, sizeof(page));
		status = page_take(drive, &page);
	}
	*ret_status = status;
	return 0;
}

int drive_take(struct drive *drive, const void *pages_of_it, size_t length)
{
	int status;

	return nvme_pages_take(drive, pages_of_it, length, &status);
}
