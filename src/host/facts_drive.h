/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * facts_drive.h: how a drive of a facts file is read. Of src/host/facts_drive*.c only.
 */
#ifndef FACTS_DRIVE_H
#define FACTS_DRIVE_H

#include "facts_parsing.h"
#include "nvme_keys.h"

/*
 * Pages of Identify are read on until all secondary controllers and all namespaces are told; of the latter
 * these are many times what any drive has. Of controllers and formats one page is read (NVM Express Base
 * Specification 2.0, 5.17.2).
 */
enum { MAX_SECONDARIES = 65535, MAX_NAMESPACES = 65535, MAX_CONTROLLERS = 2047, MAX_FORMATS = 64 };

/* One function's drive while it is read. */
struct drive_parsing {
	struct parsing *parsing;
	const char *address;
	struct drive *drive;
	bool *cntlids, *vfs; /* the secondary controllers that there were, by their numbers */
};

/* One more mistake: of a key of the drive, and of which entry of its list; a list counts from 0. */
void drive_refuse(struct drive_parsing *, const char *key, const char *format, ...) PRINTF_LIKE(3, 4);

/* -1: it is no number, or above `most`. */
int drive_number_parse(const struct json_t *, uint64_t most, uint64_t *ret_number);
bool block_bytes_valid(uint64_t bytes); /* a power of two from 512 on; 0: it has no such blocks */

void drive_take_secondaries(struct drive_parsing *, const struct json_t *array);
void drive_take_namespaces(struct drive_parsing *, const struct json_t *array);

#endif
