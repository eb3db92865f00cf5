/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Memory for the values of one JSON document: taken piece by piece, given back all at once. */
#include "facts_parsing.h"
#include <jansson.h>
#include <stddef.h>
#include <stdlib.h>

/* A small machine's facts are some thousand values, most of less than a hundred bytes. */
#define CHUNK ((size_t)64 << 10)

struct chunk {
	struct chunk *before;
	size_t size;
	max_align_t bytes[];
};

/* jansson's functions have no place for an argument: one document at a time. */
static struct chunk *chunks;
static struct chunk *spare; /* for the next document: a fleet has a thousand */
static size_t left;
static char *next;

static struct chunk *chunk_new(size_t size)
{
	struct chunk *chunk = memory_resize(NULL, sizeof(*chunk) + size);

	chunk->size = size;
	return chunk;
}

static struct chunk *chunk_take(size_t size)
{
	struct chunk *chunk = spare;

	if (!chunk || size > CHUNK)
		return chunk_new(size > CHUNK ? size : CHUNK);
	spare = chunk->before;
	return chunk;
}

static void chunk_leave(struct chunk *chunk)
{
	if (chunk->size > CHUNK) {
		free(chunk);
		return;
	}
	chunk->before = spare;
	spare = chunk;
}

static void *piece_take(size_t size)
{
	void *piece;

	size = (size + sizeof(max_align_t) - 1) / sizeof(max_align_t) * sizeof(max_align_t);
	if (size > left) {
		struct chunk *chunk = chunk_take(size);

		chunk->before = chunks;
		chunks = chunk;
		next = (char *)chunk->bytes;
		left = chunk->size;
	}
	piece = next;
	next += size;
	left -= size;
	return piece;
}

static void piece_leave(void *piece)
{
	(void)piece;
}

void facts_pool_open(void)
{
	json_set_alloc_funcs(piece_take, piece_leave);
}

void facts_pool_close(void)
{
	json_set_alloc_funcs(malloc, free);
	for (struct chunk *before; chunks; chunks = before) {
		before = chunks->before;
		chunk_leave(chunks);
	}
	left = 0;
}
