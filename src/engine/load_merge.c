/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Carries out the merge key `<<` (yaml.org/type/merge): adds keys of other maps that a map does not give. */
#include "node.h"

/* The map's keys, and the place in its chain of children where merged ones go. */
struct merging {
	struct load *load;
	struct names keys;
	struct node **link;
};

static struct node **find_merge_key(struct node *map)
{
	struct node **link = &map->first;

	while (*link && !((*link)->key->plain && string_equal((*link)->key->text, "<<")))
		link = &(*link)->next;
	return link;
}

/* Its children move over, for nothing else holds them: an alias is a copy. */
static void merge_map(struct merging *merging, struct node *from)
{
	struct node *next;

	for (struct node *child = from->first; child; child = next) {
		next = child->next;
		if (names_find(&merging->keys, child->key->text))
			continue;
		names_set(&merging->keys, child->key->text, child);
		child->next = *merging->link;
		*merging->link = child;
		merging->link = &child->next;
	}
}

static void report_merge(struct load *load, const struct node *node)
{
	struct finding finding = {
		.id = "wrong-type",
		.hint = "write <<: *anchor, or <<: [*one, *two], where the anchors stand at maps",
	};

	if (node->shape != NODE_REPORTED)
		node_error(
			load, node, &finding, "<<: must be a map or a list of maps, is %s", node_what(node));
}

static void merge_value(struct merging *merging, struct node *value)
{
	struct node *next;

	if (value->shape == NODE_MAP) {
		merge_map(merging, value);
	} else if (value->shape == NODE_LIST) {
		for (struct node *item = value->first; item; item = next) {
			next = item->next;
			if (item->shape == NODE_MAP)
				merge_map(merging, item);
			else
				report_merge(merging->load, item);
		}
	} else {
		report_merge(merging->load, value);
	}
}

void load_merge_key(struct load *load, struct node *map)
{
	struct merging merging = { .load = load, .link = find_merge_key(map) };
	struct node *merged = *merging.link;

	if (!merged)
		return;
	*merging.link = merged->next;
	for (struct node *child = map->first; child; child = child->next)
		names_set(&merging.keys, child->key->text, child);
	merge_value(&merging, merged);
	map->last = map->first;
	while (map->last && map->last->next)
		map->last = map->last->next;
	names_free(&merging.keys);
}
