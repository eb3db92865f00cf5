/* SPDX-License-Identifier: GPL-2.0-or-later */
/* apply.h: one run through a plan, as the files of apply share it. */
#ifndef APPLY_H
#define APPLY_H

#include "engine.h"
#include "lookup.h"

/* A step with its templates filled in. Strings are its own. */
struct filled {
	char *target, *before, *after;
};

/* What one lane has in hand. step NULL: nothing. */
struct lane_run {
	const struct step *step;
	struct filled filled;
	enum { WRITING, SETTLING } phase;
	uint64_t write, watch; /* tickets; 0: none */
	uint64_t give_up_ns;
	int write_error;
	char *lock; /* the device lock that it holds, NULL: none */
	bool stopped;
};

struct run {
	const struct plan *plan;
	struct host *host;
	struct journal *journal;
	const struct progress *progress;
	struct report *report;
	enum step_result *results; /* by step number - 1 */
	bool *written;             /* likewise: its write has begun */
	struct lane_run *lanes;    /* by lane number */
	size_t first_waiting, in_hand, n_done;
	struct journal_entry *learned; /* object = name, after = value */
	size_t n_learned;
	struct lookup learned_by_name;
	const struct resource *asked_about; /* the device that the gates were last asked about again */
	uint64_t asked_ns;
	bool asked_to_stop;
	bool failed; /* a step has stopped: from then on nothing is taken from anybody */
	bool broken; /* nothing more may be written: the journal or the machine is gone */
};

enum step_result *result_of(const struct run *, const struct step *);
bool may_be_set(const struct run *, const struct step *); /* this run has set its knob, or may have */

/* Fills the step's templates; what it learns is journalled. -1 and a finding when it cannot be told. */
int step_fill(struct run *, const struct step *, struct filled *);
void filled_free(struct filled *);
void learned_free(struct run *);

/* One step's life. Each may end it; until then an operation is under way. */
void step_start(struct run *, struct lane_run *, const struct step *);
void step_written(struct run *, struct lane_run *, const struct done *);
void step_noticed(struct run *, struct lane_run *);
void step_leave_lock(struct run *, struct lane_run *);

#endif
