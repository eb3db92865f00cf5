/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * work.h: what plan, apply and rehearse have in common. Private to cli.
 */
#ifndef WORK_H
#define WORK_H

#include "session.h"

struct document_form;

/* A plan, what the gates said, how it went. */
struct work {
	struct planning planning;
	const struct recall *recall; /* the plan is made of what is remembered; NULL: of the files */
	bool restores; /* what a boot took away: nobody is asked, and a lane that stops holds back no other */
	bool resumes;  /* goes on with an interrupted run, with its saved plan */
	bool before_boot;              /* that one is, and no restore has come since */
	struct applied_list begun;     /* what it has turned */
	char kept[DIGEST_LENGTH + 1];  /* the digest of that plan's file, for the run that goes on with it */
	struct applied_list given_up;  /* what the plan gives up of what pawl had set (restore.h) */
	struct applied_list confirmed; /* what it leaves as a run that died had set it */
	bool refused;
	bool verified;             /* applied, and the host is as the plan wants it */
	enum step_result *results; /* one a step; NULL until the plan is applied */
};

/* Reads the files and surveys, debts included. -1 and findings. */
int work_survey(struct session *, struct work *);

/* The same without files, for a run: the lock is held, and the debts are the journal's. */
int work_look(struct session *, struct work *, struct journal *);

/* Plans, and asks the gates. -1 and findings when there is no plan; that a gate refuses is no -1. */
int work_plan(struct session *, struct work *);
struct asked work_asked(const struct session *, const struct work *);
/* Whoever allows what nobody refuses has another device in mind, or another plan. After the gates. */
void work_report_unused(struct session *, const struct plan *); /* NULL: of many hosts */
void work_await(struct session *, struct work *); /* the plan is to be applied: every step waits */
void work_free(struct work *);

const char *work_host(const struct session *, const struct work *); /* the host's name in the wish */
void work_print_plan(struct session *, const struct work *);        /* as text */
size_t work_count(const struct work *, enum step_result);           /* steps that came to that */
void work_print_refusal(struct session *, const struct work *, const char *words);

/* `end`: the end state of a rehearsal, else NULL. */
struct document *work_document(
	const struct session *, const struct work *, const struct document_form *, const struct survey *end);

/* Does it with the host's lock held and the journal open; `ready` false: what it needs is not there. */
enum outcome work_locked(
	struct session *, bool ready, enum outcome (*run)(struct session *, struct work *, struct journal *));

/* After a run: no events any more, and the document of its plan, when there is one. */
void work_leave(struct session *, const struct work *);

/* Where a plan is applied: its lock is held, its journal is open. quiet: only trouble is told. */
struct stage {
	struct host *host;
	struct journal *journal;
	bool quiet;
	struct survey *world; /* of a twin: learns what the run has kept of it; NULL: the machine's own */
};

/* A plan without steps: the devices are noted, and what an earlier run has left in the journal is closed. */
enum outcome work_settle(struct session *, struct work *, const struct stage *);

/* Applies the plan with progress on the error stream, and verifies. */
enum outcome work_apply(struct session *, struct work *, const struct stage *);

/* One line each into the system's log, when it is this machine that is changed. */
void work_log_begin(const struct session *, const struct work *, const struct stage *);
void work_log_end(const struct session *, const struct work *, const struct stage *, enum outcome);

/* All that follows planning: shows the plan, stops when it is refused, asks, applies and tells. */
enum outcome work_through(struct session *, struct work *, const struct stage *);

#define AUTO_WORK __attribute__((cleanup(work_free)))

#endif
