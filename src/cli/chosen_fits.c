/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether what is known of a function is what a word of `pawl show` asks for. */
#include "chosen.h"
#include "print.h"
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

bool address_begins(const struct function *function, const char *word)
{
	bool domain_is_left_out = string_starts(function->address, "0000:");

	if (strchr(word, '['))
		return name_fits(function->address, word);
	return strncasecmp(function->address, word, strlen(word)) == 0 ||
	       (domain_is_left_out && strncasecmp(function->address + 5, word, strlen(word)) == 0);
}

static bool text_fits(const char *pattern, const char *text)
{
	return text && fnmatch(pattern, text, FNM_CASEFOLD) == 0;
}

/* Ids are hexadecimal, with 0x or without, as lspci takes them. */
static bool id_fits(const char *word, int64_t id)
{
	char *end;
	long long asked = strtoll(word, &end, 16);

	return *word && !*end && asked == id;
}

/*
 * 02 is a base class, 0200 with its subclass, 020000 with the programming interface (PCI Code and ID).
 * What is no number is the word that `show` has for it, or a pattern of the number.
 */
static bool class_fits(const struct function *function, const char *word, int64_t class)
{
	AUTO_FREE char *number = text_print("0x%06llx", (unsigned long long)class);
	const char *digits = word + (string_starts(word, "0x") ? 2 : 0);
	size_t length = strlen(digits);

	if (text_fits(word, class_words(function)) || text_fits(word, number))
		return true;
	return id_fits(digits, length <= 2 ? class >> 16 : length <= 4 ? class >> 8 : class);
}

/* All that is behind a bridge is below its path. */
static bool path_fits(const struct function *function, const char *word)
{
	AUTO_FREE char *path = function_bridge_path(function);
	size_t length = strlen(word);

	return path && strncasecmp(path, word, length) == 0 && (path[length] == '\0' || path[length] == '/');
}

/* As it is shown: "none" is kept driverless, "-" merely has no driver. */
static bool driver_fits(const struct function *function, const char *word)
{
	const char *bound = function_link(function, A_DRIVER);
	AUTO_FREE char *shown = bound ? NULL : function_driver(function);

	return text_fits(word, bound ? bound : shown);
}

static bool lines_fit(const char *lines, const char *word)
{
	AUTO_FREE char *copy = string_copy(lines);
	char *rest = NULL;

	for (char *line = copy ? strtok_r(copy, "\n", &rest) : NULL; line; line = strtok_r(NULL, "\n", &rest))
		if (text_fits(word, line))
			return true;
	return false;
}

/* Where a function has it is said once, for `select` too; here a beginning or a pattern is enough. */
bool key_fits(const struct function *function, enum select_row row, const char *word)
{
	AUTO_TEXT struct text has = { 0 };
	enum fit fit = select_has(row, function, &has);

	if (row == SELECT_DRIVER && fit != FIT_UNKNOWN)
		return driver_fits(function, word);
	if (fit != FIT_YES)
		return false;
	if (row == SELECT_PCI)
		return address_begins(function, word);
	if (row == SELECT_PATH)
		return path_fits(function, word);
	if (row == SELECT_CLASS)
		return class_fits(function, word, strtoll(text_string(&has), NULL, 16));
	if (select_fields[row].type == &value_hex)
		return id_fits(word, strtoll(text_string(&has), NULL, 16));
	return lines_fit(text_string(&has), word);
}

bool attribute_fits(const struct function *function, enum attribute attribute, const char *word)
{
	int64_t number;

	if (attribute_form(attribute) == AS_ID)
		return function_number(function, attribute, &number) == 0 && id_fits(word, number);
	return text_fits(word, attributes[attribute].link ? function_link(function, attribute)
							  : function_text(function, attribute));
}

bool title_fits(const struct function *function, const char *word)
{
	AUTO_FREE char *name = function_name(function);

	return text_fits(word, name);
}

bool identity_fits(const struct function *function, enum identity identity, const char *word)
{
	const struct reading *reading = &function->identity[identity];

	return reading->is == R_VALUE && lines_fit(reading->text, word);
}
