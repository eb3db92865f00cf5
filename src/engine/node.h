/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * node.h: YAML as trees of our own, between the files that load it. Floor 4, engine, private.
 *
 * engine/load.c makes the trees and is the only file that knows the library which reads YAML. They live in a
 * pool as long as the wish does: each host is made of them when it is asked for.
 */
#ifndef NODE_H
#define NODE_H

#include "arena.h"
#include "wish.h"

#define RENDER_FIRST "render first, pipe to -f -"

#define TOO_LARGE_HINT "plan for a part of the hosts at a time"

/* What all that is given together may not exceed, so that no file can fill the memory. */
enum {
	MOST_BYTES = 64 << 20,
	MOST_LEVELS = 64,
	MOST_DOCUMENTS = 20000,
	MOST_KEY = 1024,        /* bytes; as YAML has it for keys in one line (1.2.2, section 7.4.2) */
	MOST_VALUES = 5000000,  /* written in the files */
	MOST_ALIASED = 1000000, /* made by aliases, with at most MOST_BYTES of text */
	MOST_MERGED = 30000000, /* made for hosts by defaults and classes, one host after the other */
	MOST_MERGED_BYTES = 512 << 20,
};

/* NODE_REPORTED: a finding says already what is wrong with it; nobody complains again. */
enum node_shape { NODE_SCALAR, NODE_MAP, NODE_LIST, NODE_REPORTED };

/* `at` of a map in block style is its first key. */
struct node {
	enum node_shape shape;
	bool plain;       /* a scalar without quotes: "~" and "null" are nothing */
	bool open;        /* still being read: an alias to it would never end */
	bool template;    /* holds "${" */
	bool shared;      /* came from defaults or a class, where what is wrong with it by itself is told */
	bool for_nothing; /* a null for a key that no layer below it gives */
	unsigned length;  /* of the text, in bytes */
	const char *text; /* of a scalar; copies share it */
	struct place at;
	const struct place *alias; /* of the alias that made this copy; NULL: stands where it was written */
	struct node *key;          /* what leads to it in a map */
	struct node *first, *last, *next;
	struct names *names; /* of a map with many keys that layers were laid over: its keys */
};

/* load_pool.c: memory that is released as a whole. {0} is an empty pool. */
struct pool_names;
struct pool {
	struct arena arena;
	struct pool_names *names;
};
void *pool_new(struct pool *, size_t size); /* zeroed */
char *pool_string(struct pool *, const char *bytes, size_t n);
void pool_free(struct pool *);

/* load_names.c: from names to nodes, in the order of their coming; the strings are the caller's. */
struct name {
	const char *name;
	struct node *node;
	const struct resource *under; /* of a host: its file */
};
struct names {
	struct name *all;
	size_t n;
	struct lookup by_name;
};
struct name *names_find(const struct names *, const char *name); /* NULL: none; valid until the next set */
struct name *names_set(struct names *, const char *name, struct node *);
char *names_meant(const struct names *, const char *word); /* "; did you mean \"x\"?" or ""; caller frees */
void names_free(struct names *);
struct names *names_new(struct pool *); /* empty, and released with the pool */

/* One YAML document. root NULL: the file is empty. */
struct document_tree {
	const struct source *source;
	struct node *root;
	struct resource *file;
};

/* All that was read. */
struct loaded {
	struct document_tree *trees;
	size_t n;
	struct pool pool;
	size_t n_bytes, n_values;
	size_t n_aliased, n_aliased_bytes;
	bool incomplete; /* something could not be read: a class that is missing may stand there */
	/* from wish_join on: what hosts are made of */
	struct names classes, hosts;
	struct node *defaults; /* NULL: there are none */
};
struct loaded *wish_loaded(struct wish *);
void loaded_free(struct loaded *);

/* The loading of one file, or the join of all. */
struct load {
	struct state *state;
	struct loaded *loaded;
	const struct source *source;
	struct report *report;
	size_t n_mistakes, n_warnings;
	size_t n_merged, n_merged_bytes;
	struct lookup told; /* by id, place and text */
	bool partial;       /* a body without all of its layers: nothing is required of it */
};
void load_end(struct load *);

/* Adds an ERROR like `like`. After so many that nobody reads on, it says so once and is silent. */
void load_error(struct load *, const struct finding *like, const char *format, ...) PRINTF_LIKE(3, 4);
void load_finding(struct load *, const struct finding *); /* an error or a warning, as a kind has made it */
bool load_is_full(const struct load *);

/* The same about a node, at its place. Silent where it was told already: of a shared body, of an alias. */
void node_error(struct load *, const struct node *, const struct finding *like, const char *format, ...)
	PRINTF_LIKE(4, 5);
void node_warning(struct load *, const struct node *, const struct finding *like, const char *format, ...)
	PRINTF_LIKE(4, 5);

struct node *node_new(struct pool *, enum node_shape, struct place at);
struct node *node_copy(struct pool *, const struct node *); /* without key and children */
void node_append(struct node *parent, struct node *child);
struct node *node_child(const struct node *map, const char *key); /* NULL: none */
bool node_is_nothing(const struct node *);                        /* empty, "~" or "null" */
const char *node_what(const struct node *);                       /* "a list", "empty" */

/* load.c: adds the documents of the load's source. -1 when the rest of it cannot be read. */
int load_read(struct load *);
struct place source_place(const struct source *, size_t offset); /* load_source.c: of a byte */

/* load_alias.c: a copy of what an anchor names, for an alias at `at`, `level` levels deep. NULL: refused. */
struct node *node_alias(struct load *, const struct node *anchored, struct place at, unsigned level);

/* Reports and takes out what is wrong in any YAML of pawl, whatever its keys mean; carries `<<` out. */
void load_check(struct load *, struct node *);
void load_merge_key(struct load *, struct node *map); /* load_merge.c */

/*
 * load_layers.c: `over` laid over `base`, which lives in `pool` and is changed; NULL: a copy of `over`.
 * `shared`: `over` is told where it was written, not once more for each host.
 */
struct node *load_layer(
	struct load *, struct pool *, struct node *base, const struct node *over, bool shared);
void load_mark_nothing(struct node *map); /* of what no layer is below */

/* load_decode.c: trees into resources by the tables of the kinds. */
void load_decode_file(struct load *, struct document_tree *);
void load_decode_body(
	struct load *, const struct kind *, const char *name, const struct resource *under, struct node *);
void load_check_name(struct load *, const struct kind *, const struct node *key);

/* load_twice.c: FIELD_UNIQUE rows that two resources beside one another give alike. */
void load_check_twice(struct load *);

/* load_hosts.c: hosts whose names differ in the case of letters only. */
void load_check_hosts(struct load *);

/* load_kinds.c: mistakes that only the kinds know. */
void load_check_kinds(struct load *);

/*
 * load_trap.c: what a YAML 1.1 reader takes a plain scalar for, "the number 1020.0", when that is something
 * else than `type` means; NULL: the same; the caller frees it. And the warning that says so.
 */
char *yaml11_words(const struct node *scalar, const struct value_type *type);
void load_check_yaml11(struct load *, const struct node *scalar, const struct value_type *type);

/* What stands in a file, fit for a message: quoted, printable, not too long. The caller frees it. */
char *word_quote(const char *);

#endif
