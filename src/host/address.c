/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells PCI addresses from other words, and orders them. */
#include "address.h"
#include <string.h>

/* "%04x:%02x:%02x.%d" (drivers/pci/probe.c, pci_setup_device): what follows the domain. 'x' is any digit. */
static const char tail[] = ":xx:1x.7";
#define TAIL       (sizeof(tail) - 1)
#define DOMAIN_MIN 4
#define DOMAIN_MAX 8

static bool digit_fits(char c, char like)
{
	if (like == 'x')
		return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
	if (like == '1' || like == '7')
		return c >= '0' && c <= like;
	return c == like;
}

bool address_valid_bytes(const char *text, size_t length)
{
	size_t domain = length - TAIL;

	if (length < TAIL + DOMAIN_MIN || length > TAIL + DOMAIN_MAX)
		return false;
	for (size_t i = 0; i < domain; i++)
		if (!digit_fits(text[i], 'x'))
			return false;
	for (size_t i = 0; i < TAIL; i++)
		if (!digit_fits(text[domain + i], tail[i]))
			return false;
	return domain == DOMAIN_MIN || text[0] != '0';
}

bool address_valid(const char *text)
{
	return text && address_valid_bytes(text, strlen(text));
}

/* A domain above ffff, such as VMD's, has more digits and no leading zero: the longer is the greater. */
int address_compare(const char *a, const char *b)
{
	size_t length_a = strlen(a), length_b = strlen(b);

	if (length_a != length_b)
		return length_a < length_b ? -1 : 1;
	return memcmp(a, b, length_a);
}

const char *address_device(const char *address)
{
	return address + strlen(address) - strlen("00.0");
}
