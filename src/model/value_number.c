/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads, prints and compares whole numbers. */
#include "value.h"
#include <ctype.h>
#include <inttypes.h>
#include <string.h>

static bool is_ranged(const struct field *field)
{
	return field->min != 0 || field->max != 0;
}

static int number_refuse(const struct field *field, const char *text, struct text *why)
{
	if (is_ranged(field) && field->min == field->max)
		text_addf(why, "must be %" PRId64 ", not ", field->min);
	else if (is_ranged(field))
		text_addf(why, "must be %" PRId64 " to %" PRId64 ", not ", field->min, field->max);
	else
		text_addf(why, "must be 0 to %" PRId64 ", not ", INT64_MAX);
	text_add_printable(why, text, strnlen(text, 60));
	return -1;
}

/* The digits' value, negative so that the smallest number fits too; false: it is smaller than that. */
static bool digits_value(const char *digits, int base, int64_t *ret_negative)
{
	int64_t number = 0;

	for (; *digits; digits++) {
		int digit = isdigit((unsigned char)*digits) ? *digits - '0'
							    : tolower((unsigned char)*digits) - 'a' + 10;

		if (__builtin_mul_overflow(number, base, &number) ||
			__builtin_sub_overflow(number, digit, &number))
			return false;
	}
	*ret_negative = number;
	return true;
}

int number_parse(const struct field *field, const char *text, void *value, struct text *why)
{
	bool minus = *text == '-', hex = string_starts(text + minus, "0x");
	const char *digits = text + minus + (hex ? 2 : 0);
	int64_t max = is_ranged(field) ? field->max : INT64_MAX, number;

	if (!value_consists_of(digits, hex ? HEX_ANY : DIGITS))
		return value_refuse(why, "a number, decimal or 0x...", text);
	/* YAML 1.1 and C read it as octal: 010 is 8 there */
	if (!hex && digits[0] == '0' && digits[1])
		return value_refuse(why, "a number without leading zeros", text);
	if ((minus && field->min >= 0) || !digits_value(digits, hex ? 16 : 10, &number))
		return number_refuse(field, text, why);
	if (!minus && __builtin_sub_overflow((int64_t)0, number, &number))
		return number_refuse(field, text, why);
	if (number < field->min || number > max)
		return number_refuse(field, text, why);
	*(int64_t *)value = number;
	return 0;
}

void number_print(const void *value, struct text *text)
{
	text_addf(text, "%" PRId64, *(const int64_t *)value);
}

bool number_same(const void *a, const void *b)
{
	return *(const int64_t *)a == *(const int64_t *)b;
}

void number_clear(void *value)
{
	*(int64_t *)value = 0;
}
