/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a run says of itself before its first step, and of the interrupted ones that it leaves. */
#include "run_begin.h"
#include "last_run.h"
#include "recall.h"
#include "saved.h"

enum run_way work_way(const struct work *work)
{
	if (work->restores)
		return RUN_RESTORES;
	return work->recall && work->recall->run ? RUN_TAKES_BACK : RUN_APPLIES;
}

/* Strings are the session's, the work's and the caller's. */
static struct ledger_run goal_of(const struct session *session, const struct work *work,
	const struct ledger *ledger, const char *about)
{
	enum run_way way = work_way(work);
	struct ledger_run goal = { .note = (char *)session->options.note,
		.wish = (char *)work->planning.wish,
		.about = (char *)(way == RUN_APPLIES ? about : NULL),
		.part = session->options.n_targets > 0,
		.restores = way == RUN_RESTORES,
		.takes_back = way == RUN_TAKES_BACK ? work->recall->run->number : 0 };
	const struct ledger_run *unfinished = ledger_unfinished(ledger, &goal);

	goal.finishes = unfinished ? unfinished->number : 0;
	return goal;
}

/* Of an apply of this machine; what has no steps needs none. */
static bool plan_is_to_be_kept(
	const struct session *session, const struct work *work, const struct stage *stage)
{
	return work->planning.plan.n > 0 && !work->resumes && !work->recall && stage->host == session->host;
}

/*
 * The ledger's line comes first: by it what the journal says is taken in after a death, and an older plan is
 * never taken for this one's.
 */
int run_begin(
	struct session *session, const struct work *work, const struct stage *stage, struct ledger *ledger)
{
	const struct survey *survey = &work->planning.survey;
	const char *boot_id = survey->machine[M_BOOT_ID].text;
	bool keeps = plan_is_to_be_kept(session, work, stage);
	char digest[DIGEST_LENGTH + 1] = "";
	const struct ledger_run *last = ledger->n_runs ? &ledger->runs[ledger->n_runs - 1] : NULL;
	AUTO_FREE char *now = record_time_after(last ? last->began : NULL); /* a run is known by it */
	AUTO_FREE char *about = plan_about(&work->planning);
	AUTO_FREE char *kept = keeps ? plan_print_kept(session, work, digest) : NULL;
	struct journal_entry begin = journal_begin_entry(&work->planning.plan, boot_id, now);
	struct ledger_run goal = goal_of(session, work, ledger, about);

	goal.plan_file = keeps ? digest : work->resumes ? (char *)work->kept : NULL;
	begin.note = goal.restores ? (char *)RUN_RESTORE : goal.plan_file;
	if (journal_begin_file(stage->journal, &session->report) < 0 ||
		ledger_run_begin(ledger, &begin, &goal, survey, &session->report) < 0 ||
		(keeps && plan_keep(session, kept) < 0))
		return -1;
	if (ledger->stands.is == LEDGER_IS_WHOLE && journal_trim(stage->journal, &session->report) < 0)
		return -1;
	if (journal_append(stage->journal, &begin, &session->report) < 0)
		return -1;
	return journal_void(stage->journal, survey, &session->report);
}

/* `status` would tell of it for ever: no boot, and no restore that finds all in order, is noted. */
static bool is_restore_in_vain(const struct run *run)
{
	return run && run->way == RUN_RESTORES && run->steps == 0 && run->state == RUN_ENDED &&
	       !outcome_is_good(run->outcome);
}

bool run_ends_any(const struct session *session, const struct work *work, const struct stage *stage,
	const struct ledger *ledger, bool *ret_finishes)
{
	AUTO_FREE char *about = plan_about(&work->planning);
	const struct ledger_run goal = goal_of(session, work, ledger, about);
	struct runs runs;
	bool ends = false;

	runs_read(ledger, stage->journal, &work->planning.survey, false, &runs);
	for (size_t i = runs.doubted; i < runs.n; i++)
		ends |= runs.all[i].interrupted && run_would_end(ledger, &goal, &runs.all[i]);
	ends |= work->restores && is_restore_in_vain(runs_last(&runs));
	runs_free(&runs);
	*ret_finishes = goal.finishes;
	return ends;
}

static void note_interrupted(
	struct session *session, const struct work *work, const struct runs *runs, const struct run *run)
{
	AUTO_FREE char *object = text_print("run.%.8s", run->plan);
	AUTO_FREE char *goes_on = work->planning.plan.n > 0 ? run_goes_on_after(runs, run, work_way(work))
							    : run_goes_on_now(runs, run);
	AUTO_FREE char *hint = text_print("%s goes on with it", goes_on);

	report_add(&session->report,
		&(struct finding){ .severity = NOTE,
			.id = "run-interrupted",
			.object = object,
			.path = ledger_row.path,
			.hint = hint },
		"interrupted since %s, and this run does not end that", run->began);
}

void run_note_interrupted(struct session *session, const struct work *work, const struct stage *stage,
	const struct ledger *ledger)
{
	AUTO_FREE char *about = plan_about(&work->planning);
	const struct ledger_run goal = goal_of(session, work, ledger, about);
	struct runs runs;

	if (stage->host != session->host)
		return;
	runs_read(ledger, stage->journal, &work->planning.survey, false, &runs);
	for (size_t i = runs.doubted; i < runs.n; i++)
		if (runs.all[i].interrupted && !run_would_end(ledger, &goal, &runs.all[i]))
			note_interrupted(session, work, &runs, &runs.all[i]);
	runs_free(&runs);
}
