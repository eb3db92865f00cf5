/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds two resources that give the same for a key that must differ: no machine is needed to see it. */
#include "lookup.h"
#include "node.h"

/* The text of what the resource gives for its row; "" when it gives nothing. The caller frees it. */
static char *value_print(const struct resource *resource, size_t row)
{
	struct text text = { 0 };

	field_print(resource->kind->fields, row, resource->body, &text);
	return text_take(&text);
}

/* The resource beside this one that gave the same earlier; NULL: none, and this one is remembered. */
static const struct resource *meet(
	struct lookup *seen, const struct state *state, size_t position, size_t row, const char *value)
{
	const struct resource *resource = state->all[position];
	/* a thousand hosts of one class give the same a thousand times, each below its own host */
	uint64_t hash = hash_string(hash_string((uintptr_t)resource->under, resource->kind->name), value);
	size_t cursor = 0, at;

	while (lookup_next(seen, hash, &cursor, &at)) {
		const struct resource *other = state->all[at];
		AUTO_FREE char *same = other->kind == resource->kind ? value_print(other, row) : NULL;

		if (other->under == resource->under && string_equal(same, value))
			return other;
	}
	lookup_add(seen, hash, position);
	return NULL;
}

static bool place_same(struct place a, struct place b)
{
	return a.source == b.source && a.line == b.line && a.column == b.column;
}

/* An anchor that both use is one place: then the second resource tells more. */
static void report_same(
	struct load *load, const struct resource *resource, const struct resource *first, size_t row)
{
	struct place at = resource_place(resource, row);
	struct finding finding = {
		.id = "same-value",
		.object = resource->name,
		.at = place_same(at, resource_place(first, row)) ? resource->at : at,
		.hint = "keep one of the two, or make them differ",
	};

	load_error(load, &finding, "%s: %s has the same, at %s:%u", resource->kind->fields[row].name,
		first->name, first->at.source->name, first->at.line);
}

static void check_row(struct load *load, struct lookup *seen, size_t position, size_t row)
{
	const struct resource *resource = load->state->all[position], *first;
	AUTO_FREE char *value = value_print(resource, row);

	if (!*value || string_equal(value, "{}")) /* what was not understood has a finding already */
		return;
	first = meet(seen, load->state, position, row, value);
	if (first)
		report_same(load, resource, first, row);
}

void load_check_twice(struct load *load)
{
	struct lookup seen = { 0 };

	for (size_t i = 0; i < load->state->n; i++) {
		const struct field *fields = load->state->all[i]->kind->fields;

		for (size_t row = 0; fields[row].name; row++)
			if (fields[row].flags & FIELD_UNIQUE)
				check_row(load, &seen, i, row);
	}
	lookup_free(&seen);
}
