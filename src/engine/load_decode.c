/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Turns trees of nodes into resources by the rows of the kinds. */
#include "load_scope.h"
#include <string.h>

static void decode_resource(
	const struct scope *above, const struct kind *, const char *name, const struct node *);

void load_check_name(struct load *load, const struct kind *kind, const struct node *key)
{
	const struct field name = { .name = kind->entry_help, .type = kind->entries };
	struct finding finding = { .id = "bad-name", .object = key->text };
	AUTO_FREE void *value = memory_new(1, kind->entries->size);
	AUTO_TEXT struct text why = { 0 };

	if (kind->entries->parse(&name, key->text, value, &why) < 0)
		node_error(load, key, &finding, "%s: %s", kind->entry_help, text_string(&why));
	else
		load_check_yaml11(load, key, kind->entries);
	kind->entries->clear(value);
}

/*
 * A class may take back what only some hosts have; a host's own null is for a name that it inherits. Who has
 * written nothing behind it may have forgotten that.
 */
static void warn_null(const struct scope *above, const char *what, const struct node *entry)
{
	bool is_empty = !*entry->text;
	const struct finding finding = {
		.id = "null-for-nothing",
		.object = entry->key->text,
		.hint = is_empty ? "write what is wished behind it, or leave the line out"
				 : "is it spelt as there? what was meant is still wished for",
	};

	node_warning(above->load, is_empty ? entry->key : entry, &finding,
		is_empty ? "%s: nothing stands behind it, so that nothing is wished: no class and no default "
			   "of this host gives this %s"
			 : "%s: null takes back nothing: no class and no default of this host gives this %s",
		entry->key->text, what);
}

/* Names of what is on a device are its own: two drives may each have a `db`. */
static char *entry_name(const struct scope *above, const struct kind *kind, const char *key)
{
	if (!kind->entry_key)
		return string_copy(key);
	return text_print("%.*s.%s.%s", (int)strcspn(above->name, "."), above->name, kind->entry_key, key);
}

static void decode_entries(const struct scope *above, const struct kind *kind, const struct node *map)
{
	if (map->shape != NODE_MAP) {
		AUTO_FREE char *expected = text_print("a map of %s: {...}", kind->entry_help);

		report_wrong_type(above, map, expected, kind->summary);
		return;
	}
	for (const struct node *entry = map->first; entry; entry = entry->next) {
		AUTO_FREE char *name = entry_name(above, kind, entry->key->text);

		load_check_name(above->load, kind, entry->key);
		if (!node_is_nothing(entry))
			decode_resource(above, kind, name, entry);
		else if (entry->for_nothing)
			warn_null(above, kind->entry_help, entry);
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

static void decode_entry(const struct scope *scope, const struct node *map, const struct node *node)
{
	size_t row = scope_row(scope, node->key->text);
	const struct kind *kind = scope_kind(scope, node->key->text);

	if (!scope->fields[row].name && !kind)
		report_unknown(scope, map, node->key);
	else if (scope->inherits && node->for_nothing && !*node->text)
		warn_null(scope, "key", node);
	else if (scope->inherits && node_is_nothing(node))
		return; /* taken back */
	else if (scope->fields[row].name)
		decode_field(scope, row, node);
	else
		decode_kind(scope, kind, node);
}

void decode_map(const struct scope *scope, const struct node *map)
{
	for (const struct node *child = map->first; child; child = child->next)
		decode_entry(scope, map, child);
	if (scope->complete)
		scope_require(scope, map);
}

/* The row that a single value stands for; without one: the table's end. */
static size_t row_alone(const struct field *fields)
{
	size_t row = 0;

	while (fields[row].name && !(fields[row].flags & FIELD_ALONE))
		row++;
	return row;
}

static void report_no_body(const struct scope *scope, const struct node *node)
{
	bool is_key = node->key && scope->fields[scope_row(scope, node->key->text)].name;
	AUTO_FREE char *keys = scope_keys(scope);
	AUTO_FREE char *hint = text_print("%s%s", is_key ? "a name stands here; below it, " : "", keys);

	report_wrong_type(scope, node, "a map", hint);
}

static void decode_body(const struct scope *scope, const struct node *node)
{
	size_t alone = row_alone(scope->fields);

	if (node->shape == NODE_MAP)
		decode_map(scope, node);
	else if (scope->fields[alone].name)
		decode_field(scope, alone, node);
	else
		report_no_body(scope, node);
}

static struct scope scope_new(struct load *load, struct resource *resource, struct place at)
{
	resource->at = at;
	resource->at_fields = memory_new(places_count(resource->kind->fields) + 1, sizeof(struct place));
	return (struct scope){
		.load = load,
		.name = resource->name,
		.at = at,
		.kind = resource->kind,
		.resource = resource,
		.fields = resource->kind->fields,
		.body = resource->body,
		.at_fields = resource->at_fields,
		.inherits = true,
		.complete = !load->partial,
	};
}

static void decode_resource(
	const struct scope *above, const struct kind *kind, const char *name, const struct node *node)
{
	struct resource *resource = state_add(above->load->state, kind, name, above->resource);
	struct scope scope = scope_new(above->load, resource, node->key->at);

	decode_body(&scope, node);
}

void load_decode_body(struct load *load, const struct kind *kind, const char *name,
	const struct resource *under, struct node *node)
{
	struct resource *resource = state_add(load->state, kind, name, under);
	struct scope scope = scope_new(load, resource, node->key->at);

	decode_body(&scope, node);
}

/* What stands below the keys of kinds waits for wish_join: other files may belong to it. */
static void decode_head(const struct scope *scope, const struct node *root)
{
	struct finding finding = { .id = "missing-key", .object = scope->name, .at = scope->at };
	bool gives = false;

	for (const struct node *child = root->first; child; child = child->next) {
		if (scope_kind(scope, child->key->text))
			gives = true;
		else
			decode_entry(scope, root, child);
	}
	scope_require(scope, root);
	if (gives || scope->load->n_mistakes)
		return;
	finding.hint = "it needs one of the keys hosts, classes and defaults";
	load_error(scope->load, &finding, "%s says nothing of any host", scope->name);
}

void load_decode_file(struct load *load, struct document_tree *tree)
{
	struct place start = { .source = load->source, .line = 1, .column = 1, .width = 1 };
	struct scope scope;

	tree->file = state_add(load->state, &kind_file, load->source->name, NULL);
	scope = scope_new(load, tree->file, tree->root->shape == NODE_MAP ? tree->root->at : start);
	scope.inherits = false;
	if (tree->root->shape == NODE_MAP)
		decode_head(&scope, tree->root);
	else
		report_wrong_type(&scope, tree->root, "a map", NULL);
}
