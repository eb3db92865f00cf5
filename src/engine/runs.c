/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells of the runs of ledger and journal, and which of them is interrupted. */
#include "runs.h"
#include "ledger_line.h"
#include <stdlib.h>
#include <string.h>

const char *const run_way_names[] = {
	[RUN_APPLIES] = "apply",
	[RUN_TAKES_BACK] = "rollback",
	[RUN_RESTORES] = "restore",
	NULL,
};

const char *const run_state_names[] = {
	[RUN_UNDER_WAY] = "under-way",
	[RUN_DIED] = "died",
	[RUN_ENDED] = "ended",
	NULL,
};

static void end_take(struct run *run, const char *code, const char *ended)
{
	if (ledger_end_parse(code, &run->outcome) < 0)
		return;
	run->state = RUN_ENDED;
	run->ended = ended;
}

static enum run_way noted_way(const struct ledger_run *noted)
{
	if (noted->restores)
		return RUN_RESTORES;
	return noted->takes_back ? RUN_TAKES_BACK : RUN_APPLIES;
}

static struct run run_noted(const struct ledger_run *noted)
{
	struct run run = { .way = noted_way(noted),
		.state = RUN_DIED,
		.began = noted->began,
		.plan = noted->plan,
		.boot_id = noted->boot_id,
		.plan_file = noted->plan_file,
		.steps = noted->steps,
		.done = noted->done,
		.noted = noted,
		.lost = string_equal(noted->outcome, LEDGER_LOST) };

	end_take(&run, noted->outcome, noted->ended);
	return run;
}

/* Only of a plan that was made of files the line has a digest; without steps there is nothing to keep. */
static enum run_way line_way(const struct journal_entry *begin)
{
	if (string_equal(begin->note, RUN_RESTORE))
		return RUN_RESTORES;
	return !begin->note && begin->step > 0 ? RUN_TAKES_BACK : RUN_APPLIES;
}

static struct run run_of_line(const struct journal_entry *begin)
{
	struct run run = { .way = line_way(begin),
		.state = RUN_DIED,
		.began = begin->time,
		.plan = begin->plan,
		.boot_id = begin->boot_id,
		.steps = begin->step };

	if (run.way == RUN_APPLIES)
		run.plan_file = begin->note;
	return run;
}

/* What the journal alone has of a run whose end the ledger has not. */
static void run_take_journal(struct run *run, const struct journal *journal,
	const struct journal_entry *begin, const struct journal_entry *end)
{
	run->begin = begin;
	if (run->noted && run->noted->outcome)
		return;
	run->done = journal_count_done(journal, begin);
	if (end)
		end_take(run, end->note, end->time);
}

static struct run *run_find(const struct runs *runs, const struct journal_entry *begin)
{
	for (size_t i = runs->n; i-- > runs->doubted;)
		if (string_equal(runs->all[i].began, begin->time) &&
			string_equal(runs->all[i].plan, begin->plan))
			return &runs->all[i];
	return NULL;
}

static bool is_later(const struct run *run, const char *time)
{
	return run->began && time && strcmp(run->began, time) > 0;
}

/* Where none of the ledger is it: before those that died before the journal's first line of them. */
static struct run *run_add(struct runs *runs, const struct journal_entry *begin)
{
	size_t at = runs->n++;

	for (; at > runs->doubted && is_later(&runs->all[at - 1], begin->time); at--)
		runs->all[at] = runs->all[at - 1];
	runs->all[at] = run_of_line(begin);
	return &runs->all[at];
}

/* Those of which no later one has ended the interruption so far: few, however many runs there were. */
struct interruptions {
	struct run **all;
	size_t n;
};

/* A rollback, and one of that, is about what the run was that it takes back. */
static const char *about_of(const struct ledger *ledger, const struct ledger_run *run)
{
	while (run && run->takes_back)
		run = run->takes_back < run->number ? ledger_run_at(ledger, run->takes_back) : NULL;
	return run ? run->about : NULL;
}

/* Each restore is for all that a boot has taken away. */
static bool run_takes_place(const struct ledger *ledger, const struct ledger_run *later, const struct run *of)
{
	if (!of->noted || later->restores || of->way == RUN_RESTORES)
		return later->restores && of->way == RUN_RESTORES;
	if (of->noted->wish && later->takes_back == of->noted->takes_back &&
		string_equal(later->wish, of->noted->wish))
		return true;
	return ledger_run_is_of(ledger_run_at(ledger, later->finishes), of->noted);
}

