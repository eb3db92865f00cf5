/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * ledger_run.h: a run as the ledger has noted it, and which others it belongs to. Floor 4, engine.
 */
#ifndef LEDGER_RUN_H
#define LEDGER_RUN_H

#include "applied.h"

struct journal;
struct ledger;
struct report;

/* A run that had steps to do, or finished one. Strings are its own; `ended` and `outcome` are NULL until its
 * end is noted. Runs go by the number of their first line; 0 is none. */
struct ledger_run {
	uint64_t number, takes_back;
	uint64_t finishes; /* the run before it, with the same goal, that came to no good end */
	uint64_t root;     /* the first of those that it so goes on with, or itself: they are one */
	char *began, *plan, *boot_id, *note;
	char *wish;            /* a digest, see planning; with takes_back it is what the run is for */
	char *about;           /* what it names (plan_about, runs.h); NULL: not known */
	char *plan_file;       /* the digest of its kept plan; NULL: none */
	bool part;             /* of its wish only a part was meant (--target) */
	char *ended, *outcome; /* an exit code, LEDGER_DIED or LEDGER_LOST */
	size_t steps, done;
	bool restores;              /* what a boot took away */
	struct applied_list turned; /* what it has changed: `original` is what the knob read before the run */
	struct applied_list kept;   /* what it has set, and no run takes back */
};
#define LEDGER_DIED "died"
#define LEDGER_LOST "lost" /* its journal: what it has done nobody knows */

/* What a run is: `what` of the ledger's line, and for a restore the note of the journal's begin. */
#define RUN_RESTORE "restore"
#define RUN_PART    "part"

/* The run that the ledger has begun and not ended, and a journal that may be lost has nothing of; NULL: none.
 * It ends as LEDGER_LOST. SURVEY: what all such were about; REPORT: a warning of it. */
const struct ledger_run *ledger_run_lost(const struct ledger *, const struct journal *);
void ledger_survey_run_lost(const struct ledger *, const struct journal *, struct survey *);
void ledger_report_run_lost(
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
