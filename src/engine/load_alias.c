/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Carries aliases out: a copy of what the anchor names, within bounds. */
#include "node.h"

/* `alias` is where it stands. */
struct copying {
	struct load *load;
	const struct place *alias;
};

static struct node *copy_node(const struct copying *, const struct node *from, unsigned level);

/*
 * A few lines of aliases to aliases name more values than any memory holds ("billion laughs", CWE-776): they
 * are counted as they are made.
 */
static int count_value(const struct copying *copying, const struct node *from)
{
	struct loaded *loaded = copying->load->loaded;
	struct finding finding = { .id = "too-many-aliases", .at = *copying->alias };

	loaded->n_aliased_bytes += from->length;
	if (++loaded->n_aliased <= MOST_ALIASED && loaded->n_aliased_bytes <= MOST_BYTES)
		return 0;
	finding.hint = "what is the same for many hosts belongs in classes";
	load_error(copying->load, &finding, "aliases make more than %d values or %d MiB of text",
		MOST_ALIASED, MOST_BYTES >> 20);
	return -1;
}

static int copy_child(
	const struct copying *copying, struct node *parent, const struct node *from, unsigned level)
{
	struct node *key = NULL, *child = NULL;

	if (from->key && !(key = copy_node(copying, from->key, level)))
		return -1;
	child = copy_node(copying, from, level);
	if (!child)
		return -1;
	child->key = key;
	node_append(parent, child);
	return 0;
}

static bool is_collection(const struct node *node)
{
	return node->shape == NODE_MAP || node->shape == NODE_LIST;
}

static int check_level(const struct copying *copying, const struct node *from, unsigned level)
{
	struct finding finding = { .id = "too-deep",
		.at = *copying->alias,
		.hint = "write out what it stands for, with less below it" };

	if (!is_collection(from) || level < MOST_LEVELS)
		return 0;
	load_error(copying->load, &finding,
		"more than %d levels below each other, with what the alias stands for", MOST_LEVELS);
	return -1;
}

/* The text is shared with the anchor's: a long one costs nothing again. */
static struct node *copy_node(const struct copying *copying, const struct node *from, unsigned level)
{
	struct node *copy;

	if (count_value(copying, from) < 0 || check_level(copying, from, level) < 0)
		return NULL;
	copy = node_copy(&copying->load->loaded->pool, from);
	copy->alias = copying->alias;
	for (const struct node *child = from->first; child; child = child->next)
		if (copy_child(copying, copy, child, level + 1) < 0)
			return NULL;
	return copy;
}

static struct node *refuse_recursion(struct load *load, const struct node *anchored, struct place at)
{
	struct finding finding = { .id = "recursive-alias", .at = at, .hint = "write out what is meant" };

	load_error(load, &finding,
		"the alias stands inside what it names, which starts at line %u, column %u: that has no end",
		anchored->at.line, anchored->at.column);
	return node_new(&load->loaded->pool, NODE_REPORTED, at);
}

struct node *node_alias(struct load *load, const struct node *anchored, struct place at, unsigned level)
{
	struct place *alias;

	if (anchored->open)
		return refuse_recursion(load, anchored, at);
	alias = pool_new(&load->loaded->pool, sizeof(*alias));
	*alias = at;
	return copy_node(&(struct copying){ .load = load, .alias = alias }, anchored, level);
}
