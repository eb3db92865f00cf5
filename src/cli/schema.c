/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds and makes schemas by name. */
#include "schema.h"

static const struct document_form *form_named(const char *name)
{
	for (const struct document_form *const *form = document_forms; *form; form++)
		if (string_equal((*form)->name, name))
			return *form;
	return NULL;
}

/* What is no document: file is its beginning. */
static const struct other {
	const char *name, *file, *help;
	void (*write)(struct document *);
} others[] = {
	{ "yaml", "pawl", "a file of configuration", schema_write_language },
	{ "events", "pawl-events", SCHEMA_EVENTS_HELP, schema_write_events },
};
enum { N_OTHERS = sizeof(others) / sizeof(*others) };

static const struct other *other_named(const char *name)
{
	for (size_t i = 0; i < N_OTHERS; i++)
		if (string_equal(others[i].name, name))
			return &others[i];
	return NULL;
}

const char **schema_names(void)
{
	const char **names = NULL;
	size_t n = 0;

	for (size_t i = 0; i < N_OTHERS; i++) {
		names = memory_grow(names, n, sizeof(*names));
		names[n++] = others[i].name;
	}
	for (const struct document_form *const *form = document_forms; *form; form++) {
		names = memory_grow(names, n, sizeof(*names));
		names[n++] = (*form)->name;
	}
	return memory_grow(names, n, sizeof(*names));
}

const char *schema_help(const char *name)
{
	const struct document_form *form = form_named(name);
	const struct other *other = other_named(name);

	if (other)
		return other->help;
	return form ? form->help : NULL;
}

char *schema_file(const char *name)
{
	const struct other *other = other_named(name);

	return other ? text_print("%s-1.schema.json", other->file)
		     : text_print("pawl-%s-1.schema.json", name);
}

struct document *schema_make(const char *name)
{
	const struct document_form *form = form_named(name);
	const struct other *other = other_named(name);
	struct document *schema;

	if (!form && !other)
		return NULL;
	schema = document_new();
	document_add_words(schema, "$schema", "http://json-schema.org/draft-07/schema#");
	if (form)
		schema_write_form(schema, form);
	else
		other->write(schema);
	return schema;
}

void schema_add_words(struct document *map, const char *key, const char *words)
{
	if (words)
		document_add_words(map, key, words);
}

void schema_add_type(struct document *map, const char *type, bool or_string, bool or_null)
{
	struct document *types;

	if (!or_string && !or_null) {
		document_add_words(map, "type", type);
		return;
	}
	types = document_list(map, "type");
	document_add_item(types, type);
	if (or_string)
		document_add_item(types, "string");
	if (or_null)
		document_add_item(types, "null");
}

void schema_add_choices(struct document *map, const char *const *choices, bool or_null)
{
	struct document *list;

	if (!choices)
		return;
	list = document_list(map, "enum");
	for (; *choices; choices++)
		document_add_item(list, *choices);
	if (or_null)
		document_add_item(list, NULL);
}
