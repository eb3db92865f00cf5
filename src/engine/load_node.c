/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The nodes that a YAML file becomes. */
#include "node.h"
#include <stdlib.h>

struct node *node_new(struct pool *pool, enum node_shape shape, struct place at)
{
	struct node *node = pool_new(pool, sizeof(*node));

	node->shape = shape;
	node->at = at;
	return node;
}

struct node *node_copy(struct pool *pool, const struct node *from)
{
	struct node *copy = node_new(pool, from->shape, from->at);

	copy->plain = from->plain;
	copy->template = from->template;
	copy->shared = from->shared;
	copy->length = from->length;
	copy->text = from->text;
	copy->alias = from->alias;
	return copy;
}

void node_append(struct node *parent, struct node *child)
{
	if (parent->last)
		parent->last->next = child;
	else
		parent->first = child;
	parent->last = child;
}

struct node *node_child(const struct node *map, const char *key)
{
	for (struct node *child = map->first; child; child = child->next)
		if (string_equal(child->key->text, key))
			return child;
	return NULL;
}

/* The words for null in YAML 1.1 (yaml.org/type/null) and 1.2 (chapter 10.2.1.1). */
bool node_is_nothing(const struct node *node)
{
	static const char *const words[] = { "", "~", "null", "Null", "NULL", NULL };

	if (node->shape != NODE_SCALAR || !node->plain)
		return false;
	for (const char *const *word = words; *word; word++)
		if (string_equal(node->text, *word))
			return true;
	return false;
}

const char *node_what(const struct node *node)
{
	if (node_is_nothing(node))
		return "empty";
	switch (node->shape) {
	case NODE_MAP:
		return "a map";
	case NODE_LIST:
		return "a list";
	default:
		return "a single value";
	}
}

struct loaded *wish_loaded(struct wish *wish)
{
	if (!wish->loaded)
		wish->loaded = memory_new(1, sizeof(*wish->loaded));
	return wish->loaded;
}

void loaded_free(struct loaded *loaded)
{
	if (!loaded)
		return;
	free(loaded->trees);
	names_free(&loaded->classes);
	names_free(&loaded->hosts);
	pool_free(&loaded->pool);
	free(loaded);
}
