/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * disks.h: what a wish says of namespaces, a line each; and which is meant, told without pawl's own code.
 *
 * A name has sizes that no other has on its drive, or an EUI-64: by these it is known again.
 */
#ifndef DISKS_H
#define DISKS_H

#include "dice.h"
#include "nvme.h"
#include "survey.h"
#include "text.h"

/* "ns1: {size: 1GiB, vf: 0}" of a drive; "": it is not said. */
struct disk {
	char handle[16], address[16]; /* of its drive */
	char name[8], adopt[64], size[16], holder[64];
	bool absent, shared;
};

/* Reads the next one of a wish, from `rest` on; handle and address are those of the one before. */
bool disk_next(const char **rest, struct disk *);
bool disk_parse(const char *line, struct disk *);
void disk_print(const struct disk *, struct text *); /* a line */

/* Dangerous wishes: names come and go, move, are adopted, shared, deleted. `vfs`: that the wish makes. */
void disks_write(struct dice *, const struct function *pf, unsigned vfs, struct text *);
void disk_vary(struct dice *, struct disk *, struct text *); /* the same on another day, or no more */

/* "--allow=.. " for what a wish says is absent: without dice for all of it; the caller frees it. */
char *consents_print(struct dice *, const char *wish);

bool disk_is(const struct disk *, const struct drive_namespace *);
size_t disk_holders(const struct disk *, const struct drive *, uint16_t ids[8]);

#endif
