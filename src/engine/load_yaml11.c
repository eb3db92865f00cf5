/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Resolves plain scalars as readers of YAML 1.1 do. The types are those of yaml.org/type; where that page and
 * PyYAML, which Ansible reads with, differ, it is as in PyYAML 6.0.3, yaml/resolver.py.
 */
#include "load_yaml11.h"
#include <ctype.h>
#include <string.h>

/* No number or date that anyone writes is longer; what is, is text to pawl and not worth a warning. */
enum { LONGEST = 256 };

static bool is_one_of(const char *plain, const char *const *words)
{
	for (; *words; words++)
		if (string_equal(plain, *words))
			return true;
	return false;
}

static bool resolve_boolean(const char *plain, struct text *value)
{
	static const char *const yes[] = { "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON",
		NULL };
	static const char *const no[] = { "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF",
		NULL };
	bool is_yes = is_one_of(plain, yes);

	if (is_yes || is_one_of(plain, no))
		text_add(value, is_yes ? "True" : "False");
	return value->length > 0;
}

static bool is_null(const char *plain)
{
	static const char *const words[] = { "", "~", "null", "Null", "NULL", NULL };

	return is_one_of(plain, words);
}

/* Steps over `least` to `most` digits. */
static bool take_digits(const char **at, size_t least, size_t most)
{
	size_t n = 0;

	while (n < most && isdigit((unsigned char)(*at)[n]))
		n++;
	*at += n;
	return n >= least;
}

static bool take(const char **at, char character)
{
	if (**at != character)
		return false;
	++*at;
	return true;
}

static bool is_date(const char *at)
{
	return take_digits(&at, 4, 4) && take(&at, '-') && take_digits(&at, 2, 2) && take(&at, '-') &&
	       take_digits(&at, 2, 2) && *at == '\0';
}

/* "Z", "+1", "-02:30", with blanks before it, or nothing at all. */
static bool is_zone(const char *at)
{
	if (*at == '\0')
		return true;
	at += strspn(at, " \t");
	if (take(&at, 'Z'))
		return *at == '\0';
	if (!take(&at, '+') && !take(&at, '-'))
		return false;
	if (!take_digits(&at, 1, 2))
		return false;
	return *at == '\0' || (take(&at, ':') && take_digits(&at, 2, 2) && *at == '\0');
}

static bool is_time(const char *at)
{
	size_t blanks;

	if (!take_digits(&at, 4, 4) || !take(&at, '-') || !take_digits(&at, 1, 2) || !take(&at, '-') ||
		!take_digits(&at, 1, 2))
		return false;
	blanks = strspn(at, " \t");
	if (blanks == 0 && !take(&at, 'T') && !take(&at, 't'))
		return false;
	at += blanks;
	if (!take_digits(&at, 1, 2) || !take(&at, ':') || !take_digits(&at, 2, 2) || !take(&at, ':') ||
		!take_digits(&at, 2, 2))
		return false;
	if (take(&at, '.'))
		at += strspn(at, "0123456789");
	return is_zone(at);
}

enum yaml11 yaml11_resolve(const char *plain, struct text *value)
{
	if (strnlen(plain, LONGEST + 1) > LONGEST)
		return YAML11_STRING;
	if (resolve_boolean(plain, value))
		return YAML11_BOOLEAN;
	if (yaml11_float(plain, value))
		return YAML11_FLOAT;
	if (yaml11_integer(plain, value))
		return YAML11_INTEGER;
	if (is_null(plain))
		return YAML11_NULL;
	if (is_date(plain) || is_time(plain)) {
		text_add(value, plain);
		return YAML11_TIME;
	}
	if (string_equal(plain, "<<"))
		return YAML11_MERGE;
	return string_equal(plain, "=") ? YAML11_DEFAULT : YAML11_STRING;
}
