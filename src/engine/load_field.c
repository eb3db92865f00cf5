/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Turns the value of one key into a member of a body, by its row of the field table. */
#include "load_scope.h"
#include <string.h>

static void report_empty_map(const struct scope *scope, const struct node *node)
{
	struct finding finding = { .id = "missing-key", .object = scope->name, .at = scope->at };
	AUTO_TEXT struct text keys = { 0 };

	for (const struct field *field = scope->fields; field->name; field++)
		if (!(field->flags & FIELD_OBSERVED))
			text_addf(&keys, "%s%s", keys.length ? ", " : "", field->name);
	load_error(scope->load, &finding, "%s must give at least one of: %s", node->key->text,
		text_string(&keys));
}

static bool gives_nothing(const struct node *map)
{
	for (const struct node *child = map->first; child; child = child->next)
		if (!node_is_nothing(child))
			return false;
	return true;
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
		.inherits = scope->inherits,
		.complete = scope->complete,
	};

	/* of maps in these nobody asks for places */
	if (scope->resource)
		nested.at_fields = scope->at_fields + places_of(scope->fields, row);
	if (node->shape != NODE_MAP) {
		AUTO_FREE char *keys = scope_keys(&nested);

		report_wrong_type(scope, node, "a map", keys);
		return;
	}
	field_set_given(scope->body, row);
	decode_map(&nested, node);
	if (nested.complete && field->flags & FIELD_SOME && gives_nothing(node))
		report_empty_map(&nested, node);
}

/* "4k": in what it counts, the key's own words say. */
static bool has_unit(const char *text)
{
	size_t digits = strspn(text, "0123456789"), letters = strspn(text + digits, "KMGTPEkmgtpeiBb");

	return digits && letters && !text[digits + letters];
}

/* A number that pawl does not take, such as 010, is one to other readers: it is said which. */
static void report_value(const struct scope *scope, const struct field *field, const struct value_type *type,
	const struct node *node, struct text *why)
{
	bool number = string_equal(type->json_type, "integer");
	AUTO_FREE char *words = number ? yaml11_words(node, type) : NULL;
	AUTO_FREE char *hint = words ? text_print("a YAML 1.1 reader takes it for %s", words) : NULL;
	struct finding finding = { .id = "bad-value",
		.object = scope->name,
		.hint = !hint && number && has_unit(node->text) ? field->help : hint };

	node_error(scope->load, node, &finding, "%s: %s", node->key ? node->key->text : field->name,
		text_string(why));
}

static void decode_scalar(const struct scope *scope, size_t row, const struct node *node)
{
	const struct field *field = &scope->fields[row];
	AUTO_TEXT struct text why = { 0 };

	if (node->shape != NODE_SCALAR || node_is_nothing(node))
		report_wrong_type(scope, node, field->type->name, field->help);
	else if (field_parse(scope->fields, row, scope->body, node->text, &why) < 0)
		report_value(scope, field, field->type, node, &why);
	else
		load_check_yaml11(scope->load, node, field->type);
}

/* A list is replaced whole: what an item needs, no other layer can give. */
static void decode_item_map(const struct scope *scope, const struct field *field, const struct node *item,
	struct list *list, size_t number)
{
	AUTO_FREE char *name = text_print("%s.%s.%zu", scope->name, field->name, number);
	struct scope inside = {
		.load = scope->load,
		.name = name,
		.at = item->at,
		.fields = field->fields,
		.body = list_add(field, list, item->at),
		.complete = true,
	};

	decode_map(&inside, item);
}

static void decode_item_scalar(
	const struct scope *scope, const struct field *field, const struct node *item, struct list *list)
{
	AUTO_TEXT struct text why = { 0 };

	/* the row's own min, max and choices are its items' */
	if (field->item->parse(field, item->text, list_add(field, list, item->at), &why) == 0) {
		load_check_yaml11(scope->load, item, field->item);
		return;
	}
	list->n--;
	report_value(scope, field, field->item, item, &why);
}

static void decode_item(const struct scope *scope, const struct field *field, const struct node *item,
	struct list *list, size_t number)
{
	bool map = field->item->shape == SHAPE_MAP;
	struct finding finding = { .id = "wrong-type", .object = scope->name };

	if (item->shape == NODE_REPORTED)
		return;
	if (item->shape != (map ? NODE_MAP : NODE_SCALAR) || node_is_nothing(item))
		node_error(scope->load, item, &finding, "%s: each item must be %s, this is %s", field->name,
			field->item->name, node_what(item));
	else if (map)
		decode_item_map(scope, field, item, list, number);
	else
		decode_item_scalar(scope, field, item, list);
}

/* "must be a list: write [a]": one value alone is what people write first. */
static void report_no_list(const struct scope *scope, const struct field *field, const struct node *node)
{
	struct finding finding = { .id = "wrong-type", .object = scope->name };
	bool single =
		node->shape == NODE_SCALAR && !node_is_nothing(node) && field->item->shape == SHAPE_SCALAR;
	AUTO_TEXT struct text shown = { 0 };

	if (!single) {
		report_wrong_type(scope, node, "a list", field->help);
		return;
	}
	if (node->plain)
		text_addf(&shown, "%.64s", node->text);
	else
		text_addf(&shown, "\"%.64s\"", node->text);
	node_error(scope->load, node, &finding, "%s: must be a list: write %s: [%s]", field->name,
		field->name, text_string(&shown));
}

static void decode_list(const struct scope *scope, size_t row, const struct node *node)
{
	const struct field *field = &scope->fields[row];
	struct list *list = (struct list *)((char *)scope->body + field->offset);
	size_t number = 0;

	if (node->shape != NODE_LIST) {
		report_no_list(scope, field, node);
		return;
	}
	for (const struct node *item = node->first; item; item = item->next)
		decode_item(scope, field, item, list, number++);
	/* of a list that was not understood whole nobody counts the items */
	if (list->n == number)
		field_set_given(scope->body, row);
}

/* A map in block style starts with its first key: of several that one alone is not what is meant. */
static struct place place_of(const struct node *node)
{
	const struct node *first = node->shape == NODE_MAP ? node->first : NULL;

	if (first && first->next && node->key && first->key->at.line == node->at.line &&
		first->key->at.column == node->at.column)
		return node->key->at;
	return node->at;
}

void decode_field(const struct scope *scope, size_t row, const struct node *node)
{
	if (scope->at_fields)
		scope->at_fields[row] = place_of(node);
	switch (scope->fields[row].type->shape) {
	case SHAPE_MAP:
		decode_nested(scope, row, node);
		break;
	case SHAPE_LIST:
		decode_list(scope, row, node);
		break;
	case SHAPE_SCALAR:
		decode_scalar(scope, row, node);
		break;
	}
}
