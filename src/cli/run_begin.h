/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * run_begin.h: what a run says of itself before its first step. Private to cli.
 */
#ifndef RUN_BEGIN_H
#define RUN_BEGIN_H

#include "runs.h"
#include "work.h"

enum run_way work_way(const struct work *);

/* The run's first lines, in ledger and journal, and between them the plan that is kept. -1 and a finding. */
int run_begin(struct session *, const struct work *, const struct stage *, struct ledger *);

/* Whether its good end ends the interruption of an earlier one; ret_finishes: it goes on with one. */
bool run_ends_any(const struct session *, const struct work *, const struct stage *, const struct ledger *,
	bool *ret_finishes);

/* Which ones are interrupted, and stay so after this one: a NOTE each. */
void run_note_interrupted(struct session *, const struct work *, const struct stage *, const struct ledger *);

#endif
