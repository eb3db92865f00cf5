/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Namespaces of a drive are made, removed, and given to controllers. */
#include "nvme_ask.h"
#include "nvme_paths.h"
#include "pci.h"
#include <endian.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define NAMESPACE_NOTICES UINT64_C(0x100) /* of OAES */

/* The first with blocks of that size: metadata 0 has each of them. -1: there is none, and `out` says so. */
static int format_find(struct nvme_door *door, uint32_t block_bytes, size_t *ret_format, struct text *out)
{
	AUTO_TEXT struct text pages = { 0 };
	AUTO_FREE char *words = NULL;
	struct drive *drive = drive_new();
	int error = nvme_learn(nvme_ask_of_formats(door, &pages), &pages, drive, out);
	size_t format = drive_format(drive, block_bytes);

	if (!error && format == drive->n_formats) {
		words = drive_formats(drive);
		text_addf(out, "it has no blocks of %" PRIu32 " B, but of %s", block_bytes, words);
		error = EINVAL;
	}
	if (!error)
		*ret_format = format;
	drive_free(drive);
	return error;
}

/* 5.23, Namespace Management, select 0: what the host says of the new one (figure 299). */
static int create(struct nvme_door *door, const struct nvme_path *path, const struct nvme_order *order,
	struct text *out)
{
	struct nvme_id_ns data = { 0 };
	struct nvme_command command = { .opcode = nvme_admin_ns_mgmt, .data = &data, .length = sizeof(data) };
	AUTO_FREE char *what = text_print("Namespace Management, create %" PRIu64 "x%" PRIu32 "%s",
		order->blocks, order->block_bytes, order->shared ? "s" : "");
	size_t format;
	int status = format_find(door, order->block_bytes, &format, out);

	if (status)
		return status;
	data.nsze = data.ncap = htole64(order->blocks);
	data.flbas = nvme_flbas(format);
	data.nmic = order->shared;
	status = door->submit(door, &command);
	if (status)
		return nvme_refuse(path->pf, what, status, out);
	if (command.result) /* 5.23.1: the number of the new one */
		text_addf(out, "%" PRIu32, command.result);
	return 0;
}

/* What the drive has of that number now. */
static int ask_of_one(struct nvme_door *door, uint32_t nsid, struct drive *drive, struct text *out)
{
	AUTO_TEXT struct text pages = { 0 };

	drive_add_namespace(drive, nsid);
	return nvme_learn(nvme_ask_of_namespace(door, nsid, &pages), &pages, drive, out);
}

/*
 * Right before something is done with it: numbers are given out again, and the one that has this number by
 * now may be another's, with his data on it. Of one that it has not, the drive may refuse to tell, and of one
 * that the plan has known by its UUID that is not told any more once it is taken from the controller that is
 * asked. 0, or an errno and words.
 */
static int check_same(struct nvme_door *door, const char *word, struct drive *drive, struct text *out)
{
	uint32_t nsid = namespace_number(word);
	AUTO_TEXT struct text why = { 0 };
	int error = ask_of_one(door, nsid, drive, &why);
	const struct drive_namespace *there = drive_namespace(drive, nsid);
	AUTO_FREE char *now = namespace_word(there);

	if (!error && namespace_may_be(there, word))
		return 0;
	if (error && error != EINVAL && error != EOPNOTSUPP) {
		text_add(out, text_string(&why));
		return error;
	}
	text_add(out, "namespace ");
	namespace_tell(word, out);
	text_add(out, " is meant, and what the drive has by that number is ");
	if (error || !there->blocks)
		text_add(out, error ? text_string(&why) : "none");
	else
		namespace_tell(now, out);
	return ESTALE;
}

static int check_is(struct nvme_door *door, const char *word, struct text *out)
{
	struct drive *drive = drive_new();
	int error = check_same(door, word, drive, out);

	drive_free(drive);
	return error;
}

/* Of VFs only a drive with Virtualization Management tells. */
static int ask_who_is_who(struct nvme_door *door, struct drive *drive, struct text *why)
{
	AUTO_TEXT struct text itself = { 0 }, secondaries = { 0 };
	int error = nvme_learn(nvme_ask(door, NVME_IDENTIFY_CNS_CTRL, 0, &itself), &itself, drive, why);

	if (error || !(drive->numbers[D_OACS] & OACS_VIRTUALIZATION))
		return error;
	return nvme_learn(nvme_ask_of_secondaries(door, 0, &secondaries), &secondaries, drive, why);
}

/* Whose controller it is, as far as the drive tells: nobody knows its VFs by these numbers. */
static void holder_tell(struct nvme_door *door, uint16_t cntlid, struct text *out)
{
	AUTO_TEXT struct text why = { 0 };
	AUTO_FREE char *id = text_print("%u", cntlid);
	struct drive *drive = drive_new();
	struct function pf = { .drive = drive };

	if (ask_who_is_who(door, drive, &why) == 0)
		controllers_tell(&pf, id, out);
	else
		text_addf(out, "controller %s", id);
	drive_free(drive);
}

