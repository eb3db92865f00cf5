/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Through a plan: what is noted before and after it, and what it came to. */
#include "events.h"
#include "ledger.h"
#include "namespace_known.h"
#include "print.h"
#include "progress.h"
#include "run_begin.h"
#include "waits.h"
#include "work.h"

static enum outcome work_outcome(const struct session *session, const struct work *work, bool applied)
{
	enum outcome outcome = report_outcome(&session->report);

	if (outcome == UNAVAILABLE) /* only afterwards: something was changed by then */
		return NOT_VERIFIED;
	if (outcome != FINE)
		return outcome;
	return !applied ? STOPPED_PART_WAY : work_way(work) == RUN_TAKES_BACK ? ROLLED_BACK : FINE;
}

static bool ledger_has_end(const struct ledger *ledger)
{
	return ledger->stands.is == LEDGER_IS_WHOLE && ledger->n_runs > 0 &&
	       ledger->runs[ledger->n_runs - 1].outcome;
}

/*
 * The run's last lines. One of the two is enough for the next run to know how this one ended: then what the
 * other does not take is no error, or who tries again would take a rollback back. -1: neither has it.
 */
static int end_note(struct session *session, const struct stage *stage, enum outcome outcome,
	const struct survey *after, struct ledger *ledger)
{
	struct report own = { 0 };
	bool noted = journal_end(stage->journal, outcome, &own) == 0;

	ledger_run_end(ledger, stage->journal, after, &own);
	noted |= ledger_has_end(ledger);
	for (size_t i = 0; i < own.n; i++) {
		if (noted)
			own.findings[i].severity = WARNING;
		report_add(&session->report, &own.findings[i], "%s", own.findings[i].text);
	}
	report_free(&own);
	return noted ? 0 : -1;
}

/* Which functions the devices are, and which namespaces the names. */
static int note_found(
	struct session *session, struct planning *planning, bool by_files, struct ledger *ledger)
{
	struct applied_list names = { 0 };
	struct pin_list pins = { 0 };
	int result;

	planning_pins(planning, &pins);
	result = ledger_keep(ledger, &pins, by_files, &planning->survey, &session->report);
	pins_free(&pins);
	namespaces_named(&planning->survey, &planning->want, &names);
	if (result == 0)
		result = ledger_name(ledger, &names, &planning->survey, &session->report);
	applied_free(&names);
	return result;
}

/* The ledger, with what the journal tells of a run that died, and with which functions devices are. */
static int ledger_begin(
	struct session *session, struct work *work, const struct stage *stage, struct ledger *ledger)
{
	const struct survey *survey = &work->planning.survey;

	if (ledger_open(ledger, stage->host, survey, &session->report) < 0 ||
		ledger_run_end(ledger, stage->journal, survey, &session->report) < 0 ||
		ledger_take_out(ledger, &work->planning.plan, survey, &session->report) < 0 ||
		ledger_release(ledger, &work->given_up, survey, &session->report) < 0)
		return -1;
	run_note_interrupted(session, work, stage, ledger);
	return note_found(session, &work->planning, !work->recall, ledger);
}

/*
 * A run without steps is none, unless it ends the interruption of an earlier one, or is a restore that cannot
 * bring all back: at boot nobody reads what it says.
 */
static enum outcome work_close(
	struct session *session, const struct work *work, const struct stage *stage, struct ledger *ledger)
{
	const struct survey *survey = &work->planning.survey;
	enum outcome outcome = work->restores ? report_outcome(&session->report) : FINE;
	bool finishes;

	if (!run_ends_any(session, work, stage, ledger, &finishes) && outcome == FINE)
		return journal_void(stage->journal, survey, &session->report) < 0 ? session_outcome(session)
										  : FINE;
	if (finishes && work_way(work) == RUN_TAKES_BACK)
		outcome = ROLLED_BACK;
	if (run_begin(session, work, stage, ledger) < 0)
		return session_outcome(session);
	return end_note(session, stage, outcome, survey, ledger) < 0 ? session_outcome(session) : outcome;
}

/* A host that is as wished needs no line of it, unless an earlier run tells of trouble. */
enum outcome work_settle(struct session *session, struct work *work, const struct stage *stage)
{
	struct ledger ledger = { 0 };
	enum outcome outcome;

	if (ledger_begin(session, work, stage, &ledger) < 0 ||
		ledger_confirm(&ledger, &work->confirmed, &work->planning.survey, &session->report) < 0)
		outcome = session_outcome(session);
	else
		outcome = work_close(session, work, stage, &ledger);
	ledger_free(&ledger);
	return outcome;
}

/* Looked at once more: a driver that the run has bound may tell more of its function than the last one. */
static bool work_verify(
	struct session *session, const struct work *work, const struct stage *stage, struct ledger *ledger)
{
	struct asked asked = work_asked(session, work);
	struct planning after = { 0 };
	bool verified = waits_survey(session, stage->host, &after.survey) == 0;

	asked.before = &work->planning;
	if (verified) {
		journal_debts(stage->journal, &after.survey);
		applied_copy(&work->planning.survey.kept, &after.survey.kept);
		ledger_survey_kept(ledger, stage->journal, &after.survey);
		if (stage->world)
			applied_copy(&after.survey.kept, &stage->world->kept);
		verified = plan_verify(&after, &session->wish, &asked, &session->report) == 0 &&
			   note_found(session, &after, !work->recall, ledger) == 0 &&
			   ledger_confirm(ledger, &work->confirmed, &after.survey, &session->report) == 0;
	}
	planning_free(&after);
	return verified;
}

/* Through the plan. */
static bool work_run(
	struct session *session, struct work *work, const struct stage *stage, struct ledger *ledger)
{
	struct telling telling = { .session = session,
		.plan = &work->planning.plan,
		.host = stage->host,
		.results = work->results,
		.quiet = stage->quiet };
	struct progress progress = telling_progress(&telling);
	struct manner manner = { .parallel = session->options.parallel,
		.lock_timeout_ns = session->options.lock_timeout_ns,
		.progress = &progress,
		.ledger = ledger,
		.lanes_apart = work->restores,
		.goes_on = stage->host == session->host ? run_goes_on(work_way(work)) : NULL };
	bool applied;

	events_machine(session, stage->host);
	telling_open(&telling);
	applied = plan_apply(&work->planning, stage->host, stage->journal, &manner, &session->report) == 0;
	telling_close(&telling);
	return applied && work_verify(session, work, stage, ledger);
}

/* Of a bad end the machine tells what was written. */
static int work_end(
	struct session *session, const struct stage *stage, enum outcome outcome, struct ledger *ledger)
{
	struct survey after = { 0 };
	int result = 0;

	if (outcome != FINE && outcome != ROLLED_BACK)
		result = waits_survey(session, stage->host, &after);
	if (end_note(session, stage, outcome, &after, ledger) < 0)
		result = -1;
	survey_free(&after);
	return result;
}

enum outcome work_apply(struct session *session, struct work *work, const struct stage *stage)
{
	struct ledger ledger = { 0 };
	enum outcome outcome;

	if (ledger_begin(session, work, stage, &ledger) < 0 || run_begin(session, work, stage, &ledger) < 0) {
		outcome = session_outcome(session);
	} else {
		work_log_begin(session, work, stage);
		work->verified = work_run(session, work, stage, &ledger);
		outcome = work_outcome(session, work, work->verified);
		work_log_end(session, work, stage, outcome);
		if (work_end(session, stage, outcome, &ledger) < 0)
			outcome = outcome_graver(outcome, session_outcome(session));
	}
	ledger_free(&ledger);
	return outcome;
}
