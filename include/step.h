/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * step.h: one atomic write: this knob goes from A to B, and all that is to be known of it. Floor 2, model.
 */
#ifndef STEP_H
#define STEP_H

#include "change.h"
#include "effect.h"

struct knob;
struct step;

/*
 * A value known only after the write: "nic0.vf.*.address" <- the step's target's link "virtfn*". The engine
 * resolves it at first use ("${nic0.vf.3.address}" reads virtfn3) and journals what it read. It believes the
 * link only if what it leads to has a link `back` to the target. link NULL: what the knob has learned of its
 * write (knob.h); "ssd0.ns.db.nsid" is its "nsid".
 */
struct binding {
	const char *name, *link, *back;
};

/* AFTER_TRIED: also when that step failed, as soon as its device's lock is free. */
struct need {
	const struct step *on;
	enum after { AFTER_DONE, AFTER_TRIED } how;
};

enum step_flag {
	STEP_ONE_WAY = 1,
	STEP_DATA_LOSS = 2,
	STEP_DISRUPTIVE = 4,
	STEP_NEEDS_REBOOT = 8,
	STEP_SLOW = 16,
	STEP_VF_COUNT = 32,   /* the lane is surveyed and judged again right before it (rule 5) */
	STEP_CONSENT = 64,    /* the operator's word on what a later one-way step does */
	STEP_CONSENTED = 128, /* of a one-way step: the word on it is kept, and not asked for again */
	STEP_PASSING = 256,   /* a later step sets the same knob: nobody wishes for what this one sets */
};

/* The union of physical device, IOMMU group, secure domain and GPU set: never beside itself. */
struct lane {
	char *name;    /* the smallest member's; "" is the host itself */
	size_t number; /* its index in plan->lanes */
};

/*
 * Arrays and their strings belong to the step, its own strings to the plan; target, before, after may hold
 * "${NAME}" of a binding. `before` is what the knob must read to be written; "": nothing bound, or set.
 */
struct step {
	size_t number; /* from 1, in the plan's order */
	const struct knob *knob;
	char *target, *before, *after;
	char *object;     /* whom the operator knows: "nic0.vf.3" */
	char *was, *will; /* what of before and after is the change, for people; NULL: they tell it */
	char *lock; /* of the physical device, held while writing: "0000:17:00"; NULL: the host's alone */
	struct binding *learns;
	size_t n_learns;
	/* a temporary value: skipped when guard_of already reads its `after`; a debt until the step that
	 * `restores` it is done, which is AFTER_TRIED guard_of */
	const struct step *guard_of, *restores;
	struct beside *besides; /* on the same target */
	size_t n_besides;
	struct effect *effects;
	size_t n_effects;
	struct need *needs;
	size_t n_needs;
	const struct change *why; /* NULL: pays a debt */
	char *batch; /* steps of one batch, different only in number, fold into one line of text */
	struct lane *lane;
	uint64_t patience_ns; /* what its write may take; 0: as the knob says */
	unsigned flags;
};

/* Whose the step is, and where the YAML gives its value; NULL and no place when it pays a debt. */
const struct resource *step_resource(const struct step *);
struct place step_place(const struct step *);
void step_needs(struct step *, const struct step *on, enum after how);
void step_learns(struct step *, const struct binding *);
void step_sets(struct step *, const struct knob *, const char *before, const char *after); /* besides */
struct effect *step_affects(struct step *, enum effect_kind, const char *object, bool will);

#endif
