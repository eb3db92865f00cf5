/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * linux.h: what the files of the linux host share. Private to src/host/linux*.c.
 */
#ifndef LINUX_H
#define LINUX_H

#include "host.h"

#define STATE_DIRECTORY "var/lib/pawl"
#define LOCK_DIRECTORY  "run/pawl"

/* Results that wait to be fetched, oldest first. */
struct queue {
	struct done *results;
	size_t first, n;
};

struct linux_host {
	struct host host;
	int root; /* an O_PATH descriptor */
	uint64_t tickets;
	struct queue ready;
};

/* linux.c */
void host_finish(struct linux_host *, struct done *); /* takes the data over */

/* linux_root.c: descriptors and -1 with errno; never an interrupted call, always close-on-exec */
int root_open_first(const char *path); /* the root itself: as the operator names it */
int root_open(int root, const char *path, int flags);
int root_open_below(int directory, const char *name, int flags); /* no symbolic link on the way */

/* linux_file.c: does the operation now. 0 or an errno; `data` is the answer, or says more of the error. */
int file_do(int root, const struct op *, struct text *data);

/* linux_gather.c */
int gather_do(int root, const struct op *, struct text *data);

/* linux_state.c */
int state_replace(int root, const struct op *, struct text *data);
int state_append(int root, const struct op *, struct text *data);

/* The file, made (0600) with its directories when missing; -1 and errno, and `why` when that needs words. */
int state_open(int root, const char *path, int flags, struct text *why);

#endif
