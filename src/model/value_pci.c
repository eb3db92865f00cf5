/* SPDX-License-Identifier: GPL-2.0-or-later */
/* value_pci.c: reads PCI addresses, alone or as bridge paths. */
#include "value.h"
#include <string.h>

/* How many of the first characters are hexadecimal digits. */
static size_t hex_length(const char *text)
{
	return strspn(text, HEX_ANY);
}

/* The device's and the function's number: "00.0" to "1f.7" (PCI Local Bus Specification 3.0, 3.2.2.3.4). */
static bool is_device(const char *text)
{
	return hex_length(text) == 2 && text[0] >= '0' && text[0] <= '1' && text[2] == '.' &&
	       text[3] >= '0' && text[3] <= '7';
}

/* "17:00.0": bus, device and function, as lspci prints them without a domain. */
static bool is_bus_device(const char *text)
{
	return hex_length(text) == 2 && text[2] == ':' && is_device(text + 3);
}

/* The length of the address that the text starts with, 0 when there is none. The domain has four digits, more
 * only when it needs them: "%04x:%02x:%02x.%d" (drivers/pci/probe.c, pci_setup_device). */
static size_t address_length(const char *text)
{
	size_t domain = hex_length(text);

	if (domain < 4 || domain > 8 || (domain > 4 && *text == '0'))
		return 0;
	return text[domain] == ':' && is_bus_device(text + domain + 1) ? domain + sizeof(":17:00.0") - 1 : 0;
}

int address_parse(const struct field *field, const char *text, void *value, struct text *why)
{
	size_t length = address_length(text);

	(void)field;
	if (length && text[length] == '\0')
		return value_keep(value, value_lower(text));
	value_refuse(why, "a PCI address such as 0000:17:00.0", text);
	if (is_bus_device(text) && text[sizeof("17:00.0") - 1] == '\0')
		text_addf(why, "; write the full address 0000:%s", text);
	return -1;
}

static bool is_bridge_path(const char *text)
{
	size_t length = address_length(text);

	if (!length || text[length] != '/')
		return false;
	for (text += length; *text == '/'; text += sizeof("/00.0") - 1) {
		if (!is_device(text + 1))
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
