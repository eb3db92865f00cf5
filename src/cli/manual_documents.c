/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What pawl-json(5) tells by tables: every document and each of its keys. */
#include "document_events.h"
#include "manual.h"

static const char *type_words(enum row_type type)
{
	static const char *const words[] = { [ROW_WORDS] = "text",
		[ROW_NUMBER] = "number",
		[ROW_FLAG] = "true or false",
		[ROW_MAP] = "map",
		[ROW_NAMED] = "map of maps",
		[ROW_LIST] = "list of maps",
		[ROW_WORDLIST] = "list of texts" };

	return words[type];
}

static void row_print(struct text *text, const char *address, const struct document_row *row)
{
	AUTO_TEXT struct text what = { 0 };

	text_addf(&what, "%s%s%s%s: %s", type_words(row->type), row->flags & ROW_NULL ? " or null" : "",
		row->flags & ROW_GAPS ? ", items may be null" : "",
		row->flags & ROW_OPTIONAL ? ", may be missing" : "", row->help);
	for (const char *const *choice = row->choices; choice && *choice; choice++)
		text_addf(&what, "%s `%s`", choice == row->choices ? ";" : ",", *choice);
	text_addf(text, ".It Cm %s\n", address);
	mdoc_prose(text, text_string(&what));
}

static void rows_print(struct text *text, const char *above, const struct document_row *rows);

static void key_print(struct text *text, const char *above, const struct document_row *row)
{
	AUTO_FREE char *address = text_print("%s%s%s", above, row->name, row->type == ROW_LIST ? "[]" : "");
	AUTO_FREE char *below = text_print("%s.", address);

	row_print(text, address, row);
	rows_print(text, below, row->rows);
}

static void rows_print(struct text *text, const char *above, const struct document_row *rows)
{
	for (const struct document_row *row = rows; row && row->type != ROW_END; row++) {
		if (row->type == ROW_PART)
			rows_print(text, above, row->rows);
		else if (row->type != ROW_EACH)
			key_print(text, above, row);
		for (size_t i = 0; row->type == ROW_EACH && i < row->source->n; i++) {
			struct document_row each = *row;

			row->source->fill(i, &each);
			key_print(text, above, &each);
		}
	}
}

static void list_print(struct text *text, const struct document_row *rows)
{
	text_add(text, ".Bl -tag -width Ds\n");
	rows_print(text, "", rows);
	text_add(text, ".El\n");
}

void manual_document_ends(struct text *text)
{
	list_print(text, document_head);
	text_add(text, ".Pp\nand ends with\n");
	list_print(text, document_tail);
}

void manual_documents(struct text *text)
{
	for (size_t i = 0; document_forms[i]; i++) {
		text_addf(text, ".Ss pawl\\-%s\n", document_forms[i]->name);
		mdoc_prose(text, document_forms[i]->help);
		if (document_forms[i]->flags & FORM_FILE)
			text_add(text, "It has none of the keys that documents begin and end with.\n");
		else if (document_forms[i]->flags & FORM_ENDLESS)
			text_add(text, "It has neither findings nor an exit code.\n");
		if (document_forms[i]->rows)
			list_print(text, document_forms[i]->rows);
	}
}

void manual_events(struct text *text)
{
	list_print(text, event_head);
	for (size_t i = 0; i < N_EVENTS; i++) {
		text_addf(text, ".Ss %s\n", event_kinds[i].name);
		mdoc_prose(text, event_kinds[i].help);
		if (event_kinds[i].rows)
			list_print(text, event_kinds[i].rows);
	}
}
