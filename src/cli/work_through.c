/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Shows a judged plan, asks for it, applies it and says how it went. */
#include "accept.h"
#include "print.h"
#include "run_begin.h"
#include "usage.h"
#include "work.h"

/* -y does not cover what cannot be taken back: then the plan is to be named. */
static enum outcome report_unasked(struct session *session, const struct plan *plan, const char *text)
{
	AUTO_FREE char *command = plan_is_forever(plan) ? accept_command(session, plan) : NULL;

	return usage_report(&session->report,
		command                    ? command
		: session->options.n_files ? "say -y, after a look at `pawl plan`"
					   : "say -y, after a look at this plan",
		"%s", text);
}

/* Without -y somebody must be there to be asked. */
static enum outcome asking_check(struct session *session, const struct plan *plan)
{
	AUTO_FREE char *silent = text_print("%s %s%s cannot ask", session->command->name,
		session->events ? "--" : "with -o ", session->options.format->name);

	if (session->options.format->print)
		return report_unasked(session, plan, silent);
	if (!session->world->terminal)
		return report_unasked(session, plan, "there is no terminal to ask on");
	for (size_t i = 0; i < session->options.n_files; i++)
		if (string_equal(session->options.files[i], "-"))
			return report_unasked(session, plan,
				"standard input cannot both hold the configuration and answer");
	return FINE;
}

/* "Apply these 9 steps to kp001, 1 of them disruptive?" */
static void question_print(const char *host, const struct plan_count *count, struct text *text)
{
	size_t forever = count->one_way + count->data_loss;

	if (count->steps == 1)
		text_add(text, "\nApply this step to ");
	else
		text_addf(text, "\nApply these %zu steps to ", count->steps);
	text_add_safe(text, host);
	if (count->disruptive && count->steps == 1)
		text_add(text, ", which disrupts");
	else if (count->disruptive)
		text_addf(text, ", %zu of them disruptive", count->disruptive);
	text_add(text, "?");
	if (forever > 0)
		text_addf(text, " %zu can NEVER be taken back.", forever);
	text_add(text, " Only yes is taken: ");
}

static enum outcome ask(struct session *session, const struct work *work)
{
	const struct world *world = session->world;
	struct plan_count count = plan_count(&work->planning.plan);
	AUTO_TEXT struct text text = { 0 };
	enum outcome outcome;

	if (session_given(session, OPTION_ACCEPT) ||
		(session_given(session, OPTION_YES) && plan_is_forever(&work->planning.plan)))
		return accept_check(session, work);
	if (session_given(session, OPTION_YES))
		return FINE;
	outcome = asking_check(session, &work->planning.plan);
	if (outcome != FINE)
		return outcome;
	question_print(work_host(session, work), &count, &text);
	fputs(text_string(&text), world->err);
	fflush(world->err);
	if (answer_is(world->in, "yes"))
		return FINE;
	fputs("Nothing was changed.\n", world->err);
	return FAILED;
}

/* Of a rollback what stays has been told before it. */
static bool anything_stays(const struct session *session, const struct work *work)
{
	const struct report *report = &session->report;

	for (size_t i = 0; work_way(work) == RUN_TAKES_BACK && i < report->n; i++)
		if (string_equal(report->findings[i].id, "not-taken-back") ||
			string_equal(report->findings[i].id, "changed-since"))
			return true;
	return false;
}

/* What was never begun has left nothing that `pawl status` could tell. */
static void last_line_print(struct session *session, const struct work *work, enum outcome outcome)
{
	static const char *const is_now[] = {
		[RUN_APPLIES] = " is as wished",
		[RUN_TAKES_BACK] = "the run is taken back",
		[RUN_RESTORES] = "what the boot took away is back",
	};
	bool applies = work_way(work) == RUN_APPLIES;
	AUTO_TEXT struct text text = { 0 };
	bool well = outcome == FINE || outcome == ROLLED_BACK;
	size_t n = work->planning.plan.n, already = work_count(work, STEP_ALREADY);
	bool begun = work_count(work, STEP_WAITING) < n;

	text_addf(&text, "\n%zu of %zu %s done", work_count(work, STEP_DONE), n, plural(n, "step", "steps"));
	if (already)
		text_addf(&text, ", %zu %s so already", already, plural(already, "was", "were"));
	if (well || (work->verified && !work->restores))
		text_addf(&text, ": verified, %s%s%s%s.\n", applies ? plan_whole(&work->planning.plan) : "",
			is_now[work_way(work)],
			anything_stays(session, work) ? ", but for what stays: see above" : "",
			well ? "" : "; see below what is wrong all the same");
	else
		text_add(&text, begun ? ". The host is not as wished; `pawl status` tells more.\n"
				      : ": nothing was begun, nothing was changed.\n");
	session_print(session, &text);
}

/* What a plan without steps does not say of itself. */
static void nothing_print(struct session *session, const struct work *work, enum outcome outcome)
{
	AUTO_TEXT struct text text = { 0 };

	if (work->restores && outcome != FINE)
		text_add(&text, "Not all that the boot took away is back: see below what, and what helps.\n");
	else if (work_way(work) == RUN_TAKES_BACK && outcome == FINE)
		text_addf(&text, "Nothing that the run has set is left to take back%s.\n",
			anything_stays(session, work) ? ", but for what stays: see above" : "");
	session_print(session, &text);
}

enum outcome work_through(struct session *session, struct work *work, const struct stage *stage)
{
	bool text = !session->options.format->print;
	enum outcome outcome;

	work_await(session, work);
	if (text) {
		work_print_plan(session, work);
		work_print_refusal(session, work, "nothing was changed");
	}
	session_tell(session);
	if (work->refused)
		return REFUSED;
	if (work->planning.plan.n == 0) {
		outcome = work_settle(session, work, stage);
		if (text)
			nothing_print(session, work, outcome);
		return outcome;
	}
	outcome = work->restores ? FINE : ask(session, work);
	if (outcome != FINE)
		return outcome;
	outcome = work_apply(session, work, stage);
	if (text)
		last_line_print(session, work, outcome);
	return outcome;
}
