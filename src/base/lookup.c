/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A hash table with open addressing, from hashes to positions. */
#include "lookup.h"
#include "text.h"
#include <stdlib.h>

struct lookup_slot {
	uint64_t hash;
	size_t next; /* position + 1; 0: the slot is free */
};

/* FNV-1a, 64 bits of Fowler, Noll and Vo, with the end of the string: "ab" then "c" is not "a" then "bc". */
uint64_t hash_string(uint64_t hash, const char *string)
{
	hash ^= 0xcbf29ce484222325;
	if (!string)
		return (hash ^ 0x100) * 0x100000001b3;
	do
		hash = (hash ^ (unsigned char)*string) * 0x100000001b3;
	while (*string++);
	return hash;
}

/* Where the search for a hash starts. Slots are chosen by low bits: the high ones must reach them. */
static uint64_t slot_start(uint64_t hash)
{
	hash = (hash ^ hash >> 32) * 0x9e3779b97f4a7c15;
	return hash ^ hash >> 32;
}

static void lookup_place(struct lookup *lookup, uint64_t hash, size_t position)
{
	size_t mask = lookup->room - 1, at = slot_start(hash) & mask;

	while (lookup->slots[at].next)
		at = (at + 1) & mask;
	lookup->slots[at] = (struct lookup_slot){ .hash = hash, .next = position + 1 };
}

static void lookup_grow(struct lookup *lookup)
{
	struct lookup old = *lookup;

	lookup->room = old.room ? 2 * old.room : 16;
	lookup->slots = memory_new(lookup->room, sizeof(*lookup->slots));
	for (size_t i = 0; i < old.room; i++) {
		if (old.slots[i].next)
			lookup_place(lookup, old.slots[i].hash, old.slots[i].next - 1);
	}
	free(old.slots);
}

void lookup_add(struct lookup *lookup, uint64_t hash, size_t position)
{
	if (2 * (lookup->n + 1) > lookup->room)
		lookup_grow(lookup);
	lookup_place(lookup, hash, position);
	lookup->n++;
}

bool lookup_next(const struct lookup *lookup, uint64_t hash, size_t *cursor, size_t *ret_position)
{
	const uint64_t start = slot_start(hash);

	while (*cursor < lookup->room) {
		const struct lookup_slot *slot = &lookup->slots[(start + *cursor) & (lookup->room - 1)];

		if (!slot->next)
			return false;
		(*cursor)++;
		if (slot->hash != hash)
			continue;
		*ret_position = slot->next - 1;
		return true;
	}
	return false;
}

void lookup_free(struct lookup *lookup)
{
	free(lookup->slots);
	*lookup = (struct lookup){ 0 };
}
