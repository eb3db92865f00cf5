/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * last_run.h: what the journal tells of the run that came last, and what goes on with it. Private to cli.
 */
#ifndef LAST_RUN_H
#define LAST_RUN_H

#include "runs.h"

/* Of the run that came last; lines are the journal's. run NULL: there was none. */
struct last_run {
	const struct run *run;
	const struct journal *journal;
	const struct journal_entry *last;   /* the step begun last; NULL: none was */
	const struct journal_entry *result; /* what became of it; NULL: that is not known */
	const struct survey *survey;        /* which knows whose the ids are that values have */
	size_t begun;
};

void last_run_read(const struct journal *, const struct runs *, const struct survey *, struct last_run *);

/* What a line of a step has as `before`, as `after`, and what its write has come to, by the line with the
 * result, in people's words; the caller frees it. NULL: it has none. */
char *entry_was(const struct journal_entry *, const struct survey *);
char *entry_will(const struct journal_entry *, const struct survey *);
char *entry_reads(const struct journal_entry *, const struct journal_entry *result, const struct survey *);

/* What goes on with such a run that has just stopped, for messages: "`pawl restore`". */
const char *run_goes_on(enum run_way);
const char *run_end_words(const struct run *);                  /* "died before its end" */
char *run_goes_on_now(const struct runs *, const struct run *); /* with an interrupted one; caller frees */
/* The same once another run, of that way, has begun. */
char *run_goes_on_after(const struct runs *, const struct run *, enum run_way later);
char *run_word(const struct runs *, const struct run *); /* what `pawl rollback` knows it by; the same */

/* The next line of a step that came to no good end; NULL: no more. `cursor` starts at 0. */
const struct journal_entry *last_run_trouble(const struct last_run *, size_t *cursor);

/* Whether the run that is under way has set this value for the moment: it will put it back itself. */
bool last_run_holds(const struct last_run *, const struct debt *);

#endif
