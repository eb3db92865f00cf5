/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds the mistakes of a YAML tree that need no knowledge of its keys. */
#include "node.h"

static void check_template(struct load *load, struct node *scalar)
{
	struct finding finding = { .id = "template", .hint = RENDER_FIRST };
	AUTO_FREE char *word = NULL;

	if (!scalar->template)
		return;
	word = word_quote(scalar->text);
	node_error(load, scalar, &finding, "%s is a template: pawl has no variables", word);
	scalar->shape = NODE_REPORTED;
}

static void check_key(struct load *load, struct node *key)
{
	struct finding finding = { .id = "wrong-type" };

	if (key->shape == NODE_SCALAR && key->length > MOST_KEY) {
		node_error(load, key, &finding, "a key has at most %d bytes, this one %u", MOST_KEY,
			key->length);
		key->shape = NODE_REPORTED;
	} else if (key->shape == NODE_SCALAR) {
		check_template(load, key);
	} else if (key->shape != NODE_REPORTED) {
		node_error(load, key, &finding, "a key must be a single word, is %s", node_what(key));
		key->shape = NODE_REPORTED;
	}
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
		} else {
			map->last = child;
			link = &child->next;
		}
	}
}

static void report_duplicate(struct load *load, const struct place *first, const struct node *again)
{
	bool merge = again->plain && string_equal(again->text, "<<");
	struct finding finding = { .id = "duplicate-key",
		.hint = merge ? "write <<: [*a, *b]" : "keep one of the two" };
	AUTO_FREE char *word = word_quote(again->text);

	node_error(load, again, &finding, "the key %s is given twice, first at %s:%u:%u", word,
		first->source->name, first->line, first->column);
}

static void check_duplicates(struct load *load, struct node *map)
{
	struct names keys = { 0 };

	for (struct node *child = map->first; child; child = child->next) {
		const struct name *first = names_find(&keys, child->key->text);

		if (!first) {
			names_set(&keys, child->key->text, child);
			continue;
		}
		report_duplicate(load, &first->node->key->at, child->key);
		child->key->shape = NODE_REPORTED;
	}
	names_free(&keys);
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
	load_merge_key(load, map);
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
