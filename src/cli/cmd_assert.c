/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl assert`: whether the host is as wished, for timers and pipelines. */
#include "commands.h"
#include "differences.h"
#include "document.h"
#include "predict.h"
#include "print.h"
#include "work.h"

static enum outcome outcome_of(const struct plan *plan, const struct differences *differences)
{
	if (differences->n == 0)
		return FINE;
	return plan_awaits_reboot(plan) ? NEEDS_REBOOT_TO_FINISH : DIFFERENT;
}

static void result_print(
	struct session *session, const struct work *work, const struct differences *differences)
{
	AUTO_TEXT struct text text = { 0 };
	size_t n = differences->n_objects;
	bool part = work->planning.left_out.n > 0;

	text_add_safe(&text, work_host(session, work));
	if (part)
		text_addf(&text, ": %s", plan_whole(&work->planning.plan));
	text_add(&text, " is ");
	if (n == 0)
		text_add(&text, "as wished.\n");
	else
		text_addf(
			&text, "not as wished: %zu %s.\n", n, plural(n, "object differs", "objects differ"));
	differences_print(differences, &text);
	session_print(session, &text);
}

static enum outcome result_tell(struct session *session, const struct work *work)
{
	const struct plan *plan = &work->planning.plan;
	struct differences differences = { 0 };
	enum outcome outcome;

	differences_find(plan, &work->planning.survey, &differences);
	outcome = outcome_of(plan, &differences);
	if (session->options.format->print) {
		const struct document_assert thing = {
			.host = { work_host(session, work), &work->planning.survey },
			.plan = plan,
			.differences = &differences,
		};

		session->document = document_start(&form_assert, &thing);
	} else {
		result_print(session, work, &differences);
	}
	differences_free(&differences);
	return outcome;
}

/* Whether it would be safe to mend a difference makes it no other one: the gates about that are not asked. */
static enum outcome run(struct session *session)
{
	AUTO_WORK struct work work = { 0 };

	if (work_survey(session, &work) < 0 || session_planning(session, &work.planning) < 0 ||
		planning_judge_state(&work.planning, &session->report) < 0)
		return session_outcome(session);
	return result_tell(session, &work);
}

const struct command command_assert = {
	.name = "assert",
	.arguments = "FILE...",
	.summary = "Whether the host is as wished, for timers and pipelines; changes nothing",
	.more = "The exit code tells: 0 as wished, 2 there are differences; any other, that it could not be "
		"found out. Each object that differs is named in one line. It takes no lock, and of a saved "
		"plan it takes the configuration.",
	.run = run,
	.words = WORDS_FILES,
	.options = TAKES(OPTION_FILE) | TAKES(OPTION_HOST) | TAKES(OPTION_FACTS) | TAKES(OPTION_ROOT) |
		   TAKES(OPTION_FORMAT) | TAKES(OPTION_TARGET),
};
