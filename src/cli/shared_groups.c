/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which IOMMU groups have functions of more than one physical device: they go to a guest together. */
#include "print.h"
#include <stdlib.h>

/* A group is known by its first function. */
struct groups {
	const struct survey *survey;
	struct lookup firsts;
	bool *shared; /* by the position of the group's first function */
};

static bool groups_find(const struct groups *groups, const char *name, size_t *ret_first)
{
	size_t cursor = 0;

	while (lookup_next(&groups->firsts, hash_string(0, name), &cursor, ret_first))
		if (string_equal(function_link(groups->survey->functions[*ret_first], A_GROUP), name))
			return true;
	return false;
}

static void groups_add(struct groups *groups, size_t position)
{
	const struct function *function = groups->survey->functions[position];
	const char *name = function_link(function, A_GROUP);
	size_t first;

	if (!name)
		return;
	if (!groups_find(groups, name, &first)) {
		lookup_add(&groups->firsts, hash_string(0, name), position);
		return;
	}
	AUTO_FREE char *own = function_device(function);
	AUTO_FREE char *other = function_device(groups->survey->functions[first]);
	if (!string_equal(own, other))
		groups->shared[first] = true;
}

struct groups *groups_new(const struct survey *survey)
{
	struct groups *groups = memory_new(1, sizeof(*groups));

	groups->survey = survey;
	groups->shared = memory_new(survey->n + 1, sizeof(*groups->shared));
	for (size_t i = 0; i < survey->n; i++)
		groups_add(groups, i);
	return groups;
}

bool groups_share(const struct groups *groups, const struct function *function)
{
	const char *name = function_link(function, A_GROUP);
	size_t first;

	return name && groups_find(groups, name, &first) && groups->shared[first];
}

void groups_free(struct groups *groups)
{
	lookup_free(&groups->firsts);
	free(groups->shared);
	free(groups);
}
