/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * applied.h: what pawl has set and not put back, one word on each knob of each target. Floor 2, host.
 */
#ifndef APPLIED_H
#define APPLIED_H

#include "lookup.h"

struct knob;
struct survey;

/* What pawl has set and not put back (ledger.h). Strings belong to it. */
struct applied {
	const struct knob *knob;
	char *target, *object;  /* address; "nic0.vf.3", as people know it */
	char *pf;               /* of a VF: the function that it goes away with; else NULL */
	char *original, *value; /* what the knob read before pawl's first write, and what pawl set last */
	char *stood;            /* NULL, or what pawl had set before a run that died with half of it done */
	char *boot_id;          /* of the boot in which it was set last; NULL: not known. Facts have none */
	bool partial;           /* of a number of VFs: what they were to have may be missing; nor this */
	bool passing; /* of it and its VFs: a run went on from it, and died; a later boot brings it back */
	/* Of a knob that learns: the only word that `value` has and `original` has not, and the other way
	 * round; NULL: there is none, or several; and the number of what came. applied_keep finds them. */
	char *came, *went;
	uint32_t nsid;
};

/* One word a knob and target; value NULL: it is back at its original, as if it had never been there. */
struct applied_list {
	struct applied *all;
	size_t n;
	struct lookup by_target, by_object, by_number;
};
struct applied *applied_find(const struct applied_list *, const struct knob *, const char *target);
/* Each on that knob of that object, in no special order; `cursor` starts at 0. NULL: there is no more. */
const struct applied *applied_of(
	const struct applied_list *, const struct knob *, const char *object, size_t *cursor);
/* Likewise each that has learned of one of that number, which came, or else went; 0: asked for one. */
const struct applied *applied_numbered(const struct applied_list *, uint32_t number, size_t *cursor);
void applied_keep(struct applied_list *, const struct applied *like);      /* copies, over the earlier word */
void applied_copy(const struct applied_list *, struct applied_list *copy); /* those that have a value */
void applied_free(struct applied_list *);

/* Without a boot_id of both nobody can tell that there was a boot in between: then it is. */
bool applied_is_of_this_boot(const struct survey *, const struct applied *);

/* What it reads; NULL: not known. */
const char *applied_now(const struct survey *, const struct applied *);

#endif
