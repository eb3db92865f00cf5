/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl resume`: what is left of the plan of an interrupted run. */
#include "commands.h"
#include "document.h"
#include "events.h"
#include "ledger.h"
#include "saved.h"
#include <string.h>

/* The run that came last, when it came to no good end; NULL: there is nothing to go on with. */
static const struct journal_entry *run_interrupted(const struct journal *journal)
{
	struct last_run run;

	last_run_read(journal, false, &run);
	if (!run.begin || !run.end)
		return run.begin;
	switch (last_run_outcome(&run)) {
	case FINE:
	case NEEDS_REBOOT_TO_FINISH:
	case ROLLED_BACK:
		return NULL;
	default:
		return run.begin;
	}
}

/* Who starts it after each boot, or from a timer, asks for no more than that nothing is left half done. */
static enum outcome tell_none(struct session *session)
{
	report_add(&session->report, &(struct finding){ .severity = NOTE, .id = "nothing-to-resume" },
		"no run was interrupted: there is nothing to go on with");
	return FINE;
}

/* Only a plan that was made of files is kept: the others are made of the ledger each time. */
static int plan_check(struct session *session, const struct journal_entry *begin)
{
	bool restores = string_equal(begin->note, RUN_RESTORES);

	if (begin->note && strlen(begin->note) == DIGEST_LENGTH)
		return 0;
	report_add(&session->report,
		&(struct finding){ .severity = ERROR,
			.outcome = FAILED,
			.id = "not-resumable",
			.hint = restores ? "`pawl restore` goes on with it" : "`pawl rollback` finishes it" },
		"the interrupted run was a %s, of which no plan is kept", restores ? "restore" : "rollback");
	return -1;
}

/* What the interrupted run has turned, with all that it had gone on with. */
static int run_take(struct session *session, const struct work *work, struct journal *journal,
	const struct journal_entry *begin, struct applied_list *ret_turned)
{
	const struct survey *survey = &work->planning.survey;
	struct applied_list kept = { 0 };
	struct ledger ledger = { 0 };
	int result = -1;

	if (ledger_open(&ledger, session->host, survey, &session->report) == 0 &&
		ledger_run_end(&ledger, journal, survey, &session->report) == 0)
		result = 0;
	if (result == 0 && ledger.n_runs > 0) {
		const struct ledger_run *last = &ledger.runs[ledger.n_runs - 1];

		if (string_equal(last->plan, begin->plan) && string_equal(last->began, begin->time))
			ledger_run_add(&ledger, last, ret_turned, &kept);
	}
	applied_free(&kept);
	ledger_free(&ledger);
	return result;
}

/* With the lock held and the journal open. */
static enum outcome resume(
	struct session *session, struct work *work, struct journal *journal, struct applied_list *turned)
{
	const struct stage stage = { .host = session->host, .journal = journal };
	const struct journal_entry *begin = run_interrupted(journal);
	AUTO_FREE char *digest = NULL;
	enum outcome outcome;

	if (!begin)
		return tell_none(session);
	digest = string_copy(begin->note);
	if (plan_check(session, begin) < 0 || plan_take_kept(session, digest) < 0 ||
		work_look(session, work, journal) < 0 || run_take(session, work, journal, begin, turned) < 0)
		return session_outcome(session);
	work->begun = turned;
	work->kept = digest;
	if (work_plan(session, work) < 0)
		outcome = session_outcome(session);
	else
		outcome = work_through(session, work, &stage);
	work->kept = NULL;
	return outcome;
}

static enum outcome run(struct session *session)
{
	AUTO_WORK struct work work = { 0 };
	struct journal journal = { 0 };
	struct applied_list turned = { 0 };
	enum outcome outcome;

	if (!session_host(session) || session_lock(session) < 0 ||
		journal_open(&journal, session->host, &session->report) < 0)
		outcome = session_outcome(session);
	else
		outcome = resume(session, &work, &journal, &turned);
	journal_free(&journal);
	events_leave(session);
	if (session->options.format->print && work.planning.plan.id[0])
		session->document = work_document(session, &work, &form_apply, NULL);
	applied_free(&turned);
	return outcome;
}

const struct command command_resume = {
	.name = "resume",
	.summary = "Go on with the run that was interrupted, as it was planned",
	.more = "The plan that `pawl apply` began is kept in /var/lib/pawl/plan; no file is read again. What "
		"is left of it is shown, asked for, applied and verified. It is refused, with the exit code "
		"of a stale plan, when somebody else has changed what the plan rests on, or when more would "
		"be needed than it had. When no run was interrupted there is nothing to do, and that is no "
		"error. A rollback is finished by `pawl rollback`, a restore by `pawl restore`.",
	.run = run,
	.words = WORDS_NONE,
	.options = TAKES(OPTION_ROOT) | TAKES(OPTION_FORMAT) | TAKES(OPTION_YES) | TAKES(OPTION_ACCEPT) |
		   TAKES(OPTION_PARALLEL) | TAKES(OPTION_LOCK_TIMEOUT) | TAKES(OPTION_EVENTS) |
		   TAKES(OPTION_NOTE) | TAKES(OPTION_ALLOW),
	.needs_root = true,
};
