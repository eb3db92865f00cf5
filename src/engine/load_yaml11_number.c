/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The numbers of YAML 1.1, base 60 among them (yaml.org/type/int and /float), as PyYAML reads them. */
#include "load_yaml11.h"
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DIGITS "0123456789"

static const char *skip_sign(const char *at)
{
	return at + (*at == '-' || *at == '+');
}

/* One of `first`, then any of `rest`. NULL: it does not begin so. */
static const char *skip_run(const char *at, const char *first, const char *rest)
{
	return *at && strchr(first, *at) ? at + 1 + strspn(at + 1, rest) : NULL;
}

/* ":17", ":00:7" and so on: parts below 60. NULL: there is none, or one is wrong. */
static const char *skip_sixties(const char *at)
{
	if (*at != ':')
		return NULL;
	while (*at == ':') {
		size_t digits = strspn(at + 1, DIGITS);

		if (digits == 0 || digits > 2 || (digits == 2 && at[1] > '5'))
			return NULL;
		at += 1 + digits;
	}
	return at;
}

static bool ends(const char *at)
{
	return at && *at == '\0';
}

static bool is_integer(const char *plain)
{
	const char *at = skip_sign(plain), *decimal = skip_run(at, "123456789", DIGITS "_");

	if (string_starts(at, "0b"))
		return at[2] && at[2 + strspn(at + 2, "01_")] == '\0';
	if (string_starts(at, "0x"))
		return at[2] && at[2 + strspn(at + 2, DIGITS "abcdefABCDEF_")] == '\0';
	if (*at == '0')
		return at[1 + strspn(at + 1, "01234567_")] == '\0';
	return decimal && (*decimal == '\0' || ends(skip_sixties(decimal)));
}

/* The text without "_", which separates digits for the eye. */
static char *without_underscores(const char *plain)
{
	char *copy = string_copy(plain), *to = copy;

	for (const char *from = plain; *from; from++)
		if (*from != '_')
			*to++ = *from;
	*to = '\0';
	return copy;
}

/* Base 60 where there is a ":". False: it does not fit. */
static bool digits_value(const char *at, int base, int64_t *ret_value)
{
	int64_t value = 0, part;
	char *end;

	do {
		unsigned long long digits = strtoull(at, &end, base);

		if (end == at || digits > INT64_MAX)
			return false;
		part = (int64_t)digits;
		if (__builtin_mul_overflow(value, 60, &value) || __builtin_add_overflow(value, part, &value))
			return false;
		at = end + 1;
	} while (*end == ':');
	*ret_value = value;
	return true;
}

bool yaml11_integer(const char *plain, struct text *value)
{
	AUTO_FREE char *digits = NULL;
	const char *at;
	int64_t number;
	int base = 10;

	if (!is_integer(plain))
		return false;
	digits = without_underscores(skip_sign(plain));
	at = digits;
	if (string_starts(at, "0b") || string_starts(at, "0x")) {
		base = at[1] == 'b' ? 2 : 16;
		at += 2;
	} else if (*at == '0') {
		base = 8;
	}
	if (digits_value(at, base, &number))
		text_addf(value, "%s%" PRId64, *plain == '-' && number ? "-" : "", number);
	return true;
}

/* "e+10", "E-3": the sign is required there. */
static const char *skip_exponent(const char *at)
{
	if (*at != 'e' && *at != 'E')
		return at;
	return at[1] == '-' || at[1] == '+' ? skip_run(at + 2, DIGITS, DIGITS) : NULL;
}

static bool is_named_float(const char *plain)
{
	static const char *const words[] = { ".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN" };
	const char *at = skip_sign(plain);

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (string_equal(at, words[i]))
			return i < 3 || at == plain;
	return false;
}

static bool is_float(const char *plain)
{
	const char *at = skip_run(skip_sign(plain), DIGITS, DIGITS "_");

	if (*plain == '.') {
		at = skip_run(plain + 1, DIGITS, DIGITS "_");
		return at && ends(skip_exponent(at));
	}
	if (at && *at == ':') {
		at = skip_sixties(at);
		return at && *at == '.' && at[1 + strspn(at + 1, DIGITS "_")] == '\0';
	}
	return at && *at == '.' && ends(skip_exponent(at + 1 + strspn(at + 1, DIGITS "_")));
}

/* As Python's repr: the fewest digits that read back the same; ".0" where nothing else says it is a float. */
static void float_print(double number, struct text *value)
{
	char shortest[64];
	int digits = 1, exponent;

	if (isinf(number) || isnan(number)) {
		text_add(value, isnan(number) ? "nan" : number < 0 ? "-inf" : "inf");
		return;
	}
	do
		snprintf(shortest, sizeof(shortest), "%.*e", digits - 1, number);
	while (strtod(shortest, NULL) != number && ++digits <= 17);
	exponent = atoi(strchr(shortest, 'e') + 1);
	if (exponent < -4 || exponent >= 16)
		text_add(value, shortest);
	else
		text_addf(value, "%.*f", digits - 1 - exponent > 1 ? digits - 1 - exponent : 1, number);
}

/* In the order in which PyYAML adds up: its last digits are the same then. */
static double sixties_value(char *digits)
{
	double value = 0, base = 1;
	char *colon;

	while ((colon = strrchr(digits, ':'))) {
		value += strtod(colon + 1, NULL) * base;
		base *= 60;
		*colon = '\0';
	}
	return value + strtod(digits, NULL) * base;
}

bool yaml11_float(const char *plain, struct text *value)
{
	AUTO_FREE char *digits = without_underscores(skip_sign(plain));
	double sign = *plain == '-' ? -1 : 1;

	if (is_named_float(plain)) {
		float_print(digits[1] == 'n' || digits[1] == 'N' ? NAN : sign * INFINITY, value);
		return true;
	}
	if (!is_float(plain))
		return false;
	float_print(sign * sixties_value(digits), value);
	return true;
}