/* Of what the ledger could not be told, any apply has the last word. */
static bool run_ends(const struct ledger *ledger, const struct ledger_run *later, const struct run *of)
{
	if (!of->noted)
		return !later->restores && !later->takes_back;
	if (later->takes_back)
		return ledger_run_is_of(ledger_run_at(ledger, later->takes_back), of->noted);
	return !later->restores && !later->part && about_covers(later->about, about_of(ledger, of->noted));
}

bool run_would_end(const struct ledger *ledger, const struct ledger_run *goal, const struct run *of)
{
	return run_takes_place(ledger, goal, of) || run_ends(ledger, goal, of);
}

static void interruptions_end(
	struct interruptions *open, const struct ledger *ledger, const struct run *later, bool good)
{
	size_t n = 0;

	for (size_t i = 0; i < open->n; i++) {
		struct run *run = open->all[i];

		run->interrupted = !run_takes_place(ledger, later->noted, run) &&
				   !(good && run_ends(ledger, later->noted, run));
		if (run->interrupted)
			open->all[n++] = run;
	}
	open->n = n;
}

/* One without steps had nothing to do: without a good end it is as if it had not been. */
static void runs_judge(struct runs *runs, const struct ledger *ledger)
{
	struct interruptions open = { 0 };

	for (size_t i = runs->doubted; i < runs->n; i++) {
		struct run *run = &runs->all[i];
		bool good = run->state == RUN_ENDED && outcome_is_good(run->outcome);

		if (run->noted && (good || run->steps > 0))
			interruptions_end(&open, ledger, run, good);
		run->interrupted = !good && run->steps > 0 && run->state != RUN_UNDER_WAY;
		if (!run->interrupted)
			continue;
		open.all = memory_grow(open.all, open.n, sizeof(struct run *));
		open.all[open.n++] = run;
	}
	free(open.all);
}

void runs_read(const struct ledger *ledger, const struct journal *journal, const struct survey *now,
	bool under_way, struct runs *ret_runs)
{
	struct runs runs = { .all = memory_new(ledger->n_runs + 1, sizeof(struct run)),
		.ledger = ledger,
		.boot_id = now->machine[M_BOOT_ID].text };
	const struct journal_entry *begin, *end;
	struct run *last;

	for (size_t i = 0; i < ledger->n_runs; i++)
		runs.all[runs.n++] = run_noted(&ledger->runs[i]);
	runs.doubted = ledger->stands.is == LEDGER_IS_WHOLE ? 0 : runs.n;
	journal_last_run(journal, &begin, &end);
	if (begin) {
		struct run *run = run_find(&runs, begin);

		run_take_journal(run ? run : run_add(&runs, begin), journal, begin, end);
	}
	last = runs.n > runs.doubted ? &runs.all[runs.n - 1] : NULL;
	if (last && last->noted && last->noted == ledger_run_lost(ledger, journal))
		last->lost = !under_way;
	if (under_way && last && last->state == RUN_DIED && !(last->noted && last->noted->outcome))
		last->state = RUN_UNDER_WAY;
	runs_judge(&runs, ledger);
	*ret_runs = runs;
}

void runs_free(struct runs *runs)
{
	free(runs->all);
	*runs = (struct runs){ 0 };
}

const struct run *runs_last(const struct runs *runs)
{
	return runs->n > runs->doubted ? &runs->all[runs->n - 1] : NULL;
}

const struct run *runs_pending(const struct runs *runs)
{
	const struct run *restore = NULL;

	for (size_t i = runs->n; i-- > runs->doubted;) {
		const struct run *run = &runs->all[i];

		if (run->interrupted && run->way != RUN_RESTORES)
			return run;
		if (run->interrupted && !restore)
			restore = run;
	}
	return restore;
}

bool run_can_go_on(const struct runs *runs, const struct run *run)
{
	if (run->way == RUN_RESTORES)
		return true;
	if (run != runs_pending(runs) || !run->noted)
		return false;
	for (const struct run *later = run + 1; later < runs->all + runs->n; later++)
		if (run->way == RUN_APPLIES ? later->way == RUN_APPLIES && later->steps > 0
					    : later->way != RUN_RESTORES)
			return false;
	return true;
}

bool run_is_before_boot(const struct runs *runs, const struct run *run)
{
	if (!run->boot_id || !runs->boot_id || string_equal(run->boot_id, runs->boot_id))
		return false;
	for (const struct run *later = run + 1; later < runs->all + runs->n; later++)
		if (later->way == RUN_RESTORES && !later->interrupted &&
			string_equal(later->boot_id, runs->boot_id))
			return false;
	return true;
}
