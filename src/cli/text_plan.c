/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A plan as people read it. */
#include "fold.h"
#include "text_step.h"
#include "vf.h"
#include <stdlib.h>
#include <string.h>

#define DETAIL_COLUMNS 56 /* of what stands behind "affects" before the line is broken */

/* One line of the plan, and how wide its columns are over all lines. */
struct line {
	struct text numbers, object, change, note;
};
struct widths {
	size_t numbers, object, knob, change;
};

/* Everything that the calls below need to know. */
struct printing {
	const struct plan *plan;
	const struct plan_look *look;
	struct widths widths;
	const struct change **told; /* why the last steps are there */
	struct text *text;
};

static void line_free(struct line *line)
{
	text_free(&line->numbers);
	text_free(&line->object);
	text_free(&line->change);
	text_free(&line->note);
}

/* Step `at` of a fold's chains; the numbers and the object stand in the first line alone. */
static void line_make(const struct fold *fold, size_t at, struct line *line)
{
	const struct step *step = fold_step(fold, 0, at);

	if (at == 0) {
		fold_print_numbers(fold, &line->numbers);
		fold_print_object(fold, &line->object);
	}
	step_print_change(step, &line->change);
	step_print_note(fold->plan, step, &line->note);
}

static void widen(size_t *width, const char *string)
{
	size_t columns = text_columns(string);

	*width = columns > *width ? columns : *width;
}

static void line_measure(const struct fold *fold, size_t at, struct widths *widths)
{
	__attribute__((cleanup(line_free))) struct line line = { 0 };

	line_make(fold, at, &line);
	widen(&widths->numbers, text_string(&line.numbers));
	widen(&widths->object, text_string(&line.object));
	widen(&widths->knob, fold_step(fold, 0, at)->knob->name);
	widen(&widths->change, text_string(&line.change));
}

static void cell_print(struct text *text, const char *cell, size_t width)
{
	text_add(text, cell);
	text_pad(text, width - text_columns(cell) + 2);
}

static void symbol_print(const struct printing *printing, const struct step *step)
{
	const char *symbol = step_symbol(step);
	struct text *text = printing->text;

	text_pad(text, 4 - text_columns(symbol));
	text_paint(text, printing->look->color, step_paint(step));
	text_add(text, symbol);
	text_paint(text, printing->look->color, PAINT_OFF);
	text_add(text, " ");
}

static void line_print(const struct printing *printing, const struct fold *fold, size_t at)
{
	__attribute__((cleanup(line_free))) struct line line = { 0 };
	const struct step *step = fold_step(fold, 0, at);
	struct text *text = printing->text;

	line_make(fold, at, &line);
	symbol_print(printing, step);
	text_pad(text, printing->widths.numbers - line.numbers.length);
	cell_print(text, text_string(&line.numbers), line.numbers.length);
	cell_print(text, text_string(&line.object), printing->widths.object);
	cell_print(text, step->knob->name, printing->widths.knob);
	if (line.note.length) {
		cell_print(text, text_string(&line.change), printing->widths.change);
		text_paint(text, printing->look->color, step_disrupts(step) ? PAINT_RED : PAINT_DIM);
		text_add(text, text_string(&line.note));
		text_paint(text, printing->look->color, PAINT_OFF);
	} else {
		text_add(text, text_string(&line.change));
	}
	text_add(text, "\n");
}

/* Below a step: "why", "affects" or "undo", broken at ", " where it is long. */
static void detail_print(const struct printing *printing, const char *label, const char *words)
{
	struct text *text = printing->text;
	size_t indent = 5 + printing->widths.numbers + 2, column = 0;

	text_pad(text, indent);
	text_addf(text, "%-9s", label);
	for (; *words; words++) {
		text_add_bytes(text, words, 1);
		column++;
		if (column < DETAIL_COLUMNS || words[0] != ' ' || words[-1] != ',')
			continue;
		text->bytes[--text->length] = '\0';
		text_add(text, "\n");
		text_pad(text, indent + 9);
		column = 0;
	}
	text_add(text, "\n");
}

static bool effects_same(const struct effect *a, const struct effect *b)
{
	return a->kind == b->kind && a->how == b->how;
}

