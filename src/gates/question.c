/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a question is about, and how a gate answers it with no. */
#include "gates_rows.h"
#include "nvme.h"
#include "object.h"
#include <string.h>

bool allowance_fits(const struct allowance *allowance, const char *id, const char *object)
{
	return string_equal(allowance->gate->id, id) &&
	       (!allowance->object || (object && name_fits(object, allowance->object)));
}

/* NULL: by none. */
static const struct allowance *allowed_by(const struct question *question, const char *object)
{
	const struct allowances *allowed = question->plan->allowed;

	for (size_t i = 0; allowed && i < allowed->n; i++)
		if (question->gate->weight == WEIGHT_ALLOWABLE &&
			allowance_fits(&allowed->all[i], question->gate->id, object) &&
			(!question->gate->by_name || string_equal(allowed->all[i].object, object)))
			return &allowed->all[i];
	return NULL;
}

/* Of what may be allowed the operator hears how; and once it is, that it was. A restore has no operator. */
static char *hint_print(
	const struct question *question, const struct blame *blame, const struct allowance *allowed)
{
	if (allowed)
		return text_print("allowed by --allow=%s%s%s", question->gate->id, allowed->object ? ":" : "",
			allowed->object ? allowed->object : "");
	if (question->gate->weight != WEIGHT_ALLOWABLE || !question->plan->allowed)
		return string_copy(blame->hint);
	return text_print(
		"%s; or let it be so: `--allow=%s:%s`", blame->hint, question->gate->id, blame->object);
}

/* What one device wishes stands or falls together: "nic0.vf.3" with "nic0". */
static uint64_t no_hash(const char *id, const char *object)
{
	AUTO_FREE char *device = string_part(object, strcspn(object, "."));

	return hash_pair(id, device);
}

static bool has_said_no(const struct question *question, const char *id, const char *object)
{
	size_t cursor = 0, at;

	return lookup_next(question->noes, no_hash(id, object), &cursor, &at);
}

/* A gate that rests on one which has refused this device would only repeat it in worse words. */
static bool is_told_already(const struct question *question, const char *object)
{
	const char *const *after = question->gate->after;

	for (size_t i = 0; i < sizeof(question->gate->after) / sizeof(*after) && after[i]; i++)
		if (has_said_no(question, after[i], object))
			return true;
	return false;
}

static void note_no(const struct question *question, const char *object)
{
	*question->ret_refused = true;
	if (!has_said_no(question, question->gate->id, object))
		lookup_add(question->noes, no_hash(question->gate->id, object), 0);
}

static void refuse(const struct question *question, const struct blame *blame, const char *format,
	va_list values) __attribute__((format(printf, 3, 0)));
static void refuse(
	const struct question *question, const struct blame *blame, const char *format, va_list values)
{
	const struct allowance *allowed = allowed_by(question, blame->object);
	bool refused = !allowed && question->gate->weight != WEIGHT_ADVICE;
	AUTO_FREE char *hint = hint_print(question, blame, allowed);

	if (is_told_already(question, blame->object))
		return;
	if (refused)
		note_no(question, blame->object);
	report_addv(question->report,
		&(struct finding){
			.severity = refused ? ERROR : WARNING,
			.outcome = REFUSED,
			.id = question->gate->id,
			.object = blame->object,
			.at = blame->at,
			.hint = hint,
		},
		format, values);
}

void gate_refuse_blame(const struct question *question, const struct blame *blame, const char *format, ...)
{
	va_list values;

	va_start(values, format);
	refuse(question, blame, format, values);
	va_end(values);
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

void gate_refuse_of(const struct question *question, const char *object, const struct step *step,
	const char *hint, const char *format, ...)
{
	const struct blame blame = { object, hint, step_place(step) };
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

bool step_starts_guest(const struct step *step)
{
	return step->knob == &knob_guest_state && string_equal(step->after, GUEST_RUNNING);
}

/* What keeps the twin from doing it; NULL: the twin has done it, or there is none. */
static const struct stop *stop_before(const struct question *question, const struct step *step)
{
	struct prediction *prediction = question->prediction;
	const struct stop *stop;

	if (!prediction)
		return NULL;
	if (!prediction->end)
		prediction->make(prediction);
	if (prediction->done[step->number - 1])
		return NULL;
	stop = &prediction->stops[step->lane->number];
	return stop->why ? stop : prediction->first;
}

const struct survey *question_then(const struct question *question, const struct step *step)
{
	const struct stop *stop = stop_before(question, step);

	if (!question->prediction)
		return question->now;
	return !stop || stop->at == step ? question->prediction->end : NULL;
}

void gate_unpredicted(const struct question *question, const struct step *step, size_t row)
{
	const struct stop *stop = stop_before(question, step);
	bool *told = stop ? &question->told[stop - question->prediction->stops] : NULL;

	if (!stop || *told || question->refused || question->gate->unknown_is != ANSWER_BAD ||
		(stop->at && stop->at != step && step_starts_guest(stop->at)))
		return;
	gate_refuse(
		question, step_resource(step), row, "on a twin of this host the plan stops: %s", stop->why);
	/* what is allowed for one guest is not so for the next */
	*told = *question->ret_refused;
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

const struct resource *next_of_drive(const struct question *question, const struct kind *kind, size_t *cursor,
	const struct function **ret_pf)
{
	const struct resource *resource;

	while ((resource = next_resource(question, kind, cursor))) {
		*ret_pf = device_function(question->now, resource);
		if (drive_told(*ret_pf))
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

const struct step *next_of_all(const struct question *question, size_t *cursor)
{
	while (*cursor < question->plan->n) {
		const struct step *step = question->plan->steps[(*cursor)++];

		if (step_concerns(question, step))
			return step;
	}
	return NULL;
}

/* It destroys; or what it makes is known by the ledger alone, and without it made again and again. */
static bool needs_ledger(const struct step *step)
{
	const unsigned destroying =
		STEP_ONE_WAY | STEP_CONSENT | STEP_DATA_LOSS | STEP_DISRUPTIVE | STEP_VF_COUNT;

	return step->flags & destroying || step_takes(step) || step->knob->learn;
}

const struct step *next_needing_ledger(const struct question *question, size_t *cursor)
{
	while (*cursor < question->plan->n) {
		const struct step *step = question->plan->steps[(*cursor)++];

		if (needs_ledger(step) && step_concerns(question, step))
			return step;
	}
	return NULL;
}
