/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Walks a body by its field table. */
#include "field.h"
#include <stdlib.h>

static const void *field_at(const struct field *field, const void *body)
{
	return (const char *)body + field->offset;
}

/* Every body starts with its `set`. */
static uint64_t body_set(const void *body)
{
	return *(const uint64_t *)body;
}

size_t fields_count(const struct field *table)
{
	size_t n = 0;

	while (table && table[n].name)
		n++;
	return n;
}

bool field_given(const void *body, size_t row)
{
	return body_set(body) >> row & 1;
}

void field_set_given(void *body, size_t row)
{
	*(uint64_t *)body |= UINT64_C(1) << row;
}

static size_t item_size(const struct field *field)
{
	return field->item->shape == SHAPE_MAP ? field->item_size : field->item->size;
}

void *list_add(const struct field *field, struct list *list, struct place at)
{
	list->items = memory_grow(list->items, list->n, item_size(field));
	list->at = memory_grow(list->at, list->n, sizeof(*list->at));
	list->at[list->n++] = at;
	return list_item(field, list, list->n - 1);
}

void *list_item(const struct field *field, const struct list *list, size_t i)
{
	return (char *)list->items + i * item_size(field);
}

int field_parse(const struct field *table, size_t row, void *body, const char *text, struct text *why)
{
	const struct field *field = &table[row];

	if (field->type->shape != SHAPE_SCALAR) {
		text_addf(why, "must be %s", field->type->name);
		return -1;
	}
	if (field->type->parse(field, text, (char *)body + field->offset, why) < 0)
		return -1;
	field_set_given(body, row);
	return 0;
}

void field_take(const struct field *table, size_t row, void *body, const char *text)
{
	AUTO_TEXT struct text why = { 0 };

	field_parse(table, row, body, text, &why);
}

static void map_print(const struct field *table, const void *body, struct text *text)
{
	const char *between = "";

	text_add(text, "{");
	for (size_t row = 0; table[row].name; row++) {
		if (!field_given(body, row))
			continue;
		text_addf(text, "%s%s: ", between, table[row].name);
		field_print(table, row, body, text);
		between = ", ";
	}
	text_add(text, "}");
}

static void list_print(const struct field *field, const struct list *list, struct text *text)
{
	text_add(text, "[");
	for (size_t i = 0; i < list->n; i++) {
		text_add(text, i ? ", " : "");
		if (field->item->shape == SHAPE_MAP)
			map_print(field->fields, list_item(field, list, i), text);
		else
			field->item->print(list_item(field, list, i), text);
	}
	text_add(text, "]");
}

void field_print(const struct field *table, size_t row, const void *body, struct text *text)
{
	const struct field *field = &table[row];

	if (!field_given(body, row))
		return;
	if (field->type->shape == SHAPE_MAP)
		map_print(field->fields, field_at(field, body), text);
	else if (field->type->shape == SHAPE_LIST)
		list_print(field, field_at(field, body), text);
	else
		field->type->print(field_at(field, body), text);
}

bool field_says(const struct field *table, size_t row, const void *body)
{
	const struct field *field = &table[row];
	AUTO_TEXT struct text value = { 0 };

	if (!field_given(body, row))
		return false;
	if (field->type->shape == SHAPE_LIST)
		return ((const struct list *)field_at(field, body))->n > 0;
	field_print(table, row, body, &value);
	return !string_equal(field->standard, text_string(&value));
}

void field_help(const struct field *field, struct text *text)
{
	text_add(text, field->help);
	if (field->standard)
		text_addf(text, "; = %s", field->standard);
}

/* Lists are wished as a whole: item by item, in their order. */
static bool list_same(const struct field *field, const struct list *have, const struct list *want)
{
	for (size_t i = 0; have->n == want->n && i < want->n; i++) {
		const void *a = list_item(field, have, i), *b = list_item(field, want, i);

		if (field->item->shape == SHAPE_MAP ? fields_differ(field->fields, a, b) != 0
						    : !field->item->equal(a, b))
			return false;
	}
	return have->n == want->n;
}

static bool field_same(const struct field *field, const void *have, const void *want)
{
	const void *a = field_at(field, have), *b = field_at(field, want);

	if (field->type->shape == SHAPE_MAP)
		return fields_differ(field->fields, a, b) == 0;
	if (field->type->shape == SHAPE_LIST)
		return list_same(field, a, b);
	return field->type->equal(a, b);
}

static bool is_compared(const struct field *table, size_t row, const void *have)
{
	if (table[row].flags & FIELD_FIXED)
		return field_given(have, row);
	return !(table[row].flags & FIELD_UNCOMPARED);
}

uint64_t fields_differ(const struct field *table, const void *have, const void *want)
{
	uint64_t differ = 0;

	for (size_t row = 0; table && table[row].name; row++) {
		if (!field_given(want, row) || !is_compared(table, row, have))
			continue;
		if (!field_given(have, row) || !field_same(&table[row], have, want))
			differ |= UINT64_C(1) << row;
	}
	return differ;
}

static void list_clear(const struct field *field, struct list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		if (field->item->shape == SHAPE_MAP)
			fields_clear(field->fields, list_item(field, list, i));
		else
			field->item->clear(list_item(field, list, i));
	}
	free(list->items);
	free(list->at);
	*list = (struct list){ 0 };
}

/* Values are released whether or not their bit is set, so that none can be lost. */
void fields_clear(const struct field *table, void *body)
{
	for (const struct field *field = table; field && field->name; field++) {
		void *value = (char *)body + field->offset;

		if (field->type->shape == SHAPE_MAP)
			fields_clear(field->fields, value);
		else if (field->type->shape == SHAPE_LIST)
			list_clear(field, value);
		else
			field->type->clear(value);
	}
	*(uint64_t *)body = 0;
}
