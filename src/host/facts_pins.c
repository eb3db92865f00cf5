/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The functions that devices were at their first apply, as JSON and back. */
#include "facts_parsing.h"
#include <jansson.h>

#define MAX_PINS 10000 /* one a device of the YAML */

static const struct {
	const char *name;
	size_t offset;
	bool required;
} members[] = {
	{ "handle", offsetof(struct pin, handle), true },
	{ "select", offsetof(struct pin, select), false },
	{ "address", offsetof(struct pin, address), false },
	{ "path", offsetof(struct pin, path), false },
	{ "serial", offsetof(struct pin, serial), false },
	{ "mac", offsetof(struct pin, mac), false },
};
#define N_MEMBERS (sizeof(members) / sizeof(members[0]))

static char **member_of(const struct pin *pin, size_t i)
{
	return (char **)((char *)pin + members[i].offset);
}

static json_t *print_pin(const struct pin *pin)
{
	json_t *object = json_object();

	for (size_t i = 0; i < N_MEMBERS; i++)
		json_object_set_new(object, members[i].name, facts_string(*member_of(pin, i)));
	return object;
}

json_t *facts_print_pins(const struct survey *survey)
{
	json_t *pins = json_array();

	for (size_t i = 0; i < survey->n_pins; i++)
		json_array_append_new(pins, print_pin(&survey->pins[i]));
	return pins;
}

static void parse_pin(struct parsing *parsing, size_t number, const json_t *object)
{
	struct survey *survey = parsing->survey;
	struct pin pin = { 0 };
	size_t known = 0;

	for (size_t i = 0; i < N_MEMBERS; i++) {
		const json_t *value = json_object_get(object, members[i].name);
		const char *text = json_string_value(value);

		known += value != NULL;
		*member_of(&pin, i) = (char *)text;
		if (!text ? members[i].required || !json_is_null(value) : !*text || text_controls(text)) {
			parsing_refuse(parsing, "pins: number %zu: %s must be a string%s", number,
				members[i].name, members[i].required ? "" : " or null");
			return;
		}
	}
	if (known < json_object_size(object))
		parsing_refuse(parsing, "pins: number %zu has unknown keys", number);
	else if (pins_find(survey->pins, survey->n_pins, pin.handle))
		parsing_refuse(parsing, "pins: number %zu: %s was there before", number, pin.handle);
	else
		pins_keep(&survey->pins, &survey->n_pins, &pin);
}

void parsing_take_pins(struct parsing *parsing, const json_t *pins)
{
	if (json_array_size(pins) > MAX_PINS)
		parsing_refuse(parsing, "pins: more than %d", MAX_PINS);
	for (size_t i = 0; i < json_array_size(pins) && i < MAX_PINS; i++)
		parse_pin(parsing, i, json_array_get(pins, i));
}
