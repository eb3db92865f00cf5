/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads and prints sets of numbers. */
#include "range.h"
#include "value.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

bool ranges_hold(const struct ranges *ranges, int64_t number)
{
	size_t low = 0, high = ranges->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (ranges->all[middle].last < number)
			low = middle + 1;
		else
			high = middle;
	}
	return low < ranges->n && ranges->all[low].first <= number;
}

bool ranges_meet(const struct ranges *a, const struct ranges *b, int64_t *ret_number)
{
	for (size_t i = 0, j = 0; i < a->n && j < b->n;) {
		const struct range *one = &a->all[i], *other = &b->all[j];
		int64_t first = one->first > other->first ? one->first : other->first;

		if (first <= one->last && first <= other->last) {
			*ret_number = first;
			return true;
		}
		if (one->last < other->last)
			i++;
		else
			j++;
	}
	return false;
}

static int range_compare(const void *a, const void *b)
{
	const struct range *one = a, *other = b;

	return (one->first > other->first) - (one->first < other->first);
}

static void range_name(const struct range *range, struct text *text)
{
	text_addf(text, "%" PRId64, range->first);
	if (range->last != range->first)
		text_addf(text, "-%" PRId64, range->last);
}

/* One number of the text, which then starts behind it; -1: there is none, or none that is so small. */
static int take_number(const char **text, int64_t *ret_number)
{
	size_t length = strspn(*text, DIGITS);
	int64_t number = 0;

	if (length == 0 || (length > 1 && **text == '0'))
		return -1;
	for (size_t i = 0; i < length; i++)
		if (__builtin_mul_overflow(number, 10, &number) ||
			__builtin_add_overflow(number, (*text)[i] - '0', &number))
			return -1;
	*text += length;
	*ret_number = number;
	return 0;
}

static int take_range(const char **text, struct range *range)
{
	if (take_number(text, &range->first) < 0)
		return -1;
	range->last = range->first;
	if (**text != '-')
		return 0;
	++*text;
	return take_number(text, &range->last);
}

static int check_range(const struct field *field, const struct range *range, struct text *why)
{
	int64_t max = field->min || field->max ? field->max : INT64_MAX;
	int64_t out = range->first < field->min || range->first > max ? range->first : range->last;

	if (range->first > range->last) {
		text_addf(why, "%" PRId64 "-%" PRId64 " is the wrong way round: write %" PRId64 "-%" PRId64,
			range->first, range->last, range->last, range->first);
		return -1;
	}
	if (out < field->min || out > max) {
		text_addf(why, "must be of %" PRId64 " to %" PRId64 ", %" PRId64 " is not", field->min, max,
			out);
		return -1;
	}
	return 0;
}

static int take_all(const struct field *field, const char *text, struct ranges *ranges, struct text *why)
{
	for (const char *at = text;; at++) {
		struct range range;

		if (take_range(&at, &range) < 0 || (*at && *at != ','))
			return value_refuse(why, "numbers and ranges of them such as 0,2-5", text);
		if (check_range(field, &range, why) < 0)
			return -1;
		ranges->all = memory_grow(ranges->all, ranges->n, sizeof(*ranges->all));
		ranges->all[ranges->n++] = range;
		if (!*at)
			return 0;
	}
}

/* Sorted; what overlaps is a slip, since nothing is meant by naming a number twice. */
static int settle(struct ranges *ranges, struct text *why)
{
	size_t n = 1;

	qsort(ranges->all, ranges->n, sizeof(*ranges->all), range_compare);
	for (size_t i = 1; i < ranges->n; i++) {
		struct range *last = &ranges->all[n - 1], *next = &ranges->all[i];

		if (next->first <= last->last) {
			range_name(last, why);
			text_add(why, " and ");
			range_name(next, why);
			text_addf(why, " overlap: both name %" PRId64, next->first);
			return -1;
		}
		if (next->first == last->last + 1)
			last->last = next->last;
		else
			ranges->all[n++] = *next;
	}
	ranges->n = n;
	return 0;
}

int range_parse(const struct field *field, const char *text, void *value, struct text *why)
{
	struct ranges ranges = { 0 };

	if (take_all(field, text, &ranges, why) < 0 || settle(&ranges, why) < 0) {
		free(ranges.all);
		return -1;
	}
	range_clear(value);
	*(struct ranges *)value = ranges;
	return 0;
}

void range_print(const void *value, struct text *text)
{
	const struct ranges *ranges = value;

	for (size_t i = 0; i < ranges->n; i++) {
		text_add(text, i ? "," : "");
		range_name(&ranges->all[i], text);
	}
}

bool range_same(const void *a, const void *b)
{
	const struct ranges *one = a, *other = b;

	for (size_t i = 0; one->n == other->n && i < one->n; i++)
		if (one->all[i].first != other->all[i].first || one->all[i].last != other->all[i].last)
			return false;
	return one->n == other->n;
}

void range_clear(void *value)
{
	struct ranges *ranges = value;

	free(ranges->all);
	*ranges = (struct ranges){ 0 };
}
