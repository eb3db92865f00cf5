/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Progress of apply, one line a step on the error stream. */
#include "progress.h"
#include "text_step.h"
#include <inttypes.h>
#include <string.h>

#define NS_PER_MS  UINT64_C(1000000)
#define NS_PER_S   UINT64_C(1000000000)
#define MENTION_MS 500 /* a step that took longer says how long */

void telling_open(struct telling *telling)
{
	telling->started_ns = memory_new(telling->plan->n + 1, sizeof(*telling->started_ns));
	telling->target_columns = strlen("0000:00:00.0");
	for (size_t i = 0; i < telling->plan->n; i++) {
		size_t columns = text_columns(telling->plan->steps[i]->object);

		if (columns > telling->object_columns)
			telling->object_columns = columns;
	}
}

void telling_close(struct telling *telling)
{
	release_memory(&telling->started_ns);
}

static void step_begin_line(const struct telling *telling, const struct step *step, struct text *text)
{
	AUTO_FREE char *last = text_print("%zu", telling->plan->n);

	text_addf(text, "%*zu/%s  ", (int)text_columns(last), step->number, last);
}

static void cell_add(struct text *text, const char *cell, size_t width)
{
	size_t columns = text_columns(cell);

	text_add_safe(text, cell);
	text_pad(text, (columns < width ? width - columns : 0) + 2);
}

static void step_add_words(
	const struct telling *telling, const struct step *step, const char *target, struct text *text)
{
	cell_add(text, step->object, telling->object_columns);
	cell_add(text, string_equal(step->object, target) ? "" : target, telling->target_columns);
	step_print(step, text);
}

static void line_print(const struct telling *telling, struct text *text)
{
	text_add(text, "\n");
	fputs(text_string(text), telling->session->world->err);
	fflush(telling->session->world->err);
}

void wait_tell(const struct session *session, const char *object, const char *holder)
{
	AUTO_TEXT struct text text = { 0 };

	text_add_safe(&text, object);
	text_add(&text, ": waits for its lock, which ");
	text_add_safe(&text, holder && *holder ? holder : "another process");
	text_addf(&text, " has, for at most %" PRIu64 " s\n", session->options.lock_timeout_ns / NS_PER_S);
	fputs(text_string(&text), session->world->err);
	fflush(session->world->err);
}

void telling_waits(void *data, const struct step *step, const char *holder)
{
	const struct telling *telling = data;

	if (!telling->quiet)
		wait_tell(telling->session, step->object, holder);
}

/* Only what may take long is announced: each step gets its line when it has ended. */
void telling_starts(void *data, const struct step *step, const char *target)
{
	struct telling *telling = data;
	AUTO_TEXT struct text text = { 0 };

	telling->started_ns[step->number] = telling->host->ops->now_ns(telling->host);
	if (telling->quiet || !(step->flags & STEP_SLOW))
		return;
	step_begin_line(telling, step, &text);
	text_add(&text, "begins    ");
	step_add_words(telling, step, target, &text);
	line_print(telling, &text);
}

static void duration_add(const struct telling *telling, const struct step *step, struct text *text)
{
	uint64_t began = telling->started_ns[step->number];
	uint64_t ms = began ? (telling->host->ops->now_ns(telling->host) - began) / NS_PER_MS : 0;

	if (ms > MENTION_MS)
		text_addf(text, "  (%" PRIu64 ".%" PRIu64 " s)", ms / 1000, ms % 1000 / 100);
}

void telling_ends(void *data, const struct step *step, const char *target, enum step_result result)
{
	static const char *const words[] = { [STEP_DONE] = "done",
		[STEP_ALREADY] = "is so",
		[STEP_NEEDLESS] = "needless",
		[STEP_REFUSED] = "REFUSED",
		[STEP_STOPPED] = "STOPPED",
		[STEP_STILL_RUNNING] = "RUNS ON",
		[STEP_WAITING] = "waits" };
	bool trouble = result == STEP_REFUSED || result == STEP_STOPPED || result == STEP_STILL_RUNNING;
	struct telling *telling = data;
	AUTO_TEXT struct text text = { 0 };

	telling->results[step->number - 1] = result;
	if (telling->quiet && !trouble)
		return;
	step_begin_line(telling, step, &text);
	text_paint(&text, telling->session->color_err && trouble, PAINT_RED);
	text_addf(&text, "%-8s", words[result]);
	text_paint(&text, telling->session->color_err && trouble, PAINT_OFF);
	text_add(&text, "  ");
	step_add_words(telling, step, target, &text);
	if (!telling->quiet)
		duration_add(telling, step, &text);
	line_print(telling, &text);
}
