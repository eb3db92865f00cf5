/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The plans of a fleet, for programs. */
#include "fleet.h"

static const struct fleet *of(const void *thing)
{
	return thing;
}

static void put_name(const void *thing, struct cell *cell)
{
	cell_words(cell, ((const struct fleet_host *)thing)->name);
}

static void put_facts(const void *thing, struct cell *cell)
{
	cell_words(cell, ((const struct fleet_host *)thing)->facts);
}

static void put_plan_id(const void *thing, struct cell *cell)
{
	const struct fleet_host *host = thing;

	if (*host->plan_id)
		cell_words(cell, host->plan_id);
}

static void put_group(const void *thing, struct cell *cell)
{
	cell_number(cell, (int64_t)((const struct fleet_host *)thing)->group);
}

static const struct document_row fleet_host_rows[] = {
	{ .name = "name", .help = "of the host in the files", .type = ROW_WORDS, .put = put_name },
	{ .name = "facts", .help = "the file that its facts are in", .type = ROW_WORDS, .put = put_facts },
	{
		.name = "plan_id",
		.help = "of its own plan; null: none could be made",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.pattern = "^[0-9a-f]{64}$",
		.put = put_plan_id,
	},
	{
		.name = "group",
		.help = "which of `groups` its plan is in, from 0",
		.type = ROW_NUMBER,
		.put = put_group,
	},
	{ 0 },
};

/* A group, and the fleet that has the names of its hosts. */
struct group_view {
	const struct fleet *fleet;
	struct fleet_group *group;
};

static struct fleet_group *group_of(const void *thing)
{
	return ((const struct group_view *)thing)->group;
}

static void put_names(const void *thing, struct cell *cell)
{
	const struct fleet_host *hosts = ((const struct group_view *)thing)->fleet->hosts;

	for (size_t i = 0; i < group_of(thing)->n; i++)
		cell_item(cell, hosts[group_of(thing)->hosts[i]].name);
}

/* It is the document's from here on. */
static void put_plan(const void *thing, struct cell *cell)
{
	if (group_of(thing)->plan)
		cell_adopt(cell, group_of(thing)->plan);
	group_of(thing)->plan = NULL;
}

static const struct document_row group_rows[] = {
	{ .name = "hosts", .help = "their names", .type = ROW_WORDLIST, .put = put_names },
	{
		.name = "plan",
		.help = "that of the first of them; null: none could be made",
		.type = ROW_MAP,
		.flags = ROW_NULL,
		.rows = plan_rows,
		.put = put_plan,
	},
	{ 0 },
};

static void put_hosts(const void *thing, struct cell *cell)
{
	for (size_t i = 0; i < of(thing)->n; i++)
		cell_entry(cell, &of(thing)->hosts[i]);
}

static void put_groups(const void *thing, struct cell *cell)
{
	for (size_t i = 0; i < of(thing)->n_groups; i++)
		cell_entry(cell, &(struct group_view){ of(thing), &of(thing)->groups[i] });
}

static void put_absent(const void *thing, struct cell *cell)
{
	for (size_t i = 0; i < of(thing)->n_absent; i++)
		cell_item(cell, of(thing)->absent[i]);
}

static void put_strangers(const void *thing, struct cell *cell)
{
	for (size_t i = 0; i < of(thing)->n_strangers; i++)
		cell_item(cell, of(thing)->strangers[i]);
}

static const struct document_row rows[] = {
	{
		.name = "hosts",
		.help = "those that were planned for, in the order of their files of facts",
		.type = ROW_LIST,
		.rows = fleet_host_rows,
		.put = put_hosts,
	},
	{
		.name = "groups",
		.help = "hosts whose plans have the same steps",
		.type = ROW_LIST,
		.rows = group_rows,
		.put = put_groups,
	},
	{
		.name = "hosts_without_facts",
		.help = "nothing is planned for them",
		.type = ROW_WORDLIST,
		.put = put_absent,
	},
	{
		.name = "facts_without_host",
		.help = "files whose machine no host fits",
		.type = ROW_WORDLIST,
		.put = put_strangers,
	},
	{ 0 },
};

const struct document_form form_fleet = {
	.name = "fleet",
	.help = "what `pawl plan --facts DIR` says",
	.rows = rows,
};
