/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How a gate says no, with the place in the YAML that is the cause. */
#include "gates_rows.h"

void gate_refuse(const struct gate *gate, const struct resource *resource, size_t row, struct report *report,
	const char *format, ...)
{
	AUTO_TEXT struct text text = { 0 };
	va_list values;

	va_start(values, format);
	text_addv(&text, format, values);
	va_end(values);
	report_add(report,
		&(struct finding){ .severity = gate->weight == WEIGHT_ADVICE ? WARNING : ERROR,
			.outcome = REFUSED,
			.id = gate->id,
			.object = resource->name,
			.at = resource_place(resource, row),
			.hint = gate->fix },
		"%s", text_string(&text));
}

const struct resource *next_pool(
	const struct plan *plan, const struct survey *survey, size_t *cursor, const struct function **ret_pf)
{
	while (*cursor < plan->want->n) {
		const struct resource *pool = plan->want->all[(*cursor)++];
		const struct function *pf =
			pool->kind == &kind_vf_pool ? device_function(survey, pool) : NULL;

		if (pf) {
			*ret_pf = pf;
			return pool;
		}
	}
	return NULL;
}

const struct step *find_step(const struct plan *plan, const struct knob *knob, const char *target)
{
	for (size_t i = 0; i < plan->n; i++)
		if (plan->steps[i]->knob == knob && string_equal(plan->steps[i]->target, target))
			return plan->steps[i];
	return NULL;
}
