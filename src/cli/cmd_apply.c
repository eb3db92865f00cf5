/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl apply`: plans, asks, applies and verifies. */
#include "commands.h"
#include "document.h"
#include "print.h"
#include "run.h"
#include <string.h>

static enum outcome report_usage(struct session *session, const char *hint, const char *text)
{
	report_add(&session->report,
		&(struct finding){ .severity = ERROR, .outcome = BAD_USAGE, .id = "usage", .hint = hint },
		"%s", text);
	return BAD_USAGE;
}

/* What must be known before the machine is looked at. */
static enum outcome usage_check(struct session *session)
{
	bool json = session->options.format->print, yes = session_given(session, OPTION_YES);

	if (json && !yes)
		return report_usage(
			session, "say -y, after a look at `pawl plan`", "apply with -o json cannot ask");
	if (!yes && !session->world->terminal)
		return report_usage(
			session, "say -y, after a look at `pawl plan`", "there is no terminal to ask on");
	for (size_t i = 0; i < session->options.n_files; i++)
		if (!yes && string_equal(session->options.files[i], "-"))
			return report_usage(session, "say -y, or give the configuration as a file",
				"standard input cannot both hold the configuration and answer");
	return FINE;
}

/* -y never covers what cannot be taken back. */
static enum outcome consent_check(struct session *session, const struct plan *plan)
{
	for (size_t i = 0; i < plan->n; i++) {
		const struct step *step = plan->steps[i];

		if (!(step->flags & (STEP_ONE_WAY | STEP_DATA_LOSS)))
			continue;
		report_add(&session->report,
			&(struct finding){ .severity = ERROR,
				.outcome = REFUSED,
				.id = "consent",
				.object = step->object,
				.hint = "apply it on a terminal, where it is asked for" },
			"step %zu %s, and -y does not cover that", step->number,
			step->flags & STEP_ONE_WAY ? "cannot be taken back" : "loses data");
	}
	return report_outcome(&session->report);
}

static bool answer_is_yes(FILE *stream)
{
	char line[16];

	if (!fgets(line, sizeof(line), stream))
		return false;
	line[strcspn(line, "\n")] = '\0';
	return string_equal(line, "yes");
}

static enum outcome ask(struct session *session, const struct plan *plan)
{
	const struct world *world = session->world;
	struct plan_count count = plan_count(plan);

	if (session_given(session, OPTION_YES))
		return consent_check(session, plan);
	fprintf(world->err, "\nApply %s %zu %s?", count.steps == 1 ? "this" : "these", count.steps,
		plural(count.steps, "step", "steps"));
	if (count.one_way + count.data_loss > 0)
		fprintf(world->err, " %zu can NEVER be taken back.", count.one_way + count.data_loss);
	fputs(" Only yes is taken: ", world->err);
	fflush(world->err);
	if (answer_is_yes(world->in))
		return FINE;
	fputs("Nothing was changed.\n", world->err);
	return FAILED;
}

static void last_line_print(struct session *session, const struct work *work, enum outcome outcome)
{
	AUTO_TEXT struct text text = { 0 };
	const size_t *results = work->results;

	text_addf(&text, "\n%zu of %zu %s done", results[STEP_DONE], work->planning.plan.n,
		plural(work->planning.plan.n, "step", "steps"));
	if (results[STEP_ALREADY])
		text_addf(&text, ", %zu %s so already", results[STEP_ALREADY],
			plural(results[STEP_ALREADY], "was", "were"));
	text_add(&text, outcome == FINE ? ": verified, the host is as wished.\n"
					: ". The host is not as wished; `pawl status` tells more.\n");
	session_print(session, &text);
}

/* With the lock held and the journal open: plan, show, judge, ask, apply. */
static enum outcome apply(struct session *session, struct work *work, struct journal *journal)
{
	bool text = !session->options.format->print;
	enum outcome outcome;

	if (session_survey(session, &work->planning.survey) < 0)
		return session_outcome(session);
	journal_debts(journal, &work->planning.survey);
	if (work_plan(session, work) < 0)
		return session_outcome(session);
	if (text)
		work_print_plan(session, work);
	session_tell(session);
	if (work->refused)
		return REFUSED;
	if (work->planning.plan.n == 0)
		return FINE;
	outcome = ask(session, &work->planning.plan);
	if (outcome != FINE)
		return outcome;
	outcome = work_apply(session, work, &(struct stage){ .host = session->host, .journal = journal });
	if (text)
		last_line_print(session, work, outcome);
	return outcome;
}

static enum outcome run(struct session *session)
{
	AUTO_WORK struct work work = { 0 };
	struct journal journal = { 0 };
	enum outcome outcome = usage_check(session);

	if (outcome != FINE)
		return outcome;
	if (session_wish(session) < 0 || session_lock(session) < 0 ||
		journal_open(&journal, session->host, &session->report) < 0)
		outcome = session_outcome(session);
	else
		outcome = apply(session, &work, &journal);
	journal_free(&journal);
	if (session->options.format->print && work.planning.plan.id[0]) {
		session->document = work_document(session, &work);
		document_add_results(session->document, work.results);
	}
	return outcome;
}

const struct command command_apply = {
	.name = "apply",
	.arguments = "FILE...",
	.summary = "Plan, ask, apply step by step, verify",
	.run = run,
	.words = WORDS_FILES,
	.options = TAKES(OPTION_FILE) | TAKES(OPTION_HOST) | TAKES(OPTION_ROOT) | TAKES(OPTION_FORMAT) |
		   TAKES(OPTION_YES),
	.needs_root = true,
};
