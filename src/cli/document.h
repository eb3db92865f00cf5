/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * document.h: what a command says, for programs. Private to cli.
 *
 * Every document has format_version, pawl, findings and exit_code; unknown keys are to be ignored.
 */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include "cli.h"
#include "last_run.h"

/* A JSON value. The one from document_new is to be freed; the others belong to what they were added to. */
struct document *document_new(void);
void document_free(struct document *);
void document_print_json(const struct document *, FILE *);

struct document *document_map(struct document *map, const char *key);
struct document *document_list(struct document *map, const char *key);
struct document *document_entry(struct document *list); /* a map, added to the list */
void document_add_item(struct document *list, const char *words);
void document_add_words(struct document *map, const char *key, const char *words); /* NULL: null */
void document_add_number(struct document *map, const char *key, int64_t number);
void document_add_flag(struct document *map, const char *key, bool flag);

/* The parts that documents are made of. results: one a step, NULL when nothing was applied. */
void document_add_host(struct document *, const char *name, const struct survey *);
void document_add_plan(
	struct document *, const struct plan *, const struct survey *, const enum step_result *results);
void document_add_functions(
	struct document *, const struct survey *, const char *selector, const struct state *want);
void document_add_last_run(struct document *, const struct last_run *);
void document_add_debts(struct document *, const struct survey *, const struct last_run *);
void document_add_lock(struct document *locks, const char *object, const char *holder);

/* What all documents end with. */
void document_finish(struct document *, struct session *, enum outcome);

#endif
