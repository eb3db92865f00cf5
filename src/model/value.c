/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The value types, one row each. */
#include "value.h"
#include "address.h"
#include "range.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

int value_refuse(struct text *why, const char *must_be, const char *text)
{
	/* a text of any length is known by its beginning */
	size_t length = strnlen(text, 61), shown = length > 60 ? 57 : length;

	text_addf(why, "must be %s, not \"", must_be);
	text_add_printable(why, text, shown);
	text_add(why, shown < length ? "...\"" : "\"");
	return -1;
}

int value_keep(void *value, char *string)
{
	char **member = value;

	free(*member);
	*member = string;
	return 0;
}

char *value_lower(const char *text)
{
	char *copy = string_copy(text);

	for (char *at = copy; *at; at++)
		*at = (char)tolower((unsigned char)*at);
	return copy;
}

bool value_consists_of(const char *text, const char *characters)
{
	return *text && text[strspn(text, characters)] == '\0';
}

static void string_print(const void *value, struct text *text)
{
	const char *const *member = value;

	text_add(text, *member ? *member : "");
}

static bool string_same(const void *a, const void *b)
{
	return string_equal(*(const char *const *)a, *(const char *const *)b);
}

static void string_clear(void *value)
{
	value_keep(value, NULL);
}

/*
 * No name on a machine is longer: a serial number in VPD has one byte for its length (PCI Local Bus
 * Specification 3.0, appendix I), an entry of sysfs NAME_MAX, an alternative name ALTIFNAMSIZ, 128.
 */
enum { MOST_TEXT = 255 };

bool value_is_too_long(const char *text, struct text *why)
{
	size_t length = strlen(text);

	if (length > MOST_TEXT)
		text_addf(why, "must be at most %d bytes long, not %zu", MOST_TEXT, length);
	return length > MOST_TEXT;
}

static int string_parse(const struct field *field, const char *text, void *value, struct text *why)
{
	size_t left = strlen(text), length;

	(void)field;
	if (left == 0) {
		text_add(why, "must not be empty");
		return -1;
	}
	if (value_is_too_long(text, why))
		return -1;
	for (const char *at = text; left > 0; at += length, left -= length) {
		length = character_length(at, left);
		if (length == 0)
			return value_refuse(why, "text without control or hidden characters", text);
	}
	return value_keep(value, string_copy(text));
}

static int flag_parse(const struct field *field, const char *text, void *value, struct text *why)
{
	(void)field;
	if (!string_equal(text, "true") && !string_equal(text, "false"))
		return value_refuse(why, "true or false", text);
	*(bool *)value = string_equal(text, "true");
	return 0;
}

static void flag_print(const void *value, struct text *text)
{
	text_add(text, *(const bool *)value ? "true" : "false");
}

static bool flag_same(const void *a, const void *b)
{
	return *(const bool *)a == *(const bool *)b;
}

static void flag_clear(void *value)
{
	*(bool *)value = false;
}

static int choice_parse(const struct field *field, const char *text, void *value, struct text *why)
{
	AUTO_TEXT struct text names = { 0 };
	const char *meant;

	for (const char *const *choice = field->choices; *choice; choice++) {
		if (string_equal(*choice, text))
			return value_keep(value, string_copy(text));
		text_addf(&names, "%s%s", choice == field->choices ? "" : choice[1] ? ", " : " or ", *choice);
	}
	value_refuse(why, text_string(&names), text);
	meant = string_nearest(text, field->choices);
	if (meant && field->choices[1])
		text_addf(why, "; did you mean \"%s\"?", meant);
	else
		text_add(why, "; this version of pawl takes no other");
	return -1;
}

/* What all types have whose C type is char *. */
#define STRING_VALUE                                                                                         \
	.json_type = "string", .size = sizeof(char *), .print = string_print, .equal = string_same,          \
	.clear = string_clear

#define HOST_LABEL "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"

const struct value_type value_number = {
	.name = "a number",
	.json_type = "integer",
	.size = sizeof(int64_t),
	.parse = number_parse,
	.print = number_print,
	.equal = number_same,
	.clear = number_clear,
};

/* The printed form of numbers of at most 24 bits: PCI ids and classes. */
const struct value_type value_hex = {
	.name = "a number such as 0x19e5",
	.json_type = "integer",
	.pattern = "^(0x[0-9A-Fa-f]+|0|[1-9][0-9]*)$",
	.size = sizeof(int64_t),
	.parse = hex_parse,
	.print = hex_print,
	.equal = number_same,
	.clear = number_clear,
};

