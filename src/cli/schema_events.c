/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The JSON Schema of one line of --events, from the rows of all its kinds. */
#include "document_events.h"
#include "schema.h"

static void add_kind(struct document *schema, const struct event_kind *kind)
{
	const char *const names[] = { kind->name, NULL };
	struct document_row whole[] = {
		event_head[0],
		{ .type = ROW_PART, .rows = event_head + 1 },
		{ .type = ROW_PART, .rows = kind->rows },
		{ 0 },
	};

	whole[0].choices = names;
	document_add_words(schema, "title", kind->name);
	document_add_words(schema, "description", kind->help);
	schema_add_rows(schema, whole);
}

void schema_write_events(struct document *schema)
{
	struct document *kinds_of_lines;

	document_add_words(schema, "title", "pawl-events, version 1");
	document_add_words(schema, "description", SCHEMA_EVENTS_HELP);
	document_add_words(schema, "type", "object");
	kinds_of_lines = document_list(schema, "anyOf");
	for (size_t i = 0; i < N_EVENTS; i++)
		add_kind(document_entry(kinds_of_lines), &event_kinds[i]);
}
