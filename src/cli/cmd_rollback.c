/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl rollback`: what one run has changed goes back to what it was before. */
#include "commands.h"
#include "recall.h"
#include "runs.h"
#include "work.h"

static void report_none(struct session *session, const char *word)
{
	struct finding finding = { .severity = ERROR,
		.outcome = BAD_USAGE,
		.id = "no-run",
		.hint = "`pawl history` lists the runs" };

	if (!word) {
		finding.outcome = FAILED;
		finding.hint = "only what the ledger tells can be taken back: `pawl ledger`";
		report_add(&session->report, &finding, "no run is known here: there is nothing to take back");
	} else {
		report_add(&session->report, &finding, "no run began at \"%s\", and no plan's id begins so",
			word);
	}
}

static void report_several(struct session *session, const struct ledger *ledger, const char *word)
{
	AUTO_TEXT struct text began = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < ledger->n_runs; i++)
		if (ledger_run_fits(&ledger->runs[i], word))
			text_addf(&began, "%s%s (plan %.8s)", n++ ? ", " : "", ledger->runs[i].began,
				ledger->runs[i].plan);
	report_add(&session->report,
		&(struct finding){ .severity = ERROR,
			.outcome = BAD_USAGE,
			.id = "no-run",
			.hint = "name one by the time at which it began, or by its plan" },
		"\"%s\" is more than one run: they began at %s", word, text_string(&began));
}

/* An older ledger is back, or a new one begun: the last run is not the one that it would find. */
static int check_last(struct session *session, const struct work *work, const struct journal *journal)
{
	const struct journal_entry *begin, *end;

	if (!work->planning.survey.ledger.lacks_run)
		return 0;
	journal_last_run(journal, &begin, &end);
	report_add(&session->report,
		&(struct finding){ .severity = ERROR,
			.outcome = FAILED,
			.id = "no-run",
			.hint = "name the run that you mean: `pawl history` lists them" },
		"the last run, of plan %.8s, which began at %s, is in the journal, and the ledger does not "
		"know it: what it has changed cannot be told from what was there before",
		begin->plan, begin->time);
	return -1;
}

/*
 * NULL and a finding when none is meant, or several; runs that went on with each other are one. A restore
 * must be named: after each boot it is the last run, and nobody has asked for it.
 */
static const struct ledger_run *run_find(
	struct session *session, const struct ledger *ledger, const char *word)
{
	size_t n = 0;
	const struct ledger_run *found =
		word ? ledger_run_named(ledger, word, &n) : ledger_run_but_restores(ledger);

	if (!found)
		report_none(session, word);
	else if (n > 1)
		report_several(session, ledger, word);
	return n > 1 ? NULL : found;
}

/* A rollback that came to no good end, of that run, or NULL of any: to run it again is to finish it. */
static const struct ledger_run *rollback_begun(const struct ledger *ledger, const struct ledger_run *of)
{
	const struct ledger_run *last = ledger_run_but_restores(ledger);

	if (!last || !last->takes_back || (of && last->takes_back != of->number))
		return NULL;
	return ledger_unfinished(ledger, last);
}

/* What a run that died has set is in the journal alone: the ledger takes it in first. */
static int run_take(struct session *session, const struct work *work, struct journal *journal,
	struct ledger *ledger, struct recall *recall)
{
	const struct survey *survey = &work->planning.survey;
	const char *word = session->options.words[0];
	const struct ledger_run *begun;

	if (ledger_open(ledger, session->host, survey, &session->report) < 0 ||
		ledger_run_end(ledger, journal, survey, &session->report) < 0 ||
		(!word && check_last(session, work, journal) < 0))
		return -1;
	begun = word ? NULL : rollback_begun(ledger, NULL);
	recall->ledger = ledger;
	recall->run = begun ? ledger_run_at(ledger, begun->takes_back) : run_find(session, ledger, word);
	recall->begun = recall->run ? rollback_begun(ledger, recall->run) : NULL;
	return recall->run ? 0 : -1;
}

/* With the lock held and the journal open. */
static enum outcome rollback(
	struct session *session, struct work *work, struct journal *journal, struct recall *recall)
{
	const struct stage stage = { .host = session->host, .journal = journal };

	work->recall = recall;
	if (work_plan(session, work) < 0)
		return session_outcome(session);
	return work_through(session, work, &stage);
}

static enum outcome run(struct session *session)
{
	AUTO_WORK struct work work = { 0 };
	struct journal journal = { 0 };
	struct ledger ledger = { 0 };
	struct recall recall = { 0 };
	enum outcome outcome;

	if (!session_host(session) || session_lock(session) < 0 ||
		journal_open(&journal, session->host, &session->report) < 0 ||
		work_look(session, &work, &journal) < 0 ||
		run_take(session, &work, &journal, &ledger, &recall) < 0)
		outcome = session_outcome(session);
	else
		outcome = rollback(session, &work, &journal, &recall);
	journal_free(&journal);
	work_leave(session, &work);
	ledger_free(&ledger);
	return outcome;
}

const struct command command_rollback = {
	.name = "rollback",
	.arguments = "[RUN]",
	.summary = "Take back what a run has changed, or the last one: plan, ask, apply, verify",
	.more = "RUN is the time at which it began or the id of its plan, as `pawl history` tells them, "
		"or how these begin; a restore is meant only by name. Each value goes back to what it "
		"was right before that run, where it still is what the run has set: what somebody else, "
		"or a later run, has set since stays. VFs of which the run has changed the number come back "
		"with what pawl had set on them, unless the run has changed their physical function too. "
		"Namespaces that the run has made stay, with their data; who had them before has them again. "
		"What cannot go back is named and stays as it is: consent, guests and what became secure; "
		"what such VFs had; a driver that the driver_override in place does not let bind. A run that "
		"went on with one that had come to no good end, as `pawl history` tells, is taken back with "
		"that one, whichever is named. A rollback is a run like any other: the next one takes it "
		"back; but one that came to no good end is finished first.",
	.run = run,
	.words = WORDS_ONE,
	.options = TAKES(OPTION_ROOT) | TAKES(OPTION_FORMAT) | TAKES(OPTION_YES) | TAKES(OPTION_PARALLEL) |
		   TAKES(OPTION_LOCK_TIMEOUT) | TAKES(OPTION_EVENTS) | TAKES(OPTION_NOTE) |
		   TAKES(OPTION_ALLOW),
	.needs_root = true,
};