/* Who has it may have it mounted: a drive would take it from him (5.23). */
static int check_free(struct nvme_door *door, const char *word, struct text *out)
{
	struct drive *drive = drive_new();
	int error = check_same(door, word, drive, out);
	const struct drive_namespace *there = drive_namespace(drive, namespace_number(word));

	if (!error && there->n_controllers > 0) {
		text_addf(out, "namespace %" PRIu32 " is attached to ", there->nsid);
		holder_tell(door, there->controllers[0], out);
		error = EADDRINUSE;
	}
	drive_free(drive);
	return error;
}

/* Select 1. */
static int remove_one(
	struct nvme_door *door, const struct nvme_path *path, const char *word, struct text *out)
{
	uint32_t nsid = namespace_number(word);
	struct nvme_command command = {
		.opcode = nvme_admin_ns_mgmt, .nsid = nsid, .cdw10 = NVME_NS_MGMT_SEL_DELETE
	};
	AUTO_FREE char *what = text_print("Namespace Management, delete namespace %" PRIu32, nsid);
	int status = check_free(door, word, out);

	if (status)
		return status;
	status = door->submit(door, &command);
	return status ? nvme_refuse(path->pf, what, status, out) : 0;
}

int nvme_namespaces_set(
	struct nvme_door *door, const struct nvme_path *path, const char *in, struct text *out)
{
	struct nvme_order order;

	if (nvme_order_parse(in, &order) < 0)
		return EINVAL;
	if (order.does == ORDER_CREATE)
		return create(door, path, &order, out);
	return order.does == ORDER_DELETE ? remove_one(door, path, order.word, out) : EINVAL;
}

int nvme_namespaces_tell(struct nvme_door *door, struct text *out)
{
	AUTO_TEXT struct text pages = { 0 };
	struct drive *drive = drive_new();
	int error = nvme_learn(nvme_ask_of_namespaces(door, true, &pages), &pages, drive, out);

	if (!error)
		namespaces_print(drive, out);
	drive_free(drive);
	return error;
}

/*
 * A driver hears of what its controller has got or lost by an event, of drives that have such (5.17.2.1, OAES
 * bit 8; drivers/nvme/host/core.c, nvme_enable_aen and nvme_handle_aen_notice): of others it looks when it is
 * told to. A guest's has to be told in the guest.
 */
static void controller_tell(struct nvme_door *door, uint16_t cntlid)
{
	const size_t oaes = offsetof(struct nvme_id_ctrl, oaes);
	AUTO_TEXT struct text pages = { 0 };
	const struct nvme_page *page;

	if (!door->rescan || nvme_ask(door, NVME_IDENTIFY_CNS_CTRL, 0, &pages) != 0)
		return;
	page = (const void *)pages.bytes;
	if (page->status || !(bytes_number(page->data + oaes, sizeof(uint32_t)) & NAMESPACE_NOTICES))
		door->rescan(door, cntlid);
}

/* 5.22, Namespace Attachment. */
static int attachment_change(struct nvme_door *door, const struct nvme_path *path,
	const struct nvme_order *order, struct text *out)
{
	bool attach = order->does == ORDER_ATTACH;
	struct nvme_ctrl_list list = { .num = htole16(1), .identifier = { htole16(order->cntlid) } };
	struct nvme_command command = {
		.opcode = nvme_admin_ns_attach,
		.nsid = path->number,
		.cdw10 = attach ? NVME_NS_ATTACH_SEL_CTRL_ATTACH : NVME_NS_ATTACH_SEL_CTRL_DEATTACH,
		.data = &list,
		.length = sizeof(list),
	};
	AUTO_FREE char *what = text_print("Namespace Attachment, %s controller %u, namespace %" PRIu32,
		attach ? NVME_ATTACH : NVME_DETACH, order->cntlid, path->number);
	int status = path->word ? check_is(door, path->word, out) : 0;

	if (status)
		return status;
	status = door->submit(door, &command);
	if (!status)
		controller_tell(door, order->cntlid);
	return status ? nvme_refuse(path->pf, what, status, out) : 0;
}

int nvme_controllers_set(
	struct nvme_door *door, const struct nvme_path *path, const char *in, struct text *out)
{
	struct nvme_order order;

	if (nvme_order_parse(in, &order) < 0 || (order.does != ORDER_ATTACH && order.does != ORDER_DETACH))
		return EINVAL;
	return attachment_change(door, path, &order, out);
}

int nvme_controllers_tell(struct nvme_door *door, const struct nvme_path *path, struct text *out)
{
	struct drive *drive = drive_new();
	int error = path->word ? check_same(door, path->word, drive, out)
			       : ask_of_one(door, path->number, drive, out);

	if (!error)
		controllers_print(drive_namespace(drive, path->number), out);
	drive_free(drive);
	return error;
}
