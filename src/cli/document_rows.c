/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Writes a thing into a document by its table of rows. */
#include "document.h"

/* Where the value of one row goes. */
struct cell {
	struct document *map, *list;
	const struct document_row *row;
	size_t index;
	bool answered;
};

void rows_walk(const struct document_row *row,
	void (*each)(const struct document_row *, size_t index, void *data), void *data)
{
	for (; row && row->type != ROW_END; row++) {
		if (row->type == ROW_PART)
			rows_walk(row->rows, each, data);
		else if (row->type != ROW_EACH)
			each(row, 0, data);
		for (size_t i = 0; row->type == ROW_EACH && i < row->source->n; i++) {
			struct document_row one = *row;

			one.source = NULL;
			row->source->fill(i, &one);
			each(&one, i, data);
		}
	}
}

/* One thing, on its way into one map. */
struct writing {
	struct document *map;
	const void *thing;
};

static void cell_close(struct cell *cell)
{
	const struct document_row *row = cell->row;

	if (cell->answered || row->flags & ROW_OPTIONAL)
		return;
	if (row->type == ROW_LIST || row->type == ROW_WORDLIST || row->type == ROW_NUMBERLIST)
		document_list(cell->map, row->name);
	else
		cell_null(cell);
}

static void row_write(const struct document_row *row, size_t index, void *data)
{
	const struct writing *writing = data;
	struct cell cell = { .map = writing->map, .row = row, .index = index };

	if (row->put)
		row->put(writing->thing, &cell);
	else
		cell_map(&cell, writing->thing);
	cell_close(&cell);
}

void document_write(struct document *map, const struct document_row *rows, const void *thing)
{
	struct writing writing = { .map = map, .thing = thing };

	rows_walk(rows, row_write, &writing);
}

static const char *cell_key(struct cell *cell)
{
	cell->answered = true;
	return cell->row->name;
}

void cell_words(struct cell *cell, const char *words)
{
	document_add_words(cell->map, cell_key(cell), words);
}

void cell_number(struct cell *cell, int64_t number)
{
	document_add_number(cell->map, cell_key(cell), number);
}

void cell_flag(struct cell *cell, bool flag)
{
	document_add_flag(cell->map, cell_key(cell), flag);
}

void cell_null(struct cell *cell)
{
	document_add_words(cell->map, cell_key(cell), NULL);
}

void cell_adopt(struct cell *cell, struct document *value)
{
	document_adopt(cell->map, cell_key(cell), value);
}

struct document *cell_open(struct cell *cell)
{
	return document_map(cell->map, cell_key(cell));
}

void cell_map(struct cell *cell, const void *thing)
{
	document_write(cell_open(cell), cell->row->rows, thing);
}

void cell_list(struct cell *cell)
{
	if (!cell->list)
		cell->list = document_list(cell->map, cell_key(cell));
}

void cell_entry(struct cell *cell, const void *thing)
{
	cell_list(cell);
	document_write(document_entry(cell->list), cell->row->rows, thing);
}

void cell_item(struct cell *cell, const char *words)
{
	cell_list(cell);
	document_add_item(cell->list, words);
}

void cell_item_number(struct cell *cell, int64_t number)
{
	cell_list(cell);
	document_add_item_number(cell->list, number);
}

size_t cell_index(const struct cell *cell)
{
	return cell->index;
}
