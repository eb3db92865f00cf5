/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What pawl-json(5) tells by tables: every document and each of its keys. */
#include "document_events.h"
#include "manual.h"
#include <stdlib.h>

static const char *type_words(enum row_type type)
{
	static const char *const words[] = { [ROW_WORDS] = "text",
		[ROW_NUMBER] = "number",
		[ROW_FLAG] = "true or false",
		[ROW_MAP] = "map",
		[ROW_NAMED] = "map of maps",
		[ROW_LIST] = "list of maps",
		[ROW_WORDLIST] = "list of texts",
		[ROW_NUMBERLIST] = "list of numbers" };

	return words[type];
}

/* A table of rows, and where it was told: "host of pawl-plan". */
struct told {
	const struct document_row *rows;
	char *where;
};

/* The page as it is written; `form` NULL: outside of any document. */
struct page {
	struct text *text;
	const char *form;
	struct told *told;
	size_t n_told;
};

static const char *told_where(const struct page *page, const struct document_row *rows)
{
	for (size_t i = 0; i < page->n_told; i++)
		if (page->told[i].rows == rows)
			return page->told[i].where;
	return NULL;
}

static void told_keep(struct page *page, const char *address, const struct document_row *rows)
{
	page->told = memory_grow(page->told, page->n_told, sizeof(*page->told));
	page->told[page->n_told++] = (struct told){
		.rows = rows,
		.where = text_print("%s of pawl-%s", address, page->form),
	};
}

static void page_end(struct page *page)
{
	for (size_t i = 0; i < page->n_told; i++)
		free(page->told[i].where);
	free(page->told);
}

/* `told`: where its keys were told before, NULL: nowhere. */
static void row_print(
	struct text *text, const char *address, const struct document_row *row, const char *told)
{
	AUTO_TEXT struct text what = { 0 };

	text_addf(&what, "%s%s%s%s: %s", type_words(row->type), row->flags & ROW_NULL ? " or null" : "",
		row->flags & ROW_GAPS ? ", items may be null" : "",
		row->flags & ROW_OPTIONAL ? ", may be missing" : "", row->help);
	for (const char *const *choice = row->choices; choice && *choice; choice++)
		text_addf(&what, "%s `%s`", choice == row->choices ? ";" : ",", *choice);
	if (told)
		text_addf(&what, "; its keys are those of `%s`", told);
	text_addf(text, ".It Cm %s\n", address);
	mdoc_prose(text, text_string(&what));
}

static void rows_print(struct page *page, const char *above, const struct document_row *rows);

/* Few keys are sooner read again than looked up. */
static bool is_long(const struct document_row *rows)
{
	size_t n = 0;

	while (rows[n].type != ROW_END)
		n++;
	return n > 3;
}

static void key_print(struct page *page, const char *above, const struct document_row *row)
{
	const char *many = row->type == ROW_LIST ? "[]" : "";
	AUTO_FREE char *address = text_print("%s%s%s", above, row->name, many);
	AUTO_FREE char *below = text_print("%s%s.", address, row->type == ROW_NAMED ? ".NAME" : "");
	const char *told = row->rows ? told_where(page, row->rows) : NULL;

	row_print(page->text, address, row, told);
	if (!row->rows || told)
		return;
	if (page->form && is_long(row->rows))
		told_keep(page, address, row->rows);
	rows_print(page, below, row->rows);
}

static void rows_print(struct page *page, const char *above, const struct document_row *rows)
{
	for (const struct document_row *row = rows; row->type != ROW_END; row++) {
		if (row->type == ROW_PART)
			rows_print(page, above, row->rows);
		else if (row->type != ROW_EACH)
			key_print(page, above, row);
		for (size_t i = 0; row->type == ROW_EACH && i < row->source->n; i++) {
			struct document_row each = *row;

			row->source->fill(i, &each);
			key_print(page, above, &each);
		}
	}
}

static void list_print(struct page *page, const struct document_row *rows)
{
	text_add(page->text, ".Bl -tag -width Ds\n");
	rows_print(page, "", rows);
	text_add(page->text, ".El\n");
}

void manual_document_ends(struct text *text)
{
	struct page page = { .text = text };

	list_print(&page, document_head);
	text_add(text, ".Pp\nand ends with\n");
	list_print(&page, document_tail);
	page_end(&page);
}

void manual_documents(struct text *text)
{
	struct page page = { .text = text };

	for (size_t i = 0; document_forms[i]; i++) {
		text_addf(text, ".Ss pawl\\-%s\n", document_forms[i]->name);
		mdoc_prose(text, document_forms[i]->help);
		if (document_forms[i]->flags & FORM_FILE)
			text_add(text, "It has none of the keys that documents begin and end with.\n");
		else if (document_forms[i]->flags & FORM_ENDLESS)
			text_add(text, "It has neither findings nor an exit code.\n");
		page.form = document_forms[i]->name;
		if (document_forms[i]->rows)
			list_print(&page, document_forms[i]->rows);
	}
	page_end(&page);
}

void manual_events(struct text *text)
{
	struct page page = { .text = text };

	list_print(&page, event_head);
	for (size_t i = 0; i < N_EVENTS; i++) {
		text_addf(text, ".Ss %s\n", event_kinds[i].name);
		mdoc_prose(text, event_kinds[i].help);
		if (event_kinds[i].rows)
			list_print(&page, event_kinds[i].rows);
	}
	page_end(&page);
}
