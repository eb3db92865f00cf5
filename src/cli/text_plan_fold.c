/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The lines of a plan for one fold: its steps, why they are there, whom they affect and what undoes them. */
#include "text_plan.h"
#include "text_step.h"
#include <stdlib.h>
#include <string.h>

#define DETAIL_COLUMNS 56 /* of what stands behind "affects" before the line is broken */

/* One line of the plan. */
struct line {
	struct text numbers, object, change, note;
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

void fold_measure(const struct fold *fold, struct widths *widths)
{
	for (size_t at = 0; at < fold->length; at++)
		line_measure(fold, at, widths);
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

static bool turns(const struct step *step, const struct knob *knob)
{
	bool is = step->knob == knob;

	for (size_t i = 0; !is && i < step->n_besides; i++)
		is = step->besides[i].knob == knob;
	return is;
}

/* What an earlier step takes with it goes back with that one: going offline takes the queues. */
static bool knob_comes_before(const struct fold *fold, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (turns(fold_step(fold, 0, i), fold_step(fold, 0, at)->knob))
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

static void words_print(const struct printing *printing, const struct fold *fold)
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

void fold_print(const struct printing *printing, const struct fold *fold)
{
	for (size_t at = 0; at < fold->length; at++)
		line_print(printing, fold, at);
	words_print(printing, fold);
}
