/* SPDX-License-Identifier: GPL-2.0-or-later */
/* value_checks.h: what the test of each value type asks: what is taken and how it prints, what is refused. */
#ifndef VALUE_CHECKS_H
#define VALUE_CHECKS_H

#include "field.h"
#include "range.h"
#include "suite.h"
#include <regex.h>

/* Room for a value of any type. */
union any_value {
	int64_t number;
	char *string;
	struct ranges ranges;
};

/* `printed` NULL: as it was read. */
static inline void assert_taken(const struct field *field, const char *text, const char *printed)
{
	const struct value_type *type = field->type;
	AUTO_TEXT struct text why = { 0 }, out = { 0 };
	union any_value value = { .ranges = { 0 } }, again = { .ranges = { 0 } };

	ck_assert_msg(type->parse(field, text, &value, &why) == 0, "\"%s\": %s", text, text_string(&why));
	type->print(&value, &out);
	ck_assert_str_eq(text_string(&out), printed ? printed : text);
	ck_assert_int_eq(type->parse(field, text_string(&out), &again, &why), 0);
	ck_assert(type->equal(&value, &again));
	type->clear(&value);
	type->clear(&again);
}

static inline void assert_refused(const struct field *field, const char *text, const char *expected)
{
	AUTO_TEXT struct text why = { 0 };
	union any_value value = { .ranges = { 0 } }, untouched = { .ranges = { 0 } };

	ck_assert_int_eq(field->type->parse(field, text, &value, &why), -1);
	ck_assert_str_eq(text_string(&why), expected);
	ck_assert_mem_eq(&value, &untouched, field->type->size);
}

/* What the JSON Schema says of the text. */
static inline bool pattern_takes(const struct value_type *type, const char *text)
{
	regex_t pattern;
	int result;

	ck_assert_int_eq(regcomp(&pattern, type->pattern, REG_EXTENDED | REG_NOSUB), 0);
	result = regexec(&pattern, text, 0, NULL, 0);
	regfree(&pattern);
	return result == 0;
}

#endif
