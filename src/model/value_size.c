/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads and prints sizes in bytes. */
#include "value.h"
#include <inttypes.h>
#include <string.h>

/* Powers of 1000 by the SI, of 1024 by IEC 80000-13. */
static const struct unit {
	const char *name;
	int64_t bytes;
} units[] = {
	{ "PiB", INT64_C(1) << 50 },
	{ "TiB", INT64_C(1) << 40 },
	{ "GiB", INT64_C(1) << 30 },
	{ "MiB", INT64_C(1) << 20 },
	{ "KiB", INT64_C(1) << 10 },
	{ "PB", INT64_C(1000000000000000) },
	{ "TB", INT64_C(1000000000000) },
	{ "GB", INT64_C(1000000000) },
	{ "MB", INT64_C(1000000) },
	{ "KB", INT64_C(1000) },
	{ "B", 1 },
};
enum { UNITS = sizeof(units) / sizeof(*units) };

static const struct unit *unit_find(const char *name)
{
	for (size_t i = 0; i < UNITS; i++)
		if (string_equal(units[i].name, name))
			return &units[i];
	return NULL;
}

/* As people write it: "gib", "Gb". */
static const struct unit *unit_meant(const char *name)
{
	for (size_t i = 0; i < UNITS; i++)
		if (strcasecmp(units[i].name, name) == 0)
			return &units[i];
	return NULL;
}

/* What is near to a size, and how to say it: a size that is read wrongly is a disk of the wrong size. */
static void say_near(const char *text, struct text *why)
{
	const char *unit = text + strspn(text, DIGITS), *behind = unit + strspn(unit, " ");

	if (unit == text)
		return;
	if (*text == '0' && unit_find(unit))
		text_add(why, strspn(text, "0") == (size_t)(unit - text)
				      ? "; it must be more than 0"
				      : "; write it without the 0 before it");
	else if (*unit == '\0')
		text_add(why, "; for bytes write B, for blocks there is no unit");
	else if (*unit == '.')
		text_add(why, "; write whole numbers, of the next smaller unit");
	else if (unit_meant(behind))
		text_addf(why, "; write %.*s%s", (int)(unit - text), text, unit_meant(behind)->name);
	else if (strchr("KMGTP", *unit) && unit[1] == '\0')
		text_addf(why, "; write %.1siB (powers of 1024) or %.1sB (powers of 1000)", unit, unit);
	else if (*unit == 'E')
		text_add(why, "; the largest units are PiB and PB");
}

static int size_refuse(const struct field *field, const char *text, struct text *why)
{
	value_refuse(why,
		field->type == &value_capacity
			? "a size with its unit such as 500GiB or 1TB, or all-remaining"
			: "a size with its unit such as 500GiB or 1TB",
		text);
	say_near(text, why);
	return -1;
}

int size_parse(const struct field *field, const char *text, void *value, struct text *why)
{
	size_t length = strspn(text, DIGITS);
	const struct unit *unit = unit_find(text + length);
	int64_t bytes = 0;
	bool huge = false;

	if (!unit || length == 0 || *text == '0')
		return size_refuse(field, text, why);
	for (size_t i = 0; i < length && !huge; i++)
		huge = __builtin_mul_overflow(bytes, 10, &bytes) ||
		       __builtin_add_overflow(bytes, text[i] - '0', &bytes);
	if (huge || __builtin_mul_overflow(bytes, unit->bytes, &bytes)) {
		text_addf(why, "must be less than 8192PiB, not %.40s", text);
		return -1;
	}
	if ((field->min || field->max) && (bytes < field->min || bytes > field->max)) {
		text_add(why, "must be ");
		size_print(&field->min, why);
		text_add(why, " to ");
		size_print(&field->max, why);
		text_addf(why, ", not %.40s", text);
		return -1;
	}
	*(int64_t *)value = bytes;
	return 0;
}

/* In the unit that makes the number smallest: 1000GB comes back as 1TB, and always as what it was. */
void size_print(const void *value, struct text *text)
{
	int64_t bytes = *(const int64_t *)value;
	const struct unit *best = &units[UNITS - 1];

	for (size_t i = 0; i < UNITS; i++)
		if (bytes && bytes % units[i].bytes == 0 && units[i].bytes > best->bytes)
			best = &units[i];
	text_addf(text, "%" PRId64 "%s", bytes / best->bytes, best->name);
}

#define ALL_REMAINING "all-remaining"

int capacity_parse(const struct field *field, const char *text, void *value, struct text *why)
{
	if (!string_equal(text, ALL_REMAINING))
		return size_parse(field, text, value, why);
	*(int64_t *)value = -1;
	return 0;
}

void capacity_print(const void *value, struct text *text)
{
	if (*(const int64_t *)value < 0)
		text_add(text, ALL_REMAINING);
	else
		size_print(value, text);
}
