/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names that differ in one number, folded into one: "nic0.vf.[0-7]". */
#include "object.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* The one number of a name: [at, at + length). */
struct digits {
	size_t at, length;
};

/* A number with a leading zero is part of a word ("0000:17"), not a number that counts. */
static bool digits_count(const char *name, const struct digits *digits)
{
	return digits->length == 1 || (digits->length > 1 && digits->length < 10 && name[digits->at] != '0');
}

static struct digits digits_at(const char *name, size_t at)
{
	struct digits digits = { .at = at };

	while (isdigit((unsigned char)name[at + digits.length]))
		digits.length++;
	return digits;
}

/* Where two names differ, when that is in one number and nowhere else. */
static bool names_differ_at(const char *a, const char *b, struct digits *ret_in_a)
{
	size_t at = 0;

	while (a[at] && a[at] == b[at])
		at++;
	while (at > 0 && isdigit((unsigned char)a[at - 1]))
		at--;
	struct digits in_a = digits_at(a, at), in_b = digits_at(b, at);

	if (!digits_count(a, &in_a) || !digits_count(b, &in_b))
		return false;
	if (!string_equal(a + at + in_a.length, b + at + in_b.length))
		return false;
	*ret_in_a = in_a;
	return true;
}

bool names_fold_together(const char *a, const char *b)
{
	struct digits digits;

	return string_equal(a, b) || names_differ_at(a, b, &digits);
}

static int compare_numbers(const void *a, const void *b)
{
	size_t left = *(const size_t *)a, right = *(const size_t *)b;

	return (left > right) - (left < right);
}

void numbers_fold(const size_t *numbers, size_t n, struct text *text)
{
	for (size_t i = 0; i < n;) {
		size_t last = i;

		while (last + 1 < n && numbers[last + 1] <= numbers[last] + 1)
			last++;
		text_addf(text, "%s%zu", i ? "," : "", numbers[i]);
		if (numbers[last] != numbers[i])
			text_addf(text, "-%zu", numbers[last]);
		i = last + 1;
	}
}

/* Prints the names that have `first`'s words around the number, which all are from `first` on. */
static void group_print(const char *const *names, size_t n, struct digits digits, struct text *text)
{
	AUTO_FREE size_t *numbers = memory_new(n, sizeof(*numbers));

	for (size_t i = 0; i < n; i++)
		numbers[i] = strtoul(names[i] + digits.at, NULL, 10);
	qsort(numbers, n, sizeof(*numbers), compare_numbers);
	text_add_bytes(text, names[0], digits.at);
	text_add(text, "[");
	numbers_fold(numbers, n, text);
	text_addf(text, "]%s", names[0] + digits.at + digits.length);
}

/* How many names from names[0] on differ in the number in which names[0] and names[1] differ. */
static size_t group_length(const char *const *names, size_t n, struct digits *ret_digits)
{
	struct digits digits;
	size_t length = 1;

	if (n < 2 || !names_differ_at(names[0], names[1], ret_digits))
		return 1;
	while (length < n && names_differ_at(names[0], names[length], &digits) && digits.at == ret_digits->at)
		length++;
	return length;
}

void names_fold(const char *const *names, size_t n, struct text *text)
{
	for (size_t i = 0; i < n;) {
		struct digits digits;
		size_t length = group_length(names + i, n - i, &digits);

		text_add(text, i ? ", " : "");
		if (length == 1)
			text_add(text, names[i]);
		else
			group_print(names + i, length, digits, text);
		i += length;
	}
}
