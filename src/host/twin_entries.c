/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Named byte strings in order of their names: the twin's files, holders, locks and announced targets. */
#include "twin_inside.h"
#include <stdlib.h>
#include <string.h>

/* Where the name is, or would be put. */
static size_t entries_place(const struct entries *entries, const char *name)
{
	size_t low = 0, high = entries->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(entries->all[middle].name, name) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct entry *entries_find(const struct entries *entries, const char *name)
{
	size_t at = entries_place(entries, name);

	return at < entries->n && string_equal(entries->all[at].name, name) ? &entries->all[at] : NULL;
}

static struct entry *entries_add(struct entries *entries, const char *name)
{
	size_t at = entries_place(entries, name);

	entries->all = memory_grow(entries->all, entries->n, sizeof(*entries->all));
	memmove(entries->all + at + 1, entries->all + at, (entries->n - at) * sizeof(*entries->all));
	entries->n++;
	entries->all[at] = (struct entry){ .name = string_copy(name) };
	return &entries->all[at];
}

/* Twice the room at a time: a journal of many lines is not copied for each of them. */
static void entry_reserve(struct entry *entry, size_t length)
{
	char *bytes;

	if (entry->room > length)
		return;
	entry->room = 2 * length + 1;
	bytes = memory_new(entry->room, 1);
	if (entry->length)
		memcpy(bytes, entry->bytes, entry->length);
	free(entry->bytes);
	entry->bytes = bytes;
}

void entries_append(struct entries *entries, const char *name, const void *bytes, size_t length)
{
	struct entry *entry = entries_find(entries, name);

	if (!entry)
		entry = entries_add(entries, name);
	entry_reserve(entry, entry->length + length);
	if (length)
		memcpy(entry->bytes + entry->length, bytes, length);
	entry->length += length;
	entry->bytes[entry->length] = '\0';
}

void entries_set(struct entries *entries, const char *name, const void *bytes, size_t length)
{
	struct entry *entry = entries_find(entries, name);

	if (entry)
		entry->length = 0;
	entries_append(entries, name, bytes, length);
}

bool entries_remove(struct entries *entries, const char *name)
{
	struct entry *entry = entries_find(entries, name);
	size_t at;

	if (!entry)
		return false;
	at = (size_t)(entry - entries->all);
	free(entry->name);
	free(entry->bytes);
	entries->n--;
	memmove(entry, entry + 1, (entries->n - at) * sizeof(*entry));
	return true;
}

void entries_free(struct entries *entries)
{
	for (size_t i = 0; i < entries->n; i++) {
		free(entries->all[i].name);
		free(entries->all[i].bytes);
	}
	free(entries->all);
	*entries = (struct entries){ 0 };
}
