/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The JSON Schema of a document, from its rows. */
#include "schema.h"

static const char *const json_types[] = {
	[ROW_WORDS] = "string",
	[ROW_NUMBER] = "integer",
	[ROW_FLAG] = "boolean",
	[ROW_MAP] = "object",
	[ROW_NAMED] = "object",
	[ROW_LIST] = "array",
	[ROW_WORDLIST] = "array",
	[ROW_NUMBERLIST] = "array",
};

/* Of lists alone. */
static const char *const item_types[] = {
	[ROW_LIST] = "object",
	[ROW_WORDLIST] = "string",
	[ROW_NUMBERLIST] = "integer",
};

static void add_items(struct document *schema, const struct document_row *row)
{
	struct document *items = document_map(schema, "items");

	schema_add_type(items, item_types[row->type], false, row->flags & ROW_GAPS);
	if (row->type == ROW_LIST)
		schema_add_rows(items, row->rows);
	else
		schema_add_choices(items, row->choices, row->flags & ROW_GAPS);
}

static void add_entries(struct document *schema, const struct document_row *row)
{
	struct document *entry = document_map(document_map(schema, "patternProperties"), row->pattern);

	schema_add_type(entry, "object", false, false);
	schema_add_rows(entry, row->rows);
}

static void add_property(const struct document_row *row, size_t index, void *properties)
{
	struct document *schema = document_map(properties, row->name);
	bool or_null = row->flags & ROW_NULL;

	(void)index;
	schema_add_words(schema, "description", row->help);
	schema_add_type(schema, json_types[row->type], false, or_null);
	if (row->type == ROW_LIST || row->type == ROW_WORDLIST || row->type == ROW_NUMBERLIST)
		add_items(schema, row);
	else if (row->type == ROW_NAMED)
		add_entries(schema, row);
	else if (row->rows)
		schema_add_rows(schema, row->rows);
	else
		schema_add_choices(schema, row->choices, or_null);
	if (row->type == ROW_WORDS)
		schema_add_words(schema, "pattern", row->pattern);
}

static void add_required(const struct document_row *row, size_t index, void *list)
{
	(void)index;
	if (!(row->flags & ROW_OPTIONAL))
		document_add_item(list, row->name);
}

/* Keys that are not named may come with a later version: readers are to ignore them. */
void schema_add_rows(struct document *schema, const struct document_row *rows)
{
	rows_walk(rows, add_property, document_map(schema, "properties"));
	rows_walk(rows, add_required, document_list(schema, "required"));
}

/* The beginning of all documents starts with their format: the one value that this form has. */
static void add_document(struct document *schema, const struct document_form *form, const char *name)
{
	const char *const names[] = { name, NULL };
	struct document_row whole[] = {
		document_head[0],
		{ .type = ROW_PART, .rows = document_head + 1 },
		{ .type = ROW_PART, .rows = form->rows },
		{ .type = ROW_PART, .rows = form->flags & FORM_ENDLESS ? NULL : document_tail },
		{ 0 },
	};

	whole[0].choices = names;
	schema_add_rows(schema, whole);
}

void schema_write_form(struct document *schema, const struct document_form *form)
{
	AUTO_FREE char *name = text_print("pawl-%s", form->name);
	AUTO_FREE char *title = text_print("%s, version 1", name);

	document_add_words(schema, "title", title);
	document_add_words(schema, "description", form->help);
	document_add_words(schema, "type", "object");
	if (form->flags & FORM_FILE)
		schema_add_rows(schema, form->rows);
	else
		add_document(schema, form, name);
}
