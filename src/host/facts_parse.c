/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads a survey back from its JSON document. */
#include "facts_parsing.h"
#include "function.h"
#include <ctype.h>
#include <jansson.h>
#include <string.h>

/* A file of the wrong kind may have a mistake in each line; nobody reads more than these. */
#define MAX_MISTAKES 100

/* 100,000 functions, each in some hundred bytes with some lists and a score of values. */
enum { MAX_BYTES = 64 << 20, MAX_VALUES = 3000000, MAX_LISTS = 500000 };

void parsing_refuse(struct parsing *parsing, const char *format, ...)
{
	const struct finding bad = { .severity = ERROR,
		.outcome = BAD_CONFIGURATION,
		.id = "bad-facts",
		.object = parsing->name,
		.hint = "`pawl facts capture --out FILE` makes such a file on its host" };
	va_list values;

	if (++parsing->mistakes > MAX_MISTAKES)
		return;
	va_start(values, format);
	report_addv(parsing->report, &bad, format, values);
	va_end(values);
}

bool text_controls(const char *text)
{
	while (*text && !iscntrl((unsigned char)*text))
		text++;
	return *text;
}

static void parse_machine_fact(struct parsing *parsing, const char *key, const json_t *value)
{
	const char *text = json_string_value(value);
	size_t i = 0;

	while (i < N_MACHINE_FACTS && !string_equal(machine_facts[i].name, key))
		i++;
	if (i == N_MACHINE_FACTS)
		parsing_refuse(parsing, "machine.%s: unknown key", key);
	else if (!text && !json_is_null(value))
		parsing_refuse(parsing, "machine.%s: must be a string or null", key);
	else
		parsing->survey->machine[i] =
			(struct reading){ .is = text ? R_VALUE : R_ABSENT, .text = string_copy(text) };
}

static void parse_machine(struct parsing *parsing, const json_t *machine)
{
	const json_t *value;
	const char *key;

	json_object_foreach ((json_t *)machine, key, value)
		parse_machine_fact(parsing, key, value);
	for (size_t i = 0; i < N_MACHINE_FACTS; i++)
		if (parsing->survey->machine[i].is == R_UNKNOWN)
			parsing->survey->partial = true;
}

bool driver_name_valid(const char *name)
{
	if (!name || !*name || string_equal(name, ".") || string_equal(name, ".."))
		return false;
	return !strchr(name, '/') && !text_controls(name);
}

static void parse_drivers(struct parsing *parsing, const json_t *drivers)
{
	struct survey *survey = parsing->survey;

	for (size_t i = 0; i < json_array_size(drivers); i++) {
		const char *name = json_string_value(json_array_get(drivers, i));

		if (!driver_name_valid(name)) {
			parsing_refuse(parsing, "drivers: number %zu is not the name of a driver", i);
			continue;
		}
		survey->drivers = memory_grow(survey->drivers, survey->n_drivers, sizeof(char *));
		survey->drivers[survey->n_drivers++] = string_copy(name);
	}
	drivers_sort(survey);
}

/* Debts are only on what may be set for the moment, and both values are such as its knob takes. */
static bool debt_valid(const struct knob *knob, const char *target, const char *value, const char *left)
{
	const struct knob_turn made = { target, value, left }, back = { target, left, value };
	AUTO_TEXT struct text scratch = { 0 };
	struct op op;

	return knob && knob->flags & KNOB_TEMPORARY && knob->write(knob, &back, &op, &scratch) == 0 &&
	       knob->write(knob, &made, &op, &scratch) == 0;
}

/* The journal tells one debt a knob and target: a later one takes the place of the earlier. */
static bool debt_is_there(const struct survey *survey, const struct knob *knob, const char *target)
{
	for (size_t i = 0; i < survey->n_debts; i++)
		if (survey->debts[i].knob == knob && string_equal(survey->debts[i].target, target))
			return true;
	return false;
}

