/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the engine tells while steps run, on its way to the error stream and to --events. */
#include "progress.h"
#include "document_events.h"
#include "events.h"
#include "print.h"
#include <stdlib.h>
#include <string.h>

#define NS_PER_MS  UINT64_C(1000000)
#define MENTION_MS 500 /* a step that took longer says how long */

static uint64_t now_ns(const struct telling *telling)
{
	return telling->host->ops->now_ns(telling->host);
}

static bool is_live(const struct telling *telling)
{
	return !telling->quiet && live_columns(telling->session->world) > 0;
}

static void live_show(struct telling *telling)
{
	AUTO_TEXT struct text text = { 0 };

	if (!is_live(telling))
		return;
	lanes_add(telling, &text);
	live_draw(&telling->live, &text);
}

static struct lane_view *view_of(const struct telling *telling, const struct step *step)
{
	return &telling->lanes[step->lane->number];
}

static void telling_ticks(void *data)
{
	struct telling *telling = data;

	live_clear(&telling->live);
	live_show(telling);
}

void telling_open(struct telling *telling)
{
	const struct plan *plan = telling->plan;

	telling->live = (struct live){ .world = telling->session->world };
	telling->listener =
		(struct listener){ .data = telling, .ticks = telling_ticks, .tick_ns = LIVE_TICK_NS };
	if (is_live(telling))
		telling->host->listener = &telling->listener;
	telling->lanes = memory_new(plan->n_lanes, sizeof(*telling->lanes));
	telling->target_columns = strlen("0000:00:00.0");
	for (size_t i = 0; i < plan->n; i++) {
		size_t columns = text_columns(plan->steps[i]->object);

		if (columns > telling->object_columns)
			telling->object_columns = columns;
		view_of(telling, plan->steps[i])->n++;
	}
}

static void view_clear(struct lane_view *view)
{
	free(view->target);
	free(view->holder);
	view->target = view->holder = NULL;
	view->step = NULL;
}

void telling_close(struct telling *telling)
{
	telling->host->listener = NULL;
	live_clear(&telling->live);
	for (size_t i = 0; i < telling->plan->n_lanes; i++)
		view_clear(&telling->lanes[i]);
	release_memory(&telling->lanes);
}

/* Above the lanes, for good. */
static void line_print(struct telling *telling, struct text *text)
{
	FILE *err = telling->session->world->err;

	live_clear(&telling->live);
	text_add(text, "\n");
	fputs(text_string(text), err);
	fflush(err);
	live_show(telling);
}

void wait_tell(struct session *session, const char *object, const char *holder)
{
	AUTO_TEXT struct text text = { 0 };

	wait_line_add(session, object, holder, &text);
	fprintf(session->world->err, "%s\n", text_string(&text));
	fflush(session->world->err);
	events_tell(session, &(struct event){
				     .kind = EVENT_WAITS,
				     .object = object,
				     .holder = holder,
				     .timeout_ms = session->options.lock_timeout_ns / NS_PER_MS,
			     });
}

static void view_set(struct telling *telling, const struct step *step, const char *target, const char *holder)
{
	struct lane_view *view = view_of(telling, step);

	view_clear(view);
	view->step = step;
	view->target = string_copy(target);
	view->holder = string_copy(holder);
	view->since_ns = now_ns(telling);
}

static void telling_waits(void *data, const struct step *step, const char *holder)
{
	struct telling *telling = data;
	AUTO_TEXT struct text text = { 0 };

	view_set(telling, step, step->target, holder && *holder ? holder : "another process");
	events_tell(
		telling->session, &(struct event){
					  .kind = EVENT_WAITS,
					  .object = step->object,
					  .holder = holder,
					  .timeout_ms = telling->session->options.lock_timeout_ns / NS_PER_MS,
				  });
	if (telling->quiet)
		return;
	wait_line_add(telling->session, step->object, holder, &text);
	line_print(telling, &text);
}

static void telling_starts(void *data, const struct step *step, const char *target)
{
	struct telling *telling = data;
	AUTO_TEXT struct text text = { 0 };

	view_set(telling, step, target, NULL);
	events_tell(telling->session,
		&(struct event){ .kind = EVENT_STEP_STARTS, .step = step, .target = target });
	if (is_live(telling)) {
		live_clear(&telling->live);
		live_show(telling);
	} else if (!telling->quiet && step->flags & STEP_SLOW) {
		step_line_add(telling, step, target, "begins", false, &text);
		line_print(telling, &text);
	}
}

static void telling_leaves(void *data, const struct step *step)
{
	struct telling *telling = data;

	view_clear(view_of(telling, step));
	live_clear(&telling->live);
	live_show(telling);
}

static void end_line_print(struct telling *telling, const struct step *step, const char *target,
	enum step_result result, uint64_t took_ns)
{
	static const char *const words[] = { [STEP_DONE] = "done",
		[STEP_ALREADY] = "is so",
		[STEP_NEEDLESS] = "needless",
		[STEP_REFUSED] = "REFUSED",
		[STEP_STOPPED] = "STOPPED",
		[STEP_STILL_RUNNING] = "RUNS ON",
		[STEP_WAITING] = "waits" };
	bool trouble = result == STEP_REFUSED || result == STEP_STOPPED || result == STEP_STILL_RUNNING;
	AUTO_TEXT struct text text = { 0 };

	if (telling->quiet && !trouble)
		return;
	step_line_add(telling, step, target, words[result], trouble, &text);
	if (!telling->quiet && took_ns > MENTION_MS * NS_PER_MS) {
		text_add(&text, "  (");
		duration_add(took_ns, &text);
		text_add(&text, ")");
	}
	line_print(telling, &text);
}

static void telling_ends(void *data, const struct step *step, const char *target, enum step_result result)
{
	struct telling *telling = data;
	struct lane_view *view = view_of(telling, step);
	uint64_t took_ns = view->step == step ? now_ns(telling) - view->since_ns : 0;

	telling->results[step->number - 1] = result;
	view_clear(view);
	view->ended++;
	events_tell(telling->session, &(struct event){
					      .kind = EVENT_STEP_ENDS,
					      .step = step,
					      .target = target,
					      .result = result,
					      .took_ms = took_ns / NS_PER_MS,
				      });
	if (!telling->quiet)
		events_findings(telling->session);
	end_line_print(telling, step, target, result, took_ns);
}

/* At once: whoever pressed Ctrl-C must not think that it was not heard. */
static void telling_stops(void *data)
{
	struct telling *telling = data;
	const struct plan *plan = telling->plan;
	AUTO_FREE const struct step **in_hand = memory_new(plan->n_lanes, sizeof(*in_hand));
	AUTO_TEXT struct text text = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < plan->n_lanes; i++)
		if (telling->lanes[i].holder)
			view_clear(&telling->lanes[i]);
		else if (telling->lanes[i].step)
			in_hand[n++] = telling->lanes[i].step;
	events_tell(telling->session, &(struct event){ .kind = EVENT_STOPS, .in_hand = in_hand, .n = n });
	if (telling->quiet)
		return;
	stop_line_add(telling, &text);
	line_print(telling, &text);
}

struct progress telling_progress(struct telling *telling)
{
	return (struct progress){
		.data = telling,
		.starts = telling_starts,
		.leaves = telling_leaves,
		.ends = telling_ends,
		.waits = telling_waits,
		.stops = telling_stops,
	};
}
