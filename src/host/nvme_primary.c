/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the primary controller holds itself of what it could give to its VFs, and how it gives that back. */
#include "nvme_ask.h"
#include "nvme_paths.h"
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

void primary_print(const uint64_t numbers[N_FLEXIBLE], struct text *text)
{
	for (size_t i = 0; i < N_FLEXIBLE; i++)
		text_addf(text, "%s%s %" PRIu64, i ? " " : "", flexible_resources[i].name, numbers[i]);
}

int primary_parse(const char *text, uint64_t ret_numbers[N_FLEXIBLE])
{
	AUTO_TEXT struct text again = { 0 };
	uint64_t numbers[N_FLEXIBLE] = { 0 };

	if (sscanf(text, "queues %" SCNu64 " interrupts %" SCNu64, &numbers[0], &numbers[1]) != 2)
		return -1;
	primary_print(numbers, &again);
	if (!string_equal(text_string(&again), text) || numbers[0] > UINT16_MAX || numbers[1] > UINT16_MAX)
		return -1;
	memcpy(ret_numbers, numbers, sizeof(numbers));
	return 0;
}

/* The page of capabilities is asked for by the controller's own id (5.17.2.14). */
static int capabilities_ask(struct nvme_door *door, struct drive *drive, struct text *out)
{
	AUTO_TEXT struct text pages = { 0 };
	int error = nvme_ask(door, NVME_IDENTIFY_CNS_CTRL, 0, &pages);
	const struct nvme_page *controller = (const void *)pages.bytes;
	uint32_t own = error || controller->status ? 0 : (uint32_t)page_number(controller->data, D_CNTLID);

	if (!error)
		error = nvme_ask(door, NVME_IDENTIFY_CNS_PRIMARY_CTRL_CAP | own << 16, 0, &pages);
	return nvme_learn(error, &pages, drive, out);
}

int nvme_primary_tell(struct nvme_door *door, struct text *out)
{
	struct drive *drive = drive_new();
	int error = capabilities_ask(door, drive, out);
	uint64_t held[N_FLEXIBLE];

	for (size_t i = 0; i < N_FLEXIBLE; i++)
		held[i] = drive->numbers[flexible_resources[i].primary];
	if (!error)
		primary_print(held, out);
	drive_free(drive);
	return error;
}

static int allot(struct nvme_door *door, const struct nvme_path *path, const struct drive *drive,
	enum flexible resource, uint64_t number, struct text *out)
{
	const struct nvme_giving giving = {
		.action = NVME_VIRT_MGMT_ACT_PRIM_CTRL_FLEX_ALLOC,
		.cntlid = (uint16_t)drive->numbers[D_CNTLID],
		.resource = resource,
		.number = (uint32_t)number,
	};
	AUTO_FREE char *what =
		text_print("controller %u, Virtualization Management, %s %" PRIu64 " for itself",
			giving.cntlid, flexible_resources[resource].name, number);

	return nvme_give(door, path->pf, what, &giving, out);
}

static int allot_all(struct nvme_door *door, const struct nvme_path *path, const struct drive *drive,
	const uint64_t numbers[N_FLEXIBLE], struct text *allotted, struct text *out)
{
	int error = 0;

	for (enum flexible i = 0; !error && i < N_FLEXIBLE; i++) {
		if (!drive->numbers[flexible_resources[i].total] ||
			drive->numbers[flexible_resources[i].primary] == numbers[i])
			continue;
		error = allot(door, path, drive, i, numbers[i], out);
		if (!error)
			text_addf(allotted, "%s%s", allotted->length ? " and " : "",
				flexible_resources[i].name);
	}
	return error;
}

static int reset(struct nvme_door *door, const struct nvme_path *path, struct text *out)
{
	int status = door->reset(door);

	return status ? nvme_refuse(path->pf, "its function level reset", status, out) : 0;
}

/*
 * What is allotted takes effect with the next reset (5.24, table of actions), whoever makes it. Who dies
 * before it, or is refused something after it, leaves it allotted: the next run reads what is so.
 */
int nvme_primary_set(struct nvme_door *door, const struct nvme_path *path, const char *in, struct text *out)
{
	AUTO_TEXT struct text allotted = { 0 };
	uint64_t numbers[N_FLEXIBLE];
	struct drive *drive;
	int error;

	if (primary_parse(in, numbers) < 0)
		return EINVAL;
	drive = drive_new();
	error = capabilities_ask(door, drive, out);
	if (!error)
		error = allot_all(door, path, drive, numbers, &allotted, out);
	if (!error)
		error = reset(door, path, out);
	if (error && allotted.length)
		text_addf(out, "; %s are allotted, and it has so many from its next reset on",
			text_string(&allotted));
	drive_free(drive);
	return error;
}
