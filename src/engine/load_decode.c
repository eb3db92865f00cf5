/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Turns a tree of nodes into resources by the field tables and the rows of the kinds. */
#include "node.h"
#include <stdlib.h>

/* One map of the file and the body that it fills: a resource's, or a nested one without kinds below it. */
struct scope {
	struct load *load;
	const char *name; /* "nic0.vfs", "nic0.select" */
	struct place at;  /* of the key that leads here */
	const struct kind *kind;
	struct resource *resource;
	const struct field *fields;
	void *body;
	struct place *at_fields; /* NULL in a nested map */
};

static void decode_map(const struct scope *, const struct node *map);
static void decode_resource(
	const struct scope *above, const struct kind *, const char *name, const struct node *);

/* The row that the key stands for; without one: the table's end. */
static size_t row_of(const struct field *fields, const char *key)
{
	size_t row = 0;

	while (fields[row].name &&
		(fields[row].flags & FIELD_OBSERVED || !string_equal(fields[row].name, key)))
		row++;
	return row;
}

static bool kind_is_below(const struct kind *parent, const struct kind *kind)
{
	return parent && kind->key && kind_below(parent, kind->key) == kind;
}

static void report_wrong_type(const struct scope *scope, const struct node *node, const char *expected)
{
	struct finding finding = { .id = "wrong-type", .object = scope->name, .at = node->at };

	if (node->shape == NODE_REPORTED)
		return;
	if (node->key)
		load_error(scope->load, &finding, "%s: must be %s, is %s", node->key->text, expected,
			node_what(node));
	else
		load_error(scope->load, &finding, "the file must be %s, is %s", expected, node_what(node));
}

static void report_empty_map(const struct scope *scope, const struct node *node)
{
	struct finding finding = { .id = "missing-key", .object = scope->name, .at = node->key->at };
	AUTO_TEXT struct text keys = { 0 };

	for (const struct field *field = scope->fields; field->name; field++)
		text_addf(&keys, "%s%s", keys.length ? ", " : "", field->name);
	load_error(scope->load, &finding, "%s must give at least one of: %s", node->key->text,
		text_string(&keys));
}

static void decode_nested(const struct scope *scope, size_t row, const struct node *node)
{
	const struct field *field = &scope->fields[row];
	AUTO_FREE char *name = text_print("%s.%s", scope->name, field->name);
	struct scope nested = {
		.load = scope->load,
		.name = name,
		.at = node->key->at,
		.fields = field->fields,
		.body = (char *)scope->body + field->offset,
	};

	if (node->shape != NODE_MAP) {
		report_wrong_type(scope, node, "a map");
		return;
	}
	field_set_given(scope->body, row);
	decode_map(&nested, node);
	if (field->flags & FIELD_SOME && !node->first)
		report_empty_map(&nested, node);
}

static void decode_scalar(const struct scope *scope, size_t row, const struct node *node)
{
	const struct field *field = &scope->fields[row];
	struct finding finding = { .id = "bad-value", .object = scope->name, .at = node->at };
	AUTO_TEXT struct text why = { 0 };

	if (node->shape != NODE_SCALAR || node_is_nothing(node))
		report_wrong_type(scope, node, field->type->name);
	else if (field_parse(scope->fields, row, scope->body, node->text, &why) < 0)
		load_error(scope->load, &finding, "%s: %s", node->key->text, text_string(&why));
}

static void decode_field(const struct scope *scope, size_t row, const struct node *node)
{
	if (scope->at_fields)
		scope->at_fields[row] = node->at;
	if (scope->fields[row].type->shape == SHAPE_MAP)
		decode_nested(scope, row, node);
	else
		decode_scalar(scope, row, node);
}

static void check_entry_name(const struct scope *above, const struct kind *kind, const struct node *key)
{
	const struct field name = { .name = kind->entry_help, .type = kind->entries };
	struct finding finding = { .id = "bad-name", .object = above->name, .at = key->at };
	AUTO_FREE void *value = memory_new(1, kind->entries->size);
	AUTO_TEXT struct text why = { 0 };

	if (kind->entries->parse(&name, key->text, value, &why) < 0)
		load_error(above->load, &finding, "%s: %s", kind->entry_help, text_string(&why));
	else if (kind->entries->clear)
		kind->entries->clear(value);
}

/* Files are joined: what stands at the top of one may not stand in another. */
static void check_entry_is_new(const struct scope *above, const struct kind *kind, const struct node *key)
{
	struct finding finding = { .id = "duplicate-key", .object = key->text, .at = key->at };
	const struct resource *earlier = state_find(above->load->state, kind, key->text);

	if (earlier && !above->resource->under)
		load_error(above->load, &finding, "%s %s is in two files, first at %s:%u:%u", kind->name,
			key->text, earlier->at.source->name, earlier->at.line, earlier->at.column);
}

static void decode_entries(const struct scope *above, const struct kind *kind, const struct node *map)
{
	if (map->shape != NODE_MAP) {
		AUTO_FREE char *expected = text_print("a map of %s: {...}", kind->entry_help);

		report_wrong_type(above, map, expected);
		return;
	}
	for (const struct node *entry = map->first; entry; entry = entry->next) {
		check_entry_name(above, kind, entry->key);
		check_entry_is_new(above, kind, entry->key);
		decode_resource(above, kind, entry->key->text, entry);
	}
}

