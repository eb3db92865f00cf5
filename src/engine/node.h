/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * node.h: one file of YAML as a tree of our own, between the files that load it. Floor 4, engine, private.
 *
 * engine/load.c makes the tree and is the only file that knows the library which reads YAML.
 */
#ifndef NODE_H
#define NODE_H

#include "wish.h"

#define RENDER_FIRST "render first, pipe to -f -"

/* NODE_REPORTED: a finding says already what is wrong with it; nobody complains again. */
enum node_shape { NODE_SCALAR, NODE_MAP, NODE_LIST, NODE_REPORTED };

/* `at` of a map in block style is its first key. */
struct node {
	enum node_shape shape;
	bool plain; /* a scalar without quotes: "~" and "null" are nothing */
	char *text; /* of a scalar */
	struct place at;
	struct node *key; /* what leads to it in a map */
	struct node *first, *last, *next;
};

/* The loading of one file. */
struct load {
	struct state *state;
	const struct source *source;
	struct report *report;
	size_t n_mistakes;
};

/* Adds an ERROR like `like`. After so many that nobody reads on, it says so once and is silent. */
void load_error(struct load *, const struct finding *like, const char *format, ...) PRINTF_LIKE(3, 4);

struct node *node_new(enum node_shape, struct place at);
void node_append(struct node *parent, struct node *child);
struct node *node_child(const struct node *map, const char *key); /* NULL: none */
bool node_is_nothing(const struct node *);                        /* empty, "~" or "null" */
const char *node_what(const struct node *);                       /* "a list", "empty" */
void node_free(struct node *);

/* Reports and takes out what is wrong in any YAML of pawl, whatever its keys mean. */
void load_check(struct load *, struct node *);

/* Turns the tree into resources by the tables of the kinds. NULL: the file is empty. */
void load_decode(struct load *, const struct node *);

/* load_twice.c: FIELD_UNIQUE rows that two resources beside one another give alike. */
void load_check_twice(struct load *);

/* What stands in a file, fit for a message: quoted, printable, not too long. The caller frees it. */
char *word_quote(const char *);

#endif
