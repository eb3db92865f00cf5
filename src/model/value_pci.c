/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads PCI addresses, alone or as bridge paths. */
#include "address.h"
#include "value.h"
#include <string.h>

int address_parse(const struct field *field, const char *text, void *value, struct text *why)
{
	size_t length = address_length(text);

	(void)field;
	if (length && text[length] == '\0')
		return value_keep(value, value_lower(text));
	value_refuse(why, "a PCI address such as 0000:17:00.0", text);
	if (address_bus_length(text) && text[address_bus_length(text)] == '\0')
		text_addf(why, "; write the full address 0000:%s", text);
	return -1;
}

static bool is_bridge_path(const char *text)
{
	size_t length = address_length(text);

	if (!length || text[length] != '/')
		return false;
	for (text += length; *text == '/'; text += length + 1) {
		length = address_device_length(text + 1);
		if (!length)
			return false;
	}
	return *text == '\0';
}

int path_parse(const struct field *field, const char *text, void *value, struct text *why)
{
	size_t length = address_length(text);

	(void)field;
	if (is_bridge_path(text))
		return value_keep(value, value_lower(text));
	value_refuse(why,
		"a bridge path such as 0000:16:00.0/00.0 (a root port's address, then what is behind it)",
		text);
	if (length && text[length] == '\0')
		text_add(why, "; a function that is behind no bridge is selected by its address");
	return -1;
}
