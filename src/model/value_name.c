/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names that people give: drivers, guests, classes, handles and hosts. */
#include "value.h"
#include <ctype.h>
#include <string.h>

int driver_parse(const struct field *field, const char *text, void *value, struct text *why)
{
	(void)field;
	if (value_is_too_long(text, why))
		return -1;
	if (string_equal(text, "default")) {
		text_add(why, "\"default\" is another driver on each machine: say the driver's name");
		return -1;
	}
	if (strcasecmp(text, "none") == 0 && !string_equal(text, "none")) {
		text_addf(why, "\"%s\" would be a driver of that name; for no driver write none", text);
		return -1;
	}
	if (strchr(text, '/')) {
		text_addf(why, "\"%s\" is a path: a driver is named alone, without \"/\"", text);
		return -1;
	}
	if (!value_consists_of(text, LOWER UPPER DIGITS "_-"))
		return value_refuse(why, "a driver's name (letters, digits, \"-\" and \"_\")", text);
	return value_keep(value, string_copy(text));
}

/* What a guest is called: a word that no command line takes for an option. */
int guest_parse(const struct field *field, const char *text, void *value, struct text *why)
{
	(void)field;
	if (value_is_too_long(text, why))
		return -1;
	if (*text == '-' || !value_consists_of(text, LOWER UPPER DIGITS "_-"))
		return value_refuse(
			why, "a guest's name: a letter, a digit or \"_\", then these and \"-\"", text);
	return value_keep(value, string_copy(text));
}

/* An inventory's groups become classes: Ansible has "_" in their names, and no "-". */
int class_parse(const struct field *field, const char *text, void *value, struct text *why)
{
	(void)field;
	if (!islower((unsigned char)*text) || !value_consists_of(text, LOWER DIGITS "_-"))
		return value_refuse(why,
			"a class's name: a lower-case letter, then letters, digits, \"-\" and \"_\"", text);
	return value_keep(value, string_copy(text));
}

int handle_parse(const struct field *field, const char *text, void *value, struct text *why)
{
	(void)field;
	if (islower((unsigned char)*text) && value_consists_of(text, LOWER DIGITS "-"))
		return value_keep(value, string_copy(text));
	value_refuse(why, "a handle: a lower-case letter, then letters, digits and \"-\"", text);
	text_add(why, strchr(text, '_') ? "; write \"-\" for \"_\"" : "");
	return -1;
}

/* RFC 1123, section 2.1: labels of letters, digits, inner hyphens; RFC 1035, section 2.3.4: lengths. */
static bool is_host_name(const char *text)
{
	if (strlen(text) > 253)
		return false;
	for (;;) {
		size_t length = strspn(text, LOWER UPPER DIGITS "-");

		if (length == 0 || length > 63 || text[0] == '-' || text[length - 1] == '-')
			return false;
		if (text[length] == '\0')
			return true;
		if (text[length] != '.')
			return false;
		text += length + 1;
	}
}

int host_parse(const struct field *field, const char *text, void *value, struct text *why)
{
	(void)field;
	if (!is_host_name(text))
		return value_refuse(why, "a host name (letters, digits, inner \"-\" and \".\")", text);
	return value_keep(value, string_copy(text));
}
