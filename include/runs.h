/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * runs.h: the runs that ledger and journal tell of, and which of them is interrupted. Floor 4, engine.
 *
 * A run that came to no good end is INTERRUPTED until a later run
 *   - goes on with it (the same wish again, `resume`, the same rollback): then that one stands for it;
 *   - or comes to a good end, and takes it back, or is an apply that names all that it was about, whole.
 * A restore stands for those before it. What else runs in between changes nothing of that: status, history,
 * resume and all that run ask here.
 */
#ifndef RUNS_H
#define RUNS_H

#include "engine.h"
#include "ledger.h"

/* A namespace got this name from an apply, which needed no step for that: it may be no run at all. */
struct ledger_naming {
	uint64_t number;            /* of its line, as runs have one */
	char *time, *name, *former; /* former: whose place it took; NULL: pawl knew no name for it */
	char *target, *word;        /* of the name (nvme_namespaces.h); what it stands for */
};

enum run_way { RUN_APPLIES, RUN_TAKES_BACK, RUN_RESTORES };
extern const char *const run_way_names[]; /* "apply", "rollback", "restore", NULL-ended */

enum run_state { RUN_UNDER_WAY, RUN_DIED, RUN_ENDED };
extern const char *const run_state_names[]; /* "under-way", "died", "ended", NULL-ended */

/* Strings, `noted` and lines are the ledger's and the journal's. */
struct run {
	enum run_way way;
	enum run_state state;
	enum outcome outcome; /* of one that ended */
	const char *began, *ended, *plan, *boot_id;
	const char *plan_file; /* the digest of the plan that is kept of it; NULL: none was */
	size_t steps, done;
	const struct ledger_run *noted;    /* NULL: the ledger does not tell of it */
	const struct journal_entry *begin; /* of the journal's last run; NULL: it has not come so far */
	bool interrupted;
	bool lost; /* what it has done nobody knows: its journal is lost */
};
struct runs {
	struct run *all;   /* in the order in which they began */
	size_t n, doubted; /* so many of the first are of a ledger that cannot be believed: only told of */
	const struct ledger *ledger;
	const char *boot_id; /* of this boot; NULL: not known */
};

/* The ledger's, and the journal's last one. under_way: someone has the host's lock. */
void runs_read(
	const struct ledger *, const struct journal *, const struct survey *, bool under_way, struct runs *);
void runs_free(struct runs *);
size_t runs_first_naming(const struct runs *);    /* the ledger's first one since its last run */
const struct run *runs_last(const struct runs *); /* NULL: there is none */

/*
 * The interrupted one that is to be gone on with first: the last but for restores, then the last restore;
 * NULL: none is. Whether its own command does so, or the configuration or the run has to be named: of an
 * apply the plan is kept until another one begins, and `rollback` alone is for the run that came last.
 */
const struct run *runs_pending(const struct runs *);
bool run_can_go_on(const struct runs *, const struct run *);

/* Since it began there was a boot, and no restore has come to a good end in this one. */
bool run_is_before_boot(const struct runs *, const struct run *);

/* Whether a run with this goal, come to a good end, ends the interruption of that one. */
bool run_would_end(const struct ledger *, const struct ledger_run *goal, const struct run *);

/* What a plan is about: "0000:01:00.0 0000:02:00.0 guest:web", "*" for all. The caller frees it. */
char *plan_about(const struct planning *);
bool about_covers(const char *about, const char *other); /* false when one of them is not known: NULL */

#endif
