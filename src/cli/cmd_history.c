/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl history`: the runs that the ledger knows. */
#include "commands.h"
#include "history.h"
#include "print.h"
#include "session.h"
#include "words.h"
#include <stdlib.h>

int history_outcome(const struct ledger_run *run, enum outcome *ret_outcome)
{
	char *end;
	long code;

	if (!run->outcome)
		return -1;
	code = strtol(run->outcome, &end, 10);
	if (end == run->outcome || *end)
		return -1;
	*ret_outcome = (enum outcome)code;
	return 0;
}

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

/* "2026-11-21T10:20:00Z  plan 83b28c7f  4 of 4 steps  fine" and the note below it. */
static void run_print(const struct ledger *ledger, const struct ledger_run *run, struct text *text)
{
	enum outcome outcome;

	text_add_safe(text, run->began);
	text_addf(text, "  plan %.8s  ", run->plan);
	if (run->outcome)
		text_addf(text, "%zu of ", run->done);
	text_addf(text, "%zu %s  ", run->steps, plural(run->steps, "step", "steps"));
	if (history_outcome(run, &outcome) == 0)
		text_add(text, outcome_words(outcome));
	else
		text_add(text, run->outcome ? "died before its end" : "has no end yet");
	text_add(text, "\n");
	if (run->restores)
		text_add(text, "    puts back what a boot took away\n");
	other_print(ledger, run->takes_back, "takes back", text);
	other_print(ledger, run->finishes, "goes on with", text);
	if (!run->note)
		return;
	text_add(text, "    ");
	text_add_safe(text, run->note);
	text_add(text, "\n");
}

static void history_print(struct session *session, const struct ledger *ledger)
{
	AUTO_TEXT struct text text = { 0 };

	for (size_t i = 0; i < ledger->n_runs; i++)
		run_print(ledger, &ledger->runs[i], &text);
	if (ledger->stands.why)
		text_addf(&text, "More is not known: %s.\n", ledger->stands.why);
	else if (ledger->n_runs == 0)
		text_add(&text, "No run had anything to do here.\n");
	session_print(session, &text);
}

static enum outcome run(struct session *session)
{
	struct survey survey = { 0 };
	struct ledger ledger = { 0 };
	enum outcome outcome = FINE;

	if (session_survey(session, &survey) < 0 ||
		ledger_open(&ledger, session->host, &survey, &session->report) < 0)
		outcome = session_outcome(session);
	else if (session->options.format->print)
		session->document = document_start(&form_history, &ledger);
	else
		history_print(session, &ledger);
	ledger_free(&ledger);
	survey_free(&survey);
	return outcome;
}

const struct command command_history = {
	.name = "history",
	.summary = "The runs that changed something here: when, which plan, how they ended",
	.run = run,
	.options = TAKES(OPTION_ROOT) | TAKES(OPTION_FORMAT),
	.needs_root = true,
};
