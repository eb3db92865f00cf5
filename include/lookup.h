/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * lookup.h: from the hash of a name to positions in an array. Floor 0.
 *
 * A lookup knows no keys: it gives each position that was added under the hash, and the caller compares.
 */
#ifndef LOOKUP_H
#define LOOKUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct lookup_slot;

/* {0} is an empty lookup. */
struct lookup {
	struct lookup_slot *slots;
	size_t n, room;
};

/* Goes on from `hash`, which starts at 0; NULL hashes like no string does. */
uint64_t hash_string(uint64_t hash, const char *);
static inline uint64_t hash_pair(const char *one, const char *other)
{
	return hash_string(hash_string(0, one), other);
}

void lookup_add(struct lookup *, uint64_t hash, size_t position);

/* Each position that was added under `hash`, in no special order. `cursor` starts at 0. */
bool lookup_next(const struct lookup *, uint64_t hash, size_t *cursor, size_t *ret_position);
void lookup_free(struct lookup *);

#endif
