/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Notes in the ledger that a run begins. */
#include "ledger_line.h"
#include "runs.h"
#include <inttypes.h>

static char *number_print(uint64_t number)
{
	return number ? text_print("%" PRIu64, number) : NULL;
}

int ledger_run_begin(struct ledger *ledger, const struct journal_entry *begin, const struct ledger_run *goal,
	const struct survey *survey, struct report *report)
{
	const struct ledger_run *unfinished = ledger_unfinished(ledger, goal);
	AUTO_FREE char *takes_back = number_print(goal->takes_back);
	AUTO_FREE char *finishes = unfinished ? number_print(unfinished->number) : NULL;
	AUTO_FREE char *steps = text_print("%zu", (size_t)begin->step);
	struct ledger_line line = { .event = (char *)ledger_event_at(LEDGER_RUN_BEGIN)->name,
		.time = begin->time,
		.plan = begin->plan,
		.boot_id = begin->boot_id,
		.what = (char *)(goal->restores ? RUN_RESTORE
				 : goal->part   ? RUN_PART
						: NULL),
		.note = goal->note,
		.wish = goal->wish,
		.about = goal->about,
		.plan_file = goal->plan_file,
		.takes_back = takes_back,
		.finishes = finishes,
		.steps = steps };

	return ledger_append(ledger, &line, 1, survey, report);
}
