/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds the mistakes of a YAML tree that need no knowledge of its keys. */
#include "node.h"
#include <stdlib.h>
#include <string.h>

static void check_template(struct load *load, struct node *scalar)
{
	struct finding finding = { .id = "template", .at = scalar->at, .hint = RENDER_FIRST };
	AUTO_FREE char *word = NULL;

	if (!strstr(scalar->text, "${"))
		return;
	word = word_quote(scalar->text);
	load_error(load, &finding, "%s is a template: pawl has no variables", word);
	scalar->shape = NODE_REPORTED;
}

static void check_key(struct load *load, struct node *key)
{
	struct finding finding = { .id = "wrong-type", .at = key->at };

	if (key->shape == NODE_REPORTED)
		return;
	if (key->shape != NODE_SCALAR) {
		load_error(load, &finding, "a key must be a single word, is %s", node_what(key));
	} else if (key->plain && string_equal(key->text, "<<")) {
		finding.id = "not-supported";
		load_error(load, &finding, "merge keys (<<) are not supported yet: write it out");
	} else if (strstr(key->text, "${")) {
		check_template(load, key);
	} else {
		return;
	}
	key->shape = NODE_REPORTED;
}

/* Takes every entry out whose key is reported. */
static void drop_reported(struct node *map)
{
	struct node **link = &map->first;

	map->last = NULL;
	while (*link) {
		struct node *child = *link;

		if (child->key->shape == NODE_REPORTED) {
			*link = child->next;
			child->next = NULL;
			node_free(child);
		} else {
			map->last = child;
			link = &child->next;
		}
	}
}

static int compare_entries(const void *a, const void *b)
{
	const struct node *const *first = a, *const *second = b;
	const struct place *at = &(*first)->key->at, *other = &(*second)->key->at;
	int order = strcmp((*first)->key->text, (*second)->key->text);

	if (order == 0)
		order = (at->line > other->line) - (at->line < other->line);
	return order ? order : (at->column > other->column) - (at->column < other->column);
}

/* Sorted first: a hostile file may hold millions of keys. */
static struct node **entries_sorted(const struct node *map, size_t *ret_n)
{
	struct node **entries;
	size_t n = 0;

	for (struct node *child = map->first; child; child = child->next)
		n++;
	entries = memory_new(n + 1, sizeof(struct node *));
	n = 0;
	for (struct node *child = map->first; child; child = child->next)
		entries[n++] = child;
	qsort(entries, n, sizeof(struct node *), compare_entries);
	*ret_n = n;
	return entries;
}

static void report_duplicate(struct load *load, const struct place *first, const struct node *again)
{
	struct finding finding = { .id = "duplicate-key", .at = again->at };
	AUTO_FREE char *word = word_quote(again->text);

	load_error(load, &finding, "the key %s is given twice, first at %s:%u:%u", word, first->source->name,
		first->line, first->column);
}

static void check_duplicates(struct load *load, struct node *map)
{
	size_t n, first = 0;
	AUTO_FREE struct node **entries = entries_sorted(map, &n);

	for (size_t i = 1; i < n; i++) {
		if (!string_equal(entries[first]->key->text, entries[i]->key->text)) {
			first = i;
			continue;
		}
		report_duplicate(load, &entries[first]->key->at, entries[i]->key);
		entries[i]->key->shape = NODE_REPORTED;
	}
}

static void check_map(struct load *load, struct node *map)
{
	for (struct node *child = map->first; child; child = child->next)
		check_key(load, child->key);
	for (struct node *child = map->first; child; child = child->next)
		load_check(load, child);
	drop_reported(map);
	check_duplicates(load, map);
	drop_reported(map);
}

void load_check(struct load *load, struct node *node)
{
	switch (node->shape) {
	case NODE_SCALAR:
		check_template(load, node);
		break;
	case NODE_MAP:
		check_map(load, node);
		break;
	case NODE_LIST:
		for (struct node *child = node->first; child; child = child->next)
			load_check(load, child);
		break;
	case NODE_REPORTED:
		break;
	}
}
