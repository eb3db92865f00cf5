/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * engine.h: from wish and survey to a plan, and through it. Floor 4, engine.
 */
#ifndef ENGINE_H
#define ENGINE_H

#include "digest.h"
#include "gate.h"
#include "journal.h"
#include "wish.h"

struct ledger;
struct recall;

/* All that a plan points into, to be kept and freed as one. */
struct planning {
	struct survey survey;
	struct state want, have, left_out; /* left_out: wished for too, and not meant (--target) */
	struct plan plan;
	char wish[65]; /* SHA-256 in hexadecimal, of what is wished whatever the machine is like */
};

/* What of the wish is meant. targets: addresses as `nic0.vf.3`, each with all below it; n 0: everything. */
struct asked {
	const char *host_name; /* NULL: the host that fits this machine */
	const char *const *targets;
	size_t n_targets;
	const struct allowances *allowed; /* NULL: nothing */
	const struct recall *recall; /* what is remembered (recall.h), instead of the wish; NULL: the wish */
	const struct planning *before; /* of the same run: its functions are meant again. NULL: the first */
};

/*
 * wish + survey -> ordered plan: resolve, derive, observe, compare, steps, order, id. `survey` in `planning`
 * is filled by the caller, with its debts. -1 and findings when no plan can be made. Judging is separate:
 * a refused plan is still shown whole.
 */
int planning_make(struct planning *, const struct wish *, const struct asked *, struct report *);
void planning_free(struct planning *);

/* Pins each function that a device was found to be; what is not known of it now, an earlier pin may tell. */
void planning_pins(const struct planning *, struct pin_list *);

/* have for want, one resource each. */
int state_observe(const struct survey *, const struct state *want, struct state *have, struct report *);

/* Asks all gates, each after its `after`; -1: one refuses. step NULL: the whole plan. prediction: or NULL. */
int plan_judge(const struct plan *, const struct step *, const struct survey *now, struct prediction *,
	struct report *);

/* Debts are paid first, but for what their VFs need before. part: a plan that may have no word on these. */
void plan_pay_debts(struct plan *, const struct survey *, const struct asked *, struct report *);

/* What must share a lane, as the machine is now and the wish says; lanes_free frees it. */
struct lanes;
struct lanes *survey_lanes(const struct survey *, const struct state *want);

/* What apply tells while it runs; any call may be NULL. */
struct progress {
	void *data;
	void (*starts)(void *data, const struct step *, const char *target);
	void (*ends)(void *data, const struct step *, const char *target, enum step_result);
	void (*leaves)(
		void *data, const struct step *); /* started, and left before its write: it waits again */
	void (*waits)(void *data, const struct step *, const char *holder); /* for its device's lock */
	void (*stops)(void *data); /* asked to stop: what is in hand is finished first */
};

/* How to apply: so many lanes side by side, at least 1, and how long to wait for a device's lock; 0: not. */
struct manner {
	size_t parallel;
	uint64_t lock_timeout_ns;
	const struct progress *progress; /* NULL: nobody listens */
	struct ledger *ledger;           /* NULL: no step needs it */
	bool lanes_apart;                /* one that has stopped holds back no other */
	const char *goes_on; /* the command that goes on with a run that has stopped; NULL: none does */
	bool unjudged;       /* no gate is asked again: on a twin that predicts (predict.h) */
};

/*
 * The one loop that turns knobs: reads, skips what is already so, journals "intend", writes, waits until it
 * settles, reads back, journals "done". A lane stops at anything else; what must be put back is put back.
 * Asked to stop, it stops at the next safe point. -1 and findings when not every step is done.
 */
int plan_apply(
	const struct planning *, struct host *, struct journal *, const struct manner *, struct report *);

/* Plans again on what was surveyed once more: each step still needed is a finding (NOT_VERIFIED), and -1. */
int plan_verify(struct planning *after, const struct wish *, const struct asked *, struct report *);

#endif
