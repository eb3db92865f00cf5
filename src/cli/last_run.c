/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the journal tells of the run that came last. */
#include "last_run.h"
#include "ledger.h"
#include <stdlib.h>

static bool entry_is(const struct journal_entry *entry, enum step_result result)
{
	return string_equal(entry->event, step_result_names[result]);
}

static bool entry_is_intend(const struct journal_entry *entry)
{
	return string_equal(entry->event, "intend");
}

static bool entry_is_result(const struct journal_entry *entry)
{
	for (enum step_result result = 0; result < STEP_RESULTS; result++)
		if (entry_is(entry, result))
			return true;
	return false;
}

static const struct journal_entry *entries_end(const struct journal *journal)
{
	return journal->entries + journal->n;
}

/* A result that no intention came before is of a step whose knob was never to be written. */
static void entry_count(struct last_run *run, const struct journal_entry *entry, bool *seen)
{
	bool intend = entry_is_intend(entry), result = entry_is_result(entry);

	if (intend)
		run->last = entry, run->result = NULL;
	if (result && run->last && run->last->step == entry->step)
		run->result = entry;
	run->done += entry_is(entry, STEP_DONE) || entry_is(entry, STEP_ALREADY);
	if ((!intend && !result) || entry->step > run->begin->step || seen[entry->step])
		return;
	seen[entry->step] = true;
	run->begun++;
}

void last_run_read(const struct journal *journal, bool under_way, struct last_run *run)
{
	*run = (struct last_run){ .journal = journal };
	journal_last_run(journal, &run->begin, &run->end);
	if (!run->begin)
		return;
	run->under_way = under_way && !run->end;
	AUTO_FREE bool *seen = memory_new(run->begin->step + 1, sizeof(*seen));
	for (const struct journal_entry *entry = run->begin; entry < entries_end(journal); entry++)
		entry_count(run, entry, seen);
}

enum { UNDER_WAY, DIED, ENDED };
const char *const last_run_states[] = {
	[UNDER_WAY] = "under-way",
	[DIED] = "died",
	[ENDED] = "ended",
	NULL,
};

const char *last_run_state(const struct last_run *run)
{
	if (run->under_way)
		return last_run_states[UNDER_WAY];
	return last_run_states[run->end ? ENDED : DIED];
}

const char *run_goes_on(bool restores, bool rolls_back)
{
	if (restores)
		return "`pawl restore`";
	return rolls_back ? "`pawl rollback`" : "`pawl resume` or the next `pawl apply`";
}

/* Only of a plan that was made of files the journal has a digest; without steps there is nothing to keep. */
const char *last_run_goes_on(const struct last_run *run)
{
	const struct journal_entry *begin = run->begin;

	return run_goes_on(string_equal(begin->note, RUN_RESTORES), !begin->note && begin->step > 0);
}

enum outcome last_run_outcome(const struct last_run *run)
{
	return atoi(run->end->note ? run->end->note : "");
}

const struct journal_entry *last_run_trouble(const struct last_run *run, size_t *cursor)
{
	const struct journal_entry *entry = run->begin ? run->begin + *cursor : NULL;

	for (; entry && entry < entries_end(run->journal); entry++) {
		++*cursor;
		if (entry_is(entry, STEP_REFUSED) || entry_is(entry, STEP_STOPPED) ||
			entry_is(entry, STEP_STILL_RUNNING))
			return entry;
	}
	return NULL;
}

bool last_run_holds(const struct last_run *run, const struct debt *debt)
{
	const struct journal_entry *entry = run->under_way ? run->begin : NULL;

	for (; entry && entry < entries_end(run->journal); entry++)
		if (entry->owes && string_equal(entry->knob, debt->knob->name) &&
			string_equal(entry->target, debt->target))
			return true;
	return false;
}
