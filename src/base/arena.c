/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Memory that is taken piece by piece and given back all at once. */
#include "arena.h"
#include "text.h"
#include <stdlib.h>
#include <string.h>

/* The first is small: the tree of one host of a fleet is. */
enum { FIRST_CHUNK = 1 << 12, CHUNK = 1 << 16 };

struct chunk {
	struct chunk *before;
	_Alignas(max_align_t) char bytes[];
};

static struct chunk *chunk_new(size_t size)
{
	return memory_resize(NULL, sizeof(struct chunk) + size);
}

/* What is large gets a chunk of its own, behind the one in use. */
static void *take_large(struct arena *arena, size_t size)
{
	struct chunk *chunk = chunk_new(size);

	if (arena->chunks) {
		chunk->before = arena->chunks->before;
		arena->chunks->before = chunk;
	} else {
		chunk->before = NULL;
		arena->chunks = chunk;
		arena->used = arena->room = 0;
	}
	return chunk->bytes;
}

static void begin_chunk(struct arena *arena)
{
	size_t room = arena->room ? arena->room * 4 : FIRST_CHUNK;
	struct chunk *chunk;

	arena->room = room < CHUNK ? room : CHUNK;
	chunk = chunk_new(arena->room);
	chunk->before = arena->chunks;
	arena->chunks = chunk;
	arena->used = 0;
}

void *arena_take(struct arena *arena, size_t size)
{
	size_t aligned = (size + _Alignof(max_align_t) - 1) & ~(_Alignof(max_align_t) - 1);
	void *piece;

	if (aligned > FIRST_CHUNK / 4)
		return take_large(arena, aligned);
	if (!arena->chunks || arena->used + aligned > arena->room)
		begin_chunk(arena);
	piece = arena->chunks->bytes + arena->used;
	arena->used += aligned;
	return piece;
}

char *arena_copy(struct arena *arena, const char *string)
{
	size_t size;

	if (!string)
		return NULL;
	size = strlen(string) + 1;
	return memcpy(arena_take(arena, size), string, size);
}

void arena_free(struct arena *arena)
{
	while (arena->chunks) {
		struct chunk *before = arena->chunks->before;

		free(arena->chunks);
		arena->chunks = before;
	}
	*arena = (struct arena){ 0 };
}
