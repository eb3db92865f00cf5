/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Memory for the trees of YAML, released as a whole. */
#include "node.h"
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
static void *pool_new_large(struct pool *pool, size_t size)
{
	struct chunk *chunk = chunk_new(size);

	if (pool->chunks) {
		chunk->before = pool->chunks->before;
		pool->chunks->before = chunk;
	} else {
		chunk->before = NULL;
		pool->chunks = chunk;
		pool->used = pool->room = 0;
	}
	return memset(chunk->bytes, 0, size);
}

void *pool_new(struct pool *pool, size_t size)
{
	size_t aligned = (size + sizeof(void *) - 1) & ~(sizeof(void *) - 1);
	void *memory;

	if (aligned > FIRST_CHUNK / 4)
		return pool_new_large(pool, aligned);
	if (!pool->chunks || pool->used + aligned > pool->room) {
		size_t room = pool->room ? pool->room * 4 : FIRST_CHUNK;
		struct chunk *chunk;

		pool->room = room < CHUNK ? room : CHUNK;
		chunk = chunk_new(pool->room);

		chunk->before = pool->chunks;
		pool->chunks = chunk;
		pool->used = 0;
	}
	memory = pool->chunks->bytes + pool->used;
	pool->used += aligned;
	return memset(memory, 0, aligned);
}

char *pool_string(struct pool *pool, const char *bytes, size_t n)
{
	return memcpy(pool_new(pool, n + 1), bytes, n);
}

struct pool_names {
	struct names names;
	struct pool_names *before;
};

struct names *names_new(struct pool *pool)
{
	struct pool_names *new = pool_new(pool, sizeof(*new));

	new->before = pool->names;
	pool->names = new;
	return &new->names;
}

void pool_free(struct pool *pool)
{
	for (struct pool_names *at = pool->names; at; at = at->before)
		names_free(&at->names);
	while (pool->chunks) {
		struct chunk *before = pool->chunks->before;

		free(pool->chunks);
		pool->chunks = before;
	}
	*pool = (struct pool){ 0 };
}
