/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl resume`: what is left of the plan of an interrupted run. */
#include "commands.h"
#include "ledger.h"
#include "saved.h"
#include <stdlib.h>
#include <string.h>

/* The run that came last, when it came to no good end; false: there is nothing to go on with. */
static bool run_interrupted(const struct journal *journal, struct last_run *ret_last)
{
	last_run_read(journal, false, ret_last);
	if (!ret_last->begin || !ret_last->end)
		return ret_last->begin;
	switch (last_run_outcome(ret_last)) {
	case FINE:
	case NEEDS_REBOOT_TO_FINISH:
	case ROLLED_BACK:
		return false;
	default:
		return true;
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
static int plan_check(struct session *session, const struct last_run *last)
{
	const char *note = last->begin->note;
	AUTO_FREE char *hint = text_print("%s finishes it", last_run_goes_on(last));

	if (note && strlen(note) == DIGEST_LENGTH)
		return 0;
	report_add(&session->report,
		&(struct finding){
			.severity = ERROR, .outcome = FAILED, .id = "not-resumable", .hint = hint },
		"the interrupted run was a %s, of which no plan is kept",
		string_equal(note, RUN_RESTORES) ? "restore" : "rollback");
	return -1;
}

/* What the run has turned, with all that it had gone on with; or a later run, that began nothing. */
struct interrupted {
	char *digest; /* of the plan, in the journal */
	char *later;  /* the plan's id, when its run is in the ledger and not in the journal */
	struct applied_list turned;
};

static void interrupted_free(struct interrupted *interrupted)
{
	free(interrupted->digest);
	free(interrupted->later);
	applied_free(&interrupted->turned);
}

static void run_read(const struct ledger *ledger, const struct journal_entry *begin, struct interrupted *ret)
{
	const struct ledger_run *last = ledger->n_runs ? &ledger->runs[ledger->n_runs - 1] : NULL;
	struct applied_list kept = { 0 };

	ret->digest = string_copy(begin->note);
	if (last && string_equal(last->plan, begin->plan) && string_equal(last->began, begin->time))
		ledger_run_add(ledger, last, &ret->turned, &kept);
	else if (last && string_equal(last->outcome, LEDGER_DIED))
		ret->later = string_copy(last->plan);
	applied_free(&kept);
}

static int run_take(struct session *session, const struct work *work, struct journal *journal,
	const struct journal_entry *begin, struct interrupted *ret)
{
	const struct survey *survey = &work->planning.survey;
	struct ledger ledger = { 0 };
	int result = -1;

	if (ledger_open(&ledger, session->host, survey, &session->report) == 0 &&
		ledger_run_end(&ledger, journal, survey, &session->report) == 0)
		result = 0;
	if (result == 0)
		run_read(&ledger, begin, ret);
	ledger_free(&ledger);
	return result;
}

/* With the lock held and the journal open. */
static enum outcome resume(
	struct session *session, struct work *work, struct journal *journal, struct interrupted *interrupted)
{
	const struct stage stage = { .host = session->host, .journal = journal };
	char digest[DIGEST_LENGTH + 1];
	enum outcome outcome;
	struct last_run last;

	if (!run_interrupted(journal, &last))
		return tell_none(session);
	if (plan_check(session, &last) < 0 || work_look(session, work, journal) < 0 ||
		run_take(session, work, journal, last.begin, interrupted) < 0 ||
		plan_take_kept(session, interrupted->digest, interrupted->later, digest) < 0)
		return session_outcome(session);
	work->begun = &interrupted->turned;
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
	struct interrupted interrupted = { 0 };
	enum outcome outcome;

	if (!session_host(session) || session_lock(session) < 0 ||
		journal_open(&journal, session->host, &session->report) < 0)
		outcome = session_outcome(session);
	else
		outcome = resume(session, &work, &journal, &interrupted);
	journal_free(&journal);
	work_leave(session, &work);
	interrupted_free(&interrupted);
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
