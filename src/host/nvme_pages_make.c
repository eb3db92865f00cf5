/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A drive becomes pages of Identify: what a controller of the twin answers. */
#include "nvme_pages.h"
#include <endian.h>
#include <stdlib.h>
#include <string.h>

static void bytes_put(unsigned char *bytes, size_t width, uint64_t number)
{
	for (size_t i = 0; i < width && i < sizeof(number); i++, number >>= 8)
		bytes[i] = (unsigned char)number;
}

static int make_numbers(const struct drive *drive, const struct nvme_command *command)
{
	for (enum drive_number i = 0; i < N_DRIVE_NUMBERS; i++)
		if (drive_numbers[i].cns == (command->cdw10 & 0xff))
			bytes_put((unsigned char *)command->data + drive_numbers[i].offset,
				drive_numbers[i].width, drive->numbers[i]);
	return 0;
}

static int make_controller(const struct drive *drive, const struct nvme_command *command)
{
	struct nvme_id_ctrl *page = command->data;

	if (drive->subnqn)
		memcpy(page->subnqn, drive->subnqn, strnlen(drive->subnqn, sizeof(page->subnqn)));
	return make_numbers(drive, command);
}

static int make_secondaries(const struct drive *drive, const struct nvme_command *command)
{
	struct nvme_secondary_ctrl_list *list = command->data;
	uint32_t first = command->cdw10 >> 16;

	if (!(drive->numbers[D_OACS] & OACS_VIRTUALIZATION))
		return NVME_INVALID_FIELD;
	for (size_t i = 0; i < drive->n_secondaries && list->num < NVME_ID_SECONDARY_CTRL_MAX; i++) {
		const struct secondary *from = &drive->secondaries[i];

		if (from->cntlid < first)
			continue;
		list->sc_entry[list->num++] = (struct nvme_secondary_ctrl){
			.scid = htole16(from->cntlid),
			.pcid = htole16((uint16_t)drive->numbers[D_CNTLID]),
			.scs = from->online,
			.vfn = htole16(from->vf),
			.nvq = htole16(from->queues),
			.nvi = htole16(from->interrupts),
		};
	}
	return 0;
}

static int make_primary(const struct drive *drive, const struct nvme_command *command)
{
	return drive->numbers[D_OACS] & OACS_VIRTUALIZATION ? make_numbers(drive, command)
							    : NVME_INVALID_FIELD;
}

/* Those above the asked one, all of them or those of this controller. */
static int make_list(const struct drive *drive, const struct nvme_command *command)
{
	bool active = (command->cdw10 & 0xff) == NVME_IDENTIFY_CNS_NS_ACTIVE_LIST;
	struct nvme_ns_list *list = command->data;
	size_t n = 0;

	for (size_t i = 0; i < drive->n_namespaces && n < NVME_ID_NS_LIST_MAX; i++) {
		const struct drive_namespace *namespace = &drive->namespaces[i];

		if (namespace->nsid > command->nsid &&
			(!active || namespace_has(namespace, (uint16_t)drive->numbers[D_CNTLID])))
			list->ns[n++] = htole32(namespace->nsid);
	}
	return 0;
}

static uint8_t power_of(uint32_t bytes)
{
	uint8_t power = 0;

	while (bytes >>= 1)
		power++;
	return power;
}

static void formats_put(const struct drive *drive, struct nvme_id_ns *page)
{
	page->nlbaf = (uint8_t)(drive->n_formats ? drive->n_formats - 1 : 0);
	for (size_t i = 0; i < drive->n_formats; i++) {
		uint32_t bytes = drive->formats[i];

		page->lbaf[i].ds = bytes ? power_of(bytes) : 9;
		page->lbaf[i].ms = htole16(bytes ? 0 : 8);
	}
}

static void hexadecimal_put(const char *text, unsigned char *bytes, size_t n)
{
	for (size_t i = 0; text && i < n && text[2 * i] && text[2 * i + 1]; i++) {
		char two[] = { text[2 * i], text[2 * i + 1], '\0' };

		bytes[i] = (unsigned char)strtoul(two, NULL, 16);
	}
}

/* One whose format is not among those that were captured has the place behind them, or the last there is. */
static void format_choose(
	const struct drive *drive, const struct drive_namespace *of, struct nvme_id_ns *page)
{
	const size_t last = sizeof(page->lbaf) / sizeof(page->lbaf[0]) - 1;
	uint32_t bytes = of->metadata_bytes ? 0 : of->block_bytes;
	size_t i = drive_format(drive, bytes);

	i = i < last ? i : last;
	page->flbas = nvme_flbas(i);
	page->lbaf[i].ds = power_of(of->block_bytes);
	page->lbaf[i].ms = htole16((uint16_t)of->metadata_bytes);
}

