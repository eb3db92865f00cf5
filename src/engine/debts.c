/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Puts the debts of earlier runs first in a plan. */
#include "engine.h"

void plan_pay_debts(struct plan *plan, const struct survey *survey)
{
	for (size_t i = 0; i < survey->n_debts; i++) {
		const struct debt *debt = &survey->debts[i];

		if (debt_is_void(survey, debt))
			continue;
		AUTO_FREE char *device = function_device(survey_function(survey, debt->target));

		plan_add(plan, &(struct step){ .knob = debt->knob,
				       .target = debt->target,
				       .before = debt->left,
				       .after = debt->value,
				       .object = debt->target,
				       .lock = device });
	}
}