/* Of what goes away, its driver tells who may be using it. */
static char *effect_object(const struct printing *printing, const struct effect *effect)
{
	const struct function *function = effect->kind == EFFECT_DEVICE_GONE
						  ? survey_function(printing->look->survey, effect->object)
						  : NULL;
	const char *driver = function ? function_link(function, A_DRIVER) : NULL;

	if (!function)
		return string_copy(effect->object);
	return text_print("%s (%s)", effect->object, driver ? driver : "no driver");
}

/* Two settings of one VF cut the same traffic: `told` has the lines that stand there. */
static void effect_tell(const struct printing *printing, const char *words, struct text *told)
{
	AUTO_FREE char *line = text_print("\n%s\n", words);

	if (strstr(text_string(told), line))
		return;
	text_add(told, line);
	detail_print(printing, "affects", words);
}

/* All objects of a fold on which step `at` has this effect. */
static void effect_print(const struct printing *printing, const struct fold *fold, size_t at,
	const struct effect *effect, struct text *told)
{
	char **names = NULL;
	AUTO_TEXT struct text folded = { 0 }, words = { 0 };
	size_t n = 0;

	for (size_t chain = 0; chain < fold->n; chain++) {
		const struct step *step = fold_step(fold, chain, at);

		for (size_t i = 0; i < step->n_effects; i++) {
			if (!effects_same(&step->effects[i], effect))
				continue;
			names = memory_grow(names, n, sizeof(*names));
			names[n++] = effect_object(printing, &step->effects[i]);
		}
	}
	names_fold((const char *const *)names, n, &folded);
	text_add_safe(&words, text_string(&folded));
	text_addf(&words, " %s", effect_words(effect, n));
	effect_tell(printing, text_string(&words), told);
	while (n > 0)
		free(names[--n]);
	free(names);
}

static void effects_print(
	const struct printing *printing, const struct fold *fold, size_t at, struct text *told)
{
	const struct step *step = fold_step(fold, 0, at);

	for (size_t i = 0; i < step->n_effects; i++) {
		bool same = false;

		for (size_t k = 0; k < i; k++)
			same = same || effects_same(&step->effects[k], &step->effects[i]);
		if (!same)
			effect_print(printing, fold, at, &step->effects[i], told);
	}
}

static bool knob_comes_before(const struct fold *fold, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (fold_step(fold, 0, i)->knob == fold_step(fold, 0, at)->knob)
			return true;
	return false;
}

/* Each knob back to what the chain found, last change first. */
static void undo_make(const struct fold *fold, struct text *text)
{
	for (size_t i = fold->length; i-- > 0;) {
		const struct step *step = fold_step(fold, 0, i);
		bool never = step->flags & (STEP_ONE_WAY | STEP_DATA_LOSS | STEP_CONSENT);

		if (never)
			text_free(text);
		else if (knob_comes_before(fold, i))
			continue;
		text_add(text, text->length ? ", " : "");
		step_print_undo(step, text);
		if (never)
			return;
	}
}

static void fold_print_words(const struct printing *printing, const struct fold *fold)
{
	AUTO_TEXT struct text why = { 0 }, undo = { 0 }, told = { 0 };
	const struct step *first = fold_step(fold, 0, 0);
	bool needed = false;

	for (size_t i = 0; i < fold->length; i++)
		needed = needed || step_needs_words(fold_step(fold, 0, i));
	if (!needed)
		return;
	if (first->why && first->why != *printing->told) {
		*printing->told = first->why;
		change_print(first->why, &why);
		detail_print(printing, "why", text_string(&why));
	}
	for (size_t i = 0; i < fold->length; i++)
		effects_print(printing, fold, i, &told);
	undo_make(fold, &undo);
	detail_print(printing, "undo", text_string(&undo));
}

/* What the function is, and the world that its device is promised to. */
static void title_print_function(
	const struct printing *printing, const struct function *function, const struct resource *device)
{
	AUTO_FREE char *name = function ? function_short_name(function) : NULL;
	const char *driver = function ? function_link(function, A_DRIVER) : NULL;
	struct text *text = printing->text;

	if (name)
		text_addf(text, "  %s", name);
	if (function) {
		text_add(text, driver ? "  driver " : "  no driver");
		text_add_safe(text, driver ? driver : "");
	}
	if (device && resource_given(device, DEVICE_WORLD)) {
		text_addf(text, "  %s ", device->kind->fields[DEVICE_WORLD].name);
		field_print(device->kind->fields, DEVICE_WORLD, device->body, text);
	}
}

