/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lets jansson take the values of one JSON document from an arena. */
#include "arena.h"
#include "facts_parsing.h"
#include <jansson.h>
#include <stdlib.h>

/* jansson's functions have no place for an argument: one document at a time. */
static struct arena arena;

static void *piece_take(size_t size)
{
	return arena_take(&arena, size);
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
	arena_free(&arena);
}
