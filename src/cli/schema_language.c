/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The JSON Schema of the configuration, from the kinds and their field tables. */
#include "kind.h"
#include "schema.h"
#include "topics.h"

/* Where in the schema a kind's body is described. */
#define DEFINITIONS "#/definitions/"

/* A number may be written as 0x1f too, which some YAML readers take for a string. */
#define NUMBER_PATTERN "^-?(0x[0-9A-Fa-f]+|0|[1-9][0-9]*)$"

/*
 * A body that others flow into (defaults, classes) may lack what they give, and takes back with null what
 * they gave: there nothing is required, for the rest may stand in another file.
 */
struct body {
	struct document *schema;
	const struct field *fields;
	const struct kind *kind; /* NULL: a nested map, which has no kinds below it */
	bool inherits, or_null;
};
static void add_body(const struct body *);

static bool kind_inherits(const struct kind *kind)
{
	for (const struct kind *const *other = kinds; *other; other++) {
		if ((*other)->like == kind)
			return true;
		if (string_equal((*other)->name, kind->under) && kind_inherits(*other))
			return true;
	}
	return false;
}

static void add_range(struct document *schema, const struct field *field)
{
	bool ranged = field->min != 0 || field->max != 0;

	if (!string_equal(field->type->json_type, "integer") || (field->type->pattern && !ranged))
		return;
	document_add_number(schema, "minimum", field->min);
	if (ranged)
		document_add_number(schema, "maximum", field->max);
}

static void add_scalar(struct document *schema, const struct value_type *type, bool or_null)
{
	bool is_number = string_equal(type->json_type, "integer");

	schema_add_type(schema, type->json_type, is_number, or_null);
	schema_add_words(schema, "pattern", is_number && !type->pattern ? NUMBER_PATTERN : type->pattern);
}

/* Lists replace one another as a whole: what their maps need must be there. */
static void add_list(struct document *schema, const struct field *field, bool or_null)
{
	struct document *items;

	schema_add_type(schema, "array", false, or_null);
	items = document_map(schema, "items");
	if (field->item->shape == SHAPE_MAP)
		add_body(&(struct body){ items, field->fields, NULL, false, false });
	else
		add_scalar(items, field->item, false);
}

static void add_value(struct document *schema, const struct field *field, bool inherits)
{
	bool or_null = inherits && !(field->flags & FIELD_REQUIRED);

	if (field->type->shape == SHAPE_MAP) {
		add_body(&(struct body){ schema, field->fields, NULL, inherits, or_null });
		if (field->flags & FIELD_SOME && !inherits)
			document_add_number(schema, "minProperties", 1);
	} else if (field->type->shape == SHAPE_LIST) {
		add_list(schema, field, or_null);
	} else {
		add_scalar(schema, field->type, or_null);
		add_range(schema, field);
		schema_add_choices(schema, field->choices, or_null);
	}
}

static bool field_is_key(const struct field *field)
{
	return !(field->flags & FIELD_OBSERVED);
}

static void add_fields(struct document *properties, const struct body *body)
{
	for (const struct field *field = body->fields; field && field->name; field++) {
		AUTO_TEXT struct text help = { 0 };
		struct document *schema;

		if (!field_is_key(field))
			continue;
		field_help(field, &help);
		text_add(&help, field->flags & FIELD_REQUIRED ? " (required)" : "");
		schema = document_map(properties, field->name);
		document_add_words(schema, "description", text_string(&help));
		add_value(schema, field, body->inherits);
	}
}

static void add_reference(struct document *schema, const struct kind *kind)
{
	AUTO_FREE char *reference = text_print(DEFINITIONS "%s", kind->like ? kind->like->name : kind->name);

	document_add_words(schema, "$ref", reference);
}

static void add_entries(struct document *schema, const struct kind *kind, bool inherits)
{
	struct document *entry;

	document_add_words(schema, "type", "object");
	entry = document_map(document_map(schema, "patternProperties"), kind->entries->pattern);
	document_add_flag(schema, "additionalProperties", false);
	if (inherits) {
		struct document *either = document_list(entry, "anyOf");

		add_reference(document_entry(either), kind);
		document_add_words(document_entry(either), "type", "null");
	} else {
		add_reference(entry, kind);
	}
}

/* The key under which a kind stands: a map of entries, one body, or the body's only value. */
static void add_kind(struct document *schema, const struct kind *kind, bool inherits)
{
	AUTO_FREE char *words = kind->entries ? text_print("%s: %s", kind->entry_help, kind->summary)
					      : string_copy(kind->summary);
	const struct field *value = key_alone(kind);
	struct document *either;

	document_add_words(schema, "description", words);
	if (kind->entries) {
		add_entries(schema, kind, inherits);
		return;
	}
	either = document_list(schema, "anyOf");
	if (value)
		add_value(document_entry(either), value, false);
	add_reference(document_entry(either), kind);
	if (inherits)
		document_add_words(document_entry(either), "type", "null");
}

static void add_kinds(struct document *properties, const struct body *body)
{
	for (const struct kind *const *kind = kinds; *kind; kind++)
		if (body->kind && (*kind)->key && string_equal((*kind)->under, body->kind->name))
			add_kind(document_map(properties, (*kind)->key), *kind, body->inherits);
}

static void add_required(const struct body *body)
{
	struct document *required;

	if (body->inherits)
		return;
	required = document_list(body->schema, "required");
	for (const struct field *field = body->fields; field && field->name; field++)
		if (field->flags & FIELD_REQUIRED && field_is_key(field))
			document_add_item(required, field->name);
	for (const struct kind *const *kind = kinds; *kind; kind++)
		if (body->kind && (*kind)->required && string_equal((*kind)->under, body->kind->name))
			document_add_item(required, (*kind)->key);
}

static void add_body(const struct body *body)
{
	struct document *properties;

	schema_add_type(body->schema, "object", false, body->or_null);
	properties = document_map(body->schema, "properties");
	add_fields(properties, body);
	add_kinds(properties, body);
	document_add_flag(body->schema, "additionalProperties", false);
	add_required(body);
}

void schema_write_language(struct document *schema)
{
	struct document *definitions;

	document_add_words(schema, "title", "pawl.yaml, version 1");
	document_add_words(schema, "description", kind_file.summary);
	add_body(&(struct body){ schema, kind_file.fields, &kind_file, false, false });
	definitions = document_map(schema, "definitions");
	for (const struct kind *const *kind = kinds; *kind; kind++)
		if ((*kind)->key && !(*kind)->like)
			add_body(&(struct body){ document_map(definitions, (*kind)->name), (*kind)->fields,
				*kind, kind_inherits(*kind), false });
}
