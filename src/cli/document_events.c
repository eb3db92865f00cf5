/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The lines of --events: a table of kinds, each with its rows. */
#include "document_events.h"
#include "document_step.h"
#include "text_step.h"
#include "words.h"

static const struct event *event_of(const void *thing)
{
	return thing;
}

#define EVENT_WORDS(key, words)                                                                              \
	static void put_##key(const void *thing, struct cell *cell)                                          \
	{                                                                                                    \
		cell_words(cell, event_of(thing)->words);                                                    \
	}
#define EVENT_NUMBER(key, number)                                                                            \
	static void put_##key(const void *thing, struct cell *cell)                                          \
	{                                                                                                    \
		cell_number(cell, (int64_t)event_of(thing)->number);                                         \
	}
EVENT_NUMBER(ms, ms)
EVENT_WORDS(plan_id, plan->id)
EVENT_WORDS(host, host)
EVENT_NUMBER(steps, plan->n)
EVENT_NUMBER(lanes, plan->n_lanes)
EVENT_NUMBER(parallel, parallel)
EVENT_NUMBER(seq, step->number)
EVENT_WORDS(lane, step->lane->name)
EVENT_WORDS(step_object, step->object)
EVENT_WORDS(knob, step->knob->name)
EVENT_NUMBER(took_ms, took_ms)
EVENT_WORDS(object, object)
EVENT_WORDS(holder, holder)
EVENT_NUMBER(timeout_ms, timeout_ms)
EVENT_NUMBER(done, done)
EVENT_NUMBER(exit_code, outcome)

static void put_target(const void *thing, struct cell *cell)
{
	cell_target(cell, event_of(thing)->target);
}

static void put_before(const void *thing, struct cell *cell)
{
	cell_words(cell, step_was(event_of(thing)->step));
}

static void put_after(const void *thing, struct cell *cell)
{
	cell_words(cell, step_will(event_of(thing)->step));
}

static void put_event(const void *thing, struct cell *cell)
{
	cell_words(cell, event_kinds[event_of(thing)->kind].name);
}

static void put_format(const void *thing, struct cell *cell)
{
	(void)thing;
	cell_words(cell, "pawl-events");
}

static void put_format_version(const void *thing, struct cell *cell)
{
	(void)thing;
	cell_words(cell, "1.0");
}

static void put_result(const void *thing, struct cell *cell)
{
	cell_words(cell, step_result_names[event_of(thing)->result]);
}

static void put_in_hand(const void *thing, struct cell *cell)
{
	for (size_t i = 0; i < event_of(thing)->n; i++)
		cell_item(cell, event_of(thing)->in_hand[i]->object);
}

static void put_outcome(const void *thing, struct cell *cell)
{
	cell_words(cell, outcome_words(event_of(thing)->outcome));
}

const struct document_row event_head[] = {
	{ .name = "event", .help = "what happened", .type = ROW_WORDS, .put = put_event },
	{
		.name = "ms",
		.help = "when, in milliseconds since the first step could begin",
		.type = ROW_NUMBER,
		.put = put_ms,
	},
	{ 0 },
};

static const struct document_row begins_rows[] = {
	{ .name = "format", .help = "pawl-events", .type = ROW_WORDS, .put = put_format },
	{
		.name = "format_version",
		.help = "of this format: another second number adds keys and kinds, another first one "
			"changes some",
		.type = ROW_WORDS,
		.pattern = "^1\\.[0-9]+$",
		.put = put_format_version,
	},
	{ .name = "plan_id", .help = "of the plan", .type = ROW_WORDS, .put = put_plan_id },
	{ .name = "host", .help = "its name in the files", .type = ROW_WORDS, .put = put_host },
	{ .name = "steps", .help = "how many steps the plan has", .type = ROW_NUMBER, .put = put_steps },
	{
		.name = "lanes",
		.help = "how many groups of devices, each of which takes one step after the other",
		.type = ROW_NUMBER,
		.put = put_lanes,
	},
	{
		.name = "parallel",
		.help = "so many lanes may be under way at once",
		.type = ROW_NUMBER,
		.put = put_parallel,
	},
	{ 0 },
};

static const struct document_row step_rows_of_events[] = {
	{ .name = "seq", .help = "the step's number in the plan", .type = ROW_NUMBER, .put = put_seq },
	{
		.name = "lane",
		.help = "what it shares a lane with, as the plan has it",
		.type = ROW_WORDS,
		.put = put_lane,
	},
	{
		.name = "object",
		.help = "whom the operator knows: nic0.vf.3",
		.type = ROW_WORDS,
		.put = put_step_object,
	},
	{ .name = "knob", .help = "what is set", .type = ROW_WORDS, .put = put_knob },
	{ .name = "target", .help = "on what", .type = ROW_WORDS, .put = put_target },
	{
		.name = "before",
		.help = "what it must read for the write to be allowed, as the plan has it",
		.type = ROW_WORDS,
		.put = put_before,
	},
	{ .name = "after", .help = "what it is to read afterwards", .type = ROW_WORDS, .put = put_after },
	{ 0 },
};

static const struct document_row ends_rows[] = {
	{ .type = ROW_PART, .rows = step_rows_of_events },
	{
		.name = "result",
		.help = "what became of it",
		.type = ROW_WORDS,
		.choices = step_result_names,
		.put = put_result,
	},
	{ .name = "took_ms", .help = "since it started", .type = ROW_NUMBER, .put = put_took_ms },
	{ 0 },
};

static const struct document_row waits_rows[] = {
	{
		.name = "object",
		.help = "whose lock is waited for: host, or the object of a step",
		.type = ROW_WORDS,
		.put = put_object,
	},
	{ .name = "holder", .help = "who has it", .type = ROW_WORDS, .flags = ROW_NULL, .put = put_holder },
	{ .name = "timeout_ms", .help = "for how long at most", .type = ROW_NUMBER, .put = put_timeout_ms },
	{ 0 },
};

static const struct document_row stops_rows[] = {
	{
		.name = "waits_for",
		.help = "objects whose step is in hand and finished first",
		.type = ROW_WORDLIST,
		.put = put_in_hand,
	},
	{ 0 },
};

static const struct document_row run_ends_rows[] = {
	{
		.name = "done",
		.help = "steps that are done, or were so already",
		.type = ROW_NUMBER,
		.put = put_done,
	},
	{ .name = "outcome", .help = "how it ended, in words", .type = ROW_WORDS, .put = put_outcome },
	{ .name = "exit_code", .help = "of the command", .type = ROW_NUMBER, .put = put_exit_code },
	{ 0 },
};

const struct event_kind event_kinds[N_EVENTS] = {
	[EVENT_RUN_BEGINS] = { "run-begins", "there is a plan; the first line, when there is one",
		begins_rows },
	[EVENT_STEP_STARTS] = { "step-starts", "a step is in hand", step_rows_of_events },
	[EVENT_STEP_ENDS] = { "step-ends", "a step is in hand no more", ends_rows },
	[EVENT_WAITS] = { "waits", "a lock is waited for that another process has", waits_rows },
	[EVENT_STOPS] = { "stops", "pawl was asked to stop, and will at the next safe point", stops_rows },
	[EVENT_FINDING] = { "finding", "something was found, as in the other documents", finding_rows },
	[EVENT_RUN_ENDS] = { "run-ends", "the last line, always", run_ends_rows },
};

char *event_print(const struct event *event, const void *thing)
{
	struct document *line = document_new();
	char *text;

	document_write(line, event_head, event);
	document_write(line, event_kinds[event->kind].rows, thing);
	text = document_line(line);
	document_free(line);
	return text;
}
