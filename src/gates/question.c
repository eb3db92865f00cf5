/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a question is about, and how a gate answers it with no. */
#include "gates_rows.h"

/* Whom it is about, and where the YAML is the cause. */
struct blame {
	const char *object, *hint;
	struct place at;
};

static void refuse(const struct question *question, const struct blame *blame, const char *format,
	va_list values) __attribute__((format(printf, 3, 0)));
static void refuse(
	const struct question *question, const struct blame *blame, const char *format, va_list values)
{
	bool advice = question->gate->weight == WEIGHT_ADVICE;
	AUTO_TEXT struct text text = { 0 };

	text_addv(&text, format, values);
	if (!advice)
		*question->ret_refused = true;
	report_add(question->report,
		&(struct finding){
			.severity = advice ? WARNING : ERROR,
			.outcome = REFUSED,
			.id = question->gate->id,
			.object = blame->object,
			.at = blame->at,
			.hint = blame->hint,
		},
		"%s", text_string(&text));
}

void gate_refuse(
	const struct question *question, const struct resource *resource, size_t row, const char *format, ...)
{
	const struct blame blame = { resource->name, question->gate->fix, resource_place(resource, row) };
	va_list values;

	va_start(values, format);
	refuse(question, &blame, format, values);
	va_end(values);
}

void gate_refuse_for(const struct question *question, const struct resource *resource, size_t row,
	const char *hint, const char *format, ...)
{
	const struct blame blame = { resource->name, hint, resource_place(resource, row) };
	va_list values;

	va_start(values, format);
	refuse(question, &blame, format, values);
	va_end(values);
}

void gate_refuse_step(
	const struct question *question, const struct step *step, const char *hint, const char *format, ...)
{
	const struct blame blame = { step->object, hint, step_place(step) };
	va_list values;

	va_start(values, format);
	refuse(question, &blame, format, values);
	va_end(values);
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
	const struct resource *own = question->step ? step_resource(question->step) : NULL;

	if (!question->step)
		return true;
	return own && resource_above(resource, &kind_device) == resource_above(own, &kind_device);
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

/* What was done before it is past: of a driver that has changed nobody asks whether it may. */
static bool step_concerns(const struct question *question, const struct step *step)
{
	const struct step *now = question->step;

	return !now || (step->number >= now->number && string_equal(step->lock, now->lock));
}

const struct step *next_step(const struct question *question, const struct knob *knob, size_t *cursor)
{
	while (*cursor < question->plan->n) {
		const struct step *step = question->plan->steps[(*cursor)++];

		if (step->knob == knob && step_concerns(question, step))
			return step;
	}
	return NULL;
}

/* What an ordinary guest gets is handed out, not taken. */
static bool step_takes(const struct step *step)
{
	for (size_t i = 0; i < step->n_effects; i++)
		if (step->effects[i].kind != EFFECT_HANDED_OUT)
			return true;
	return false;
}

const struct step *next_taking(const struct question *question, size_t *cursor)
{
	while (*cursor < question->plan->n) {
		const struct step *step = question->plan->steps[(*cursor)++];

		if (step_takes(step) && step_concerns(question, step))
			return step;
	}
	return NULL;
}

bool driver_is_vfio(const char *driver)
{
	return string_ends(driver, "vfio-pci") || string_ends(driver, "vfio_pci");
}
