/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a plan makes secure, hands out and has consent to. */
#include "secure.h"

const struct step *effect_next(
	const struct question *question, enum effect_kind kind, size_t *step, size_t *effect)
{
	const struct plan *plan = question->plan;

	for (; *step < plan->n; ++*step, *effect = 0) {
		const struct step *candidate = plan->steps[*step];

		if (!candidate->why || (question->step && question->step != candidate))
			continue;
		while (*effect < candidate->n_effects)
			if (candidate->effects[(*effect)++].kind == kind)
				return candidate;
	}
	return NULL;
}

const struct function *pf_named(const struct question *question, const char *name)
{
	const struct resource *device = device_named(question->plan->want, name);

	return device ? device_function(question->now, device) : NULL;
}

const struct function *effect_function(
	const struct question *question, const struct survey *survey, const struct step *step, size_t effect)
{
	const char *object = step->effects[effect - 1].object;
	const struct function *function = survey_function(survey, object);

	return function ? function : function_named(question->plan->want, survey, object);
}

const char *consent_to(const struct question *question, const char *port)
{
	const struct domain *known = domains_find(&question->now->domains, port);

	for (size_t i = 0; i < question->plan->n; i++)
		if (question->plan->steps[i]->knob == &knob_consent &&
			string_equal(question->plan->steps[i]->target, port))
			return question->plan->steps[i]->after;
	return known ? known->consent : NULL;
}
