/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * schema.h: JSON Schemas, made from the tables that the program itself reads and writes by. Private to cli.
 *
 * Draft 7: the newest that both yaml-language-server, which editors use, and check-jsonschema take as a whole
 * (the former knows only parts of 2019-09 and 2020-12).
 */
#ifndef SCHEMA_H
#define SCHEMA_H

#include "document.h"

#define SCHEMA_EVENTS_HELP "one line of what --events tells"

/*
 * Every name that `pawl schema` takes, NULL-ended: yaml, events, those of document_forms. The caller frees
 * the array, not the names.
 */
const char **schema_names(void);

const char *schema_help(const char *name); /* what it describes; NULL: there is none */

/* The schema of that name; NULL when there is none. The caller frees it. */
struct document *schema_make(const char *name);

/* Its file's name, with the version of what it describes: "pawl-plan-1.schema.json". The caller frees it. */
char *schema_file(const char *name);

/* The kinds of schemas, into an empty map. */
void schema_write_language(struct document *);
void schema_write_events(struct document *);
void schema_write_form(struct document *, const struct document_form *);

void schema_add_rows(struct document *, const struct document_row *); /* properties and required */

/* "type": one word, or with null beside it; an integer that has a pattern may be written as a string. */
void schema_add_type(struct document *, const char *type, bool or_string, bool or_null);
void schema_add_choices(struct document *, const char *const *choices, bool or_null); /* NULL: nothing */
void schema_add_words(struct document *, const char *key, const char *words);         /* NULL: nothing */

#endif
