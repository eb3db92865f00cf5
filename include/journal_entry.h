/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * journal_entry.h: a line of the journal, and how a step ends. Floor 4, engine.
 */
#ifndef JOURNAL_ENTRY_H
#define JOURNAL_ENTRY_H

#include <stdbool.h>
#include <stdint.h>

/* REFUSED: the kernel did not take it, and the knob reads as before. STOPPED: it reads something else. */
enum step_result {
	STEP_WAITING,
	STEP_DONE,
	STEP_ALREADY,
	STEP_NEEDLESS,
	STEP_REFUSED,
	STEP_STOPPED,
	STEP_STILL_RUNNING,
	STEP_RESULTS
};
extern const char *const step_result_names[STEP_RESULTS + 1]; /* as in journal and events; NULL-ended */

/* A line, as the file has it. Strings are the entry's; `time` (RFC 3339, UTC) is of begin, revoked, end. */
struct journal_entry {
	uint64_t seq;
	char *event; /* begin, intend, learned, assumed, revoked, how a step ended, void, end */
	char *time, *plan, *boot_id, *knob, *target, *before, *after, *object, *note;
	char *pf;    /* of a step on a VF: the function that makes it */
	char *reads; /* of a write that the kernel took and that came to another value: what */
	uint64_t step;
	bool owes; /* an intend that makes a debt: `before` must be put back */
};

bool entry_is(const struct journal_entry *, enum step_result); /* what it tells of a step */

#endif
