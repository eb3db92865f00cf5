/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * document.h: what programs get instead of text: one document a run. Private to cli.
 *
 * A document begins with its format, that format's version and pawl's, and ends with findings and exit code;
 * unknown keys are to be ignored. What stands between is a table of rows (document_rows.h).
 */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include "address.h"
#include "document_rows.h"
#include "last_run.h"

/* A JSON value. The one from document_new is to be freed; the others belong to what they were added to. */
struct document *document_new(void); /* an empty map */
void document_free(struct document *);
char *document_text(const struct document *); /* as JSON, for the caller to free */
void document_print_json(const struct document *, FILE *);
void document_print_yaml(const struct document *, FILE *);
void document_print_markdown(const struct document *, FILE *);
void document_print_dot(const struct document *, FILE *);
char *document_line(const struct document *); /* JSON on one line; the caller frees it */

/* Configuration, as files of it are written. */
struct document *document_of_wish(const struct state *);

struct document *document_map(struct document *map, const char *key);
void document_adopt(struct document *map, const char *key, struct document *value); /* takes it over */
struct document *document_list(struct document *map, const char *key);
struct document *document_entry(struct document *list); /* a map, added to the list */
void document_add_item(struct document *list, const char *words);
void document_add_item_number(struct document *list, int64_t number);
void document_add_words(struct document *map, const char *key, const char *words); /* NULL: null */
void document_add_number(struct document *map, const char *key, int64_t number);
void document_add_flag(struct document *map, const char *key, bool flag);

/* What the rows tell of the thing, into the map. */
void document_write(struct document *map, const struct document_row *, const void *thing);

/* A new document of that form, without its end; and the end of all documents. */
struct document *document_start(const struct document_form *, const void *thing);
void document_finish(struct document *, struct session *, enum outcome);

/* The things that documents tell of. */
struct document_host {
	const char *name; /* NULL: not known */
	const struct survey *survey;
};
struct document_functions {
	const struct survey *survey;
	const struct chosen *chosen; /* NULL: all */
	const struct state *want;    /* NULL: no handles */
};
struct document_show {
	struct document_host host;
	struct document_functions functions;
};
struct document_plan {
	struct document_host host;
	const struct plan *plan;
	const enum step_result *results; /* one a step; NULL: nothing was applied */
	bool refused;
	const struct session *session; /* whose configuration it was made from */
	struct document_functions end; /* of a rehearsal; survey NULL: it came to none */
};
struct differences;
struct document_assert {
	struct document_host host;
	const struct plan *plan;
	const struct differences *differences;
};
struct document_valid {
	bool valid;
	size_t files, hosts;
};
struct document_lock {
	char *object, *holder;
};
struct document_status {
	struct document_host host;
	const struct last_run *run; /* NULL: not known, nor are the debts */
	const struct runs *runs;
	const struct document_lock *locks;
	size_t n_locks;
	bool hidden; /* not all locks could be looked at */
};

/* What `history` tells. */
struct ledger;
struct document_history {
	const struct ledger *ledger;
	const struct runs *runs;
};

struct document_ledger {
	struct document_host host;
	const struct ledger *ledger;
};
struct document_consent {
	const char *guest, *id;
	const struct survey *survey;
	const struct ledger *ledger;
	char *const *ports;
	const struct closure *closures; /* one a port; NULL: nobody looked for them */
	size_t n;
	bool noted;
};
bool ledger_names(const struct applied *kept); /* its object is a name, of what is there as far as is known */
/* The ids of those to whom pawl has given what has this name, "1 5". */
void ledger_given(const struct survey *, const struct applied *name, struct text *ids);

/* As sysfs prints it. */
#define ADDRESS_PRINTED "^" ADDRESS_PATTERN("a-f") "$"

/* Their rows, for documents that hold them. */
extern const struct document_row plan_rows[], host_rows[], doubt_rows[], claim_doubt_rows[], function_rows[],
	finding_rows[], drive_rows[], naming_rows[];
extern const struct row_source identity_source; /* what a function is known by */

#endif
