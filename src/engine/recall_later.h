/* SPDX-License-Identifier: GPL-2.0-or-later */
/* recall_later.h: who has set since what a run has set. Private to recall. */
#ifndef RECALL_LATER_H
#define RECALL_LATER_H

#include "recall.h"

/* Of what `recall->run` has turned, and of the numbers of VFs that it goes away with. */
struct later {
	const struct ledger *ledger;
	struct applied_list words;
	struct later_word *last; /* one a word */
	struct later_event *events;
	size_t n_events;
};
void later_read(const struct recall *, const struct applied_list *turned, struct later *ret_later);
void later_free(struct later *);

/*
 * The later run that has the last word on it; NULL: none. A restore repeats the word of another, a rollback
 * gives the word back to who had it before the run that it takes back.
 */
const struct ledger_run *later_run(const struct later *, const struct knob *, const char *target);
/* What a run has set it to; NULL: nothing. */
const struct applied *later_word(const struct ledger_run *, const struct knob *, const char *target);

#endif
