/* SPDX-License-Identifier: GPL-2.0-or-later */
/* After a run: the machine is surveyed once more, and what still differs is a finding. */
#include "engine.h"
#include <stdlib.h>

static void report_left_over(const struct step *step, struct report *report)
{
	const struct finding finding = {
		.severity = ERROR,
		.outcome = NOT_VERIFIED,
		.id = "still-differs",
		.object = step->object,
		.at = step_place(step),
		.hint = "someone else changes it too; `pawl plan` shows what is left",
	};

	AUTO_FREE char *is = knob_say(step->knob, step->before), *wanted = knob_say(step->knob, step->after);
	report_add(report, &finding, "%s of %s is %s after the run, not %s", step->knob->name, step->target,
		is, wanted);
}

int plan_verify(const struct wish *wish, const struct asked *asked, struct host *host,
	const struct journal *journal, struct report *report)
{
	struct planning after = { 0 };
	int result = -1;

	if (survey_take(host, &after.survey, report) == 0) {
		journal_debts(journal, &after.survey);
		result = planning_make(&after, wish, asked, report);
	}
	for (size_t i = 0; i < after.plan.n; i++) {
		report_left_over(after.plan.steps[i], report);
		result = -1;
	}
	planning_free(&after);
	return result;
}
