/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lays one body over another: maps key by key, everything else replaces. */
#include "node.h"

/* Below so many keys a search through the chain is quicker than a table. */
enum { FEW_KEYS = 8 };

/* `shared`: what is copied is told where it was written, not once more for each host. */
struct layering {
	struct load *load;
	struct pool *pool;
	bool shared;
};

static struct node *copy_layer(const struct layering *layering, const struct node *from)
{
	struct node *copy = node_copy(layering->pool, from);

	layering->load->n_merged++;
	layering->load->n_merged_bytes += from->length;
	copy->shared = layering->shared || from->shared;
	for (const struct node *child = from->first; child; child = child->next) {
		struct node *inside = copy_layer(layering, child);

		if (child->key) {
			inside->key = copy_layer(layering, child->key);
			inside->for_nothing = node_is_nothing(child);
		}
		node_append(copy, inside);
	}
	return copy;
}

static bool has_many_keys(const struct node *map)
{
	const struct node *child = map->first;

	for (size_t n = 0; child && n < FEW_KEYS; n++)
		child = child->next;
	return child != NULL;
}

/* The table stays with the map: a host may have ten thousand classes of one device each. */
static void map_keep_names(struct pool *pool, struct node *map)
{
	if (map->names || !has_many_keys(map))
		return;
	map->names = names_new(pool);
	for (struct node *child = map->first; child; child = child->next)
		names_set(map->names, child->key->text, child);
}

static struct node *find_key(const struct node *map, const char *key)
{
	const struct name *name = map->names ? names_find(map->names, key) : NULL;

	if (map->names)
		return name ? name->node : NULL;
	return node_child(map, key);
}

static void put_layer(const struct layering *, struct node *base, const struct node *over);

/* The key is the upper layer's: a mistake of the whole is told there. */
static void put_child(const struct layering *layering, struct node *below, const struct node *over)
{
	struct node *next = below->next;

	if (below->shape == NODE_MAP && over->shape == NODE_MAP)
		put_layer(layering, below, over);
	else
		*below = *copy_layer(layering, over);
	below->key = copy_layer(layering, over->key);
	below->next = next;
}

static void put_layer(const struct layering *layering, struct node *base, const struct node *over)
{
	map_keep_names(layering->pool, base);
	for (const struct node *child = over->first; child; child = child->next) {
		struct node *below = find_key(base, child->key->text), *copy;

		if (below) {
			put_child(layering, below, child);
			continue;
		}
		copy = copy_layer(layering, child);
		copy->for_nothing = node_is_nothing(child);
		copy->key = copy_layer(layering, child->key);
		node_append(base, copy);
		if (base->names)
			names_set(base->names, copy->key->text, copy);
	}
}

void load_mark_nothing(struct node *map)
{
	for (struct node *child = map->shape == NODE_MAP ? map->first : NULL; child; child = child->next) {
		child->for_nothing = node_is_nothing(child);
		load_mark_nothing(child);
	}
}

struct node *load_layer(
	struct load *load, struct pool *pool, struct node *base, const struct node *over, bool shared)
{
	const struct layering layering = { .load = load, .pool = pool, .shared = shared };

	if (!base || over->shape != NODE_MAP)
		return copy_layer(&layering, over);
	base->shared = base->shared && shared;
	put_layer(&layering, base, over);
	return base;
}
