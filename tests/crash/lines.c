/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Remembers what lines of records come to, for all who fork from here: --wrap=record_parse_line. */
#include "lines.h"
#include "lookup.h"
#include "memory.h"
#include "record.h"
#include <stdlib.h>
#include <string.h>

/* Those that are no entry are not kept. */
struct line {
	const struct record_row *row;
	char *bytes;
	void *entry;
};

static struct {
	struct lookup by_hash;
	struct line *all;
	size_t n;
} known;

void lines_forget(void)
{
	for (size_t i = 0; i < known.n; i++) {
		entry_free(known.all[i].row, known.all[i].entry);
		free(known.all[i].entry);
		free(known.all[i].bytes);
	}
	free(known.all);
	lookup_free(&known.by_hash);
	known.all = NULL, known.n = 0;
}

int __real_record_parse_line(const struct record_row *, const char *bytes, size_t length, void *ret_entry);
int __wrap_record_parse_line(const struct record_row *, const char *bytes, size_t length, void *ret_entry);

int __wrap_record_parse_line(const struct record_row *row, const char *bytes, size_t length, void *ret_entry)
{
	AUTO_FREE char *line = strndup(bytes, length);
	uint64_t hash = hash_string(0, line);
	size_t cursor = 0, at;
	int result;

	while (lookup_next(&known.by_hash, hash, &cursor, &at))
		if (known.all[at].row == row && string_equal(known.all[at].bytes, line)) {
			entry_copy(row, ret_entry, known.all[at].entry);
			return 0;
		}
	result = __real_record_parse_line(row, bytes, length, ret_entry);
	if (result < 0 || strlen(line) < length)
		return result;
	known.all = memory_grow(known.all, known.n, sizeof(*known.all));
	known.all[known.n] = (struct line){ .row = row, .bytes = line, .entry = memory_new(1, row->size) };
	entry_copy(row, known.all[known.n].entry, ret_entry);
	lookup_add(&known.by_hash, hash, known.n++);
	line = NULL;
	return 0;
}
