/* SPDX-License-Identifier: GPL-2.0-or-later */
/* apply.h: one run through a plan, as the files of apply share it. */
#ifndef APPLY_H
#define APPLY_H

#include "asks.h"
#include "engine.h"
#include "lookup.h"

/* A step with its templates filled in. Strings are its own. */
struct filled {
	char *target, *before, *after;
};

/* What one lane of the plan has in hand. step NULL: nothing. */
struct lane_run {
	const struct step **steps; /* its own, in the plan's order */
	size_t n, first_waiting;
	size_t set; /* lanes of one set are one: its number in run->sets */

	const struct step *step;
	struct filled filled;
	/* ASKING its drives, before the gates are asked again; ASKING_AFTER: likewise, when it is done */
	enum { LOCKING, READING, ASKING, READING_AGAIN, WRITING, SETTLING, READING_BACK, ASKING_AFTER } phase;
	/* tickets; 0: none. waiting: for the device's lock; read: of its knob, before the write and after */
	uint64_t waiting, read, write, watch;
	struct asks asks;
	uint64_t overdue_ns; /* when the write counts as still running */
	uint64_t give_up_ns;
	int write_error;
	char *said;      /* with it; NULL: nothing was */
	char *answer;    /* to a write without an error; NULL: none */
	char *reads;     /* what a write without an error came to, instead of `after`; NULL: not that */
	char *lock;      /* the device lock that it holds, NULL: none */
	bool locked_out; /* a device's lock was not to be had */

	const struct resource *asked_about; /* the device that the gates were last asked about again */
	uint64_t asked_ns;
};

/* Lanes that have turned out to be one: never beside itself, and stopped as one. */
struct lane_set {
	size_t in_hand;
	bool stopped;
};

struct applying {
	const struct planning *planning;
	const struct plan *plan;
	struct host *host;
	struct journal *journal;
	const struct manner *manner;
	const struct progress *progress; /* never NULL */
	struct report *report;
	enum step_result *results; /* by step number - 1 */
	bool *written;             /* likewise: its write has begun */
	struct lane_run *lanes;    /* by lane number */
	struct lane_set *sets;
	size_t first_barrier; /* index in the plan: before it there is none that waits */
	size_t in_hand, n_changed;
	struct survey now; /* what was seen last; empty until a lane is looked at again */
	struct lanes *united;
	struct journal_entry *learned; /* object = name, after = value */
	size_t n_learned;
	struct lookup learned_by_name;
	bool asked_to_stop;
	bool failed; /* a step has stopped: from then on nothing is taken from anybody */
	bool broken; /* nothing more may be written: the journal or the machine is gone */
	bool gone;   /* nothing more comes back from the machine */
};

enum step_result *result_of(const struct applying *, const struct step *);
bool may_be_set(const struct applying *, const struct step *); /* this run has set its knob, or may have */
uint64_t run_now(const struct applying *);

/* Fills the step's templates; what it learns is journalled. -1 and a finding when it cannot be told. */
int step_fill(struct applying *, const struct step *, struct filled *);
void filled_free(struct filled *);
void learned_free(struct applying *);
int step_learn(struct applying *, const struct lane_run *, const char *now); /* of its write. -1 likewise */

/* One step's life. Each may end it; until then an operation is under way. */
void step_start(struct applying *, struct lane_run *, const struct step *);
void step_locked(struct applying *, struct lane_run *, const struct done *);
void step_read_begin(struct applying *, struct lane_run *, int phase); /* its knob */
void step_read(struct applying *, struct lane_run *, const struct done *);
void step_set_deadline(const struct applying *, struct lane_run *, struct op *); /* of its write */
void step_asked(struct applying *, struct lane_run *);
void steps_leave(struct applying *); /* those that have only read so far */
void step_ends(struct applying *, struct lane_run *, enum step_result, const char *note);
void lane_empty(struct lane_run *); /* nothing of a step is in its hand any more */

/* The same after its write (apply_written.c), and whether that only asks, for what the device chooses. */
void step_written(struct applying *, struct lane_run *, const struct done *);
void step_noticed(struct applying *, struct lane_run *);
void step_read_back(struct applying *, struct lane_run *);
void step_was_read_back(struct applying *, struct lane_run *, const struct reading *);
bool step_asks_only(const struct step *);

/* Adds an ERROR like `like` about the step in hand: whose it is, where it was wished, at which path. */
void step_complain(struct applying *, const struct lane_run *, const struct finding *like, const char *text);
void step_complain_of_now(
	struct applying *, const struct lane_run *, const struct reading *); /* not as planned */
void step_complain_of_refusal(
	struct applying *, const struct lane_run *, const struct reading *); /* not taken */

/* Is the function that it is about no longer there? Then it says so. */
bool step_is_gone(struct applying *, const struct lane_run *, const struct reading *);

/* Waits for the answer; and whether what a temporary value guards is there already. */
void knob_read(
	struct applying *, const struct knob *, const char *target, const char *lock, struct reading *);
bool step_is_needless(struct applying *, const struct lane_run *);
bool function_is_gone(struct applying *, const char *address); /* from the PCI bus */

/*
 * The device's lock of the step in hand: a write of an earlier run that still sits in the kernel holds it.
 * AWAITED: step_locked comes. LEFT: there is no time for it any more. -1 and a finding: it cannot be had.
 */
enum { LOCK_AWAITED = 1, LOCK_LEFT };
int lock_take(struct applying *, struct lane_run *);
int lock_waited(struct applying *, struct lane_run *, const struct done *); /* 0: had; -1 as above */
void lock_leave(struct applying *, struct lane_run *);
void locks_give_up(struct applying *); /* nobody waits any more */

/*
 * What cannot be taken back, what changes a number of VFs or takes a driver away is asked about once more
 * right before its write, on its lane as it is now (rule 5).
 */
bool must_ask_again(struct applying *, struct lane_run *);

/* The step in hand has made VFs: their groups may make one lane of two, and the gates are asked again. */
bool must_ask_after(const struct applying *, const struct lane_run *);

/* Asks the drives of the step's lane, and the gates when these have answered. No other lane waits. */
void lane_ask(struct applying *, struct lane_run *);
const char *lane_refusal(struct applying *, struct lane_run *);

#endif
