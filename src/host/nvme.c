/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A drive in memory: its secondary controllers, its namespaces, and whom they are attached to. */
#include "nvme_namespaces.h"
#include <inttypes.h>
#include <stdlib.h>

struct drive *drive_new(void)
{
	return memory_new(1, sizeof(struct drive));
}

void namespace_clear(struct drive_namespace *namespace)
{
	free(namespace->nguid);
	free(namespace->eui64);
	free(namespace->uuid);
	free(namespace->controllers);
	free(namespace->listed);
}

const char *namespace_identity(const struct drive_namespace *namespace, enum namespace_id *ret_which)
{
	const char *const ids[] = {
		[ID_NGUID] = namespace->nguid, [ID_EUI64] = namespace->eui64, [ID_UUID] = namespace->uuid
	};
	enum namespace_id which = ID_NGUID;

	while (which < N_NAMESPACE_IDS && !ids[which])
		which++;
	if (which == N_NAMESPACE_IDS)
		return NULL;
	if (ret_which)
		*ret_which = which;
	return ids[which];
}

void drive_free(struct drive *drive)
{
	for (size_t i = 0; drive && i < drive->n_namespaces; i++)
		namespace_clear(&drive->namespaces[i]);
	if (drive) {
		free(drive->unknown);
		free(drive->listed);
		free(drive->subnqn);
		free(drive->secondaries);
		free(drive->namespaces);
		free(drive->controllers);
		free(drive->formats);
	}
	free(drive);
}

static void namespace_copy(const struct drive_namespace *from, struct drive_namespace *to)
{
	*to = *from;
	to->nguid = string_copy(from->nguid);
	to->eui64 = string_copy(from->eui64);
	to->uuid = string_copy(from->uuid);
	to->listed = string_copy(from->listed);
	to->controllers =
		memory_copy_grown(from->controllers, from->n_controllers, sizeof(*from->controllers));
}

struct drive *drive_copy(const struct drive *from)
{
	struct drive *copy = from ? drive_new() : NULL;

	if (!copy)
		return NULL;
	*copy = *from;
	copy->unknown = string_copy(from->unknown);
	copy->listed = string_copy(from->listed);
	copy->subnqn = string_copy(from->subnqn);
	copy->secondaries =
		memory_copy_grown(from->secondaries, from->n_secondaries, sizeof(*from->secondaries));
	copy->controllers =
		memory_copy_grown(from->controllers, from->n_controllers, sizeof(*from->controllers));
	copy->formats = memory_copy_grown(from->formats, from->n_formats, sizeof(*from->formats));
	copy->namespaces = memory_copy_grown(from->namespaces, from->n_namespaces, sizeof(*from->namespaces));
	for (size_t i = 0; i < from->n_namespaces; i++)
		namespace_copy(&from->namespaces[i], &copy->namespaces[i]);
	return copy;
}

struct secondary *drive_secondary(const struct drive *drive, size_t vf)
{
	for (size_t i = 0; i < drive->n_secondaries; i++)
		if (drive->secondaries[i].vf == vf + 1)
			return &drive->secondaries[i];
	return NULL;
}

struct secondary *drive_secondary_by_id(const struct drive *drive, uint16_t cntlid)
{
	for (size_t i = 0; i < drive->n_secondaries; i++)
		if (drive->secondaries[i].cntlid == cntlid)
			return &drive->secondaries[i];
	return NULL;
}

/* A drive may have no list of all, or one that lacks its secondary ones. */
bool drive_has_controller(const struct drive *drive, uint64_t cntlid)
{
	for (size_t i = 0; i < drive->n_controllers; i++)
		if (drive->controllers[i] == cntlid)
			return true;
	return cntlid == drive->numbers[D_CNTLID] ||
	       (cntlid <= UINT16_MAX && drive_secondary_by_id(drive, (uint16_t)cntlid));
}

/* 5.17.2.1, MNAN: 0 is as many as there are numbers. */
uint64_t drive_most_namespaces(const struct drive *drive)
{
	uint64_t numbers = drive->numbers[D_NN], most = drive->numbers[D_MNAN];

	return most && most < numbers ? most : numbers;
}

char *drive_formats(const struct drive *drive)
{
	struct text text = { 0 };

	for (size_t i = 0; i < drive->n_formats; i++)
		if (drive->formats[i])
			text_addf(&text, "%s%" PRIu32 " B", text.length ? ", " : "", drive->formats[i]);
	return text.length ? text_take(&text) : string_copy("none that it tells");
}

size_t drive_format(const struct drive *drive, uint32_t block_bytes)
{
	size_t format = 0;

	while (format < drive->n_formats && drive->formats[format] != block_bytes)
		format++;
	return format;
}

