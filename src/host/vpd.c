/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds the serial number in a PCI function's vital product data. */
#include "vpd.h"
#include "text.h"
#include <stdint.h>

/*
 * PCI Local Bus Specification 3.0, appendix I: resources one after the other. A large one is its tag, with
 * bit 7 set, two bytes of length and its bytes; a small one has its length in the lowest 3 bits. Read-only
 * data is a list of fields: two letters, a byte of length, the value.
 */
enum {
	LARGE = 0x80,
	READ_ONLY = 0x90,
	SMALL_LENGTH = 0x07,
	SMALL_NAME = 0x78,
	END = 0x78,
	LARGE_HEADER = 3,
	FIELD_HEADER = 3,
};

/* What is left to be looked at. */
struct piece {
	const uint8_t *at;
	size_t left;
};

static bool piece_take(struct piece *from, size_t length, struct piece *ret_taken)
{
	if (from->left < length)
		return false;
	if (ret_taken)
		*ret_taken = (struct piece){ from->at, length };
	from->at += length;
	from->left -= length;
	return true;
}

/* False at the end, or where the bytes are no resource. */
static bool resource_next(struct piece *rest, uint8_t *ret_tag, struct piece *ret_bytes)
{
	struct piece header;
	size_t length;

	if (rest->left == 0)
		return false;
	*ret_tag = *rest->at;
	if (!piece_take(rest, *ret_tag & LARGE ? LARGE_HEADER : 1, &header))
		return false;
	if (!(*ret_tag & LARGE) && (*ret_tag & SMALL_NAME) == END)
		return false;
	length = *ret_tag & LARGE ? (size_t)header.at[1] | (size_t)header.at[2] << 8
				  : (size_t)(*ret_tag & SMALL_LENGTH);
	return piece_take(rest, length, ret_bytes);
}

static bool field_find(struct piece fields, const char *keyword, struct piece *ret_value)
{
	struct piece header;

	while (piece_take(&fields, FIELD_HEADER, &header)) {
		if (!piece_take(&fields, header.at[2], ret_value))
			return false;
		if (header.at[0] == (uint8_t)keyword[0] && header.at[1] == (uint8_t)keyword[1])
			return true;
	}
	return false;
}

/* Firmware pads with blanks or NULs; a value with any other unprintable byte is an empty EEPROM's. */
static char *value_print(struct piece value)
{
	while (value.left > 0 && (value.at[value.left - 1] == ' ' || value.at[value.left - 1] == '\0'))
		value.left--;
	while (value.left > 0 && *value.at == ' ')
		piece_take(&value, 1, NULL);
	for (size_t i = 0; i < value.left; i++)
		if (value.at[i] < ' ' || value.at[i] > '~')
			return NULL;
	return value.left ? text_print("%.*s", (int)value.left, (const char *)value.at) : NULL;
}

char *vpd_serial(const void *bytes, size_t length)
{
	struct piece rest = { bytes, length }, resource, value;
	uint8_t tag;

	while (resource_next(&rest, &tag, &resource))
		if (tag == READ_ONLY && field_find(resource, "SN", &value))
			return value_print(value);
	return NULL;
}
