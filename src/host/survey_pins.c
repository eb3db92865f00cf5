/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The functions that devices were at their first apply, as a list with one word on each. */
#include "survey.h"
#include <stdlib.h>

/* The members of a pin, each a string of its own or NULL. */
static const size_t members[] = {
	offsetof(struct pin, handle),
	offsetof(struct pin, select),
	offsetof(struct pin, address),
	offsetof(struct pin, path),
	offsetof(struct pin, serial),
	offsetof(struct pin, mac),
};
enum { MEMBERS = sizeof(members) / sizeof(members[0]) };

static char **member_of(const struct pin *pin, size_t i)
{
	return (char **)((char *)pin + members[i]);
}

static void pin_clear(struct pin *pin)
{
	for (size_t i = 0; i < MEMBERS; i++)
		free(*member_of(pin, i));
}

static void pin_copy(struct pin *to, const struct pin *from)
{
	for (size_t i = 0; i < MEMBERS; i++)
		*member_of(to, i) = string_copy(*member_of(from, i));
}

bool pin_equal(const struct pin *one, const struct pin *other)
{
	for (size_t i = 0; i < MEMBERS; i++)
		if (!string_equal(*member_of(one, i), *member_of(other, i)))
			return false;
	return true;
}

const struct pin *pins_find(const struct pin *pins, size_t n, const char *handle)
{
	for (size_t i = 0; i < n; i++)
		if (string_equal(pins[i].handle, handle))
			return &pins[i];
	return NULL;
}

void pins_keep(struct pin **pins, size_t *n, const struct pin *like)
{
	struct pin *pin = (struct pin *)pins_find(*pins, *n, like->handle);

	if (pin) {
		pin_clear(pin);
	} else {
		*pins = memory_grow(*pins, *n, sizeof(**pins));
		pin = &(*pins)[(*n)++];
	}
	pin_copy(pin, like);
}

void pins_free(struct pin *pins, size_t n)
{
	for (size_t i = 0; i < n; i++)
		pin_clear(&pins[i]);
	free(pins);
}
