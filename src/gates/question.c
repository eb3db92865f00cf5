/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a question is about, and how a gate answers it with no. */
#include "gates_rows.h"

static void refuse(const struct question *question, const struct resource *resource, size_t row,
	const char *hint, const char *text)
{
	bool advice = question->gate->weight == WEIGHT_ADVICE;

	if (!advice)
		*question->ret_refused = true;
	report_add(question->report,
		&(struct finding){
			.severity = advice ? WARNING : ERROR,
			.outcome = REFUSED,
			.id = question->gate->id,
			.object = resource->name,
			.at = resource_place(resource, row),
			.hint = hint,
		},
		"%s", text);
}

void gate_refuse(
	const struct question *question, const struct resource *resource, size_t row, const char *format, ...)
{
	AUTO_TEXT struct text text = { 0 };
	va_list values;

	va_start(values, format);
	text_addv(&text, format, values);
	va_end(values);
	refuse(question, resource, row, question->gate->fix, text_string(&text));
}

void gate_refuse_for(const struct question *question, const struct resource *resource, size_t row,
	const char *hint, const char *format, ...)
{
	AUTO_TEXT struct text text = { 0 };
	va_list values;

	va_start(values, format);
	text_addv(&text, format, values);
	va_end(values);
	refuse(question, resource, row, hint, text_string(&text));
}

void gate_unknown(
	const struct question *question, const struct resource *resource, size_t row, const char *what)
{
	if (question->gate->unknown_is == ANSWER_BAD)
		gate_refuse(
			question, resource, row, "%s is not known, so that this cannot be answered", what);
}

/* Right before a write, only what stands on the same device is asked about: the rest is as it was or done. */
static bool concerns(const struct question *question, const struct resource *resource)
{
	return !question->step || resource_above(resource, &kind_device) ==
					  resource_above(question->step->why->want, &kind_device);
}

const struct resource *next_resource(const struct question *question, const struct kind *kind, size_t *cursor)
{
	const struct state *want = question->plan->want;

	while (*cursor < want->n) {
		const struct resource *resource = want->all[(*cursor)++];

		if (resource->kind == kind && concerns(question, resource))
			return resource;
	}
	return NULL;
}

const struct step *next_step(const struct question *question, const struct knob *knob, size_t *cursor)
{
	while (*cursor < question->plan->n) {
		const struct step *step = question->plan->steps[(*cursor)++];

		if (step->knob == knob && step->why && concerns(question, step->why->want))
			return step;
	}
	return NULL;
}

bool driver_is_vfio(const char *driver)
{
	return string_ends(driver, "vfio-pci") || string_ends(driver, "vfio_pci");
}
