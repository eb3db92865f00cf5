/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * progress.h: what is told while steps run. Private to cli.
 *
 * Each step gets a line when it has ended, in the order in which steps end. On a terminal the steps in hand
 * stand below, one line a lane; elsewhere a slow step gets a line when it begins as well.
 */
#ifndef PROGRESS_H
#define PROGRESS_H

#include "cli.h"
#include "live.h"
#include "waiting.h"

/* What a lane of the plan has in hand. step NULL: nothing. */
struct lane_view {
	const struct step *step;
	char *target, *holder; /* holder: it waits for that one to give the lock back */
	uint64_t since_ns;
	size_t ended, n; /* of the lane's steps */
};

/* `data` of the engine's progress calls. quiet: only what went wrong is told. */
struct telling {
	struct session *session;
	const struct plan *plan;
	struct host *host;
	enum step_result *results; /* by the step's number, less one */
	bool quiet;
	struct live live;
	struct listener listener;
	struct lane_view *lanes; /* by the lane's number */
	size_t object_columns, target_columns;
};

void telling_open(struct telling *);
void telling_close(struct telling *);

/* The calls. */
struct progress telling_progress(struct telling *);

/* That a lock is waited for, for whom, and how long at most. object: "host", or whose device it is. */
void wait_tell(struct session *, const char *object, const char *holder);

/* progress_line.c: without the newline */
void step_line_add(const struct telling *, const struct step *, const char *target, const char *word,
	bool trouble, struct text *);
void wait_line_add(const struct session *, const char *object, const char *holder, struct text *);
void stop_line_add(const struct telling *, struct text *);
void duration_add(uint64_t ns, struct text *);
void lanes_add(const struct telling *, struct text *); /* those that have a step in hand, a line each */

#endif
