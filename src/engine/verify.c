/* SPDX-License-Identifier: GPL-2.0-or-later */
/* After a run: what still differs on the machine is a finding. */
#include "predict.h"
#include <string.h>

static void report_left_over(const struct step *step, const struct survey *survey, struct report *report)
{
	const struct finding finding = {
		.severity = ERROR,
		.outcome = NOT_VERIFIED,
		.id = "still-differs",
		.object = step->object,
		.at = step_place(step),
		.hint = "someone else changes it too; `pawl plan` shows what is left",
	};

	AUTO_FREE char *is = knob_say_on(step->knob, survey, step->target, step->before);
	AUTO_FREE char *wanted = knob_say_on(step->knob, survey, step->target, step->after);
	AUTO_FREE char *target = target_say(step->target);

	/* what is not made yet has no address or number to be told by */
	report_add(report, &finding, "%s of %s is %s after the run, not %s", step->knob->name,
		strstr(step->target, "${") ? step->object : target, is, wanted);
}

/* The host is changed by now: whatever keeps it from being judged, no other outcome would say so. */
static void report_as_unverified(const struct report *found, struct report *report)
{
	for (size_t i = 0; i < found->n; i++) {
		struct finding finding = found->findings[i];

		if (finding.severity == ERROR)
			finding.outcome = NOT_VERIFIED;
		report_add(report, &finding, "%s", finding.text);
	}
}

int plan_verify(
	struct planning *after, const struct wish *wish, const struct asked *asked, struct report *report)
{
	struct report found = { 0 };
	int result = planning_make(after, wish, asked, &found);

	/* what no step would mend; of what cannot be planned nothing is asked */
	if (result == 0)
		result = planning_judge_matters(after, &found);
	for (size_t i = 0; i < after->plan.n; i++) {
		report_left_over(after->plan.steps[i], &after->survey, &found);
		result = -1;
	}
	report_as_unverified(&found, report);
	report_free(&found);
	return result;
}
