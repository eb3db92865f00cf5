/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The runs that the ledger knows, as a document. */
#include "document.h"

static const struct run *run_of(const void *thing)
{
	return thing;
}

/* NULL: the ledger does not tell of it. */
static const struct ledger_run *noted_of(const void *thing)
{
	return run_of(thing)->noted;
}

static void put_number(const void *thing, struct cell *cell)
{
	if (noted_of(thing))
		cell_number(cell, (int64_t)noted_of(thing)->number);
}

static void put_takes_back(const void *thing, struct cell *cell)
{
	if (noted_of(thing) && noted_of(thing)->takes_back)
		cell_number(cell, (int64_t)noted_of(thing)->takes_back);
}

static void put_finishes(const void *thing, struct cell *cell)
{
	if (noted_of(thing) && noted_of(thing)->finishes)
		cell_number(cell, (int64_t)noted_of(thing)->finishes);
}

static void put_restores(const void *thing, struct cell *cell)
{
	cell_flag(cell, run_of(thing)->way == RUN_RESTORES);
}

static void put_began(const void *thing, struct cell *cell)
{
	cell_words(cell, run_of(thing)->began);
}

static void put_ended(const void *thing, struct cell *cell)
{
	cell_words(cell, run_of(thing)->ended);
}

static void put_plan_id(const void *thing, struct cell *cell)
{
	cell_words(cell, run_of(thing)->plan);
}

static void put_boot_id(const void *thing, struct cell *cell)
{
	cell_words(cell, run_of(thing)->boot_id);
}

static void put_note(const void *thing, struct cell *cell)
{
	cell_words(cell, noted_of(thing) ? noted_of(thing)->note : NULL);
}

static void put_steps(const void *thing, struct cell *cell)
{
	cell_number(cell, (int64_t)run_of(thing)->steps);
}

static void put_done(const void *thing, struct cell *cell)
{
	cell_number(cell, (int64_t)run_of(thing)->done);
}

static void put_exit_code(const void *thing, struct cell *cell)
{
	if (run_of(thing)->state == RUN_ENDED)
		cell_number(cell, run_of(thing)->outcome);
}

static void put_state(const void *thing, struct cell *cell)
{
	cell_words(cell, run_state_names[run_of(thing)->state]);
}

static void put_interrupted(const void *thing, struct cell *cell)
{
	cell_flag(cell, run_of(thing)->interrupted);
}

static const struct document_row run_rows[] = {
	{ .name = "number",
		.help = "by which other runs name it: of its line in the ledger; null: the ledger has none",
		.type = ROW_NUMBER,
		.flags = ROW_NULL,
		.put = put_number },
	{ .name = "takes_back",
		.help = "the number of the run that it takes back; null: it is no rollback",
		.type = ROW_NUMBER,
		.flags = ROW_NULL,
		.put = put_takes_back },
	{ .name = "finishes",
		.help = "the number of the run that it goes on with, which had the same wish and came to no "
			"good end; null: none. A rollback takes both back as one",
		.type = ROW_NUMBER,
		.flags = ROW_NULL,
		.put = put_finishes },
	{ .name = "restores",
		.help = "it puts back what a boot took away",
		.type = ROW_FLAG,
		.put = put_restores },
	{ .name = "began_at", .help = "RFC 3339, UTC", .type = ROW_WORDS, .put = put_began },
	{ .name = "ended_at",
		.help = "RFC 3339, UTC; null: the run has not ended, or died",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_ended },
	{ .name = "plan_id", .help = "the plan that it applied", .type = ROW_WORDS, .put = put_plan_id },
	{ .name = "boot_id",
		.help = "the boot that it ran in",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_boot_id },
	{ .name = "note", .help = "what --note said", .type = ROW_WORDS, .flags = ROW_NULL, .put = put_note },
	{ .name = "steps", .help = "of its plan", .type = ROW_NUMBER, .put = put_steps },
	{ .name = "done", .help = "steps done, or so already", .type = ROW_NUMBER, .put = put_done },
	{ .name = "state",
		.help = "how it stands",
		.type = ROW_WORDS,
		.choices = run_state_names,
		.put = put_state },
	{ .name = "interrupted",
		.help = "it came to no good end, and no later run has gone on with it, taken it back, or "
			"been an apply of all that it was about",
		.type = ROW_FLAG,
		.put = put_interrupted },
	{ .name = "exit_code",
		.help = "how it ended; null: it died, or has not ended",
		.type = ROW_NUMBER,
		.flags = ROW_NULL,
		.put = put_exit_code },
	{ 0 },
};

static void put_runs(const void *thing, struct cell *cell)
{
	const struct runs *runs = ((const struct document_history *)thing)->runs;

	for (size_t i = 0; i < runs->n; i++)
		cell_entry(cell, &runs->all[i]);
}

static const struct document_row history_rows[] = {
	{ .name = "runs",
		.help = "in their order, those that had steps to do, a run to finish, or "
			"could not restore all",
		.type = ROW_LIST,
		.rows = run_rows,
		.put = put_runs },
	{ 0 },
};

const struct document_form form_history = {
	.name = "history",
	.help = "what `pawl history` says",
	.rows = history_rows,
};
