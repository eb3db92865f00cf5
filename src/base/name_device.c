/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The device and the VF that an object's name is of: "nic0" and 3 of "nic0.vf.3". */
#include "object.h"
#include <stdlib.h>
#include <string.h>

#define OF_VF ".vf."

/* A handle has no dots, and an address no such words between them. */
static bool is_below_device(const char *segment)
{
	static const char *const below[] = { "vf", "vfs", "ns" };
	size_t length = strcspn(segment, ".");

	for (size_t i = 0; i < sizeof(below) / sizeof(below[0]); i++)
		if (length == strlen(below[i]) && memcmp(segment, below[i], length) == 0)
			return true;
	return false;
}

size_t name_device_length(const char *name)
{
	for (const char *dot = strchr(name, '.'); dot; dot = strchr(dot + 1, '.'))
		if (is_below_device(dot + 1))
			return (size_t)(dot - name);
	return strlen(name);
}

bool name_vf(const char *name, int64_t *ret_number)
{
	const char *part = name + name_device_length(name), *digits = part + strlen(OF_VF);

	if (strncmp(part, OF_VF, strlen(OF_VF)) != 0 || !*digits ||
		digits[strspn(digits, "0123456789")] != '\0')
		return false;
	*ret_number = strtoll(digits, NULL, 10);
	return true;
}

/* Each VF of a host is named some times: with printf that takes a twentieth of planning. */
static void number_add(struct text *text, int64_t number)
{
	char digits[20], *first = digits + sizeof(digits);

	do {
		*--first = (char)('0' + number % 10);
		number /= 10;
	} while (number > 0);
	text_add_bytes(text, first, (size_t)(digits + sizeof(digits) - first));
}

char *name_print(const char *device, int64_t vf, const char *key)
{
	struct text name = { 0 };

	text_add(&name, device);
	if (vf >= 0) {
		text_add(&name, OF_VF);
		number_add(&name, vf);
	}
	if (key) {
		text_add(&name, ".");
		text_add(&name, key);
	}
	return text_take(&name);
}
