/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A wish in the language of the files, by the tables of the kinds. */
#include "document_step.h"
#include <string.h>

static void below_write(
	struct document *map, const struct state *, const struct kind *, const struct resource *);

/* Names of what is on a device are its own: "db" of "ssd0.ns.db". */
static const char *key_of(const struct resource *resource)
{
	if (!resource->kind->entries)
		return resource->kind->key;
	return resource->kind->entry_key ? strrchr(resource->name, '.') + 1 : resource->name;
}

/* `driver: X` for `driver: {name: X}`. */
static void resource_write(struct document *map, const struct state *state, const struct resource *resource)
{
	const struct kind *kind = resource->kind;
	AUTO_TEXT struct text value = { 0 };

	if (!kind->entries && kind->fields[0].flags & FIELD_ALONE) {
		field_print(kind->fields, 0, resource->body, &value);
		document_add_words(map, kind->key, text_string(&value));
		return;
	}
	map = document_map(map, key_of(resource));
	document_write_body(map, kind->fields, resource->body);
	below_write(map, state, kind, resource);
}

static void kind_write(struct document *map, const struct state *state, const struct kind *kind,
	const struct resource *under)
{
	struct document *entries = NULL;

	for (size_t i = 0; i < state->n; i++) {
		const struct resource *resource = state->all[i];

		if (resource->kind != kind || resource->under != under)
			continue;
		if (kind->entries && !entries)
			entries = document_map(map, kind->key);
		resource_write(entries ? entries : map, state, resource);
	}
}

static void below_write(struct document *map, const struct state *state, const struct kind *parent,
	const struct resource *under)
{
	for (size_t i = 0; kinds[i]; i++)
		if (!kinds[i]->like && string_equal(kinds[i]->under, parent->name))
			kind_write(map, state, kinds[i], under);
}

struct document *document_of_wish(const struct state *state)
{
	struct document *document = document_new();

	document_add_number(document, kind_file.fields[0].name, kind_file.fields[0].max);
	below_write(document, state, &kind_file, NULL);
	return document;
}
