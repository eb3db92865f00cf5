/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * field.h: the field table. One row is one key in YAML, JSON, text, schema and manual. Floor 2, model.
 *
 * A body is a struct whose FIRST member is `uint64_t set`: bit i tells that row i of its table was given.
 * What was not given is not touched; no value means "not given".
 */
#ifndef FIELD_H
#define FIELD_H

#include "report.h"
#include "values.h"
#include <stdint.h>

struct field;

enum shape { SHAPE_SCALAR, SHAPE_MAP, SHAPE_LIST };

/* A list's member in a body: n items, each of field.item's size, or bodies of field.item_size for maps. */
struct list {
	void *items;
	struct place *at; /* where each stands in the YAML */
	size_t n;
};

/* What a value is. A scalar type has all four functions; a map is walked through field.fields instead. */
struct value_type {
	const char *name;      /* "a PCI address": messages say "must be NAME" */
	const char *json_type; /* "string", "integer"; an integer with a pattern may be a string too */
	const char *pattern;   /* of its text, for the JSON Schema; NULL: any */
	enum shape shape;
	size_t size;
	/* 0 and *value set, or -1, *value as it was, and `why` says what is wrong */
	int (*parse)(const struct field *, const char *text, void *value, struct text *why);
	void (*print)(const void *value, struct text *);
	bool (*equal)(const void *, const void *);
	void (*clear)(void *value);
};

/* What a change of the field costs; the dearest of a change's fields is the cost of the change. */
enum cost { COST_LIVE, COST_REBIND, COST_RECREATE, COST_RESTART_GUEST, COST_REBOOT, COST_ONE_WAY };

enum field_flag {
	FIELD_REQUIRED = 1,
	FIELD_OBSERVED = 2,   /* seen; no key in YAML: a wish has it only as derived or resolved */
	FIELD_ALONE = 4,      /* `driver: X` may stand for `driver: {name: X}`: the kind's only value */
	FIELD_UNCOMPARED = 8, /* says what is meant, or implies other resources: makes no change by itself */
	FIELD_SOME = 16,      /* a map that must give one of its keys at least */
	FIELD_UNIQUE = 32,    /* no two resources beside one another give the same */
	FIELD_WRITING = 64,  /* how the file says it; what came of it is in the plan, and no part of its id */
	FIELD_NETWORK = 128, /* of functions of network controllers alone */
	FIELD_FIXED = 256,   /* said when it is made, never changed: compared where it was found otherwise */
	FIELD_INNER = 512,   /* for the kinds themselves: no document has it */
};

/* A table ends with a row whose name is NULL. */
struct field {
	const char *name, *help;
	const struct value_type *type;
	size_t offset;
	const char *standard;          /* what not given means, as text; NULL: nothing is said then */
	int64_t min, max;              /* of numbers; both 0: any */
	const char *const *choices;    /* NULL-ended */
	const struct field *fields;    /* of a map, or of a list's maps: their rows */
	const struct value_type *item; /* of a list: what each of its items is */
	size_t item_size;              /* of a list of maps: sizeof their body */
	void (*tell)(const void *value, struct text *); /* for people, where its text is not; NULL: it is */
	unsigned flags;
	enum cost cost;
};

/* .offset of a member, refused by the compiler when its type is not the value type's C type. */
#define FIELD_AT(body, member, c_type)                                                                       \
	(offsetof(body, member) +                                                                            \
		0 * sizeof(char[__builtin_types_compatible_p(__typeof__(((body *)0)->member), c_type)        \
					? 1                                                                  \
					: -1]))

size_t fields_count(const struct field *);
bool field_given(const void *body, size_t row);
void field_set_given(void *body, size_t row);

/* Adds an empty item to the list that is field's; list_item gives the i-th. */
void *list_add(const struct field *, struct list *, struct place at);
void *list_item(const struct field *, const struct list *, size_t i);

/* Parses text into row's member of the body, checks type and range, sets the bit. 0, or -1 with `why`. */
int field_parse(const struct field *table, size_t row, void *body, const char *text, struct text *why);
/* The same, and what is no value of the row is left out. */
void field_take(const struct field *table, size_t row, void *body, const char *text);

/* The value as text, as parse or YAML would take it; nothing is added for a value that is not given. */
void field_print(const struct field *table, size_t row, const void *body, struct text *);

/* Whether it says more than leaving it out would: something else than the standard, or no empty list. */
bool field_says(const struct field *table, size_t row, const void *body);

/* What it is, with the standard. */
void field_help(const struct field *, struct text *);

/* Bits of the compared rows that `want` gives and `have` does not give or gives otherwise. */
uint64_t fields_differ(const struct field *table, const void *have, const void *want);

/* Gives `to` all that `from` gives, with strings of its own. `to` is an empty body of the same table. */
void fields_copy(const struct field *table, void *to, const void *from);

/* Frees what the values own, for maps too, and clears the bits; the body itself stays the caller's. */
void fields_clear(const struct field *table, void *body);

#endif
