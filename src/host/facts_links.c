/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Refuses functions of a facts file whose links lead nowhere, or in a circle. */
#include "address.h"
#include "facts_parsing.h"
#include <limits.h>
#include <string.h>

/* The last address among the words of a path before `end`; NULL: none. */
static const char *word_before(const char *path, const char *end, size_t *ret_length)
{
	const char *found = NULL;

	while (path < end) {
		size_t length = strcspn(path, "/");

		if (address_valid_bytes(path, length)) {
			found = path;
			*ret_length = length;
		}
		path += length + 1;
	}
	return found;
}

/* Is the address a word of the path? */
static bool path_has(const char *path, const char *address)
{
	size_t length = strlen(address);

	for (const char *at = strstr(path, address); at; at = strstr(at + 1, address))
		if ((at == path || at[-1] == '/') && (at[length] == '/' || !at[length]))
			return true;
	return false;
}

/* The bridge above the function must have the same way to itself: so no way can be a circle. */
static void check_above(struct parsing *parsing, const struct function *function, const char *path,
	const char *word, size_t length)
{
	AUTO_FREE char *address = string_part(word, length);
	const struct function *above = survey_function(parsing->survey, address);
	const char *own = above ? function_text(above, A_PATH) : NULL;
	size_t way = (size_t)(word - path) + length;

	if (!own || (strncmp(own, path, way) == 0 && !own[way]))
		return;
	if (path_has(own, function->address))
		parsing_refuse(parsing, "functions.%s.path: it is below %s, which is below it",
			function->address, address);
	else
		parsing_refuse(parsing, "functions.%s.path: it is below %s, whose path is another, \"%s\"",
			function->address, address, own);
}

static void check_path(struct parsing *parsing, const struct function *function)
{
	const char *path = function_text(function, A_PATH);
	const char *last = function_link(function, A_PATH), *word;
	size_t length;

	if (!path)
		return;
	if (strlen(path) >= PATH_MAX || !string_equal(last, function->address)) {
		parsing_refuse(
			parsing, "functions.%s.path: \"%.100s\" is no path to it", function->address, path);
		return;
	}
	AUTO_FREE char *way = string_part(path, (size_t)(last - path));
	word = word_before(path, last, &length);
	if (path_has(way, function->address))
		parsing_refuse(parsing, "functions.%s.path: it is below itself", function->address);
	else if (word)
		check_above(parsing, function, path, word, length);
}

static void check_group(struct parsing *parsing, const struct function *function)
{
	const char *group = function_link(function, A_GROUP);

	if (group && (!*group || strlen(group) > 9 || group[strspn(group, "0123456789")]))
		parsing_refuse(parsing, "functions.%s.iommu_group: \"%s\" ends in no group's number",
			function->address, function_text(function, A_GROUP));
}

static void check_driver(struct parsing *parsing, const struct function *function)
{
	const char *driver = function_link(function, A_DRIVER);

	if (driver && !survey_has_driver(parsing->survey, driver))
		parsing_refuse(parsing, "functions.%s.driver: %s is not among the drivers", function->address,
			driver);
}

void parsing_check_links(struct parsing *parsing)
{
	for (size_t i = 0; i < parsing->survey->n; i++) {
		check_path(parsing, parsing->survey->functions[i]);
		check_group(parsing, parsing->survey->functions[i]);
		check_driver(parsing, parsing->survey->functions[i]);
	}
}
