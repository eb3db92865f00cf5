/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows of cells as aligned columns. */
#include "print.h"
#include <stdlib.h>
#include <string.h>

#define GAP   2
#define CUT   ".." /* stands for what was cut off */
#define LEAST 16   /* columns of what is cut, however narrow the terminal */

void table_add(struct table *table, const char *cell)
{
	struct text text = { 0 };

	text_add_safe(&text, cell ? cell : "");
	table->cells = memory_grow(table->cells, table->n, sizeof(*table->cells));
	table->cells[table->n++] = text_take(&text);
}

static size_t column_width(const struct table *table, size_t column)
{
	size_t width = 0;

	for (size_t i = column; i < table->n; i += table->columns) {
		size_t columns = text_columns(table->cells[i]);

		width = columns > width ? columns : width;
	}
	return width;
}

/* The cells are safe: no escape sequence is cut in two. */
static char *cell_cut(char *cell, size_t room)
{
	struct text cut = { 0 };

	if (text_columns(cell) <= room)
		return cell;
	for (const char *at = cell; text_columns(text_string(&cut)) < room - strlen(CUT);) {
		size_t length = character_length(at, strlen(at));

		text_add_bytes(&cut, at, length);
		at += length;
	}
	text_add(&cut, CUT);
	free(cell);
	return text_take(&cut);
}

void table_drop_empty(struct table *table)
{
	for (size_t column = 0; column < table->columns; column++) {
		bool empty = true;

		for (size_t i = column + table->columns; i < table->n && empty; i += table->columns)
			empty = !*table->cells[i];
		if (empty && column < table->n)
			*table->cells[column] = '\0';
	}
}

void table_fit(struct table *table, size_t column)
{
	size_t others = 0, width = table->width, room;

	if (width == 0)
		return;

	for (size_t i = 0; i < table->columns; i++) {
		size_t own = column_width(table, i);

		others += i == column || own == 0 ? 0 : own + GAP;
	}
	room = width > others + LEAST ? width - others : LEAST;
	for (size_t i = column; i < table->n; i += table->columns)
		table->cells[i] = cell_cut(table->cells[i], room);
}

/* Spaces are kept back until a cell follows them: no line ends in one, and empty columns take no room. */
static void row_print(const struct table *table, size_t row, const size_t *widths, struct text *line)
{
	size_t owed = 0;

	for (size_t column = 0; column < table->columns && row + column < table->n; column++) {
		const char *cell = table->cells[row + column];

		if (*cell) {
			text_pad(line, owed);
			text_add(line, cell);
			owed = 0;
		}
		if (widths[column] > 0)
			owed += widths[column] - text_columns(cell) + GAP;
	}
}

void table_print(const struct table *table, const char *indent, struct text *text)
{
	AUTO_FREE size_t *widths = memory_new(table->columns, sizeof(*widths));

	for (size_t column = 0; column < table->columns; column++)
		widths[column] = column_width(table, column);
	for (size_t row = 0; row < table->n; row += table->columns) {
		struct text line = { 0 };

		text_add(&line, indent);
		row_print(table, row, widths, &line);
		char *fitting = text_take(&line);
		if (table->width)
			fitting = cell_cut(fitting, table->width);
		text_addf(text, "%s\n", fitting);
		free(fitting);
	}
}

void table_free(struct table *table)
{
	for (size_t i = 0; i < table->n; i++)
		free(table->cells[i]);
	free(table->cells);
	table->cells = NULL;
	table->n = 0;
}
