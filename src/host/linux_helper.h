/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * linux_helper.h: one helper process. Of src/host/linux_helper.c and linux_helpers.c only.
 */
#ifndef LINUX_HELPER_H
#define LINUX_HELPER_H

#include "linux.h"

struct helper {
	struct helper *next;
	enum { IDLE, READS, WRITES, ABANDONED } is;
	pid_t pid;
	int socket; /* -1 when abandoned */
	uint64_t ticket, since, deadline;
	uint64_t patience; /* from its last sign of life to the deadline */
	enum op_verb verb;
	char *path, *lock; /* lock NULL: none */
};
extern const char *const helper_verbs[]; /* what it does, for who waits for it */

void helper_forget(struct helper *);                    /* it has no operation any more */
void helper_free(struct linux_host *, struct helper *); /* its process goes on alone */
void helper_end(struct linux_host *, struct helper *);  /* and so does its process; errno stays */

#endif
