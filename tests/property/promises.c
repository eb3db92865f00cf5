/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Holds what a wish says of namespaces against the drives: each is there once, where it is to be, or gone. */
#include "promises.h"
#include "disks.h"
#include <string.h>

/* By the drive's own list, and nobody else has it. */
static bool is_held_as_promised(
	const struct disk *disk, const struct drive *drive, const struct drive_namespace *one, bool alone)
{
	uint16_t ids[8];
	size_t n = disk_holders(disk, drive, ids);

	if (!*disk->holder && (!alone || one->eui64))
		return true;
	for (size_t i = 0; i < n; i++)
		if (!namespace_has(one, ids[i]))
			return false;
	return one->n_controllers == n;
}

/* A name alone tells pawl nothing of what it has not made; --allow=namespace-nameless lets that be so. */
static bool is_unheard_of(const struct disk *disk, const struct drive_namespace *one)
{
	return disk->absent && !*disk->adopt && one->eui64;
}

static char *promise_broken(const struct disk *disk, const struct drive *drive, bool alone)
{
	size_t n = 0, kept = 0;

	for (size_t i = 0; i < drive->n_namespaces; i++) {
		const struct drive_namespace *one = &drive->namespaces[i];

		if (!disk_is(disk, one) || is_unheard_of(disk, one))
			continue;
		n++;
		kept += is_held_as_promised(disk, drive, one, alone);
	}
	if (disk->absent ? n == 0 || !alone : alone ? kept == 1 && n == 1 : kept > 0)
		return NULL;
	return text_print("[promised] of %s.ns.%s, %s, there are %zu namespaces, and %zu of them are where "
			  "they are to be",
		disk->handle, disk->name, disk->absent ? "absent" : "present", n, kept);
}

char *promises_broken(const char *wish, const struct survey *machine, bool alone)
{
	struct disk disk = { 0 };
	char *broken = NULL;

	while (!broken && disk_next(&wish, &disk)) {
		const struct function *pf = survey_function(machine, disk.address);

		if (pf && pf->drive && !pf->drive->unknown)
			broken = promise_broken(&disk, pf->drive, alone);
	}
	return broken;
}
