/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A run, as status and history tell of it. */
#include "document.h"

static const struct run *run_of(const void *thing)
{
	return thing;
}

static void put_plan_id(const void *thing, struct cell *cell)
{
	cell_words(cell, run_of(thing)->plan);
}

static void put_boot_id(const void *thing, struct cell *cell)
{
	cell_words(cell, run_of(thing)->boot_id);
}

static void put_state(const void *thing, struct cell *cell)
{
	cell_words(cell, run_state_names[run_of(thing)->state]);
}

static void put_does(const void *thing, struct cell *cell)
{
	cell_words(cell, run_way_names[run_of(thing)->way]);
}

static void put_interrupted(const void *thing, struct cell *cell)
{
	cell_flag(cell, run_of(thing)->interrupted);
}

static void put_began_at(const void *thing, struct cell *cell)
{
	cell_words(cell, run_of(thing)->began);
}

static void put_ended_at(const void *thing, struct cell *cell)
{
	cell_words(cell, run_of(thing)->ended);
}

static void put_exit_code(const void *thing, struct cell *cell)
{
	if (run_of(thing)->state == RUN_ENDED)
		cell_number(cell, run_of(thing)->outcome);
}

static void put_steps(const void *thing, struct cell *cell)
{
	cell_number(cell, (int64_t)run_of(thing)->steps);
}

static void put_done(const void *thing, struct cell *cell)
{
	if (!run_of(thing)->lost)
		cell_number(cell, (int64_t)run_of(thing)->done);
}

const struct document_row run_rows[] = {
	{ .name = "plan_id", .help = "the plan that it applied", .type = ROW_WORDS, .put = put_plan_id },
	{ .name = "boot_id",
		.help = "the boot that it ran in",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_boot_id },
	{ .name = "state",
		.help = "how it stands; died: no end of it is noted",
		.type = ROW_WORDS,
		.choices = run_state_names,
		.put = put_state },
	{ .name = "does",
		.help = "apply a wish, take back a run, or restore what a boot took away",
		.type = ROW_WORDS,
		.choices = run_way_names,
		.put = put_does },
	{ .name = "interrupted",
		.help = "it came to no good end, and no later run has gone on with it, taken it back, or "
			"been an apply of all that it was about",
		.type = ROW_FLAG,
		.put = put_interrupted },
	{ .name = "began_at", .help = "RFC 3339, UTC", .type = ROW_WORDS, .put = put_began_at },
	{ .name = "ended_at",
		.help = "RFC 3339, UTC; null: it has not ended, or died",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_ended_at },
	{ .name = "exit_code",
		.help = "how it ended; null: it has not ended, or died",
		.type = ROW_NUMBER,
		.flags = ROW_NULL,
		.put = put_exit_code },
	{ .name = "steps", .help = "of its plan", .type = ROW_NUMBER, .put = put_steps },
	{ .name = "done",
		.help = "steps done, or so already; null: not known, as its journal is lost",
		.type = ROW_NUMBER,
		.flags = ROW_NULL,
		.put = put_done },
	{ 0 },
};
