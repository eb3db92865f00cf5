/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds the functions below interfaces and block devices that lie on one another. */
#include "linux_users.h"
#include <stdlib.h>
#include <string.h>

bool stack_find(const struct stack *stack, const char *name, size_t *ret_layer)
{
	size_t cursor = 0, at;

	while (lookup_next(&stack->by_name, hash_string(0, name), &cursor, &at))
		if (string_equal(stack->all[at].name, name)) {
			*ret_layer = at;
			return true;
		}
	return false;
}

size_t stack_add(struct stack *stack, const char *name, const char *function)
{
	stack->all = memory_grow(stack->all, stack->n, sizeof(*stack->all));
	stack->all[stack->n].name = string_copy(name);
	stack->all[stack->n].function = string_copy(function);
	lookup_add(&stack->by_name, hash_string(0, name), stack->n);
	return stack->n++;
}

void stack_lay(struct stack *stack, size_t upper, size_t lower)
{
	struct layer *layer = &stack->all[upper];

	layer->below = memory_grow(layer->below, layer->n_below, sizeof(*layer->below));
	layer->below[layer->n_below++] = lower;
}

void stack_free(struct stack *stack)
{
	for (size_t i = 0; i < stack->n; i++) {
		free(stack->all[i].name);
		free(stack->all[i].function);
		free(stack->all[i].below);
	}
	free(stack->all);
	lookup_free(&stack->by_name);
	*stack = (struct stack){ 0 };
}

/* A way down: the layers from the one that is used to where it is now. */
struct descent {
	const struct stack *stack;
	const struct user *like;
	struct users *users;
	bool *seen; /* each layer once: of many ways to it one is enough, and a circle has an end */
	size_t *way;
	size_t depth;
};

static void descent_arrive(const struct descent *descent, const struct layer *lowest)
{
	AUTO_TEXT struct text through = { 0 };
	struct user user = *descent->like;

	for (size_t i = descent->depth; i > 0; i--) {
		const struct layer *layer = &descent->stack->all[descent->way[i - 1]];

		if (layer->silent)
			continue;
		text_addf(&through, "%s%s", through.length ? " > " : "", layer->name);
	}
	user.function = lowest->function;
	user.nsid = lowest->nsid;
	user.through = through.length ? through.bytes : NULL;
	users_add(descent->users, &user);
}

static void descent_go(struct descent *descent, size_t at)
{
	const struct layer *layer = &descent->stack->all[at];

	if (descent->seen[at])
		return;
	descent->seen[at] = true;
	descent->way[descent->depth++] = at;
	if (layer->function)
		descent_arrive(descent, layer);
	for (size_t i = 0; i < layer->n_below; i++)
		descent_go(descent, layer->below[i]);
	descent->depth--;
}

static void descent_start(
	const struct stack *stack, const struct user *like, struct users *users, const size_t *from, size_t n)
{
	AUTO_FREE bool *seen = memory_new(stack->n + 1, sizeof(*seen));
	AUTO_FREE size_t *way = memory_new(stack->n + 1, sizeof(*way));
	struct descent descent = { stack, like, users, seen, way, 0 };

	for (size_t i = 0; i < n; i++)
		descent_go(&descent, from[i]);
}

void stack_use(const struct stack *stack, size_t layer, enum use use, const char *who, struct users *users)
{
	struct user like = { .use = use, .who = (char *)who };

	descent_start(stack, &like, users, &layer, 1);
}

void stack_use_below(
	const struct stack *stack, size_t layer, enum use use, const char *who, struct users *users)
{
	struct user like = { .use = use, .who = (char *)who };

	descent_start(stack, &like, users, stack->all[layer].below, stack->all[layer].n_below);
}