static void decode_kind(const struct scope *above, const struct kind *kind, const struct node *node)
{
	AUTO_FREE char *name = NULL;

	if (kind->entries) {
		decode_entries(above, kind, node);
		return;
	}
	name = text_print("%s.%s", above->name, kind->key);
	decode_resource(above, kind, name, node);
}

/* Every key that may stand here, NULL-ended; the caller frees the array. */
static const char **keys_of(const struct scope *scope)
{
	const char **keys = NULL;
	size_t n = 0;

	for (const struct field *field = scope->fields; field->name; field++) {
		if (field->flags & FIELD_OBSERVED)
			continue;
		keys = memory_grow(keys, n, sizeof(*keys));
		keys[n++] = field->name;
	}
	for (const struct kind *const *kind = kinds; *kind; kind++) {
		if (!kind_is_below(scope->kind, *kind))
			continue;
		keys = memory_grow(keys, n, sizeof(*keys));
		keys[n++] = (*kind)->key;
	}
	return memory_grow(keys, n, sizeof(*keys));
}

static void report_unknown(const struct scope *scope, const struct node *key)
{
	struct finding finding = { .id = "unknown-key", .object = scope->name, .at = key->at };
	AUTO_FREE char *word = word_quote(key->text);
	AUTO_FREE const char **keys = keys_of(scope);
	const char *meant = string_nearest(key->text, keys);
	AUTO_TEXT struct text hint = { 0 };

	text_addf(&hint, "the keys of %s are:", scope->name);
	for (const char **other = keys; *other; other++)
		text_addf(&hint, "%s %s", other == keys ? "" : ",", *other);
	finding.hint = text_string(&hint);
	if (meant)
		load_error(scope->load, &finding, "unknown key %s in %s; did you mean \"%s\"?", word,
			scope->name, meant);
	else
		load_error(scope->load, &finding, "unknown key %s in %s", word, scope->name);
}

static void decode_entry(const struct scope *scope, const struct node *node)
{
	size_t row = row_of(scope->fields, node->key->text);
	const struct kind *kind = scope->kind ? kind_below(scope->kind, node->key->text) : NULL;

	if (scope->fields[row].name)
		decode_field(scope, row, node);
	else if (kind)
		decode_kind(scope, kind, node);
	else
		report_unknown(scope, node->key);
}

/* Then the unknown key says all there is to say. */
static bool is_misspelled(const struct scope *scope, const struct node *map, const char *key)
{
	AUTO_FREE const char **keys = keys_of(scope);

	for (const struct node *child = map->first; child; child = child->next)
		if (string_equal(string_nearest(child->key->text, keys), key))
			return true;
	return false;
}

static void require_key(const struct scope *scope, const struct node *map, const char *key, const char *help)
{
	AUTO_FREE char *hint = text_print("%s: %s", key, help);
	struct finding finding = {
		.id = "missing-key", .object = scope->name, .at = scope->at, .hint = hint
	};

	if (!node_child(map, key) && !is_misspelled(scope, map, key))
		load_error(scope->load, &finding, "%s needs the key \"%s\"", scope->name, key);
}

static void decode_map(const struct scope *scope, const struct node *map)
{
	for (const struct node *child = map->first; child; child = child->next)
		decode_entry(scope, child);
	for (const struct field *field = scope->fields; field->name; field++)
		if (field->flags & FIELD_REQUIRED && !(field->flags & FIELD_OBSERVED))
			require_key(scope, map, field->name, field->help);
	for (const struct kind *const *kind = kinds; *kind; kind++)
		if ((*kind)->required && kind_is_below(scope->kind, *kind))
			require_key(scope, map, (*kind)->key, (*kind)->summary);
}

/* The row that a single value stands for; without one: the table's end. */
static size_t row_alone(const struct field *fields)
{
	size_t row = 0;

	while (fields[row].name && !(fields[row].flags & FIELD_ALONE))
		row++;
	return row;
}

static void decode_body(const struct scope *scope, const struct node *node)
{
	size_t alone = row_alone(scope->fields);

	if (node->shape == NODE_MAP)
		decode_map(scope, node);
	else if (scope->fields[alone].name)
		decode_field(scope, alone, node);
	else
		report_wrong_type(scope, node, "a map");
}

static struct scope scope_new(struct load *load, struct resource *resource, struct place at)
{
	resource->at = at;
	resource->at_fields = memory_new(fields_count(resource->kind->fields) + 1, sizeof(struct place));
	return (struct scope){
		.load = load,
		.name = resource->name,
		.at = at,
		.kind = resource->kind,
		.resource = resource,
		.fields = resource->kind->fields,
		.body = resource->body,
		.at_fields = resource->at_fields,
	};
}

static void decode_resource(
	const struct scope *above, const struct kind *kind, const char *name, const struct node *node)
{
	struct resource *resource = state_add(above->load->state, kind, name, above->resource);
	struct scope scope = scope_new(above->load, resource, node->key->at);

	decode_body(&scope, node);
}

void load_decode(struct load *load, const struct node *root)
{
	struct place start = { .source = load->source, .line = 1, .column = 1, .width = 1 };
	const struct node empty = { .shape = NODE_MAP, .at = start };
	struct resource *file = state_add(load->state, &kind_file, load->source->name, NULL);
	struct scope scope = scope_new(load, file, start);

	decode_body(&scope, root && !node_is_nothing(root) ? root : &empty);
}
