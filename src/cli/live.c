/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Draws lines at the end of a terminal again and again. */
#include "live.h"
#include <string.h>

unsigned live_columns(const struct world *world)
{
	return !world->piped && world->err_columns ? world->err_columns(world) : 0;
}

/*
 * A terminal that has become narrower since has broken the lines anew, so that they take more rows. CPL and
 * ED are in ECMA-48, 8.3.13 and 8.3.39.
 */
void live_clear(struct live *live)
{
	unsigned columns = live_columns(live->world);
	size_t rows = 0;

	for (size_t i = 0; i < live->n && columns; i++)
		rows += live->columns[i] > columns ? (live->columns[i] + columns - 1) / columns : 1;
	if (rows)
		fprintf(live->world->err, "\033[%zuF\033[J", rows);
	live->n = 0;
}

/* As much of the line as fits, and what it takes. The last column stays free: a full row may break. */
static size_t line_cut(const char *line, size_t length, unsigned columns, struct text *text)
{
	size_t taken = 0;

	for (size_t at = 0; at < length && taken + 1 < columns; taken++) {
		size_t bytes = character_length(line + at, length - at);

		text_add_bytes(text, bytes ? line + at : "?", bytes ? bytes : 1);
		at += bytes ? bytes : 1;
	}
	text_add(text, "\n");
	return taken;
}

void live_draw(struct live *live, const struct text *lines)
{
	unsigned columns = live_columns(live->world);
	AUTO_TEXT struct text text = { 0 };
	const char *line = text_string(lines), *end;

	for (; columns && live->n < LIVE_LINES && (end = strchr(line, '\n')); line = end + 1)
		live->columns[live->n++] = line_cut(line, (size_t)(end - line), columns, &text);
	fputs(text_string(&text), live->world->err);
	fflush(live->world->err);
}
