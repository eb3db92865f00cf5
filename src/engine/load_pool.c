/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Memory for the trees of YAML, released as a whole. */
#include "node.h"
#include <string.h>

void *pool_new(struct pool *pool, size_t size)
{
	return memset(arena_take(&pool->arena, size), 0, size);
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
	arena_free(&pool->arena);
	*pool = (struct pool){ 0 };
}
