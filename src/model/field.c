/* SPDX-License-Identifier: GPL-2.0-or-later */
/* field.c: walks a body by its field table. */
#include "field.h"

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

void field_print(const struct field *table, size_t row, const void *body, struct text *text)
{
	const struct field *field = &table[row];

	if (field_given(body, row) && field->type->shape == SHAPE_SCALAR)
		field->type->print(field_at(field, body), text);
}

static bool field_same(const struct field *field, const void *have, const void *want)
{
	const void *a = field_at(field, have), *b = field_at(field, want);

	if (field->type->shape == SHAPE_MAP)
		return fields_differ(field->fields, a, b) == 0;
	return field->type->equal(a, b);
}

uint64_t fields_differ(const struct field *table, const void *have, const void *want)
{
	uint64_t differ = 0;

	for (size_t row = 0; table && table[row].name; row++) {
		if (!field_given(want, row) || table[row].flags & FIELD_UNCOMPARED)
			continue;
		if (!field_given(have, row) || !field_same(&table[row], have, want))
			differ |= UINT64_C(1) << row;
	}
	return differ;
}

/* Values are released whether or not their bit is set, so that none can be lost. */
void fields_clear(const struct field *table, void *body)
{
	for (const struct field *field = table; field && field->name; field++) {
		void *value = (char *)body + field->offset;

		if (field->type->shape == SHAPE_MAP)
			fields_clear(field->fields, value);
		else
			field->type->clear(value);
	}
	*(uint64_t *)body = 0;
}
