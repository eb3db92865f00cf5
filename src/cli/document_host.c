/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A host, for programs. */
#include "document_step.h"

static void put_host_name(const void *thing, struct cell *cell)
{
	const struct document_host *host = thing;

	if (host->name)
		cell_words(cell, host->name);
}

static void put_machine_fact(const void *thing, struct cell *cell)
{
	cell_words(cell, ((const struct document_host *)thing)->survey->machine[cell_index(cell)].text);
}

static void fill_machine_fact(size_t index, struct document_row *row)
{
	row->name = machine_facts[index].name;
	row->help = machine_facts[index].path;
	row->type = ROW_WORDS;
	row->flags = ROW_NULL;
}

static const struct row_source machine_source = { .n = N_MACHINE_FACTS, .fill = fill_machine_fact };

static void fill_use(size_t index, struct document_row *row)
{
	row->name = use_rows[index].name;
	row->help = use_rows[index].help;
	row->type = ROW_WORDS;
	row->flags = ROW_OPTIONAL;
}

static void put_doubt(const void *thing, struct cell *cell)
{
	const char *why = ((const struct document_host *)thing)->survey->users.unknown[cell_index(cell)];

	if (why)
		cell_words(cell, why);
}

static const struct row_source use_source = { .n = N_USES, .fill = fill_use };

const struct document_row doubt_rows[] = {
	{ .type = ROW_EACH, .source = &use_source, .put = put_doubt },
	{ 0 },
};

static void fill_manager(size_t index, struct document_row *row)
{
	row->name = manager_rows[index].name;
	row->help = manager_rows[index].where;
	row->type = ROW_WORDS;
	row->flags = ROW_OPTIONAL;
}

static void put_claim_doubt(const void *thing, struct cell *cell)
{
	const char *why = ((const struct document_host *)thing)->survey->claims.unknown[cell_index(cell)];

	if (why)
		cell_words(cell, why);
}

static const struct row_source manager_source = { .n = N_MANAGERS, .fill = fill_manager };

const struct document_row claim_doubt_rows[] = {
	{ .type = ROW_EACH, .source = &manager_source, .put = put_claim_doubt },
	{ 0 },
};

const struct document_row host_rows[] = {
	{
		.name = "name",
		.help = "of the host in the files",
		.type = ROW_WORDS,
		.flags = ROW_OPTIONAL,
		.put = put_host_name,
	},
	{ .type = ROW_EACH, .source = &machine_source, .put = put_machine_fact },
	{
		.name = "users_unknown",
		.help = "why it is not known who uses functions so, by the name of the use",
		.type = ROW_MAP,
		.rows = doubt_rows,
	},
	{
		.name = "claims_unknown",
		.help = "why it is not known what a manager is told to set, by its name",
		.type = ROW_MAP,
		.rows = claim_doubt_rows,
	},
	{ 0 },
};

static void put_host(const void *thing, struct cell *cell)
{
	cell_map(cell, &((const struct document_show *)thing)->host);
}

static void put_shown(const void *thing, struct cell *cell)
{
	put_functions(&((const struct document_show *)thing)->functions, cell);
}

static const struct document_row show_rows[] = {
	{ .name = "host", .help = "the machine", .type = ROW_MAP, .rows = host_rows, .put = put_host },
	{
		.name = "functions",
		.help = "the PCI functions that were asked for, by address",
		.type = ROW_LIST,
		.rows = function_rows,
		.put = put_shown,
	},
	{ 0 },
};

const struct document_form form_show = {
	.name = "show",
	.help = "what `pawl show` says",
	.rows = show_rows,
};
