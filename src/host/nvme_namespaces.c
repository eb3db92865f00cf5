/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The namespaces of a drive as one text, and what two such texts have in common. */
#include "nvme_namespaces.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BY_UUID "uuid."

uint64_t blocks_bytes(uint64_t blocks, uint64_t block_bytes)
{
	uint64_t bytes;

	return __builtin_mul_overflow(blocks, block_bytes, &bytes) ? UINT64_MAX : bytes;
}

void namespace_size(const char *word, uint64_t *ret_blocks, uint32_t *ret_block_bytes)
{
	*ret_blocks = 0;
	*ret_block_bytes = 0;
	sscanf(word + strcspn(word, ":"), ":%" SCNu64 "x%" SCNu32, ret_blocks, ret_block_bytes);
}

static void size_print(const struct drive_namespace *namespace, struct text *text)
{
	text_addf(text, "%" PRIu64 "x%" PRIu32 "%s", namespace->blocks, namespace->block_bytes,
		namespace->shared ? "s" : "");
}

/* Any of them stays as long as the namespace does (NVM Express Base Specification 2.0, 4.5.1). */
static void identity_print(const struct drive_namespace *namespace, struct text *text)
{
	static const char *const kinds[] = {
		[ID_NGUID] = "nguid.", [ID_EUI64] = "eui.", [ID_UUID] = BY_UUID
	};
	enum namespace_id which = ID_NGUID;
	const char *id = namespace_identity(namespace, &which);

	text_addf(text, "%s%s", id ? kinds[which] : "", id ? id : "-");
}

static void word_print(const struct drive_namespace *namespace, struct text *text)
{
	text_addf(text, "%" PRIu32 ":", namespace->nsid);
	size_print(namespace, text);
	text_add(text, ":");
	identity_print(namespace, text);
}

char *namespace_word(const struct drive_namespace *namespace)
{
	struct text text = { 0 };

	word_print(namespace, &text);
	return text_take(&text);
}

void namespaces_print(const struct drive *drive, struct text *text)
{
	for (size_t i = 0; i < drive->n_namespaces; i++) {
		text_add(text, i ? " " : "");
		word_print(&drive->namespaces[i], text);
		if (drive->namespaces[i].n_controllers > 0)
			text_addf(text, "%c", NAMESPACE_HELD);
	}
}

/* Without the mark of who has it. A word ends with the text, or at a blank. */
static size_t word_length(const char *word)
{
	size_t length = (size_t)(strchrnul(word, ' ') - word);

	return length && word[length - 1] == NAMESPACE_HELD ? length - 1 : length;
}

static bool words_same(const char *a, const char *b)
{
	size_t length = word_length(a);

	return *a == *b && length == word_length(b) && memcmp(a, b, length) == 0;
}

/* Up to what it is known by; 0: of such a word nothing of that is said. */
static size_t known_at(const char *word)
{
	size_t length = word_length(word);
	const char *size = memchr(word, ':', length),
		   *known = size ? memchr(size + 1, ':', length - (size_t)(size + 1 - word)) : NULL;

	return known ? (size_t)(known + 1 - word) : 0;
}

/* A blank, the mark or the end comes behind "-". */
static bool is_untold(const char *word)
{
	return word[known_at(word)] == '-' && word_length(word) == known_at(word) + 1;
}

/* Number and size are the same, and of one of them its UUID is told, of the other nothing. */
static bool words_may_be_same(const char *a, const char *b)
{
	size_t known = *a == *b ? known_at(a) : 0;

	if (!known || known != known_at(b) || memcmp(a, b, known) != 0)
		return false;
	return is_untold(a) ? string_starts(b + known, BY_UUID)
			    : is_untold(b) && string_starts(a + known, BY_UUID);
}

bool namespace_same(const char *word, const char *other)
{
	return words_same(word, other) || words_may_be_same(word, other);
}

static const char *word_after(const char *word)
{
	word = strchrnul(word, ' ');
	while (*word == ' ')
		word++;
	return word;
}

/* In place: such lists are held against each other for each namespace of a drive. NULL: it is not there. */
static const char *word_find(const char *text, const char *word)
{
	for (; *text; text = word_after(text))
		if (namespace_same(text, word))
			return text;
	return NULL;
}

/* Up to the first word that is not the same byte by byte. */
static size_t same_start(const char *text, const char *other)
{
	size_t n = string_alike(text, other);

	if (text[n] == other[n])
		return n;
	while (n > 0 && (text[n - 1] != ' ' || text[n] == ' ' || other[n] == ' '))
		n--;
	return n;
}