/* 3.2.1.5: of one that cannot be, and of one that the controller has not. */
static int check_active(const struct drive *drive, uint32_t nsid)
{
	const struct drive_namespace *namespace = drive_namespace(drive, nsid);

	if (nsid == 0 || nsid > drive->numbers[D_NN])
		return NVME_INVALID_NAMESPACE;
	return namespace && namespace_has(namespace, (uint16_t)drive->numbers[D_CNTLID]) ? 0
											 : NVME_INVALID_FIELD;
}

static int make_namespace(const struct drive *drive, const struct nvme_command *command)
{
	const struct drive_namespace *namespace = drive_namespace(drive, command->nsid);
	bool own = (command->cdw10 & 0xff) == NVME_IDENTIFY_CNS_NS;
	struct nvme_id_ns *page = command->data;

	if (namespace && own && check_active(drive, command->nsid) != 0) /* 5.17.2.1: all zero */
		return 0;
	if (command->nsid == ALL_NAMESPACES && drive->n_formats == 0)
		return NVME_INVALID_NAMESPACE;
	if (!namespace && command->nsid != ALL_NAMESPACES)
		return command->nsid == 0 || command->nsid > drive->numbers[D_NN] ? NVME_INVALID_NAMESPACE
										  : 0;
	formats_put(drive, page);
	if (!namespace)
		return 0;
	page->nsze = page->ncap = htole64(namespace->blocks);
	page->nmic = namespace->shared;
	format_choose(drive, namespace, page);
	hexadecimal_put(namespace->nguid, page->nguid, NGUID_BYTES);
	hexadecimal_put(namespace->eui64, page->eui64, EUI64_BYTES);
	return 0;
}

/* 5.17.2.4, as QEMU 10.0 (hw/nvme/ctrl.c, nvme_identify_ns_descr_list): of active ones alone. */
static int make_descriptors(const struct drive *drive, const struct nvme_command *command)
{
	const struct drive_namespace *namespace = drive_namespace(drive, command->nsid);
	struct nvme_ns_id_desc *descriptor = command->data;
	int status = check_active(drive, command->nsid);

	if (status || !namespace->uuid)
		return status;
	descriptor->nidt = NVME_NIDT_UUID;
	descriptor->nidl = UUID_BYTES;
	hexadecimal_put(namespace->uuid, descriptor->nid, UUID_BYTES);
	return 0;
}

static void list_put(struct nvme_ctrl_list *list, const uint16_t *controllers, size_t n, uint32_t first)
{
	uint16_t length = 0;

	for (size_t i = 0; i < n && length < NVME_ID_CTRL_LIST_MAX; i++)
		if (controllers[i] >= first)
			list->identifier[length++] = htole16(controllers[i]);
	list->num = htole16(length);
}

static int make_attached(const struct drive *drive, const struct nvme_command *command)
{
	const struct drive_namespace *namespace = drive_namespace(drive, command->nsid);

	if (!namespace)
		return NVME_INVALID_FIELD;
	list_put(command->data, namespace->controllers, namespace->n_controllers, command->cdw10 >> 16);
	return 0;
}

static int make_controllers(const struct drive *drive, const struct nvme_command *command)
{
	list_put(command->data, drive->controllers, drive->n_controllers, command->cdw10 >> 16);
	return 0;
}

static const struct {
	uint8_t cns;
	int (*make)(const struct drive *, const struct nvme_command *);
} pages[] = {
	{ NVME_IDENTIFY_CNS_CTRL, make_controller },
	{ NVME_IDENTIFY_CNS_PRIMARY_CTRL_CAP, make_primary },
	{ NVME_IDENTIFY_CNS_SECONDARY_CTRL_LIST, make_secondaries },
	{ NVME_IDENTIFY_CNS_ALLOCATED_NS_LIST, make_list },
	{ NVME_IDENTIFY_CNS_NS_ACTIVE_LIST, make_list },
	{ NVME_IDENTIFY_CNS_NS, make_namespace },
	{ NVME_IDENTIFY_CNS_ALLOCATED_NS, make_namespace },
	{ NVME_IDENTIFY_CNS_NS_DESC_LIST, make_descriptors },
	{ NVME_IDENTIFY_CNS_NS_CTRL_LIST, make_attached },
	{ NVME_IDENTIFY_CNS_CTRL_LIST, make_controllers },
};

int drive_identify(const struct drive *drive, struct nvme_command *command)
{
	if (command->length != NVME_PAGE)
		return NVME_INVALID_FIELD;
	memset(command->data, 0, NVME_PAGE);
	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++)
		if (pages[i].cns == (command->cdw10 & 0xff))
			return pages[i].make(drive, command);
	return NVME_INVALID_FIELD;
}