static void title_print(const struct printing *printing, const char *handle, const char *address,
	const struct resource *device)
{
	struct text *text = printing->text;

	text_paint(text, printing->look->color, PAINT_BOLD);
	text_add_safe(text, handle);
	text_paint(text, printing->look->color, PAINT_OFF);
	if (address && !string_equal(address, handle)) {
		text_add(text, "  ");
		target_print(address, text);
	}
	title_print_function(
		printing, address ? survey_function(printing->look->survey, address) : NULL, device);
	text_add(text, "\n");
}

/* Of a VF the function that it goes away with: it is the device. */
static const char *section_address(const struct printing *printing, const struct section *section)
{
	const struct step *first = section->first;
	const struct function *function = vf_by_target(printing->look->survey, first->target);
	AUTO_FREE char *address = target_address(first->target);

	if (!function)
		function = survey_function(printing->look->survey, address);
	if (!first->lock)
		return NULL;
	if (!function)
		return first->target;
	return function->physfn ? function->physfn->address : function->address;
}

static void section_print_title(const struct printing *printing, const struct section *section)
{
	const struct resource *device = step_device(printing->plan, section->first);
	AUTO_FREE char *handle = device ? NULL : step_handle(section->first);

	if (device && device->kind != &kind_device)
		title_print(printing, device->name, NULL, NULL);
	else if (device)
		title_print(
			printing, device->name, ((const struct device_body *)device->body)->address, device);
	else
		title_print(printing, section->first->lock ? handle : "host",
			section_address(printing, section), NULL);
}

static void sections_measure(const struct sections *sections, struct widths *widths)
{
	for (size_t i = 0; i < sections->n; i++)
		for (size_t k = 0; k < sections->all[i].n; k++)
			for (size_t at = 0; at < sections->all[i].folds[k].length; at++)
				line_measure(&sections->all[i].folds[k], at, widths);
}

static void section_print(const struct printing *printing, const struct section *section)
{
	text_add(printing->text, "\n");
	section_print_title(printing, section);
	for (size_t i = 0; i < section->n; i++) {
		for (size_t at = 0; at < section->folds[i].length; at++)
			line_print(printing, &section->folds[i], at);
		fold_print_words(printing, &section->folds[i]);
	}
}

static void counts_print(const struct plan_count *count, struct text *text)
{
	text_addf(text, ": %zu %s on ", count->steps, plural(count->steps, "step", "steps"));
	if (count->devices || !count->guests)
		text_addf(text, "%zu %s", count->devices, plural(count->devices, "device", "devices"));
	if (count->guests)
		text_addf(text, "%s%zu %s", count->devices ? " and " : "", count->guests,
			plural(count->guests, "guest", "guests"));
}

/* What the plan comes to, in its first line. A refused plan without steps is no host as wished. */
static void head_print(const struct plan *plan, const struct plan_look *look, struct text *text)
{
	struct plan_count count = plan_count(plan);

	text_addf(text, "Plan %.8s for ", plan->id);
	text_add_safe(text, look->host);
	if (plan->n > 0)
		counts_print(&count, text);
	else
		text_add(text, look->refused   ? ": no step is planned"
			       : look->recalls ? ": nothing to do."
					       : ": nothing to do, the host is as wished.");
	text_paint(text, look->color && look->refused, PAINT_RED);
	text_add(text, look->refused ? ", REFUSED" : "");
	text_paint(text, look->color && look->refused, PAINT_OFF);
	text_add(text, "\n");
}

void plan_print(const struct plan *plan, const struct plan_look *look, struct text *text)
{
	const struct change *told = NULL;
	struct printing printing = { .plan = plan, .look = look, .told = &told, .text = text };
	struct plan_count count = plan_count(plan);
	struct sections sections = { 0 };

	sections_make(plan, &sections);
	sections_measure(&sections, &printing.widths);
	head_print(plan, look, text);
	for (size_t i = 0; i < sections.n; i++)
		section_print(&printing, &sections.all[i]);
	if (plan->n > 0)
		plan_print_summary(&count, text);
	sections_free(&sections);
}
