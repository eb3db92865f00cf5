/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * plan.h: an ordered list of steps, each one atomic write: this knob goes from A to B. Floor 2, model.
 * A plan is data. The only code that turns a knob is the loop in engine/apply.c.
 */
#ifndef PLAN_H
#define PLAN_H

#include "arena.h"
#include "step.h"

struct lanes;

struct plan {
	char id[65]; /* SHA-256 in hexadecimal; DESIGN section 6 says of what */
	const struct state *have, *want, *left_out; /* left_out: by --target; nothing of it is done */
	const struct allowances *allowed; /* gate.h; whoever asked for the plan has them. NULL: nothing is */
	struct changes changes;
	struct step **steps;
	size_t n;
	struct arena memory; /* of the steps and their strings */
	struct lane **lanes;
	size_t n_lanes;
};

/* Adds a copy of `like` (strings copied; what the calls below add is not). */
struct step *plan_add(struct plan *, const struct step *like);

/*
 * Orders the steps: needs first, then kinds by their `after`, otherwise as they were added; steps of one lane
 * stay together, and ONE_WAY and reboot steps are barriers for all. Numbers the steps and sets their lanes.
 * -1 when needs form a cycle; the finding names each step of it and the places that caused them.
 */
int plan_order(struct plan *, const struct lanes *, struct report *);
void plan_free(struct plan *);

#endif
