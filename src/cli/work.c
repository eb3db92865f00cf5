/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From files to a judged plan, and what is shown of it. */
#include "work.h"
#include "document.h"
#include "events.h"
#include "predict.h"
#include "print.h"
#include "restore.h"
#include <stdlib.h>

int work_survey(struct session *session, struct work *work)
{
	if (session_wish(session) < 0)
		return -1;
	if (session_survey(session, &work->planning.survey) < 0)
		return -1;
	session_note_run(session);
	return session_memory(session, &work->planning.survey);
}

int work_look(struct session *session, struct work *work, struct journal *journal)
{
	struct survey *survey = &work->planning.survey;

	if (journal_note_running(journal, session->host, &session->report) < 0 ||
		session_survey(session, survey) < 0)
		return -1;
	journal_debts(journal, survey);
	return session_ledger(session, journal, survey);
}

struct asked work_asked(const struct session *session, const struct work *work)
{
	struct asked asked = session_asked(session);

	asked.recall = work->recall;
	return asked;
}

static int work_make(struct session *session, struct work *work)
{
	struct asked asked = work_asked(session, work);

	return work->recall ? planning_make(&work->planning, &session->wish, &asked, &session->report)
			    : session_planning(session, &work->planning);
}

/* What a configuration leaves as it is, on devices that it names, is to be so; a part of one says less. */
static bool is_last_word(const struct session *session, const struct work *work)
{
	return !work->recall && session->options.n_targets == 0;
}

static int plan_check(struct session *session, struct work *work)
{
	return work->resumes ? session_check_begun(session, &work->planning, &work->begun, work->before_boot)
			     : session_check_saved(session, &work->planning);
}

static bool any_is_blocked(const struct state *want)
{
	for (size_t i = 0; i < want->n; i++)
		if (want->all[i]->blocked)
			return true;
	return false;
}

/* Of what nothing is planned for, or of a host that nothing is to be done to, the gates tell more. */
static bool gates_tell_more(const struct planning *planning)
{
	return planning->plan.n == 0 || any_is_blocked(&planning->want);
}

int work_plan(struct session *session, struct work *work)
{
	struct planning *planning = &work->planning;
	bool later;

	if (work_make(session, work) < 0)
		return -1;
	later = gates_tell_more(planning);
	if (!later && plan_check(session, work) < 0)
		return -1;
	work->refused = planning_judge(planning, &session->report) < 0;
	if (later && !work->refused && plan_check(session, work) < 0)
		return -1;
	work_report_unused(session, &planning->plan);
	if (!is_last_word(session, work) || work->refused)
		return 0;
	restore_give_up(&planning->plan, &planning->survey, &work->given_up, &session->report);
	restore_confirm(&planning->plan, &planning->survey, &work->confirmed);
	return 0;
}

void work_free(struct work *work)
{
	planning_free(&work->planning);
	applied_free(&work->begun);
	applied_free(&work->given_up);
	applied_free(&work->confirmed);
	free(work->results);
}

void work_await(struct session *session, struct work *work)
{
	work->results = memory_new(work->planning.plan.n + 1, sizeof(*work->results));
	events_plan(session, &work->planning.plan, work_host(session, work), work->results);
}

size_t work_count(const struct work *work, enum step_result result)
{
	return results_count(work->results, work->planning.plan.n, result);
}

const char *work_host(const struct session *session, const struct work *work)
{
	const struct state *want = &work->planning.want;

	for (size_t i = 0; i < want->n; i++)
		if (want->all[i]->kind == &kind_host)
			return want->all[i]->name;
	return session->options.host_name ? session->options.host_name : "this host";
}

void work_print_plan(struct session *session, const struct work *work)
{
	const struct plan_look look = { .host = work_host(session, work),
		.recalls = work->recall != NULL,
		.survey = &work->planning.survey,
		.color = session->color,
		.refused = work->refused };
	AUTO_TEXT struct text text = { 0 };

	plan_print(&work->planning.plan, &look, &text);
	session_print(session, &text);
}

void work_print_refusal(struct session *session, const struct work *work, const char *words)
{
	AUTO_TEXT struct text text = { 0 };

	if (!work->refused)
		return;
	text_addf(&text, "Refused, see below: %s.\n", words);
	session_print(session, &text);
}

struct document *work_document(const struct session *session, const struct work *work,
	const struct document_form *form, const struct survey *end)
{
	const struct planning *planning = &work->planning;
	const struct document_plan thing = {
		.host = { work_host(session, work), &planning->survey },
		.plan = &planning->plan,
		.results = work->results,
		.refused = work->refused,
		.session = session,
		.end = { .survey = end, .want = &planning->want },
	};

	return document_start(form, &thing);
}

void work_leave(struct session *session, const struct work *work)
{
	events_leave(session);
	if (session->options.format->print &&
		work->results) /* a stale plan is not the one that is made now */
		session->document = work_document(session, work, &form_apply, NULL);
}

enum outcome work_locked(struct session *session, bool ready,
	enum outcome (*run)(struct session *, struct work *, struct journal *))
{
	AUTO_WORK struct work work = { 0 };
	struct journal journal = { 0 };
	enum outcome outcome;

	if (!ready || session_lock(session) < 0 ||
		journal_open(&journal, session->host, &session->report) < 0)
		outcome = session_outcome(session);
	else
		outcome = run(session, &work, &journal);
	journal_free(&journal);
	work_leave(session, &work);
	return outcome;
}
