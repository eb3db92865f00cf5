/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The numbers of IOMMU groups that come and go with VFs. */
#include "twin_inside.h"
#include <stdlib.h>

static long group_number(const struct function *function)
{
	const char *name = function_link(function, A_GROUP);

	return name ? strtol(name, NULL, 10) : -1;
}

static void group_mark(struct twin *twin, long number)
{
	while (number - twin->first_group >= (long)twin->n_groups) {
		twin->group_taken = memory_grow(twin->group_taken, twin->n_groups, sizeof(bool));
		twin->group_taken[twin->n_groups++] = false;
	}
	twin->group_taken[number - twin->first_group] = true;
}

/* Below first_group are those of devices that stay; some of them are no PCI functions, so none is free. */
void groups_count(struct twin *twin)
{
	for (size_t i = 0; i < twin->world.n; i++) {
		const struct function *function = twin->world.functions[i];

		if (!function->physfn && group_number(function) >= twin->first_group)
			twin->first_group = group_number(function) + 1;
	}
	for (size_t i = 0; i < twin->world.n; i++)
		if (group_number(twin->world.functions[i]) >= twin->first_group)
			group_mark(twin, group_number(twin->world.functions[i]));
}

/* ida_alloc (drivers/iommu/iommu.c, iommu_group_alloc): the lowest that is free. */
long group_take(struct twin *twin)
{
	size_t i = 0;

	while (i < twin->n_groups && twin->group_taken[i])
		i++;
	group_mark(twin, twin->first_group + (long)i);
	return twin->first_group + (long)i;
}

void group_release(struct twin *twin, const struct function *function)
{
	long number = group_number(function) - twin->first_group;

	if (number >= 0 && number < (long)twin->n_groups)
		twin->group_taken[number] = false;
}
