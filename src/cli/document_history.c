/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The runs that the ledger knows, and the names that it got without one, as a document. */
#include "document.h"
#include "nvme_namespaces.h"
#include "run_devices.h"

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

static void put_devices(const void *thing, struct cell *cell)
{
	struct run_devices devices = { 0 };

	if (noted_of(thing))
		run_devices_find(noted_of(thing), &devices);
	for (size_t i = 0; i < devices.n; i++)
		cell_item(cell, devices.names[i]);
	run_devices_free(&devices);
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
	{ .name = "devices",
		.help = "the handles of what it has changed, as far as the ledger tells; of what "
			"has none the address",
		.type = ROW_WORDLIST,
		.put = put_devices },
	{ .name = "note", .help = "what --note said", .type = ROW_WORDS, .flags = ROW_NULL, .put = put_note },
	{ 0 },
};

static void put_runs(const void *thing, struct cell *cell)
{
	const struct runs *runs = ((const struct document_history *)thing)->runs;

	for (size_t i = 0; i < runs->n; i++)
		cell_entry(cell, &runs->all[i]);
}

static const struct ledger_naming *naming_of(const void *thing)
{
	return thing;
}

static void put_naming_number(const void *thing, struct cell *cell)
{
	cell_number(cell, (int64_t)naming_of(thing)->number);
}

static void put_time(const void *thing, struct cell *cell)
{
	cell_words(cell, naming_of(thing)->time);
}

static void put_name(const void *thing, struct cell *cell)
{
	cell_words(cell, naming_of(thing)->name);
}

static void put_former(const void *thing, struct cell *cell)
{
	cell_words(cell, naming_of(thing)->former);
}

static void put_address(const void *thing, struct cell *cell)
{
	AUTO_FREE char *address = target_address(naming_of(thing)->target);

	cell_words(cell, address);
}

static void put_nsid(const void *thing, struct cell *cell)
{
	cell_number(cell, namespace_number(naming_of(thing)->word));
}

const struct document_row naming_rows[] = {
	{ .name = "number",
		.help = "of its line in the ledger: it comes after the runs of a smaller number",
		.type = ROW_NUMBER,
		.put = put_naming_number },
	{ .name = "time", .help = "since when", .type = ROW_WORDS, .flags = ROW_NULL, .put = put_time },
	{ .name = "name", .help = "what it is known as", .type = ROW_WORDS, .put = put_name },
	{ .name = "former",
		.help = "its name until then; null: pawl knew none",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_former },
	{ .name = "address",
		.help = "of its drive",
		.type = ROW_WORDS,
		.pattern = ADDRESS_PRINTED,
		.put = put_address },
	{ .name = "nsid", .help = "its number there", .type = ROW_NUMBER, .put = put_nsid },
	{ 0 },
};

static void put_names(const void *thing, struct cell *cell)
{
	const struct ledger *ledger = ((const struct document_history *)thing)->ledger;

	for (size_t i = 0; i < ledger->n_namings; i++)
		cell_entry(cell, &ledger->namings[i]);
}

static const struct document_row history_rows[] = {
	{ .name = "runs",
		.help = "in their order, those that had steps to do, a run to finish, or "
			"could not restore all",
		.type = ROW_LIST,
		.rows = noted_rows,
		.put = put_runs },
	{ .name = "names",
		.help = "that namespaces got by `adopt`: with no step for that an apply is no run",
		.type = ROW_LIST,
		.rows = naming_rows,
		.put = put_names },
	{ 0 },
};

const struct document_form form_history = {
	.name = "history",
	.help = "what `pawl history` says",
	.rows = history_rows,
};
