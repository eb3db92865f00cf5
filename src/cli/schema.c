/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds and makes schemas by name. */
#include "schema.h"
#include "kind.h"

static const struct document_form *form_named(const char *name)
{
	for (const struct document_form *const *form = document_forms; *form; form++)
		if (string_equal((*form)->name, name))
			return *form;
	return NULL;
}

const char **schema_names(void)
{
	const char **names = memory_grow(NULL, 0, sizeof(*names));
	size_t n = 0;

	names[n++] = SCHEMA_LANGUAGE;
	for (const struct document_form *const *form = document_forms; *form; form++) {
		names = memory_grow(names, n, sizeof(*names));
		names[n++] = (*form)->name;
	}
	return memory_grow(names, n, sizeof(*names));
}

const char *schema_help(const char *name)
{
	const struct document_form *form = form_named(name);

	if (string_equal(name, SCHEMA_LANGUAGE))
		return kind_file.summary;
	return form ? form->help : NULL;
}

char *schema_file(const char *name)
{
	bool language = string_equal(name, SCHEMA_LANGUAGE);

	return text_print("pawl%s%s-1.schema.json", language ? "" : "-", language ? "" : name);
}

struct document *schema_make(const char *name)
{
	const struct document_form *form = form_named(name);
	struct document *schema;

	if (!form && !string_equal(name, SCHEMA_LANGUAGE))
		return NULL;
	schema = document_new();
	document_add_words(schema, "$schema", "http://json-schema.org/draft-07/schema#");
	if (form)
		schema_write_form(schema, form);
	else
		schema_write_language(schema);
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
