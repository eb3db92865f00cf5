/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads ids that are written in hexadecimal. */
#include "value.h"
#include <ctype.h>
#include <inttypes.h>
#include <string.h>

enum { UUID_DIGITS = 32, EUI64_DIGITS = 16 };

int hex_parse(const struct field *field, const char *text, void *value, struct text *why)
{
	if (!value_consists_of(text, HEX_ANY) || value_consists_of(text, DIGITS))
		return number_parse(field, text, value, why);
	value_refuse(why, "a number such as 0x19e5", text);
	text_add(why, "; hexadecimal numbers start with 0x");
	return -1;
}

/* As many digits as ids (16 bits) and classes (24 bits) are written with. */
void hex_print(const void *value, struct text *text)
{
	int64_t number = *(const int64_t *)value;

	text_addf(text, "0x%0*" PRIx64, number > 0xffff ? 6 : 4, number);
}

static bool is_mac(const char *text, char between)
{
	for (size_t i = 0; i < sizeof("00:11:22:33:44:55") - 1; i++)
		if (i % 3 == 2 ? text[i] != between : !isxdigit((unsigned char)text[i]))
			return false;
	return text[sizeof("00:11:22:33:44:55") - 1] == '\0';
}

/* The first byte's lowest bit makes a group address: IEEE 802-2014, 8.2.2. */
static bool is_group(const char *mac)
{
	return strchr("13579bdfBDF", mac[1]);
}

int mac_parse(const struct field *field, const char *text, void *value, struct text *why)
{
	(void)field;
	if (!is_mac(text, ':')) {
		value_refuse(why, "a MAC address such as 02:17:01:00:00:0a", text);
		text_add(why, is_mac(text, '-') ? "; write it with colons" : "");
		return -1;
	}
	if (is_group(text)) {
		text_addf(why, "%s is a multicast address: no interface has one", text);
		return -1;
	}
	if (string_equal(text, "00:00:00:00:00:00")) {
		text_add(why, "00:00:00:00:00:00 stands for no address");
		return -1;
	}
	return value_keep(value, value_lower(text));
}

/* machine-id(5): 32 hexadecimal characters, lower case, not all zeros. */
int machine_id_parse(const struct field *field, const char *text, void *value, struct text *why)
{
	(void)field;
	if (strlen(text) == 32 && value_consists_of(text, HEX_ANY) && !value_consists_of(text, "0"))
		return value_keep(value, value_lower(text));
	value_refuse(why, "a machine-id of 32 hexadecimal digits, as /etc/machine-id has it", text);
	if (strlen(text) == 36 && value_consists_of(text, HEX_ANY "-"))
		text_add(why, "; write it without hyphens");
	return -1;
}

/* So many digits, and not all 0: that is no id (NVM Express Base Specification 2.0, 4.5.1). */
static bool is_id(const char *digits, size_t n)
{
	return strlen(digits) == n && value_consists_of(digits, HEX_ANY) && !value_consists_of(digits, "0");
}

/* As tools print it: `pawl show` has what kind of id it is before it. */
static const char *prefix_of(const char *text)
{
	static const char *const prefixes[] = { "nguid.", "eui.", "uuid.", "0x" };

	for (size_t i = 0; i < sizeof(prefixes) / sizeof(*prefixes); i++)
		if (string_starts(text, prefixes[i]))
			return prefixes[i];
	return NULL;
}

static int id_refuse(const char *digits, size_t n, const char *text, struct text *why)
{
	AUTO_FREE char *must_be = text_print("an id of %zu hexadecimal digits", n);

	value_refuse(why, must_be, text);
	if (prefix_of(text))
		text_addf(why, "; write it without %s", prefix_of(text));
	else if (value_consists_of(digits, "0"))
		text_add(why, "; an id of nothing but 0 is none");
	else if (value_consists_of(digits, HEX_ANY))
		text_addf(why, "; it has %zu", strlen(digits));
	return -1;
}

/* RFC 4122, section 3: hyphens behind 8, 12, 16 and 20 of the digits. */
static bool is_hyphenated(const char *text)
{
	for (size_t i = 0; text[i]; i++)
		if ((text[i] == '-') != (i == 8 || i == 13 || i == 18 || i == 23))
			return false;
	return strlen(text) == 36;
}

int uuid_parse(const struct field *field, const char *text, void *value, struct text *why)
{
	AUTO_TEXT struct text digits = { 0 };

	(void)field;
	for (size_t i = 0; text[i]; i++)
		if (text[i] != '-' || !is_hyphenated(text))
			text_add_bytes(&digits, &text[i], 1);
	if (!is_id(text_string(&digits), UUID_DIGITS))
		return id_refuse(text_string(&digits), UUID_DIGITS, text, why);
	return value_keep(value, value_lower(text_string(&digits)));
}

int eui64_parse(const struct field *field, const char *text, void *value, struct text *why)
{
	(void)field;
	return is_id(text, EUI64_DIGITS) ? value_keep(value, value_lower(text))
					 : id_refuse(text, EUI64_DIGITS, text, why);
}
