/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * arena.h: memory that is taken piece by piece and given back all at once. Floor 0.
 */
#ifndef ARENA_H
#define ARENA_H

#include <stddef.h>

struct chunk;

/* {0} is an empty arena. */
struct arena {
	struct chunk *chunks;
	size_t used, room; /* of the chunk in use */
};

/* Fit for any type, not zeroed, and the arena's until arena_free, which makes it empty again. */
void *arena_take(struct arena *, size_t size);
char *arena_copy(struct arena *, const char *string); /* NULL for NULL */
void arena_free(struct arena *);

#endif
