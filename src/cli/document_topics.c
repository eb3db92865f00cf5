/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What `pawl explain` says, for programs. */
#include "document_rows.h"
#include "topics.h"

#define TOPIC_WORDS(member)                                                                                  \
	static void put_##member(const void *thing, struct cell *cell)                                       \
	{                                                                                                    \
		cell_words(cell, ((const struct topic *)thing)->member);                                     \
	}
TOPIC_WORDS(name)
TOPIC_WORDS(group)
TOPIC_WORDS(means)
TOPIC_WORDS(note)
TOPIC_WORDS(takes)
TOPIC_WORDS(why)
TOPIC_WORDS(fix)

static const struct document_row topic_rows[] = {
	{ .name = "id", .help = "what `pawl explain` takes", .type = ROW_WORDS, .put = put_name },
	{ .name = "group", .help = "which table it is from", .type = ROW_WORDS, .put = put_group },
	{ .name = "means", .help = "what it means", .type = ROW_WORDS, .put = put_means },
	{
		.name = "note",
		.help = "what is to be known beside it",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_note,
	},
	{
		.name = "takes",
		.help = "of a key: which values",
		.type = ROW_WORDS,
		.flags = ROW_NULL,
		.put = put_takes,
	},
	{ .name = "why", .help = "why pawl says so", .type = ROW_WORDS, .flags = ROW_NULL, .put = put_why },
	{ .name = "fix", .help = "what to do", .type = ROW_WORDS, .flags = ROW_NULL, .put = put_fix },
	{ 0 },
};

static void put_topics(const void *thing, struct cell *cell)
{
	const struct topics *topics = thing;

	for (size_t i = 0; i < topics->n; i++)
		cell_entry(cell, &topics->all[i]);
}

static const struct document_row rows[] = {
	{
		.name = "topics",
		.help = "what was asked for, else all that there is",
		.type = ROW_LIST,
		.rows = topic_rows,
		.put = put_topics,
	},
	{ 0 },
};

const struct document_form form_topics = {
	.name = "topics",
	.help = "what `pawl explain` says",
	.rows = rows,
};
