/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The functions that devices were at their last apply, and who stood where, as JSON and back. */
#include "facts_parsing.h"
#include <jansson.h>

#define MAX_PINS 10000 /* one a device of the YAML */

static json_t *print_pin(const struct pin *pin)
{
	json_t *object = json_object();

	for (enum pin_member i = 0; i < N_PIN_MEMBERS; i++)
		json_object_set_new(object, pin_rows[i].name, facts_string(*pin_member(pin, i)));
	return object;
}

json_t *facts_print_pins(const struct pin_list *list)
{
	json_t *pins = json_array();

	for (size_t i = 0; i < list->n; i++)
		json_array_append_new(pins, print_pin(&list->all[i]));
	return pins;
}

/* A pin without an address could be held against nothing. */
static bool is_needed(enum pin_member member)
{
	return member == PIN_HANDLE || member == PIN_ADDRESS;
}

/* The state and those behind the MAC came later than the first captures. */
static bool may_lack(enum pin_member member, const json_t *value)
{
	return value ? json_is_null(value) && !is_needed(member)
		     : member == PIN_STATE || member == PIN_NVME_SERIAL || member >= PIN_VENDOR;
}

static void parse_pin(
	struct parsing *parsing, struct pin_list *list, const char *key, size_t number, const json_t *object)
{
	struct pin pin = { 0 };
	size_t known = 0;

	for (enum pin_member i = 0; i < N_PIN_MEMBERS; i++) {
		const json_t *value = json_object_get(object, pin_rows[i].name);
		const char *text = json_string_value(value);

		known += value != NULL;
		*pin_member(&pin, i) = (char *)text;
		if (text ? !*text || text_controls(text) : !may_lack(i, value)) {
			parsing_refuse(parsing, "%s: number %zu: %s must be a string%s", key, number,
				pin_rows[i].name, is_needed(i) ? "" : " or null");
			return;
		}
	}
	if (known < json_object_size(object))
		parsing_refuse(parsing, "%s: number %zu has unknown keys", key, number);
	else if (pin.state && !string_equal(pin.state, PIN_OUT))
		parsing_refuse(parsing, "%s: number %zu: state must be " PIN_OUT " or null", key, number);
	else if (pins_find(list, pin.handle))
		parsing_refuse(parsing, "%s: number %zu: %s was there before", key, number, pin.handle);
	else
		pins_keep(list, &pin);
}

static void take_list(struct parsing *parsing, struct pin_list *list, const char *key, const json_t *pins)
{
	if (json_array_size(pins) > MAX_PINS)
		parsing_refuse(parsing, "%s: more than %d", key, MAX_PINS);
	for (size_t i = 0; i < json_array_size(pins) && i < MAX_PINS; i++)
		parse_pin(parsing, list, key, i, json_array_get(pins, i));
}

void parsing_take_pins(struct parsing *parsing, const json_t *pins)
{
	take_list(parsing, &parsing->survey->pins, FACTS_PINS, pins);
}

void parsing_take_stood(struct parsing *parsing, const json_t *stood)
{
	take_list(parsing, &parsing->survey->stood, FACTS_STOOD, stood);
}
