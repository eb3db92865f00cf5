/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the journal tells of the run that came last, and what goes on with it. */
#include "last_run.h"
#include "words.h"

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
static void entry_count(struct last_run *last, const struct journal_entry *entry, bool *seen)
{
	bool intend = entry_is_intend(entry), result = entry_is_result(entry);

	if (intend)
		last->last = entry, last->result = NULL;
	if (result && last->last && last->last->step == entry->step)
		last->result = entry;
	if ((!intend && !result) || entry->step > last->run->steps || seen[entry->step])
		return;
	seen[entry->step] = true;
	last->begun++;
}

/* NULL when the journal has no line of it. */
static const struct journal_entry *first_entry(const struct last_run *last)
{
	return last->run ? last->run->begin : NULL;
}

void last_run_read(const struct journal *journal, const struct runs *runs, const struct survey *survey,
	struct last_run *ret_last)
{
	struct last_run last = { .journal = journal, .run = runs_last(runs), .survey = survey };
	const struct journal_entry *entry = first_entry(&last);
	AUTO_FREE bool *seen = entry ? memory_new(last.run->steps + 1, sizeof(*seen)) : NULL;

	for (; entry && entry < entries_end(journal); entry++)
		entry_count(&last, entry, seen);
	*ret_last = last;
}

static const struct knob *entry_knob(const struct journal_entry *entry)
{
	return entry->knob ? knob_find(entry->knob) : NULL;
}

static char *side_say(
	const struct journal_entry *entry, const struct survey *survey, const char *value, const char *other)
{
	const struct knob *knob = entry_knob(entry);
	char *said = knob && entry->target && value
			     ? knob_say_side(knob, survey, entry->target, value, other ? other : "")
			     : NULL;

	return said ? said : string_copy(value);
}

char *entry_was(const struct journal_entry *entry, const struct survey *survey)
{
	return side_say(entry, survey, entry->before, entry->after);
}

char *entry_will(const struct journal_entry *entry, const struct survey *survey)
{
	return side_say(entry, survey, entry->after, entry->before);
}

/* A drive may have a thousand namespaces: of a list it is told what came and went. */
char *entry_reads(
	const struct journal_entry *entry, const struct journal_entry *result, const struct survey *survey)
{
	const struct knob *knob = entry_knob(entry);
	char *since = NULL;

	if (!knob || !knob->tell || !entry->target || !result->reads)
		return string_copy(result->reads);
	since = knob_say_since(
		knob, survey, entry->target, entry->before ? entry->before : "", result->reads);
	return since ? since : string_copy("nothing came or went");
}

const char *run_goes_on(enum run_way way)
{
	static const char *const words[] = {
		[RUN_APPLIES] = "`pawl resume`",
		[RUN_TAKES_BACK] = "`pawl rollback`",
		[RUN_RESTORES] = "`pawl restore`",
	};

	return words[way];
}

const char *run_end_words(const struct run *run)
{
	if (run->state == RUN_UNDER_WAY)
		return "is under way";
	if (run->state == RUN_ENDED)
		return outcome_words(run->outcome);
	if (run->lost)
		return "died, and the journal tells nothing of it";
	if (!run->begin && run->noted && !run->noted->outcome)
		return "died before its first step";
	return run->steps > 0 && run->done == run->steps ? "all done, and no end is noted"
							 : "died before its end";
}

char *run_word(const struct runs *runs, const struct run *run)
{
	AUTO_FREE char *plan = text_print("%.8s", run->plan);
	size_t n;

	ledger_run_named(runs->ledger, plan, &n);
	return string_copy(n > 1 ? run->began : plan);
}

/* What it takes back, by its name: a plain `pawl rollback` is for the run that came last. */
static char *rollback_goes_on(const struct runs *runs, const struct run *run)
{
	const struct ledger_run *of = run->noted ? ledger_run_at(runs->ledger, run->noted->takes_back) : NULL;
	const struct run taken = { .began = of ? of->began : NULL, .plan = of ? of->plan : NULL };
	AUTO_FREE char *word = of ? run_word(runs, &taken) : NULL;

	return word ? text_print("`pawl rollback %s`", word) : string_copy(run_goes_on(run->way));
}

static char *goes_on(const struct runs *runs, const struct run *run, bool can, bool restored)
{
	if (run->way == RUN_TAKES_BACK && !can)
		return rollback_goes_on(runs, run);
	if (run->way == RUN_APPLIES && !can)
		return string_copy("`pawl apply` with its configuration");
	if (run->way == RUN_APPLIES && !restored && run_is_before_boot(runs, run))
		return string_copy("after `pawl restore` (a boot came between) `pawl resume`");
	return string_copy(run_goes_on(run->way));
}

char *run_goes_on_now(const struct runs *runs, const struct run *run)
{
	return goes_on(runs, run, run_can_go_on(runs, run), false);
}

/* As run_can_go_on will tell then. */
char *run_goes_on_after(const struct runs *runs, const struct run *run, enum run_way later)
{
	bool stays = run->way == RUN_APPLIES ? later != RUN_APPLIES : later == RUN_RESTORES;

	return goes_on(runs, run, stays && run_can_go_on(runs, run), later == RUN_RESTORES);
}

const struct journal_entry *last_run_trouble(const struct last_run *last, size_t *cursor)
{
	const struct journal_entry *first = first_entry(last);

	for (const struct journal_entry *entry = first ? first + *cursor : NULL;
		entry && entry < entries_end(last->journal); entry++) {
		++*cursor;
		if (entry_is(entry, STEP_REFUSED) || entry_is(entry, STEP_STOPPED) ||
			entry_is(entry, STEP_STILL_RUNNING))
			return entry;
	}
	return NULL;
}

bool last_run_holds(const struct last_run *last, const struct debt *debt)
{
	const struct journal_entry *entry = first_entry(last);

	if (!entry || last->run->state != RUN_UNDER_WAY)
		return false;
	for (; entry < entries_end(last->journal); entry++)
		if (entry->owes && string_equal(entry->knob, debt->knob->name) &&
			string_equal(entry->target, debt->target))
			return true;
	return false;
}
