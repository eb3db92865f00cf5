/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A body for programs, by its field table. */
#include "document_step.h"
#include <stdlib.h>

static void scalar_add(
	struct document *map, const struct field *field, const struct value_type *type, const char *text)
{
	/* a set of numbers may stand in YAML as a single one; here it is always words */
	bool is_number = string_equal(type->json_type, "integer") && type->size == sizeof(int64_t);

	if (is_number)
		document_add_number(map, field->name, strtoll(text, NULL, 0));
	else if (string_equal(type->json_type, "boolean"))
		document_add_flag(map, field->name, string_equal(text, "true"));
	else
		document_add_words(map, field->name, text);
}

static void list_write(struct document *map, const struct field *field, const struct list *list)
{
	struct document *items = document_list(map, field->name);

	for (size_t i = 0; i < list->n; i++) {
		const void *item = list_item(field, list, i);
		AUTO_TEXT struct text text = { 0 };

		if (field->item->shape == SHAPE_MAP) {
			document_write_body(document_entry(items), field->fields, item);
		} else if (field->item == &value_number) {
			document_add_item_number(items, *(const int64_t *)item);
		} else {
			field->item->print(item, &text);
			document_add_item(items, text_string(&text));
		}
	}
}

void document_write_body(struct document *map, const struct field *fields, const void *body)
{
	for (size_t row = 0; row < fields_count(fields); row++) {
		const struct field *field = &fields[row];
		const void *value = (const char *)body + field->offset;
		AUTO_TEXT struct text text = { 0 };

		if (!field_given(body, row) || field->flags & FIELD_INNER)
			continue;
		if (field->type->shape == SHAPE_MAP) {
			document_write_body(document_map(map, field->name), field->fields, value);
		} else if (field->type->shape == SHAPE_LIST) {
			list_write(map, field, value);
		} else {
			if (field->tell)
				field->tell(value, &text);
			else
				field_print(fields, row, body, &text);
			scalar_add(map, field, field->type, text_string(&text));
		}
	}
}
