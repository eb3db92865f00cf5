/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Puts the debts of earlier runs first in a plan. */
#include "engine.h"

void plan_pay_debts(struct plan *plan, const struct survey *survey)
{
	for (size_t i = 0; i < survey->n_debts; i++) {
		const struct debt *debt = &survey->debts[i];
		const struct function *function = survey_function(survey, debt->target);
		AUTO_FREE char *device = function ? function_device(function) : NULL;

		if (!function) /* what was to be put back is gone, and its value with it */
			continue;
		plan_add(plan, &(struct step){ .knob = debt->knob,
				       .target = debt->target,
				       .before = debt->left,
				       .after = debt->value,
				       .object = debt->target,
				       .lock = device });
	}
}
