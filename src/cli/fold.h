/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * fold.h: a plan's steps, gathered as people read them. Private to cli.
 *
 * A section is a run of steps on one device of the wish. A chain is a run of steps of one batch on one object
 * (override, unbind, bind of one VF). A fold is chains that differ in nothing but a number in their object.
 */
#ifndef FOLD_H
#define FOLD_H

#include "plan.h"

/* chains[i] is the index in plan->steps of a chain's first step; all chains have `length` steps. */
struct fold {
	const struct plan *plan;
	size_t *chains, n, length;
};

struct section {
	const struct step *first;
	struct fold *folds;
	size_t n;
};

struct sections {
	struct section *all;
	size_t n;
};

/* The device of the wish whose step it is: the one that the change is about, or that the debt was left on. */
const struct resource *step_device(const struct plan *, const struct step *);
char *step_handle(const struct step *); /* "nic0" of "nic0.vf.3"; for the caller to free */
bool steps_share_device(const struct plan *, const struct step *, const struct step *);

void sections_make(const struct plan *, struct sections *);
void sections_free(struct sections *);

const struct step *fold_step(const struct fold *, size_t chain, size_t at);
void fold_print_numbers(const struct fold *, struct text *); /* "4-19", or "4,9,12" */
void fold_print_object(const struct fold *, struct text *);  /* "nic0.vf.[0-7]" */

#endif
