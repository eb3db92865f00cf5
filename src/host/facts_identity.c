/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What functions are known by, as JSON and back. */
#include "facts_parsing.h"
#include <jansson.h>
#include <string.h>

/* One string a line of the reading. */
static json_t *lines_print(const char *text)
{
	json_t *lines = json_array();

	while (*text) {
		size_t length = strcspn(text, "\n");
		AUTO_FREE char *line = text_print("%.*s", (int)length, text);

		json_array_append_new(lines, facts_string(line));
		text += length + (text[length] == '\n');
	}
	return lines;
}

/* Most VFs are known by nothing: then one null says it of all. */
json_t *facts_print_identity(const struct function *function)
{
	json_t *object = json_object();
	size_t absent = 0;

	for (size_t i = 0; i < N_IDENTITIES; i++) {
		const struct reading *reading = &function->identity[i];

		absent += reading->is == R_ABSENT;
		if (reading->is == R_VALUE || reading->is == R_ABSENT)
			json_object_set_new(object, identities[i].name,
				reading->is == R_VALUE ? lines_print(reading->text) : json_null());
	}
	if (absent < N_IDENTITIES)
		return object;
	json_decref(object);
	return json_null();
}

/* 0 and `lines`, or -1: they are not what facts_print_identity makes. */
static int lines_parse(const json_t *array, struct text *lines)
{
	size_t n = json_array_size(array);

	for (size_t i = 0; i < n; i++) {
		const char *line = json_string_value(json_array_get(array, i));

		if (!line || !*line || text_controls(line))
			return -1;
		text_add(lines, i ? "\n" : "");
		text_add(lines, line);
	}
	return n > 0 ? 0 : -1;
}

static void parse_row(
	struct parsing *parsing, struct function *function, const char *key, const json_t *value)
{
	AUTO_TEXT struct text lines = { 0 };
	size_t i = 0;

	while (i < N_IDENTITIES && !string_equal(identities[i].name, key))
		i++;
	if (i == N_IDENTITIES)
		parsing_refuse(
			parsing, "functions.%s." FACTS_IDENTITY ".%s: unknown key", function->address, key);
	else if (json_is_null(value))
		function->identity[i] = (struct reading){ .is = R_ABSENT };
	else if (lines_parse(value, &lines) == 0)
		function->identity[i] = (struct reading){ .is = R_VALUE, .text = text_take(&lines) };
	else
		parsing_refuse(parsing,
			"functions.%s." FACTS_IDENTITY
			".%s: must be null or an array of strings without control characters",
			function->address, key);
}

void parsing_take_identity(struct parsing *parsing, struct function *function, const json_t *object)
{
	const json_t *value;
	const char *key;

	if (json_is_null(object)) {
		for (size_t i = 0; i < N_IDENTITIES; i++)
			function->identity[i] = (struct reading){ .is = R_ABSENT };
		return;
	}
	if (!json_is_object(object))
		parsing_refuse(parsing, "functions.%s." FACTS_IDENTITY ": must be an object or null",
			function->address);
	json_object_foreach ((json_t *)object, key, value)
		parse_row(parsing, function, key, value);
}
