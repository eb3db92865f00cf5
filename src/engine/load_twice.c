/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds two resources that give the same for a key that must differ: no machine is needed to see it. */
#include "lookup.h"
#include "node.h"
#include <stdlib.h>

/* What was given, as text: "pci 0000:17:00.0 ". */
static void given_print(const struct field *fields, const void *body, struct text *text)
{
	for (size_t row = 0; fields[row].name; row++) {
		if (!field_given(body, row))
			continue;
		text_addf(text, "%s ", fields[row].name);
		if (fields[row].type->shape == SHAPE_MAP)
			given_print(fields[row].fields, (const char *)body + fields[row].offset, text);
		else
			field_print(fields, row, body, text);
		text_add(text, " ");
	}
}

/* The text of what the resource gives for its row; "" when it gives nothing. The caller frees it. */
static char *value_print(const struct resource *resource, size_t row)
{
	const struct field *field = &resource->kind->fields[row];
	struct text text = { 0 };

	if (resource_given(resource, row) && field->type->shape == SHAPE_MAP)
		given_print(field->fields, (const char *)resource->body + field->offset, &text);
	else if (resource_given(resource, row))
		field_print(resource->kind->fields, row, resource->body, &text);
	return text_take(&text);
}

/* The resource beside this one that gave the same earlier; NULL: none, and this one is remembered. */
static const struct resource *meet(
	struct lookup *seen, const struct state *state, size_t position, size_t row, const char *value)
{
	const struct resource *resource = state->all[position];
	uint64_t hash = hash_string(hash_string(0, resource->kind->name), value);
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

static void check_row(struct load *load, struct lookup *seen, size_t position, size_t row)
{
	const struct resource *resource = load->state->all[position], *first;
	AUTO_FREE char *value = value_print(resource, row);

	if (!*value) /* what was not understood has a finding already */
		return;
	first = meet(seen, load->state, position, row, value);
	if (first)
		load_error(load,
			&(struct finding){ .id = "same-value",
				.object = resource->name,
				.at = resource_place(resource, row),
				.hint = "keep one of the two, or make them differ" },
			"%s: %s has the same, at %s:%u", resource->kind->fields[row].name, first->name,
			first->at.source->name, first->at.line);
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
