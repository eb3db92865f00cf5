/* SPDX-License-Identifier: GPL-2.0-or-later */
/* field_copy.c: a body copied by its field table. */
#include "field.h"
#include <stdlib.h>

/* Through text: what a type prints it also reads (field.h), so no type needs a copy of its own. */
static void value_copy(const struct field *table, size_t row, void *to, const void *from)
{
	AUTO_TEXT struct text text = { 0 }, why = { 0 };

	field_print(table, row, from, &text);
	if (field_parse(table, row, to, text_string(&text), &why) < 0)
		abort();
}

void fields_copy(const struct field *table, void *to, const void *from)
{
	for (size_t row = 0; table[row].name; row++) {
		size_t offset = table[row].offset;

		if (!field_given(from, row))
			continue;
		if (table[row].type->shape == SHAPE_MAP) {
			fields_copy(table[row].fields, (char *)to + offset, (const char *)from + offset);
			field_set_given(to, row);
		} else {
			value_copy(table, row, to, from);
		}
	}
}
