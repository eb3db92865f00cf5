/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells of a machine without what depends on the order in which its devices came. */
#include "machine_told.h"
#include "facts.h"
#include <stdlib.h>

/* The place of the group among those that were met, by its number. */
static size_t group_met(struct lookup *met, const char *name, size_t *n)
{
	uint64_t number = strtoull(name, NULL, 10);
	size_t cursor = 0, at;

	if (lookup_next(met, number, &cursor, &at))
		return at;
	lookup_add(met, number, *n);
	return (*n)++;
}

/*
 * The kernel gives IOMMU groups their numbers in the order of their coming, which is nobody's wish when two
 * devices get their VFs at once: they are counted anew in the order of the functions.
 */
static void groups_renumber(struct survey *machine)
{
	struct lookup met = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < machine->n; i++) {
		const char *group = function_link(machine->functions[i], A_GROUP);
		AUTO_FREE char *name = group ? text_print("%zu", group_met(&met, group, &n)) : NULL;

		if (name)
			function_set(machine->functions[i], A_GROUP, name);
	}
	lookup_free(&met);
}

/* So does it number the interfaces of VFs (net/core/dev.c, __dev_alloc_name). */
static void interfaces_rename(struct survey *machine)
{
	for (size_t i = 0; i < machine->n; i++) {
		struct reading *name = &machine->functions[i]->identity[I_NETDEV];

		if (!machine->functions[i]->physfn || name->is != R_VALUE)
			continue;
		free(name->text);
		name->text = string_copy("eth");
	}
}

void machine_seen(struct twin *twin, struct survey *machine)
{
	survey_copy(twin_world(twin), machine);
	groups_renumber(machine);
	interfaces_rename(machine);
}

char *machine_told(struct twin *twin)
{
	struct survey machine;
	char *told;

	machine_seen(twin, &machine);
	told = facts_print(&machine, "a twin");
	survey_free(&machine);
	return told;
}