char *namespace_ask(uint64_t blocks, uint64_t block_bytes, bool shared)
{
	return text_print(NAMESPACE_ANY ":%" PRIu64 "x%" PRIu64 "%s", blocks, block_bytes, shared ? "s" : "");
}

bool namespace_is_asked(const char *word)
{
	return string_starts(word, NAMESPACE_ANY ":");
}

/* "*:976773168x512" and "3:976773168x512:eui.0025385b71b00001". */
static bool is_as_large(const char *word, const char *any)
{
	const char *size = strchr(word, ':'), *asked = any + strlen(NAMESPACE_ANY);

	return size && string_starts(size, asked) && size[strlen(asked)] == ':';
}

static bool is_as_asked(const char *word, const char *any)
{
	return is_as_large(word, any) && word[strlen(word) - 1] != NAMESPACE_HELD;
}

/*
 * The words of the first text that are not in the second, 2 for all that is more; of these the only one. Two
 * such texts mostly have the same words in the same order: each is looked for behind the one found last.
 */
static size_t count_beyond(const char *text, const char *other, char **ret_only)
{
	size_t start = same_start(text, other), n = 0;
	const char *only = NULL, *next = other + start;

	for (text += start; *text && n < 2; text = word_after(text)) {
		const char *found = *next && namespace_same(next, text) ? next : word_find(other, text);

		if (found)
			next = word_after(found);
		else if (++n == 1)
			only = text;
	}
	*ret_only = n == 1 ? string_part(only, word_length(only)) : NULL;
	return n;
}

char *listing_added(const char *before, const char *now)
{
	char *only;

	count_beyond(now, before, &only);
	return only;
}

void listing_beyond(const char *now, const char *before, struct text *rest)
{
	while (*now) {
		AUTO_FREE char *next = words_next(&now);

		if (!word_find(before, next))
			text_addf(rest, "%s%s", rest->length ? " " : "", next);
	}
}

void listing_leave(const char *listing, const char *word, struct text *rest)
{
	while (*listing) {
		AUTO_FREE char *next = words_next(&listing);

		if (!namespace_same(next, word))
			text_addf(rest, "%s%s", rest->length ? " " : "", next);
	}
}

/* As the drive has them now, with the mark of who is held. */
static bool added_fits(const char *value, const char *added, const char *any)
{
	while (*value) {
		AUTO_FREE char *word = words_next(&value);

		if (namespace_same(word, added))
			return is_as_asked(word, any);
	}
	return false;
}

bool listing_match(const char *value, const char *want)
{
	AUTO_FREE char *added = NULL, *missing = NULL;
	size_t n_added = count_beyond(value, want, &added), n_missing = count_beyond(want, value, &missing);

	if (n_missing == 0)
		return n_added == 0;
	return n_missing == 1 && n_added == 1 && namespace_is_asked(missing) &&
	       added_fits(value, added, missing);
}

bool namespaces_may_have(const char *list, const struct drive_namespace *namespace)
{
	AUTO_FREE char *word = namespace_word(namespace);

	return word_find(list, word) != NULL;
}

bool namespaces_have(const char *list, const struct drive_namespace *namespace)
{
	AUTO_FREE char *word = namespace_word(namespace);

	for (; *list; list = word_after(list))
		if (words_same(list, word))
			return true;
	return false;
}

bool namespace_fits(const struct drive_namespace *namespace, const char *asked)
{
	AUTO_FREE char *same = namespace_ask(namespace->blocks, namespace->block_bytes, namespace->shared);

	return string_equal(same, asked);
}

uint32_t namespace_number(const char *word)
{
	char *end;
	unsigned long number = strtoul(word, &end, 10);

	return *end == ':' && number < UINT32_MAX ? (uint32_t)number : 0;
}

bool namespace_is_told(const char *word)
{
	return !string_ends(word, ":-");
}

const char *word_identity(const char *word)
{
	const char *last = strrchr(word, ':');

	return last && namespace_is_told(word) ? last + 1 : "nothing but its number";
}

/* A format gives it other blocks and leaves it its identity (NVM Express Base Specification 2.0, 5.14). */
bool namespace_is(const struct drive_namespace *namespace, const char *word)
{
	AUTO_FREE char *now = namespace_word(namespace);

	if (namespace_is_told(word) && namespace_is_told(now))
		return namespace_number(now) == namespace_number(word) &&
		       string_equal(word_identity(now), word_identity(word));
	return words_same(now, word);
}

bool namespace_may_be(const struct drive_namespace *namespace, const char *word)
{
	AUTO_FREE char *now = namespace_word(namespace);

	return namespace_same(now, word);
}
