/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * document_rows.h: what documents hold: tables of rows, one row a key. Private to cli.
 *
 * Writing a document walks its table; its JSON Schema and pawl-json(5) come from the same rows.
 */
#ifndef DOCUMENT_ROWS_H
#define DOCUMENT_ROWS_H

#include "cli.h"

enum row_type {
	ROW_END, /* of a table */
	ROW_WORDS,
	ROW_NUMBER,
	ROW_FLAG,
	ROW_MAP,      /* by `rows`; without rows a map of any keys */
	ROW_NAMED,    /* a map of maps: names that fit `pattern`, each by `rows` */
	ROW_LIST,     /* of maps, by `rows` */
	ROW_WORDLIST, /* of words */
	ROW_NUMBERLIST,
	ROW_PART, /* no key of its own: the keys of `rows` stand here */
	ROW_EACH, /* no key of its own: the keys of `source` stand here */
};

enum row_flag {
	ROW_NULL = 1,     /* null when there is none */
	ROW_OPTIONAL = 2, /* left out when there is nothing to say */
	ROW_GAPS = 4,     /* of a list: items may be null */
};

struct cell;
struct document_row;

/* Keys that another table of the program names, as attributes[]: fills in their rows. */
struct row_source {
	size_t n;
	void (*fill)(size_t index, struct document_row *);
};

/* `put` gives the value of `thing` to the cell. A map without one is of the thing itself. */
struct document_row {
	const char *name, *help;
	enum row_type type;
	unsigned flags;
	const char *pattern, *const *choices; /* of words; choices end in NULL */
	const struct document_row *rows;
	const struct row_source *source;
	void (*put)(const void *thing, struct cell *);
};

enum form_flag {
	FORM_ENDLESS = 1, /* neither findings nor exit code end it: a file, one line of a stream */
	FORM_FILE = 2, /* a file that pawl reads too, written elsewhere: neither beginning nor end are such */
};

/* A document: "pawl-NAME", its version, then what the rows tell of one thing, then findings and exit code. */
struct document_form {
	const char *name, *help;
	const struct document_row *rows;
	unsigned flags;
};
extern const struct document_form form_findings, form_validate, form_show, form_plan, form_apply,
	form_rehearsal, form_assert, form_fleet, form_saved, form_status, form_ledger, form_history,
	form_consent, form_topics, form_facts, form_printed;
extern const struct document_form *const document_forms[]; /* NULL-ended */

extern const struct document_row run_rows[]; /* of a `struct run` (runs.h) */

/* What every document begins and ends with. */
extern const struct document_row document_head[], document_tail[];

/* Each row that gives a key, in order; `index` is that of a source's row. */
void rows_walk(const struct document_row *,
	void (*each)(const struct document_row *, size_t index, void *data), void *data);

/* How `put` answers. Without an answer an optional row is left out, a list is empty, anything else null. */
void cell_words(struct cell *, const char *); /* NULL: null */
void cell_number(struct cell *, int64_t);
void cell_flag(struct cell *, bool);
void cell_null(struct cell *);
void cell_map(struct cell *, const void *thing);
void cell_entry(struct cell *, const void *thing); /* one more of a list */
void cell_list(struct cell *);                     /* a list, be it an empty one */
void cell_item(struct cell *, const char *);       /* one more of a list of words */
void cell_item_number(struct cell *, int64_t);
size_t cell_index(const struct cell *); /* which row of the source it is */

/* The map itself, for what has a table of its own: field tables. */
struct document *cell_open(struct cell *);
void cell_adopt(struct cell *, struct document *); /* a map that is made already */

#endif
