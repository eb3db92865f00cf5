/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * grounds.h: what a plan rests on, and the digests by which it and its wish are known. Floor 4, engine.
 */
#ifndef GROUNDS_H
#define GROUNDS_H

#include "plan.h"

struct survey;

/* A fact that a plan rests on: were it another, so would be the plan. value NULL: none, or not known. */
struct ground {
	const char *object, *fact, *value; /* "0000:02:00.0", "sriov_numvfs", "0" */
};
struct grounds { /* strings: the plan's, the wish's, the survey's, a table's; of a saved plan its own */
	struct ground *all;
	size_t n;
};
void plan_grounds(const struct plan *, const struct survey *, struct grounds *);
void ground_add(struct grounds *, const char *object, const char *fact, const char *value);
void grounds_free(struct grounds *);

/* SHA-256 over configuration, the stable facts that the plan rests on, and its steps; never of time. */
void plan_identify(struct plan *, const struct survey *);

/* SHA-256 of the wish as it is written, before anything is looked for on the machine, and of its targets. */
void wish_identify(const struct state *want, const char *const *targets, size_t n_targets, char ret_id[65]);

#endif