/* They are in the order of their numbers. */
static int namespace_order(const void *nsid, const void *namespace)
{
	uint32_t a = *(const uint32_t *)nsid, b = ((const struct drive_namespace *)namespace)->nsid;

	return (a > b) - (a < b);
}

struct drive_namespace *drive_namespace(const struct drive *drive, uint32_t nsid)
{
	return drive->n_namespaces == 0 ? NULL
					: bsearch(&nsid, drive->namespaces, drive->n_namespaces,
						  sizeof(*drive->namespaces), namespace_order);
}

struct drive_namespace *drive_add_namespace(struct drive *drive, uint32_t nsid)
{
	struct drive_namespace *there = drive_namespace(drive, nsid);
	size_t at = drive->n_namespaces;

	if (there)
		return there;
	drive->namespaces = memory_grow(drive->namespaces, drive->n_namespaces++, sizeof(*drive->namespaces));
	for (; at > 0 && drive->namespaces[at - 1].nsid > nsid; at--)
		drive->namespaces[at] = drive->namespaces[at - 1];
	drive->namespaces[at] = (struct drive_namespace){ .nsid = nsid };
	return &drive->namespaces[at];
}

void drive_remove_namespace(struct drive *drive, uint32_t nsid)
{
	struct drive_namespace *namespace = drive_namespace(drive, nsid);

	if (!namespace)
		return;
	namespace_clear(namespace);
	drive->n_namespaces--;
	for (struct drive_namespace *at = namespace; at < drive->namespaces + drive->n_namespaces; at++)
		at[0] = at[1];
}

/* What the one is known by may be told to those alone who have it (5.17.2.4): it is kept. */
static void namespace_follow(struct drive *drive, const struct drive_namespace *other)
{
	struct drive_namespace *own = drive_namespace(drive, other->nsid);

	if (!own) {
		namespace_copy(other, drive_add_namespace(drive, other->nsid));
		return;
	}
	free(own->controllers);
	own->controllers =
		memory_copy_grown(other->controllers, other->n_controllers, sizeof(*other->controllers));
	own->n_controllers = other->n_controllers;
}

void drive_follow(struct drive *drive, const struct drive *other)
{
	for (size_t i = drive->n_namespaces; i-- > 0;)
		if (!drive_namespace(other, drive->namespaces[i].nsid))
			drive_remove_namespace(drive, drive->namespaces[i].nsid);
	for (size_t i = 0; i < other->n_namespaces; i++)
		namespace_follow(drive, &other->namespaces[i]);
	drive->numbers[D_UNVMCAP] = other->numbers[D_UNVMCAP];
}

bool namespace_has(const struct drive_namespace *namespace, uint16_t cntlid)
{
	for (size_t i = 0; i < namespace->n_controllers; i++)
		if (namespace->controllers[i] == cntlid)
			return true;
	return false;
}

void controllers_print(const struct drive_namespace *namespace, struct text *text)
{
	for (size_t i = 0; i < namespace->n_controllers; i++)
		text_addf(text, "%s%u", i ? " " : "", namespace->controllers[i]);
}

/* Called `one`: clang-format takes a line that begins with `namespace` for C++. */
void namespace_attach(struct drive_namespace *one, uint16_t cntlid)
{
	size_t at = one->n_controllers;

	if (namespace_has(one, cntlid))
		return;
	one->controllers = memory_grow(one->controllers, one->n_controllers++, sizeof(*one->controllers));
	for (; at > 0 && one->controllers[at - 1] > cntlid; at--)
		one->controllers[at] = one->controllers[at - 1];
	one->controllers[at] = cntlid;
}

void namespace_detach(struct drive_namespace *one, uint16_t cntlid)
{
	size_t n = 0;

	for (size_t i = 0; i < one->n_controllers; i++)
		if (one->controllers[i] != cntlid)
			one->controllers[n++] = one->controllers[i];
	one->n_controllers = n;
}

uint16_t *secondary_share(struct secondary *secondary, enum flexible resource)
{
	return resource == FLEXIBLE_QUEUES ? &secondary->queues : &secondary->interrupts;
}

uint64_t drive_left(const struct drive *drive, enum flexible resource)
{
	const struct flexible_row *row = &flexible_resources[resource];
	uint64_t given = drive->numbers[row->assigned] + drive->numbers[row->primary];

	return given < drive->numbers[row->total] ? drive->numbers[row->total] - given : 0;
}

bool drive_has_number(const struct drive *drive, enum drive_number number)
{
	return drive_numbers[number].cns != drive_numbers[D_CRT].cns ||
	       drive->numbers[D_OACS] & OACS_VIRTUALIZATION;
}
