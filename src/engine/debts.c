/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Puts the debts of earlier runs first in a plan. */
#include "engine.h"

/* Its lock is held until the kernel lets go of what is being written there. */
static bool is_busy(const struct function *function)
{
	bool busy = false;

	for (size_t i = 0; i < N_ATTRIBUTES; i++)
		busy |= function->attr[i].is == R_BUSY;
	return busy;
}

static void report_waiting(const struct debt *debt, struct report *report)
{
	AUTO_FREE char *is = knob_say(debt->knob, debt->left);

	report_add(report,
		&(struct finding){
			.severity = WARNING,
			.id = "left-temporary",
			.object = debt->target,
			.hint = "the first `pawl apply` after that puts it back",
		},
		"%s of %s stays %s while a write to the device is still in the kernel", debt->knob->name,
		debt->target, is);
}

/* One of a device that hangs waits for it: what is wished of others is no worse for it. */
void plan_pay_debts(struct plan *plan, const struct survey *survey, struct report *report)
{
	for (size_t i = 0; i < survey->n_debts; i++) {
		const struct debt *debt = &survey->debts[i];

		if (debt_is_void(survey, debt))
			continue;

		const struct function *function = survey_function(survey, debt->target);
		AUTO_FREE char *device = function_device(function);

		if (function && is_busy(function)) {
			report_waiting(debt, report);
			continue;
		}

		plan_add(plan, &(struct step){ .knob = debt->knob,
				       .target = debt->target,
				       .before = debt->left,
				       .after = debt->value,
				       .object = debt->target,
				       .lock = device });
	}
}
