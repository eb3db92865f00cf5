/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds nodes by name: anchors, classes, hosts, the keys of a map. */
#include "node.h"
#include <stdlib.h>

struct name *names_find(const struct names *names, const char *name)
{
	size_t cursor = 0, position;

	while (lookup_next(&names->by_name, hash_string(0, name), &cursor, &position))
		if (string_equal(names->all[position].name, name))
			return &names->all[position];
	return NULL;
}

/* A name that is there already leads to the new node from now on. */
struct name *names_set(struct names *names, const char *name, struct node *node)
{
	struct name *entry = names_find(names, name);

	if (!entry) {
		lookup_add(&names->by_name, hash_string(0, name), names->n);
		names->all = memory_grow(names->all, names->n, sizeof(*names->all));
		entry = &names->all[names->n++];
		entry->name = name;
	}
	entry->node = node;
	return entry;
}

/* Among so many names chance finds one that is near; and each is compared. */
enum { MOST_MEANT = 5000 };

char *names_meant(const struct names *names, const char *word)
{
	AUTO_FREE const char **words = memory_new(names->n + 1, sizeof(*words));
	const char *meant;

	if (names->n > MOST_MEANT)
		return string_copy("");

	for (size_t i = 0; i < names->n; i++)
		words[i] = names->all[i].name;
	meant = string_nearest(word, words);
	return meant ? text_print("; did you mean \"%s\"?", meant) : string_copy("");
}

void names_free(struct names *names)
{
	free(names->all);
	lookup_free(&names->by_name);
	*names = (struct names){ 0 };
}
