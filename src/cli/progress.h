/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * progress.h: what is told while steps run. Private to cli.
 */
#ifndef PROGRESS_H
#define PROGRESS_H

#include "cli.h"

/* `data` of the engine's progress calls. quiet: only what went wrong is told. */
struct telling {
	struct session *session;
	const struct plan *plan;
	struct host *host;
	enum step_result *results; /* by the step's number, less one */
	bool quiet;
	uint64_t *started_ns; /* by the step's number */
	size_t object_columns, target_columns;
};

void telling_open(struct telling *);
void telling_close(struct telling *);

/* That a lock is waited for, for whom, and how long at most. object: "host", or whose device it is. */
void wait_tell(const struct session *, const char *object, const char *holder);

void telling_waits(void *telling, const struct step *, const char *holder);
void telling_starts(void *telling, const struct step *, const char *target);
void telling_ends(void *telling, const struct step *, const char *target, enum step_result);

#endif
