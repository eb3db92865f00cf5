/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The lines of progress: a step that begins or ends, a wait, the lanes that have steps in hand. */
#include "print.h"
#include "progress.h"
#include "text_step.h"
#include <inttypes.h>

#define NS_PER_S UINT64_C(1000000000)

static void cell_add(struct text *text, const char *cell, size_t width)
{
	size_t columns = text_columns(cell);

	text_add_safe(text, cell);
	text_pad(text, (columns < width ? width - columns : 0) + 2);
}

/* What the step's object does not say itself. */
static void target_cell_add(
	const struct telling *telling, const struct step *step, const char *target, struct text *text)
{
	AUTO_TEXT struct text words = { 0 };

	if (!string_equal(step->object, target))
		target_print(target, &words);
	cell_add(text, text_string(&words), telling->target_columns);
}

void step_line_add(const struct telling *telling, const struct step *step, const char *target,
	const char *word, bool trouble, struct text *text)
{
	AUTO_FREE char *last = text_print("%zu", telling->plan->n);
	bool color = telling->session->color_err && trouble;

	text_addf(text, "%*zu/%s  ", (int)text_columns(last), step->number, last);
	text_paint(text, color, PAINT_RED);
	text_addf(text, "%-8s", word);
	text_paint(text, color, PAINT_OFF);
	text_add(text, "  ");
	cell_add(text, step->object, telling->object_columns);
	target_cell_add(telling, step, target, text);
	step_print(step, text);
}

void duration_add(uint64_t ns, struct text *text)
{
	text_addf(text, "%" PRIu64 ".%" PRIu64 " s", ns / NS_PER_S, ns % NS_PER_S / (NS_PER_S / 10));
}

void wait_line_add(const struct session *session, const char *object, const char *holder, struct text *text)
{
	text_add_safe(text, object);
	text_add(text, ": waits for its lock, which ");
	text_add_safe(text, holder && *holder ? holder : "another process");
	text_addf(text, " has, for at most %" PRIu64 " s", session->options.lock_timeout_ns / NS_PER_S);
}

static uint64_t now_ns(const struct telling *telling)
{
	return telling->host->ops->now_ns(telling->host);
}

/* "nic0.vfs numvfs 0 -> 8 (12.3 s so far)" */
static void in_hand_add(const struct telling *telling, const struct lane_view *lane, struct text *text)
{
	text_add_safe(text, lane->step->object);
	text_add(text, " ");
	step_print(lane->step, text);
	text_add(text, " (");
	duration_add(now_ns(telling) - lane->since_ns, text);
	text_add(text, " so far)");
}

void stop_line_add(const struct telling *telling, struct text *text)
{
	const char *before = ", after ";

	text_add(text, "asked to stop: stops at the next safe point");
	for (size_t i = 0; i < telling->plan->n_lanes; i++) {
		const struct lane_view *lane = &telling->lanes[i];

		if (!lane->step || lane->holder)
			continue;
		text_add(text, before);
		in_hand_add(telling, lane, text);
		before = ", ";
	}
}

static void lane_add(const struct telling *telling, const struct lane_view *lane, struct text *text)
{
	text_add(text, "  ");
	cell_add(text, lane->step->object, telling->object_columns);
	target_cell_add(telling, lane->step, lane->target, text);
	text_addf(text, "%" PRIu64 " s  %zu of %zu  ",
		(now_ns(telling) - lane->since_ns + NS_PER_S / 2) / NS_PER_S, lane->ended + 1, lane->n);
	if (lane->holder) {
		text_add(text, "waits for ");
		text_add_safe(text, lane->holder);
	} else {
		step_print(lane->step, text);
	}
	text_add(text, "\n");
}

void lanes_add(const struct telling *telling, struct text *text)
{
	size_t shown = 0, more = 0;

	for (size_t i = 0; i < telling->plan->n_lanes; i++) {
		const struct lane_view *lane = &telling->lanes[i];

		if (!lane->step)
			continue;
		if (shown + 1 < LIVE_LINES) {
			lane_add(telling, lane, text);
			shown++;
		} else {
			more++;
		}
	}
	if (more)
		text_addf(text, "  and %zu more\n", more);
}
