/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether a host is as wished, for programs. */
#include "differences.h"
#include "document.h"
#include "text_step.h"

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

/* One key of the configuration; change NULL: it is `select`, of which the words tell. */
struct key_view {
	const struct change *change;
	size_t row;
	struct place at;
};

static const struct key_view *view_of(const void *thing)
{
	return thing;
}

static void put_key(const void *thing, struct cell *cell)
{
	const struct key_view *view = view_of(thing);

	cell_words(cell,
		view->change ? change_key(view->change, view->row) : kind_device.fields[DEVICE_SELECT].name);
}

static void put_value(
	const void *thing, struct cell *cell, void (*print)(const struct change *, size_t, struct text *))
{
	AUTO_TEXT struct text text = { 0 };

	if (view_of(thing)->change)
		print(view_of(thing)->change, view_of(thing)->row, &text);
	cell_words(cell, text.length ? text_string(&text) : NULL);
}

static void put_wanted(const void *thing, struct cell *cell)
{
	put_value(thing, cell, change_print_wanted);
}

static void put_found(const void *thing, struct cell *cell)
{
	put_value(thing, cell, change_print_found);
}

static void put_file(const void *thing, struct cell *cell)
{
	const struct source *source = view_of(thing)->at.source;

	cell_words(cell, source ? source->name : NULL);
}

static void put_line(const void *thing, struct cell *cell)
{
	if (view_of(thing)->at.source)
		cell_number(cell, view_of(thing)->at.line);
}

static void put_column(const void *thing, struct cell *cell)
{
	if (view_of(thing)->at.source)
		cell_number(cell, view_of(thing)->at.column);
}

static const struct document_row key_rows[] = {
	{ .name = "key", .help = "of the configuration: count, driver", .type = ROW_WORDS, .put = put_key },
	{
		.name = "wanted",
		.help = "its value there; null: none, or it is `select`",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_wanted,
	},
	{
		.name = "found",
		.help = "what the machine has; null: nothing",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_found,
	},
	{
		.name = "file",
		.help = "that gives it; null: none does",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_file,
	},
	{
		.name = "line",
		.help = "in that file, from 1",
		.type = ROW_NUMBER,
		.flags = ROW_OPTIONAL,
		.put = put_line,
	},
	{
		.name = "column",
		.help = "in that line, in characters, from 1",
		.type = ROW_NUMBER,
		.flags = ROW_OPTIONAL,
		.put = put_column,
	},
	{ 0 },
};

static void put_keys(const void *thing, struct cell *cell)
{
	const struct difference *difference = thing;
	const struct change *change = difference->change;

	if (difference->select.source)
		cell_entry(cell, &(struct key_view){ .at = difference->select });
	for (size_t row = 0; change && change->want && row < fields_count(change->want->kind->fields); row++)
		if (change->differs >> row & 1)
			cell_entry(
				cell, &(struct key_view){ change, row, resource_place(change->want, row) });
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
		.help = "the same in a sentence, for people",
		.type = ROW_WORDS,
		.put = put_what,
	},
	{
		.name = "keys",
		.help = "the keys that differ; none: something was left behind, or is taken back",
		.type = ROW_LIST,
		.rows = key_rows,
		.put = put_keys,
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
