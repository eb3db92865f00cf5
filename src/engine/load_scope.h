/* SPDX-License-Identifier: GPL-2.0-or-later */
/* load_scope.h: one map of the YAML and the body that it fills, for those that decode. Floor 4, private. */
#ifndef LOAD_SCOPE_H
#define LOAD_SCOPE_H

#include "node.h"

/* A resource's map, or a nested one without kinds below it. */
struct scope {
	struct load *load;
	const char *name; /* "nic0.vfs", "nic0.select" */
	struct place at;  /* of the key that leads here */
	const struct kind *kind;
	struct resource *resource;
	const struct field *fields;
	void *body;
	struct place *at_fields; /* NULL in a nested map */
	bool inherits;           /* null takes a key back */
	bool complete;           /* what is required must be here: no other layer can give it */
};

size_t scope_row(const struct scope *, const char *key); /* without one: the table's end */
const struct kind *scope_kind(const struct scope *, const char *key);

/* hint: NULL, or what helps who meant something else. */
void report_wrong_type(const struct scope *, const struct node *, const char *expected, const char *hint);
/* "its keys are nsid, nguid, eui64, uuid": what a map of that scope may have; the caller frees it. */
char *scope_keys(const struct scope *);
void report_unknown(const struct scope *, const struct node *map, const struct node *key);

/* Every row and every kind that must be there. */
void scope_require(const struct scope *, const struct node *map);

/* load_field.c */
void decode_field(const struct scope *, size_t row, const struct node *);

/* load_decode.c: each entry of the map, then what it lacks. */
void decode_map(const struct scope *, const struct node *map);

#endif
