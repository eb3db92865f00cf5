/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * record.h: a file of JSON lines in the state directory, on the disk in their order. Floor 4, engine.
 *
 * An entry is a struct whose FIRST member is `uint64_t seq`; lines are numbered from 1. An incomplete last
 * line is a crash while it was written: dropped and reported. Anything else wrong is damage (DESIGN rule 12).
 */
#ifndef RECORD_H
#define RECORD_H

#include "host.h"
#include "report.h"

/* One row a member of the line. TEXT is char *, NULL for none; NUMBER is uint64_t; FLAG is bool. */
struct member {
	const char *name, *help;
	enum { MEMBER_TEXT, MEMBER_NUMBER, MEMBER_FLAG } type;
	size_t offset;
};

/* A row of `entry`'s member `at`. */
#define RECORD_MEMBER(entry, at, member_name, member_type, words)                                            \
	{                                                                                                    \
		.name = member_name, .help = words, .type = member_type, .offset = offsetof(entry, at)       \
	}

/* What a file holds, where it is, the ids of its findings, and what cannot be told without it. */
struct record_row {
	const char *path, *name; /* "journal" */
	const char *damaged, *torn, *unreadable, *unwritable;
	const char *lost;             /* "what earlier runs left behind cannot be told" */
	const struct member *members; /* ended by a row without a name */
	size_t size;                  /* of an entry */
	bool crc;                     /* each line ends in a CRC-32 of what it says */
	bool (*is_whole)(const void *entry);
};

struct record {
	const struct record_row *row;
	struct host *host;
	uint64_t next_seq;
	size_t torn; /* bytes of an incomplete last line */
};

/* Hands every entry to `keep`, which copies. No file is an empty one. -1 and a finding when it is damaged. */
int record_read(struct record *, void (*keep)(void *data, const void *entry), void *data, struct report *);

/* Appends one line, numbered next, and fsyncs; drops what is torn before it. -1 and a finding. */
int record_append(struct record *, const void *entry, struct report *);
int record_append_all(struct record *, const void *entries, size_t n, struct report *); /* in one write */

/* Writes the file anew with these entries, numbered from 1; nothing is torn then. -1 and a finding. */
int record_replace(struct record *, const void *entries, size_t n, struct report *);

/* Now, as entries have it: RFC 3339, UTC; the caller frees it. */
char *record_time(void);
/* Within the second of that one down to the microsecond, so that it is another; NULL: of none. */
char *record_time_after(const char *earlier);

/* A copy with strings of its own, and its end. */
void entry_copy(const struct record_row *, void *to, const void *from);
void entry_free(const struct record_row *, void *entry);

/* An entry as its line, without the newline, for the caller to free; and back: -1 when it is no such line. */
char *record_print_line(const struct record_row *, const void *entry, uint64_t seq);
int record_parse_line(const struct record_row *, const char *line, size_t length, void *ret_entry);

#endif
