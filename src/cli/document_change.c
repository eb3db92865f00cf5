/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a plan makes of each resource, in the form of Terraform's `resource_changes`. */
#include "document_step.h"
#include "print.h"

/*
 * Terraform's names, so that policy tools for its plans work: developer.hashicorp.com/terraform/internals/
 * json-format, "Change Representation". In the order of the bits of `enum action`, deletion first.
 */
static const struct {
	enum action action;
	const char *name;
} action_rows[] = { { ACTION_UPDATE, "update" }, { ACTION_DELETE, "delete" }, { ACTION_CREATE, "create" } };
static const char *const action_names[] = { "no-op", "update", "delete", "create", NULL };

/* want and have of one resource; differs: it is one of the plan's changes. */
struct change_view {
	struct change change;
	unsigned actions;
};

static const struct change *change_of(const void *thing)
{
	return &((const struct change_view *)thing)->change;
}

static unsigned actions_of(const void *thing)
{
	return ((const struct change_view *)thing)->actions;
}

static void put_actions(const void *thing, struct cell *cell)
{
	unsigned actions = actions_of(thing);

	if (!actions)
		cell_item(cell, "no-op");
	for (size_t i = 0; i < sizeof(action_rows) / sizeof(*action_rows); i++)
		if (actions & action_rows[i].action)
			cell_item(cell, action_rows[i].name);
}

/* Nothing is done, and nothing would have to be. */
static bool is_same(const void *thing)
{
	return !actions_of(thing) && !change_of(thing)->differs;
}

static void write_body(struct document *map, const struct resource *resource)
{
	if (resource)
		document_write_body(map, resource->kind->fields, resource->body);
}

/*
 * Without a resource an empty map: what is set on a function that is yet to be made. What stays as it is has
 * one value before and after: what is seen of it, and what is wished, which is so.
 */
static void put_body(const void *thing, struct cell *cell, const struct resource *resource)
{
	struct document *map = cell_open(cell);

	if (is_same(thing))
		write_body(map, change_of(thing)->have);
	write_body(map, is_same(thing) ? change_of(thing)->want : resource);
}

/* There is no before of what is created, and no after of what is deleted. */
static void put_before(const void *thing, struct cell *cell)
{
	if (actions_of(thing) != ACTION_CREATE)
		put_body(thing, cell, change_of(thing)->have);
}

static void put_after(const void *thing, struct cell *cell)
{
	if (actions_of(thing) != ACTION_DELETE)
		put_body(thing, cell, change_of(thing)->want);
}

/* What is only seen, never wished for, is known afterwards. */
static bool is_unknown(const struct resource *want, size_t row)
{
	unsigned flags = want->kind->fields[row].flags;

	return flags & FIELD_OBSERVED && !(flags & FIELD_INNER) && !resource_given(want, row);
}

static void put_after_unknown(const void *thing, struct cell *cell)
{
	const struct resource *want = change_of(thing)->want;
	struct document *map = cell_open(cell);

	for (size_t row = 0; want && want->kind->fields[row].name; row++)
		if (actions_of(thing) != ACTION_DELETE && !is_same(thing) && is_unknown(want, row))
			document_add_flag(map, want->kind->fields[row].name, true);
}

static const struct document_row inner_rows[] = {
	{
		.name = "actions",
		.help = "no-op, update, delete, create, or delete and create",
		.type = ROW_WORDLIST,
		.choices = action_names,
		.put = put_actions,
	},
	{
		.name = "before",
		.help = "the resource as it is, as far as it is: keys of pawl.yaml(5), and what is only "
			"seen, as of a namespace `namespace`, its number, its size and what it is known "
			"by, and `attached`, who has it; null: it is not there",
		.type = ROW_MAP,
		.flags = ROW_NULL,
		.put = put_before,
	},
	{
		.name = "after",
		.help = "as it is wished, in the same words; of a no-op the same as before; null: not there",
		.type = ROW_MAP,
		.flags = ROW_NULL,
		.put = put_after,
	},
	{
		.name = "after_unknown",
		.help = "keys, each true, whose values are known only afterwards",
		.type = ROW_MAP,
		.put = put_after_unknown,
	},
	{ 0 },
};

static const struct resource *named(const void *thing)
{
	const struct change *change = change_of(thing);

	return change->want ? change->want : change->have;
}

static void put_address(const void *thing, struct cell *cell)
{
	cell_words(cell, named(thing)->name);
}

static void put_type(const void *thing, struct cell *cell)
{
	cell_words(cell, named(thing)->kind->name);
}

const struct document_row change_rows[] = {
	{
		.name = "address",
		.help = "the resource: nic0.vfs, nic0.vf.3.driver",
		.type = ROW_WORDS,
		.put = put_address,
	},
	{ .name = "type", .help = "its kind", .type = ROW_WORDS, .put = put_type },
	{ .name = "name", .help = "the same as address", .type = ROW_WORDS, .put = put_address },
	{ .name = "change", .help = "what becomes of it", .type = ROW_MAP, .rows = inner_rows },
	{ 0 },
};

static const struct change *change_of_want(
	const struct changes *changes, const struct lookup *by_want, const struct resource *want)
{
	size_t cursor = 0, position;

	while (lookup_next(by_want, hash_string(0, want->name), &cursor, &position))
		if (changes->all[position].want == want)
			return &changes->all[position];
	return NULL;
}

static void put_change(struct cell *cell, const struct change *change)
{
	cell_entry(cell, &(struct change_view){ *change, change_actions(change) });
}

static void put_want(struct cell *cell, const struct resource *want, const struct resource *have,
	const struct change *change)
{
	struct change_view same = { .change = { .have = have, .want = want } };

	if (change)
		put_change(cell, change);
	else if (want->kind->observe)
		cell_entry(cell, &same);
}

/*
 * All that is wished and seen of the machine, in the order of the wish: what stays as it is too, so that a
 * policy can ask whether something is there.
 */
void put_changes(const void *thing, struct cell *cell)
{
	const struct plan *plan = ((const struct document_plan *)thing)->plan;
	const struct state *want = plan->want, *have = plan->have;
	const struct changes *changes = &plan->changes;
	struct lookup by_want = { 0 };

	for (size_t i = 0; i < changes->n; i++)
		if (changes->all[i].want)
			lookup_add(&by_want, hash_string(0, changes->all[i].want->name), i);
	for (size_t i = 0; want && have && i < want->n; i++)
		put_want(cell, want->all[i], have->all[i], change_of_want(changes, &by_want, want->all[i]));
	for (size_t i = 0; i < changes->n; i++)
		if (!changes->all[i].want)
			put_change(cell, &changes->all[i]);
	lookup_free(&by_want);
}
