/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * drives.h: what runs may never do to namespaces, held against the drives without pawl's own code.
 *
 * Nothing is deleted but what is to be absent and was allowed by its whole name; nothing is resized. None is
 * given to whom no wish gives it, nor a private one to two; none is taken from whom pawl did not give it.
 */
#ifndef DRIVES_H
#define DRIVES_H

#include "survey.h"
#include "tale.h"
#include "text.h"

/* A controller that had a namespace at some time; `pawls`: a run has given it that. */
struct holding {
	char *drive, *namespace;
	uint16_t cntlid;
	bool pawls;
};
struct drives {
	struct survey seen; /* each drive as it was when it was seen last */
	struct holding *holdings;
	size_t n;
};
void drives_free(struct drives *);

/* A run, and what somebody else does in the middle of it: "write nvme/..", NULL: nothing. */
struct deed {
	const struct tale *tale;
	char *const *words;
	const char *meanwhile;
};

/* Before a run, what has come is others'; after it, what was not allowed is said in `why`: -1. */
void drives_look(struct drives *, const struct survey *world);
int drives_check(struct drives *, const struct survey *world, const struct deed *, struct text *why);

#endif
