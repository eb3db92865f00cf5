/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether an object's name is one that a pattern as "nic0.vf.[0-3]" or "gpus.*.vfs" means. */
#include "address.h"
#include "object.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* A set's member has its address for a segment, with the dot in it. */
static size_t segment_length(const char *name)
{
	size_t address = address_length(name);

	return address ? address : strcspn(name, ".");
}

/* Takes "2" or "2-5" from the pattern; false when there is none. */
static bool range_take(const char **pattern, unsigned long *ret_first, unsigned long *ret_last)
{
	char *end;

	if (!isdigit((unsigned char)**pattern))
		return false;
	*ret_first = *ret_last = strtoul(*pattern, &end, 10);
	if (*end == '-') {
		if (!isdigit((unsigned char)end[1]))
			return false;
		*ret_last = strtoul(end + 1, &end, 10);
	}
	*pattern = end;
	return true;
}

/* The number at *name is among those in the brackets at *pattern; both are left behind them. */
static bool numbers_fit(const char **name, const char **pattern)
{
	unsigned long first, last, number;
	bool found = false;
	char *end;

	if (!isdigit((unsigned char)**name))
		return false;
	number = strtoul(*name, &end, 10);
	*name = end;
	do {
		++*pattern; /* the bracket, or a comma */
		if (!range_take(pattern, &first, &last))
			return false;
		found = found || (first <= number && number <= last);
	} while (**pattern == ',');
	return *(*pattern)++ == ']' && found;
}

size_t name_fit_length(const char *name, const char *pattern)
{
	const char *start = pattern, *whole = name;

	while (*pattern) {
		bool begins = pattern == start || pattern[-1] == '.';

		if (*pattern == '*' && begins && (pattern[1] == '.' || !pattern[1]) && *name) {
			name += segment_length(name);
			pattern++;
		} else if (*pattern == '[') {
			if (!numbers_fit(&name, &pattern))
				return 0;
		} else if (*pattern++ != *name++) {
			return 0;
		}
	}
	return *name == '\0' || *name == '.' ? (size_t)(name - whole) : 0;
}

bool name_fits(const char *name, const char *pattern)
{
	return name_fit_length(name, pattern) > 0;
}

/* The numbers in the brackets at *pattern, which is left behind them; 0: no such brackets. */
static size_t numbers_count(const char **pattern)
{
	unsigned long first, last;
	size_t n = 0;

	do {
		++*pattern;
		if (!range_take(pattern, &first, &last) || last < first)
			return 0;
		n += last - first + 1;
	} while (**pattern == ',');
	return *(*pattern)++ == ']' ? n : 0;
}

size_t name_pattern_count(const char *pattern)
{
	size_t n = 1;

	while (*pattern && n > 0) {
		if (*pattern == '*')
			return 0;
		if (*pattern == '[')
			n *= numbers_count(&pattern);
		else
			pattern++;
	}
	return n;
}
