/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether a host is as wished, for programs. */
#include "differences.h"
#include "document.h"

static const struct document_assert *of(const void *thing)
{
	return thing;
}

static void put_host(const void *thing, struct cell *cell)
{
	cell_map(cell, &of(thing)->host);
}

static void put_plan_id(const void *thing, struct cell *cell)
{
	cell_words(cell, of(thing)->plan->id);
}

static void put_in_sync(const void *thing, struct cell *cell)
{
	cell_flag(cell, of(thing)->differences->n == 0);
}

static void put_objects(const void *thing, struct cell *cell)
{
	const struct difference *difference = thing;

	for (size_t i = 0; i < difference->n; i++)
		cell_item(cell, difference->objects[i]);
}

static void put_what(const void *thing, struct cell *cell)
{
	cell_words(cell, ((const struct difference *)thing)->what);
}

static const struct document_row difference_rows[] = {
	{
		.name = "objects",
		.help = "all that differ so: nic0.vfs, nic0.vf.3",
		.type = ROW_WORDLIST,
		.put = put_objects,
	},
	{
		.name = "what",
		.help = "what is wished, what is found, where it is written",
		.type = ROW_WORDS,
		.put = put_what,
	},
	{ 0 },
};

static void put_differences(const void *thing, struct cell *cell)
{
	const struct differences *differences = of(thing)->differences;

	for (size_t i = 0; i < differences->n; i++)
		cell_entry(cell, &differences->all[i]);
}

static const struct document_row rows[] = {
	{ .name = "host", .help = "the machine", .type = ROW_MAP, .rows = host_rows, .put = put_host },
	{
		.name = "plan_id",
		.help = "of the plan that `pawl plan` would make now",
		.type = ROW_WORDS,
		.pattern = "^[0-9a-f]{64}$",
		.put = put_plan_id,
	},
	{ .name = "in_sync", .help = "nothing differs", .type = ROW_FLAG, .put = put_in_sync },
	{
		.name = "differences",
		.help = "what is not as wished",
		.type = ROW_LIST,
		.rows = difference_rows,
		.put = put_differences,
	},
	{ 0 },
};

const struct document_form form_assert = {
	.name = "assert",
	.help = "what `pawl assert` says",
	.rows = rows,
};
