/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A plan's steps, gathered into sections, chains and folds. */
#include "fold.h"
#include "object.h"
#include "print.h"
#include <stdlib.h>
#include <string.h>

const struct step *fold_step(const struct fold *fold, size_t chain, size_t at)
{
	return fold->plan->steps[fold->chains[chain] + at];
}

static bool step_continues(const struct step *step, const struct step *next)
{
	return step->batch && string_equal(step->batch, next->batch) &&
	       string_equal(step->object, next->object);
}

static size_t chain_length(const struct plan *plan, size_t first, size_t end)
{
	size_t length = 1;

	while (first + length < end && step_continues(plan->steps[first], plan->steps[first + length]))
		length++;
	return length;
}

static bool besides_alike(const struct step *a, const struct step *b)
{
	bool alike = a->n_besides == b->n_besides;

	for (size_t i = 0; alike && i < a->n_besides; i++)
		alike = a->besides[i].knob == b->besides[i].knob &&
			string_equal(a->besides[i].before, b->besides[i].before) &&
			string_equal(a->besides[i].after, b->besides[i].after);
	return alike;
}

static bool steps_alike(const struct step *a, const struct step *b)
{
	return a->knob == b->knob && string_equal(a->before, b->before) && string_equal(a->after, b->after) &&
	       a->flags == b->flags && !a->guard_of && !b->guard_of && !a->why == !b->why &&
	       besides_alike(a, b);
}

static bool chain_fits(const struct fold *fold, size_t first, size_t length)
{
	const struct step *like = fold_step(fold, 0, 0), *step = fold->plan->steps[first];

	if (fold->length != length || !step->batch || !string_equal(step->batch, like->batch))
		return false;
	if (!names_fold_together(like->object, step->object))
		return false;
	for (size_t i = 0; i < length; i++)
		if (!steps_alike(fold_step(fold, 0, i), fold->plan->steps[first + i]))
			return false;
	return true;
}

static struct fold *section_fold(
	struct section *section, const struct plan *plan, size_t first, size_t length)
{
	for (size_t i = 0; i < section->n; i++)
		if (chain_fits(&section->folds[i], first, length))
			return &section->folds[i];
	section->folds = memory_grow(section->folds, section->n, sizeof(*section->folds));
	section->folds[section->n] = (struct fold){ .plan = plan, .length = length };
	return &section->folds[section->n++];
}

const struct resource *step_device(const struct plan *plan, const struct step *step)
{
	if (step->why) {
		const struct resource *own = step->why->want ? step->why->want : step->why->have;
		const struct resource *device = resource_above(own, &kind_device);

		/* a guest stands on several; what is taken back is told by its lock */
		return device || own->kind != &kind_guest ? device : own;
	}
	return device_at(plan->want, step->target);
}

char *step_handle(const struct step *step)
{
	return string_part(step->object, name_device_length(step->object));
}

static bool handles_same(const char *a, const char *b)
{
	size_t length = name_device_length(a);

	return length == name_device_length(b) && memcmp(a, b, length) == 0;
}

static bool is_of_guest(const struct step *step)
{
	return step_resource(step) && step_resource(step)->kind == &kind_guest;
}

/* What was left, or is taken back, on a device that nobody wishes for goes by the name that it had. */
bool steps_share_device(const struct plan *plan, const struct step *a, const struct step *b)
{
	const struct resource *of_a = step_device(plan, a), *of_b = step_device(plan, b);

	if (of_a && of_b)
		return of_a == of_b;
	return is_of_guest(a) == is_of_guest(b) && handles_same(a->object, b->object);
}

static size_t section_end(const struct plan *plan, size_t first)
{
	size_t end = first + 1;

	while (end < plan->n && steps_share_device(plan, plan->steps[first], plan->steps[end]))
		end++;
	return end;
}

static void section_make(struct section *section, const struct plan *plan, size_t first, size_t end)
{
	section->first = plan->steps[first];
	while (first < end) {
		size_t length = chain_length(plan, first, end);
		struct fold *fold = section_fold(section, plan, first, length);

		fold->chains = memory_grow(fold->chains, fold->n, sizeof(*fold->chains));
		fold->chains[fold->n++] = first;
		first += length;
	}
}

void sections_make(const struct plan *plan, struct sections *sections)
{
	for (size_t first = 0; first < plan->n;) {
		size_t end = section_end(plan, first);

		sections->all = memory_grow(sections->all, sections->n, sizeof(*sections->all));
		sections->all[sections->n] = (struct section){ 0 };
		section_make(&sections->all[sections->n++], plan, first, end);
		first = end;
	}
}

void sections_free(struct sections *sections)
{
	for (size_t i = 0; i < sections->n; i++) {
		for (size_t k = 0; k < sections->all[i].n; k++)
			free(sections->all[i].folds[k].chains);
		free(sections->all[i].folds);
	}
	free(sections->all);
	*sections = (struct sections){ 0 };
}

void fold_print_numbers(const struct fold *fold, struct text *text)
{
	AUTO_FREE size_t *numbers = memory_new(fold->n * fold->length, sizeof(*numbers));

	for (size_t i = 0; i < fold->n * fold->length; i++)
		numbers[i] = fold_step(fold, i / fold->length, i % fold->length)->number;
	numbers_fold(numbers, fold->n * fold->length, text);
}

void fold_print_object(const struct fold *fold, struct text *text)
{
	AUTO_FREE const char **names = memory_new(fold->n, sizeof(*names));
	AUTO_TEXT struct text folded = { 0 };

	for (size_t i = 0; i < fold->n; i++)
		names[i] = fold_step(fold, i, 0)->object;
	names_fold(names, fold->n, &folded);
	text_add_safe(text, text_string(&folded));
}
