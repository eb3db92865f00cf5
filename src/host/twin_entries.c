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

void entries_set(struct entries *entries, const char *name, const void *bytes, size_t length)
{
	struct entry *entry = entries_find(entries, name);
	char *copy = memory_new(length + 1, 1);

	if (!entry)
		entry = entries_add(entries, name);
	if (length)
		memcpy(copy, bytes, length);
	free(entry->bytes);
	entry->bytes = copy;
	entry->length = length;
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