static void parse_debt(struct parsing *parsing, size_t number, json_t *object)
{
	struct survey *survey = parsing->survey;
	const char *knob, *target, *value, *left;
	json_error_t error;

	if (json_unpack_ex(object, &error, JSON_STRICT, "{s:s, s:s, s:s, s:s}", "knob", &knob, "target",
		    &target, "value", &value, "left", &left) < 0) {
		parsing_refuse(parsing, "debts: number %zu: %s", number, error.text);
		return;
	}
	if (!debt_valid(knob_find(knob), target, value, left)) {
		parsing_refuse(parsing,
			"debts: number %zu: \"%s\" of \"%s\" cannot have been left at \"%s\" and owe \"%s\"",
			number, knob, target, left, value);
		return;
	}
	if (debt_is_there(survey, knob_find(knob), target)) {
		parsing_refuse(parsing, "debts: number %zu: %s of %s was there before: a knob owes one value",
			number, knob, target);
		return;
	}
	survey->debts = memory_grow(survey->debts, survey->n_debts, sizeof(struct debt));
	survey->debts[survey->n_debts++] = (struct debt){
		.knob = knob_find(knob),
		.target = string_copy(target),
		.value = string_copy(value),
		.left = string_copy(left),
	};
}

static void parse_debts(struct parsing *parsing, const json_t *debts)
{
	for (size_t i = 0; i < json_array_size(debts); i++)
		parse_debt(parsing, i, json_array_get(debts, i));
}

static void parse_format(struct parsing *parsing, const json_t *format)
{
	if (!string_equal(json_string_value(format), FACTS_FORMAT))
		parsing_refuse(parsing, "format: must be \"" FACTS_FORMAT "\"");
}

static void parse_version(struct parsing *parsing, const json_t *version)
{
	long long number = json_integer_value(version);

	if (number > FACTS_VERSION)
		parsing_refuse(parsing,
			"version: %lld is newer than this pawl, which reads version %d; read the file with "
			"the pawl that captured it, or capture again with this one",
			number, FACTS_VERSION);
	else if (number != FACTS_VERSION)
		parsing_refuse(parsing, "version: %lld is unknown; this pawl reads version %d", number,
			FACTS_VERSION);
}

/* The keys at the top. A file whose first two are wrong is of another kind, and no more is said of it. */
enum { N_HEAD = 2 };

static const struct part {
	const char *key, *type_name;
	json_type type;
	void (*parse)(struct parsing *, const json_t *); /* NULL: for people */
	bool optional;
} parts[] = {
	{ .key = "format", .type_name = "a string", .type = JSON_STRING, .parse = parse_format },
	{ .key = "version", .type_name = "an integer", .type = JSON_INTEGER, .parse = parse_version },
	{ .key = "origin", .type_name = "a string", .type = JSON_STRING },
	{ .key = "machine", .type_name = "an object", .type = JSON_OBJECT, .parse = parse_machine },
	{ .key = "drivers", .type_name = "an array", .type = JSON_ARRAY, .parse = parse_drivers },
	{ .key = "functions",
		.type_name = "an object",
		.type = JSON_OBJECT,
		.parse = parsing_take_functions },
	{ .key = "debts", .type_name = "an array", .type = JSON_ARRAY, .parse = parse_debts },
	{ .key = FACTS_PINS,
		.type_name = "an array",
		.type = JSON_ARRAY,
		.parse = parsing_take_pins,
		.optional = true },
	{ .key = FACTS_STOOD,
		.type_name = "an array",
		.type = JSON_ARRAY,
		.parse = parsing_take_stood,
		.optional = true },
	{ .key = FACTS_APPLIED,
		.type_name = "an array",
		.type = JSON_ARRAY,
		.parse = parsing_take_applied,
		.optional = true },
	{ .key = FACTS_KEPT,
		.type_name = "an array",
		.type = JSON_ARRAY,
		.parse = parsing_take_kept,
		.optional = true },
	{ .key = "users",
		.type_name = "an array",
		.type = JSON_ARRAY,
		.parse = parsing_take_users,
		.optional = true },
	{ .key = "users_unknown",
		.type_name = "an object",
		.type = JSON_OBJECT,
		.parse = parsing_take_doubts,
		.optional = true },
	{ .key = "claims",
		.type_name = "an array",
		.type = JSON_ARRAY,
		.parse = parsing_take_claims,
		.optional = true },
	{ .key = "claims_unknown",
		.type_name = "an object",
		.type = JSON_OBJECT,
		.parse = parsing_take_claim_doubts,
		.optional = true },
	{ .key = "guests",
		.type_name = "an array",
		.type = JSON_ARRAY,
		.parse = parsing_take_guests,
		.optional = true },
	{ .key = "domains",
		.type_name = "an object",
		.type = JSON_OBJECT,
		.parse = parsing_take_domains,
		.optional = true },
	{ .key = "ledger",
		.type_name = "an object",
		.type = JSON_OBJECT,
		.parse = parsing_take_ledger,
		.optional = true },
};
#define N_PARTS (sizeof(parts) / sizeof(parts[0]))

