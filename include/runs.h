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

/* The run that the ledger has begun and not ended, and a journal that may be lost has nothing of; NULL: none.
 * It ends as LEDGER_LOST. SURVEY: what all such were about; REPORT: a warning of it. */
#define LEDGER_LOST "lost"
#define ABOUT_ALL   "*"
const struct ledger_run *ledger_unheard(const struct ledger *, const struct journal *);
void ledger_survey_unheard(const struct ledger *, const struct journal *, struct survey *);
void ledger_report_unheard(
	const struct ledger *, const struct journal *, const struct survey *, struct report *);

/* The run that one with this goal (wish, takes_back) goes on with; NULL: there is none. */
const struct ledger_run *ledger_unfinished(const struct ledger *, const struct ledger_run *goal);

/* The last one that is no restore; NULL: there is none. */
const struct ledger_run *ledger_run_but_restores(const struct ledger *);
const struct ledger_run *ledger_run_at(const struct ledger *, uint64_t number); /* NULL: there is none */

/* Its begin or its plan's id starts with the word; the last such, and how many are: those that went on with
 * each other are one. */
bool ledger_run_fits(const struct ledger_run *, const char *word);
const struct ledger_run *ledger_run_named(const struct ledger *, const char *word, size_t *ret_n);

/* Of those that have gone on with it the last one, or itself. */
const struct ledger_run *ledger_run_last(const struct ledger *, const struct ledger_run *);

/* The one that it has gone on with; NULL: none. */
const struct ledger_run *ledger_run_before(const struct ledger *, const struct ledger_run *);

/* Whether it is that one, or has gone on with it; NULL is none. */
bool ledger_run_is_of(const struct ledger_run *, const struct ledger_run *earlier);

/* Adds what the run has changed and kept, with all that it has finished, as if one run had done it all: each
 * knob with what it read before the first, and what the last one has set. */
void ledger_run_add(const struct ledger *, const struct ledger_run *, struct applied_list *turned,
	struct applied_list *kept);

#endif
