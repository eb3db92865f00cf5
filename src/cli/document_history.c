/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The runs that the ledger knows, as a document. */
#include "document.h"

/* NULL: the ledger does not tell of it. */
static const struct ledger_run *noted_of(const void *thing)
{
	return ((const struct run *)thing)->noted;
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

static void put_note(const void *thing, struct cell *cell)
{
	cell_words(cell, noted_of(thing) ? noted_of(thing)->note : NULL);
}

static const struct document_row noted_rows[] = {
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
	{ .type = ROW_PART, .rows = run_rows },
	{ .name = "note", .help = "what --note said", .type = ROW_WORDS, .flags = ROW_NULL, .put = put_note },
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
		.rows = noted_rows,
		.put = put_runs },
	{ 0 },
};

const struct document_form form_history = {
	.name = "history",
	.help = "what `pawl history` says",
	.rows = history_rows,
};
