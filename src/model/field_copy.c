/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A body copied by its field table. */
#include "field.h"
#include <stdlib.h>

/* Through text: what a type prints it also reads (field.h), so no type needs a copy of its own. */
static void value_copy(const struct value_type *type, const struct field *field, void *to, const void *from)
{
	AUTO_TEXT struct text text = { 0 }, why = { 0 };

	type->print(from, &text);
	if (type->parse(field, text_string(&text), to, &why) < 0)
		abort();
}

static void list_copy(const struct field *field, struct list *to, const struct list *from)
{
	for (size_t i = 0; i < from->n; i++) {
		void *item = list_add(field, to, from->at[i]);

		if (field->item->shape == SHAPE_MAP)
			fields_copy(field->fields, item, list_item(field, from, i));
		else
			value_copy(field->item, field, item, list_item(field, from, i));
	}
}

void fields_copy(const struct field *table, void *to, const void *from)
{
	for (size_t row = 0; table[row].name; row++) {
		const struct field *field = &table[row];
		void *value = (char *)to + field->offset;
		const void *old = (const char *)from + field->offset;

		if (!field_given(from, row))
			continue;
		field_set_given(to, row);
		if (field->type->shape == SHAPE_MAP)
			fields_copy(field->fields, value, old);
		else if (field->type->shape == SHAPE_LIST)
			list_copy(field, value, old);
		else
			value_copy(field->type, field, value, old);
	}
}
