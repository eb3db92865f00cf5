/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is asked of strings and of the characters in them. */
#include "text.h"
#include <stdint.h>
#include <string.h>

char *string_copy(const char *string)
{
	size_t size;

	if (!string)
		return NULL;
	size = strlen(string) + 1;
	return memcpy(memory_resize(NULL, size), string, size); /* every byte is written at once */
}

char *string_part(const char *string, size_t n)
{
	size_t length = strnlen(string, n);

	return memcpy(memory_new(length + 1, 1), string, length);
}

const char *path_last(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

char *words_next(const char **words)
{
	char *word = string_part(*words, strcspn(*words, " "));

	*words += strlen(word);
	*words += strspn(*words, " ");
	return word;
}

bool words_hold(const char *words, const char *word)
{
	size_t length = strlen(word);

	for (const char *at = words; at && *at; at += strcspn(at, " "), at += *at == ' ')
		if (strcspn(at, " ") == length && string_starts(at, word))
			return true;
	return false;
}

bool string_starts(const char *string, const char *prefix)
{
	return strncmp(string, prefix, strlen(prefix)) == 0;
}

bool string_ends(const char *string, const char *suffix)
{
	size_t length = strlen(string), tail = strlen(suffix);

	return length >= tail && string_equal(string + length - tail, suffix);
}

/* Lists of namespaces are long, and differ in their last words: block by block, as memcmp is fast. */
size_t string_alike(const char *string, const char *other)
{
	enum { BLOCK = 256 };
	size_t length = strlen(string), others = strlen(other), most = length < others ? length : others,
	       n = 0;

	while (most - n >= BLOCK && memcmp(string + n, other + n, BLOCK) == 0)
		n += BLOCK;
	while (n < most && string[n] == other[n])
		n++;
	return n;
}

static size_t smallest(size_t a, size_t b, size_t c)
{
	size_t least = a < b ? a : b;

	return least < c ? least : c;
}

size_t string_distance(const char *a, const char *b)
{
	size_t length = strlen(b);
	AUTO_FREE size_t *row = memory_new(length + 1, sizeof(*row));

	for (size_t j = 0; j <= length; j++)
		row[j] = j;
	for (size_t i = 0; a[i]; i++) {
		size_t diagonal = row[0];

		row[0] = i + 1;
		for (size_t j = 0; j < length; j++) {
			size_t above = row[j + 1];

			row[j + 1] = smallest(above + 1, row[j] + 1, diagonal + (a[i] != b[j]));
			diagonal = above;
		}
	}
	return row[length];
}

/* How many edits still make a slip of the finger. Two letters swapped are two edits. */
static size_t slip(size_t length)
{
	if (length <= 3)
		return 1;
	return length < 9 ? 2 : length / 3;
}

const char *string_nearest(const char *word, const char *const *words)
{
	size_t length = strlen(word), near = slip(length);
	const char *nearest = NULL;

	/* No word of ours is as long: the word may be a whole file. */
	if (length > 64)
		return NULL;
	for (; *words; words++) {
		size_t distance = string_distance(word, *words);

		if (distance > near || distance >= strlen(*words) || (nearest && distance == near))
			continue;
		nearest = *words;
		near = distance;
	}
	return nearest;
}

/* The Unicode Standard, table 3-7: which bytes may follow which first byte. 0: not well formed. */
static size_t utf8_length(const unsigned char *bytes, size_t n)
{
	size_t length = bytes[0] < 0x80 ? 1 : bytes[0] < 0xe0 ? 2 : bytes[0] < 0xf0 ? 3 : 4;
	unsigned char low = 0x80, high = 0xbf;

	if (bytes[0] >= 0x80 && (bytes[0] < 0xc2 || bytes[0] > 0xf4))
		return 0;
	if (length > n)
		return 0;
	if (bytes[0] == 0xe0)
		low = 0xa0;
	if (bytes[0] == 0xed)
		high = 0x9f;
	if (bytes[0] == 0xf0)
		low = 0x90;
	if (bytes[0] == 0xf4)
		high = 0x8f;
	for (size_t i = 1; i < length; i++, low = 0x80, high = 0xbf) {
		if (bytes[i] < low || bytes[i] > high)
			return 0;
	}
	return length;
}

/*
 * What makes a line read as what it is not (Unicode Standard Annex 9; "Trojan Source", CVE-2021-42574): marks
 * that reorder it, characters of no width (U+200B to U+200F, U+2060 to U+206F, U+FEFF), other ends of a line.
 */
static bool misleads(const unsigned char *bytes)
{
	if (bytes[0] == 0xef)
		return bytes[1] == 0xbb && bytes[2] == 0xbf;
	if (bytes[0] != 0xe2)
		return false;
	if (bytes[1] == 0x80)
		return (bytes[2] >= 0x8b && bytes[2] <= 0x8f) || (bytes[2] >= 0xa8 && bytes[2] <= 0xae);
	return bytes[1] == 0x81 && bytes[2] >= 0xa0 && bytes[2] <= 0xaf;
}

size_t character_length(const char *bytes, size_t n)
{
	const unsigned char *first = (const unsigned char *)bytes;
	size_t length = n ? utf8_length(first, n) : 0;

	if (length == 1 && (*first < 0x20 || *first == 0x7f))
		return 0;
	if (length == 2 && first[0] == 0xc2 && first[1] < 0xa0)
		return 0; /* C1: 0x9b alone starts an escape sequence on some terminals */
	if (length == 3 && misleads(first))
		return 0;
	return length;
}
