/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells PCI addresses from other words, orders them, and knows their numbers. */
#include "address.h"
#include "text.h"
#include <stdlib.h>
#include <string.h>

/* What follows the domain. 'x' is any digit, '1' and '7' one up to it. */
static const char tail[] = ":xx:1x.7";
static const char *const bus_tail = tail + 1, *const device_tail = tail + 4;
#define TAIL       (sizeof(tail) - 1)
#define DOMAIN_MIN 4
#define DOMAIN_MAX 8

#define LOWER "0123456789abcdef"
#define ANY   LOWER "ABCDEF"

static bool digit_fits(char c, char like, const char *digits)
{
	if (like == 'x')
		return c && strchr(digits, c);
	if (like == '1' || like == '7')
		return c >= '0' && c <= like;
	return c == like;
}

/* How long `like` is when the text begins so, else 0. */
static size_t length_like(const char *text, const char *like, const char *digits)
{
	size_t n = 0;

	while (like[n] && digit_fits(text[n], like[n], digits))
		n++;
	return like[n] ? 0 : n;
}

static bool domain_fits(const char *text, size_t length)
{
	return length == DOMAIN_MIN || (length > DOMAIN_MIN && length <= DOMAIN_MAX && *text != '0');
}

bool address_valid_bytes(const char *text, size_t length)
{
	size_t domain = length - TAIL;

	if (length < TAIL || !domain_fits(text, domain))
		return false;
	for (size_t i = 0; i < domain; i++)
		if (!digit_fits(text[i], 'x', LOWER))
			return false;
	return length_like(text + domain, tail, LOWER);
}

bool address_valid(const char *text)
{
	return text && address_valid_bytes(text, strlen(text));
}

char *address_last(const char *path)
{
	char *found = NULL;

	while (*path) {
		size_t length = strcspn(path, "/");

		if (address_valid_bytes(path, length)) {
			free(found);
			found = text_print("%.*s", (int)length, path);
		}
		path += length + (path[length] == '/');
	}
	return found;
}

size_t address_length(const char *text)
{
	size_t domain = strspn(text, ANY);

	return domain_fits(text, domain) && length_like(text + domain, tail, ANY) ? domain + TAIL : 0;
}

size_t address_bus_length(const char *text)
{
	return length_like(text, bus_tail, ANY);
}

size_t address_device_length(const char *text)
{
	return length_like(text, device_tail, ANY);
}

/* The letters of ASCII have 1 in the bits of 0x0f where the digits have 0, and begin at 0x40. */
static uint64_t digit_value(char c)
{
	return (c & 0x0f) + (c & 0x40 ? 9 : 0);
}

uint64_t address_rank(const char *address)
{
	uint64_t rank = 0;

	for (; *address; address++)
		if (*address != ':' && *address != '.')
			rank = rank << 4 | digit_value(*address);
	return rank;
}

int address_compare(const char *a, const char *b)
{
	uint64_t one = address_rank(a), other = address_rank(b);

	return one < other ? -1 : one > other;
}

const char *address_device(const char *address)
{
	return address + strlen(address) - strlen("00.0");
}

struct routing address_routing(const char *address)
{
	char *at;
	uint32_t domain = (uint32_t)strtoul(address, &at, 16);
	int64_t bus = (int64_t)strtoul(at + 1, &at, 16);
	int64_t device = (int64_t)strtoul(at + 1, &at, 16);
	int64_t function = (int64_t)strtoul(at + 1, NULL, 16);

	return (struct routing){ .domain = domain, .number = bus << 8 | device << 3 | function };
}

char *routing_print(const struct routing *routing)
{
	unsigned id = (unsigned)routing->number;

	if (routing->number < 0 || routing->number > UINT16_MAX)
		return NULL;
	return text_print("%04x:%02x:%02x.%x", routing->domain, id >> 8, id >> 3 & 31, id & 7);
}
