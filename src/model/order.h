/* SPDX-License-Identifier: GPL-2.0-or-later */
/* order.h: what the files that order a plan share. */
#ifndef ORDER_H
#define ORDER_H

#include "plan.h"

/* One bit a kind: `before[i]` has the kinds whose steps come before those of kind i, near and far. */
struct precedence {
	const struct kind *kinds[64];
	uint64_t before[64];
	size_t n;
};

/* The kind's number; a new kind comes with all that it is after. NULL: the debts, before all others. */
size_t precedence_number(struct precedence *, const struct kind *);

/* A step while the plan is ordered; node i is the i-th step that was added. */
struct node {
	struct step *step;
	size_t kind;
	uint64_t waits;    /* the kinds of its lane that it comes after */
	size_t blockers;   /* what must still come before it */
	size_t dependents; /* where those that need it start in order.dependents, up to the next node's */
	size_t neighbour;  /* the next in its lane, + 1; 0: none */
};

struct order {
	struct plan *plan;
	struct node *nodes; /* n, and one more that only ends the last one's dependents */
	size_t n;
	size_t *dependents;
	size_t *by_needs; /* the nodes so that needs come first */
	struct precedence precedence;
};

/* Puts the plan's steps into their order and numbers them. */
void schedule_steps(struct order *);

/* Names one circle among the nodes that are still blocked. */
void cycle_report(const struct order *, struct report *);

/* Gives each step the lane of its lock. */
void plan_set_lanes(struct plan *, const struct lanes *);

#endif
