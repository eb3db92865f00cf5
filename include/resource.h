/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * resource.h: one shape for wish, observation and change: a list of typed resources. Floor 2, model.
 */
#ifndef RESOURCE_H
#define RESOURCE_H

#include "field.h"
#include "lookup.h"

struct changes;
struct knob;
struct plan;
struct resource;
struct state;
struct survey;

/* What a resource can be: one row of the table in kind.h. */
struct kind {
	const char *name, *summary;
	/* Its place in the YAML: the kind that it stands under (NULL: the top of the file), by which key,
	 * and the type of the entries' names when the key holds a map of them (NULL: it holds one body). */
	const char *under, *key;
	const struct value_type *entries;
	const char *entry_help; /* what the entries' names stand for: HANDLE, NAME */
	const char *entry_key;  /* of those of a device: "ns" of "ssd0.ns.db"; NULL: the name is enough */
	bool required;
	bool implies_around; /* what it implies stands below others, and is wished for its sake alone */
	const struct kind *after[4]; /* kinds whose steps come first on the same device */
	size_t size;
	const struct field *fields;
	/* Its bodies are written like that kind's and go into those: defaults, classes. NULL: its own. */
	const struct kind *like;

	/* Mistakes that show without a machine: findings, errors or warnings. NULL: there are none. */
	void (*check)(const struct resource *, const struct state *, struct report *);
	/* The same of what is missing: asked only when all of the host could be read. */
	void (*check_missing)(const struct resource *, const struct state *, struct report *);
	/* Adds what this resource implies on this machine, with `cause` set to it, and gives it what no YAML
	 * says of it (FIELD_OBSERVED). NULL: nothing is implied. */
	void (*derive)(struct resource *, const struct survey *, struct state *);
	/* Derives anew what rests on others of the wish, when --target has left some out. NULL: nothing. */
	void (*narrow)(struct resource *, const struct survey *, const struct state *);
	/* Fills have->body from the survey; 0, or -1 when it cannot be told (a finding says why).
	 * What does not exist yet is an empty body, and 0. NULL: nothing of it is on the machine. */
	int (*observe)(
		const struct survey *, const struct resource *want, struct resource *have, struct report *);
	/* The wish says what that knob is to be, to be turned or not: of the device's VF of that number, or,
	 * -1, of the device itself. NULL: it says so of none. */
	bool (*has_word)(const struct resource *want, const struct knob *, int64_t vf);
	/* Adds the steps of all its changes. NULL: nothing to turn. */
	void (*steps)(const struct changes *, const struct survey *, struct plan *);
};

/*
 * `name` is the address that people use: "nic0", "nic0.vfs", "nic0.vf.3.driver". `under` is the resource that
 * it stands below in the YAML, NULL at the top; `cause` the one that implied it, NULL when it was written by
 * hand. `at` is the place of its key; at_fields[i], when at_fields is not NULL, that of row i's value;
 * behind them those of the rows of nested maps.
 * The resource owns its name, body, at_fields and former.
 */
struct resource {
	const struct kind *kind;
	char *name;
	struct place at, *at_fields;
	void *body; /* kind->size bytes, read through kind->fields */
	const struct resource *under, *cause;
	char *former; /* derived: what pawl calls it until it is applied; NULL: so, or it is not known */
	bool blocked; /* derived: nothing is planned for it, and a gate tells why */
};

/* Pointers to resources stay valid until state_free. */
struct state {
	struct resource **all;
	size_t n;
	struct lookup by_name; /* kept by state_add */
};

/* Adds an empty resource and returns it; the name is copied. */
struct resource *state_add(
	struct state *, const struct kind *, const char *name, const struct resource *under);
struct resource *state_find(const struct state *, const struct kind *, const char *name); /* NULL: none */
void state_free(struct state *);

/* Adds a copy of `like` with places and cause, under another name and resource. */
struct resource *state_copy(
	struct state *, const struct resource *like, const char *name, const struct resource *under);

/* Frees, or moves to `rest`, all that `keep` says no to: nothing that stays is under it or caused by it. */
void state_keep(struct state *, bool (*keep)(const struct resource *, void *data), void *data);
void state_part(
	struct state *, bool (*keep)(const struct resource *, void *data), void *data, struct state *rest);

/* A resource on its own, as observations are made; resource_free(NULL) is fine. */
struct resource *resource_new(const struct kind *, const char *name, const struct resource *under);
void resource_free(struct resource *);

bool resource_given(const struct resource *, size_t row);

/* Where the YAML gives row's value, else where it gives the resource, else where it gives its cause. */
struct place resource_place(const struct resource *, size_t row);
/* The same of a row of the map that row is; where that is not known, the map's. */
struct place resource_place_in(const struct resource *, size_t row, size_t inner);
size_t places_count(const struct field *);          /* of at_fields */
size_t places_of(const struct field *, size_t row); /* where those of a nested map begin */

/* The nearest resource of that kind at or above this one, NULL when there is none. */
const struct resource *resource_above(const struct resource *, const struct kind *);

#endif