static bool part_exists(const char *key)
{
	for (size_t i = 0; i < N_PARTS; i++)
		if (string_equal(parts[i].key, key))
			return true;
	return false;
}

static void parse_root(struct parsing *parsing, const json_t *root)
{
	const json_t *value;
	const char *key;

	if (!json_is_object(root)) {
		parsing_refuse(parsing, "must be an object, as `pawl facts capture` writes it");
		return;
	}
	for (size_t i = 0; i < N_PARTS; i++) {
		value = json_object_get(root, parts[i].key);
		if (!value && parts[i].optional)
			continue;
		if (!value || json_typeof(value) != parts[i].type)
			parsing_refuse(parsing, "%s: must be there, as %s", parts[i].key, parts[i].type_name);
		else if (parts[i].parse)
			parts[i].parse(parsing, value);
		if (i < N_HEAD && parsing->mistakes > 0)
			return;
	}
	if (!json_object_get(root, "users"))
		parsing_take_users(parsing, NULL);
	if (!json_object_get(root, "claims"))
		parsing_take_claims(parsing, NULL);
	if (!json_object_get(root, "guests"))
		parsing_take_guests(parsing, NULL);
	if (!json_object_get(root, "domains"))
		parsing_take_domains(parsing, NULL);
	domains_prove(parsing->survey);
	json_object_foreach ((json_t *)root, key, value)
		if (!part_exists(key))
			parsing_refuse(parsing, "%s: unknown key", key);
}

/* jansson takes some hundred bytes for each value before anyone can look at one. */
static bool size_bounded(struct parsing *parsing, const char *text, size_t length)
{
	size_t values = 0, lists = 0;

	if (length < MAX_LISTS) /* each is a byte of its own */
		return true;
	if (length > MAX_BYTES) {
		parsing_refuse(parsing, "larger than %d MiB: no machine has so many facts", MAX_BYTES >> 20);
		return false;
	}
	for (size_t i = 0; i < length; i++) {
		values += text[i] == ',';
		lists += text[i] == '{' || text[i] == '[';
	}
	if (values <= MAX_VALUES && lists <= MAX_LISTS)
		return true;
	parsing_refuse(
		parsing, "%zu values, %zu objects and lists: no machine has so many facts", values, lists);
	return false;
}

static void parse_text(struct parsing *parsing, const char *text, size_t length)
{
	json_error_t error;
	json_t *root;

	facts_pool_open();
	root = json_loadb(text, length, JSON_REJECT_DUPLICATES, &error);
	if (root)
		parse_root(parsing, root);
	else if (json_error_code(&error) == json_error_premature_end_of_input || length == 0)
		parsing_refuse(parsing, "line %d, column %d: the file is cut short, or empty", error.line,
			error.column);
	else if (json_error_code(&error) == json_error_null_character)
		parsing_refuse(parsing, "line %d, column %d: a NUL (\\u0000), which no fact of a host has",
			error.line, error.column);
	else
		parsing_refuse(parsing, "line %d, column %d: %s", error.line, error.column, error.text);
	facts_pool_close();
}

int facts_parse(
	const char *text, size_t length, const char *name, struct survey *survey, struct report *report)
{
	struct parsing parsing = { .name = name, .survey = survey, .report = report };

	if (size_bounded(&parsing, text, length))
		parse_text(&parsing, text, length);
	if (parsing.mistakes == 0)
		return 0;
	survey_free(survey);
	return -1;
}
