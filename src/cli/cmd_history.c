/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl history`: the runs that the ledger knows. */
#include "commands.h"
#include "document.h"
#include "print.h"
#include "run_devices.h"
#include "session.h"

enum { SHOWN = 3 }; /* devices of a run: more make a line too long */

/* "    takes back the run of 2026-11-21T10:20:00Z" */
static void other_print(const struct ledger *ledger, uint64_t number, const char *does, struct text *text)
{
	const struct ledger_run *run = ledger_run_at(ledger, number);

	if (!run)
		return;
	text_addf(text, "    %s the run of ", does);
	text_add_safe(text, run->began);
	text_addf(text, ", plan %.8s\n", run->plan);
}

/* The last good rollback of each run of the ledger; NULL: none. Chains are taken back whole. */
static const struct run **takers_find(const struct runs *runs)
{
	const struct ledger *ledger = runs->ledger;
	const struct run **takers = memory_new(ledger->n_runs + 1, sizeof(*takers));

	for (const struct run *run = runs->all; run < runs->all + runs->n; run++) {
		const struct ledger_run *of =
			run->noted && run->state == RUN_ENDED && run->outcome == ROLLED_BACK
				? ledger_run_at(ledger, run->noted->takes_back)
				: NULL;

		for (; of; of = ledger_run_before(ledger, of))
			takers[of - ledger->runs] = run;
	}
	return takers;
}

static void taker_print(const struct run *taker, struct text *text)
{
	if (!taker)
		return;
	text_add(text, "    taken back by the run of ");
	text_add_safe(text, taker->began);
	text_addf(text, ", plan %.8s\n", taker->plan);
}

/* Of two runs in one second the later one has parts of it in its time, too. */
struct showing {
	const struct runs *runs;
	const struct run *const *takers;
	size_t width; /* of the longest time */
};

static size_t time_width(const struct runs *runs)
{
	size_t width = 0;

	for (size_t i = 0; i < runs->n; i++)
		if (text_columns(runs->all[i].began) > width)
			width = text_columns(runs->all[i].began);
	return width;
}

/* "  ssd0, nic0, nic1, ..": what has the changes that it has made; of one that has made none, nothing. */
static void devices_print(const struct ledger_run *run, struct text *text)
{
	struct run_devices devices = { 0 };

	run_devices_find(run, &devices);
	for (size_t i = 0; i < devices.n && i <= SHOWN; i++) {
		text_add(text, i ? ", " : "  ");
		text_add_safe(text, i < SHOWN ? devices.names[i] : "..");
	}
	run_devices_free(&devices);
}

/* "2026-11-21T10:20:00Z  plan 83b28c7f  4 of 4 steps  fine  ssd0" and the note below it. */
static void run_print(const struct showing *showing, const struct run *run, struct text *text)
{
	const struct runs *runs = showing->runs;
	const struct ledger *ledger = runs->ledger;
	const struct ledger_run *noted = run->noted;

	text_add_safe(text, run->began);
	text_pad(text, showing->width - text_columns(run->began));
	text_addf(text, "  plan %.8s  ", run->plan);
	if (run->lost)
		text_addf(text, "some of %zu %s  ", run->steps, plural(run->steps, "step", "steps"));
	else
		text_addf(
			text, "%zu of %zu %s  ", run->done, run->steps, plural(run->steps, "step", "steps"));
	text_add(text, run_end_words(run));
	if (noted)
		devices_print(noted, text);
	text_add(text, "\n");
	if (run->way == RUN_RESTORES)
		text_add(text, "    puts back what a boot took away\n");
	if (noted)
		other_print(ledger, noted->takes_back, "takes back", text);
	if (noted)
		other_print(ledger, noted->finishes, "goes on with", text);
	if (noted)
		taker_print(showing->takers[noted - ledger->runs], text);
	if (run->interrupted) {
		AUTO_FREE char *goes_on = run_goes_on_now(runs, run);

		text_addf(text, "    interrupted: %s goes on with it\n", goes_on);
	}
	if (!noted || !noted->note)
		return;
	text_add(text, "    ");
	text_add_safe(text, noted->note);
	text_add(text, "\n");
}

/* "2026-11-21T10:20:00Z  ssd0.ns.db is the name of .." of those before that line of the ledger. */
static size_t namings_before_print(
	const struct ledger *ledger, size_t next, uint64_t number, struct text *text)
{
	for (; next < ledger->n_namings && ledger->namings[next].number < number; next++) {
		text_add_safe(text, ledger->namings[next].time ? ledger->namings[next].time : "");
		text_add(text, "  ");
		naming_print(&ledger->namings[next], text);
		text_add(text, "\n");
	}
	return next;
}

static void history_print(struct session *session, const struct document_history *history, bool whole)
{
	const struct ledger *ledger = history->ledger;
	AUTO_FREE const struct run **takers = takers_find(history->runs);
	const struct showing showing = { history->runs, takers, time_width(history->runs) };
	AUTO_TEXT struct text text = { 0 };
	size_t named = 0;

	for (size_t i = 0; i < history->runs->n; i++) {
		const struct run *run = &history->runs->all[i];

		named = namings_before_print(ledger, named, run->noted ? run->noted->number : 0, &text);
		run_print(&showing, run, &text);
	}
	namings_before_print(ledger, named, UINT64_MAX, &text);
	if (ledger->stands.why)
		text_addf(&text, "More is not known: %s.\n", ledger->stands.why);
	else if (!whole)
		text_add(&text, "More is not known: the journal cannot be read.\n");
	else if (history->runs->n == 0 && ledger->n_namings == 0)
		text_add(&text, "No run had anything to do here.\n");
	session_print(session, &text);
}

/* A journal that cannot be read hides no run of the ledger. */
static enum outcome history_tell(
	struct session *session, const struct ledger *ledger, const struct survey *now)
{
	struct runs runs = { 0 };
	const struct document_history history = { ledger, &runs };
	struct journal journal = { 0 };
	bool whole = journal_open(&journal, session->host, &session->report) == 0;

	runs_read(ledger, &journal, now, session_run_is_under_way(session), &runs);
	if (session->options.format->print)
		session->document = document_start(&form_history, &history);
	else
		history_print(session, &history, whole);
	runs_free(&runs);
	journal_free(&journal);
	return FINE;
}

static enum outcome run(struct session *session)
{
	struct survey survey = { 0 };
	struct ledger ledger = { 0 };
	enum outcome outcome;

	if (session_survey(session, &survey) < 0 ||
		ledger_open(&ledger, session->host, &survey, &session->report) < 0)
		outcome = session_outcome(session);
	else
		outcome = history_tell(session, &ledger, &survey);
	ledger_free(&ledger);
	survey_free(&survey);
	return outcome;
}

const struct command command_history = {
	.name = "history",
	.summary = "The runs that had something to do here: when, which plan, how they ended",
	.run = run,
	.options = TAKES(OPTION_ROOT) | TAKES(OPTION_FORMAT),
	.needs_root = true,
};
