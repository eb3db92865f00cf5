/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * topics.h: everything that `pawl explain` knows, each topic put together from its own row. Private to cli.
 */
#ifndef TOPICS_H
#define TOPICS_H

#include "cli.h"

/* One thing to explain. Every string is the topic's own; NULL where there is nothing to say. */
struct topic {
	const char *group; /* static */
	const char *name, *means, *note, *takes, *why, *fix;
};
struct topics {
	struct topic *all;
	size_t n;
};

/* All of them, group after group, in the order of their tables. */
void topics_collect(struct topics *);
void topics_free(struct topics *);

/*
 * Whether `word` means the topic: its name; "4" for "exit-4"; of a key any end of its address, with or
 * without the names of entries: "count", "vfs.count". MEANT_BY_NAME: only if a word of it is the name of an
 * entry, as in "nic0.vfs.count"; whatever is meant without that goes first.
 */
enum meant { MEANT_NOT, MEANT_BY_NAME, MEANT };
enum meant topic_fits(const struct topic *, const char *word);

/* The topic that was meant, NULL when none is near. */
const char *topic_nearest(const struct topics *, const char *word);

/* One key of the language: a kind's own, or a field. */
struct key {
	char *address; /* "hosts.NAME.devices.HANDLE.vfs.count" */
	const struct kind *kind;
	const struct field *field; /* NULL: the kind's own key */
};
struct keys {
	struct key *all;
	size_t n;
};

/* All keys that can be written, each map's before those of what is in it. */
void keys_collect(struct keys *);
void keys_free(struct keys *);
void key_takes(const struct key *, struct text *); /* "a number, 0 to 65535; required" */
void key_means(const struct key *, struct text *); /* "for each HANDLE: one PCI function ..." */
const char *cost_words(enum cost);

/* The one value that may stand for the whole map, `driver: X` for `driver: {name: X}`; NULL: none. */
const struct field *key_alone(const struct kind *);

#endif
