/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The runs that the ledger knows, as a document. */
#include "history.h"

static const struct ledger_run *run_of(const void *thing)
{
	return thing;
}

static void put_number(const void *thing, struct cell *cell)
{
	cell_number(cell, (int64_t)run_of(thing)->number);
}

static void put_takes_back(const void *thing, struct cell *cell)
{
	if (run_of(thing)->takes_back)
		cell_number(cell, (int64_t)run_of(thing)->takes_back);
}

static void put_finishes(const void *thing, struct cell *cell)
{
	if (run_of(thing)->finishes)
		cell_number(cell, (int64_t)run_of(thing)->finishes);
}

static void put_restores(const void *thing, struct cell *cell)
{
	cell_flag(cell, run_of(thing)->restores);
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
	cell_words(cell, run_of(thing)->note);
}

static void put_steps(const void *thing, struct cell *cell)
{
	cell_number(cell, (int64_t)run_of(thing)->steps);
}

static void put_done(const void *thing, struct cell *cell)
{
	if (run_of(thing)->outcome)
		cell_number(cell, (int64_t)run_of(thing)->done);
}

static void put_exit_code(const void *thing, struct cell *cell)
{
	enum outcome outcome;

	if (history_outcome(thing, &outcome) == 0)
		cell_number(cell, outcome);
}

static const struct document_row run_rows[] = {
	{ .name = "number",
		.help = "by which other runs name it: of its line in the ledger",
		.type = ROW_NUMBER,
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
		.help = "RFC 3339, UTC; null: the run has not ended, or nothing is known of its end yet",
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
	{ .name = "done",
		.help = "steps done, or so already; null: not known yet",
		.type = ROW_NUMBER,
		.flags = ROW_NULL,
		.put = put_done },
	{ .name = "exit_code",
		.help = "how it ended; null: it died, or has not ended",
		.type = ROW_NUMBER,
		.flags = ROW_NULL,
		.put = put_exit_code },
	{ 0 },
};

static void put_runs(const void *thing, struct cell *cell)
{
	const struct ledger *ledger = thing;

	for (size_t i = 0; i < ledger->n_runs; i++)
		cell_entry(cell, &ledger->runs[i]);
}

static const struct document_row history_rows[] = {
	{ .name = "runs",
		.help = "in their order, those that had steps to do, or a run to finish",
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
