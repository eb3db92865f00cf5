/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * last_run.h: what the journal tells of the run that came last. Private to cli.
 */
#ifndef LAST_RUN_H
#define LAST_RUN_H

#include "journal.h"

/* Entries are the journal's. begin NULL: there was no run; end NULL: it has not come to one. */
struct last_run {
	const struct journal *journal;
	const struct journal_entry *begin, *end;
	const struct journal_entry *last;   /* the step begun last; NULL: none was */
	const struct journal_entry *result; /* what became of it; NULL: that is not known */
	size_t done, begun;
	bool under_way;
};

void last_run_read(const struct journal *, bool under_way, struct last_run *);

extern const char *const last_run_states[]; /* "under-way", "died" and "ended", NULL-ended */
const char *last_run_state(const struct last_run *);

/* What goes on with such a run, for messages: "`pawl restore`". */
const char *run_goes_on(bool restores, bool rolls_back);
const char *last_run_goes_on(const struct last_run *);

enum outcome last_run_outcome(const struct last_run *); /* of one that ended */

/* The next entry of a step that came to no good end; NULL: no more. `cursor` starts at 0. */
const struct journal_entry *last_run_trouble(const struct last_run *, size_t *cursor);

/* Whether the run that is under way has set this value for the moment: it will put it back itself. */
bool last_run_holds(const struct last_run *, const struct debt *);

#endif