const struct value_type value_capacity = {
	.name = "a size with its unit, or all-remaining",
	.json_type = "string",
	.pattern = "^([1-9][0-9]*(B|[KMGTP]B|[KMGTP]iB)|all-remaining)$",
	.size = sizeof(int64_t),
	.parse = capacity_parse,
	.print = capacity_print,
	.equal = number_same,
	.clear = number_clear,
};

const struct value_type value_size = {
	.name = "a size with its unit",
	.json_type = "string",
	.pattern = "^[1-9][0-9]*(B|[KMGTP]B|[KMGTP]iB)$",
	.size = sizeof(int64_t),
	.parse = size_parse,
	.print = size_print,
	.equal = number_same,
	.clear = number_clear,
};

#define RANGE "(0|[1-9][0-9]*)(-(0|[1-9][0-9]*))?"
const struct value_type value_range = {
	.name = "numbers such as 0,2-5",
	.json_type = "integer",
	.pattern = "^" RANGE "(," RANGE ")*$",
	.size = sizeof(struct ranges),
	.parse = range_parse,
	.print = range_print,
	.equal = range_same,
	.clear = range_clear,
};

const struct value_type value_string = {
	.name = "text",
	.pattern = "^[^\\u0000-\\u001f\\u007f-\\u009f]+$",
	.parse = string_parse,
	STRING_VALUE,
};

const struct value_type value_driver = {
	.name = "a driver's name",
	.pattern = "^[A-Za-z0-9_-]+$",
	.parse = driver_parse,
	STRING_VALUE,
};

const struct value_type value_guest = {
	.name = "a guest's name",
	.pattern = "^[A-Za-z0-9_][A-Za-z0-9_-]*$",
	.parse = guest_parse,
	STRING_VALUE,
};

const struct value_type value_class = {
	.name = "a class's name",
	.pattern = "^[a-z][a-z0-9_-]*$",
	.parse = class_parse,
	STRING_VALUE,
};

const struct value_type value_handle = {
	.name = "a handle",
	.pattern = "^[a-z][a-z0-9-]*$",
	.parse = handle_parse,
	STRING_VALUE,
};

const struct value_type value_host = {
	.name = "a host name",
	.pattern = "^" HOST_LABEL "(\\." HOST_LABEL ")*$",
	.parse = host_parse,
	STRING_VALUE,
};

const struct value_type value_address = {
	.name = "a PCI address",
	.pattern = "^" ADDRESS_PATTERN("A-Fa-f") "$",
	.parse = address_parse,
	STRING_VALUE,
};

const struct value_type value_path = {
	.name = "a bridge path",
	.pattern = "^" ADDRESS_PATTERN("A-Fa-f") "(/" ADDRESS_DEVICE_PATTERN("A-Fa-f") ")+$",
	.parse = path_parse,
	STRING_VALUE,
};

const struct value_type value_mac = {
	.name = "a MAC address",
	.pattern = "^[0-9A-Fa-f][02468ACEace](:[0-9A-Fa-f]{2}){5}$",
	.parse = mac_parse,
	STRING_VALUE,
};

const struct value_type value_machine_id = {
	.name = "a machine-id",
	.pattern = "^[0-9A-Fa-f]{32}$",
	.parse = machine_id_parse,
	STRING_VALUE,
};

const struct value_type value_uuid = {
	.name = "an id of 32 hexadecimal digits",
	.pattern = "^([0-9A-Fa-f]{32}|[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})$",
	.parse = uuid_parse,
	STRING_VALUE,
};

const struct value_type value_eui64 = {
	.name = "an id of 16 hexadecimal digits",
	.pattern = "^[0-9A-Fa-f]{16}$",
	.parse = eui64_parse,
	STRING_VALUE,
};

const struct value_type value_flag = {
	.name = "true or false",
	.json_type = "boolean",
	.size = sizeof(bool),
	.parse = flag_parse,
	.print = flag_print,
	.equal = flag_same,
	.clear = flag_clear,
};

const struct value_type value_choice = {
	.name = "one of the choices",
	.parse = choice_parse,
	STRING_VALUE,
};

const struct value_type value_map = {
	.name = "a map",
	.json_type = "object",
	.shape = SHAPE_MAP,
};

const struct value_type value_list = {
	.name = "a list",
	.json_type = "array",
	.shape = SHAPE_LIST,
	.size = sizeof(struct list),
};
