/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl resume`: what is left of the plan of an interrupted run. */
#include "commands.h"
#include "last_run.h"
#include "saved.h"

/* Who starts it after each boot, or from a timer, asks for no more than that nothing is left half done. */
static enum outcome tell_none(struct session *session)
{
	report_add(&session->report, &(struct finding){ .severity = NOTE, .id = "nothing-to-resume" },
		"no run was interrupted: there is nothing to go on with");
	return FINE;
}

static int report_not_resumable(struct session *session, const char *hint, const char *text)
{
	report_add(&session->report,
		&(struct finding){
			.severity = ERROR, .outcome = FAILED, .id = "not-resumable", .hint = hint },
		"%s", text);
	return -1;
}

/*
 * Only a plan that was made of files is kept: the others are made of the ledger each time. Without the ledger
 * what the run has set would be taken for somebody else's.
 */
static int run_check(struct session *session, const struct runs *runs, const struct run *run)
{
	AUTO_FREE char *goes_on = run_goes_on_now(runs, run);
	AUTO_FREE char *hint = text_print("%s finishes it", goes_on);
	AUTO_FREE char *text =
		text_print("the interrupted run was a %s, of which no plan is kept", run_way_names[run->way]);

	if (run->way != RUN_APPLIES)
		return report_not_resumable(session, hint, text);
	if (!run->noted)
		return report_not_resumable(session, "`pawl apply` with its configuration goes on from here",
			"the ledger does not tell what the interrupted run has set");
	return 0;
}

/* The function of the run that a write holds; NULL: none, or what the run is about is not known. */
static const struct function *run_held(const struct survey *survey, const struct run *run)
{
	for (size_t i = 0; run->noted && i < survey->n; i++)
		if (survey->functions[i]->attr[A_NUMVFS].is == R_BUSY &&
			about_covers(run->noted->about, survey->functions[i]->address))
			return survey->functions[i];
	return NULL;
}

/* Of what no plan is kept the configuration goes on, and that has to wait as well. */
static int held_check(
	struct session *session, const struct survey *survey, const struct runs *runs, const struct run *run)
{
	const struct function *held = run_can_go_on(runs, run) ? NULL : run_held(survey, run);
	AUTO_FREE char *goes_on = held ? run_goes_on_now(runs, run) : NULL;
	AUTO_FREE char *hint = held ? text_print("when it is done %s goes on with the run", goes_on) : NULL;

	if (!held)
		return 0;
	report_add(&session->report,
		&(struct finding){ .severity = ERROR,
			.outcome = LOCKED,
			.id = "device-busy",
			.object = held->address,
			.holder = held->attr[A_NUMVFS].text,
			.hint = hint },
		"the interrupted run of %s, plan %.8s, is of this device, and a write to it is still in the "
		"kernel",
		run->began, run->plan);
	return -1;
}

/* Its plan, and what it has turned, with all that it had gone on with, and what restores made of that. */
static int run_take(struct session *session, struct work *work, const struct ledger *ledger,
	const struct runs *runs, const struct run *run)
{
	struct applied_list kept = { 0 };

	if (run_check(session, runs, run) < 0 || held_check(session, &work->planning.survey, runs, run) < 0 ||
		plan_take_kept(session, ledger, runs, run, work->kept) < 0)
		return -1;
	work->before_boot = run_is_before_boot(runs, run);
	ledger_run_add(ledger, run->noted, &work->begun, &kept);
	for (size_t i = 0; run->noted && i < ledger->n_runs; i++)
		if (ledger->runs[i].restores && ledger->runs[i].number > run->noted->number)
			ledger_run_add(ledger, &ledger->runs[i], &work->begun, &kept);
	applied_free(&kept);
	return 0;
}

/* What a run that died has set is in the journal alone: the ledger takes it in first. */
static int run_choose(struct session *session, struct work *work, struct journal *journal, bool *ret_none)
{
	const struct survey *survey = &work->planning.survey;
	struct ledger ledger = { 0 };
	struct runs runs = { 0 };
	int result = -1;

	if (ledger_open(&ledger, session->host, survey, &session->report) == 0 &&
		ledger_run_end(&ledger, journal, survey, &session->report) == 0) {
		const struct run *run;

		runs_read(&ledger, journal, survey, false, &runs);
		run = runs_pending(&runs);
		*ret_none = !run;
		result = run ? run_take(session, work, &ledger, &runs, run) : 0;
	}
	runs_free(&runs);
	ledger_free(&ledger);
	return result;
}

/* With the lock held and the journal open. */
static enum outcome resume(struct session *session, struct work *work, struct journal *journal)
{
	const struct stage stage = { .host = session->host, .journal = journal };
	bool none = false;

	if (work_look(session, work, journal) < 0 || run_choose(session, work, journal, &none) < 0)
		return session_outcome(session);
	if (none)
		return tell_none(session);
	work->resumes = true;
	if (work_plan(session, work) < 0)
		return session_outcome(session);
	return work_through(session, work, &stage);
}

static enum outcome run(struct session *session)
{
	return work_locked(session, session_host(session), resume);
}

const struct command command_resume = {
	.name = "resume",
	.summary = "Go on with the run that was interrupted, as it was planned",
	.more = "The plan that `pawl apply` began is kept in /var/lib/pawl/plan; no file is read again. What "
		"is left of it is shown, asked for, applied and verified. It is refused, with the exit code "
		"of a stale plan, when somebody else has changed what the plan rests on, or when more would "
		"be needed than it had. After a boot `pawl restore` comes first. Of several interrupted runs "
		"it is the last one, and of an apply that another one came after no plan is kept: its "
		"configuration is applied again. When no run is interrupted there is nothing to do, and that "
		"is no error. A rollback is finished by `pawl rollback`, a restore by `pawl restore`.",
	.run = run,
	.words = WORDS_NONE,
	.options = TAKES(OPTION_ROOT) | TAKES(OPTION_FORMAT) | TAKES(OPTION_YES) | TAKES(OPTION_ACCEPT) |
		   TAKES(OPTION_PARALLEL) | TAKES(OPTION_LOCK_TIMEOUT) | TAKES(OPTION_EVENTS) |
		   TAKES(OPTION_NOTE) | TAKES(OPTION_ALLOW),
	.needs_root = true,
};
