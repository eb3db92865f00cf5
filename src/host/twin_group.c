/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The IOMMU groups that functions come into, and the numbers of those that come and go. */
#include "twin_inside.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static long group_number(const struct function *function)
{
	const char *name = function_link(function, A_GROUP);

	return name && isdigit((unsigned char)*name) ? strtol(name, NULL, 10) : -1;
}

/* A group of unplugged functions alone has no number any more. */
#define LEFT "left-"

static void group_mark(struct twin *twin, size_t number)
{
	while (number >= twin->n_groups) {
		twin->group_taken = memory_grow(twin->group_taken, twin->n_groups, sizeof(bool));
		twin->group_taken[twin->n_groups++] = false;
	}
	twin->group_taken[number] = true;
}

/*
 * Device tree and ACPI tell a function's IOMMU only when a driver is about to probe it (pci_dma_configure,
 * drivers/pci/pci-driver.c; seen in the lab on arm64, Linux 6.12); since Linux 6.15 it is asked at once
 * ("iommu: Get DT/ACPI parsing into the proper probe path").
 */
static bool kernel_groups_late(const struct survey *world)
{
	const struct reading *release = &world->machine[M_KERNEL];
	unsigned major, minor;

	if (release->is != R_VALUE || sscanf(release->text, "%u.%u", &major, &minor) != 2)
		return false;
	return (strstr(release->text, "aarch64") || strstr(release->text, "arm64")) &&
	       (major < 6 || (major == 6 && minor < 15));
}

/* Some of the numbers below those of the functions that stay are of no PCI functions, so none is free. */
void groups_count(struct twin *twin)
{
	for (size_t i = 0; i < twin->world.n; i++) {
		const struct function *function = twin->world.functions[i];
		long number = group_number(function);

		for (long taken = function->physfn ? number : 0; taken >= 0 && taken <= number; taken++)
			group_mark(twin, (size_t)taken);
	}
	twin->groups_late = kernel_groups_late(&twin->world);
}

/* ida_alloc (drivers/iommu/iommu.c, iommu_group_alloc): the lowest that is free. */
static size_t group_take(struct twin *twin)
{
	size_t number = 0;

	while (number < twin->n_groups && twin->group_taken[number])
		number++;
	group_mark(twin, number);
	return number;
}

static bool group_has_members(const struct twin *twin, const struct function *but, long number)
{
	for (size_t i = 0; i < twin->world.n; i++)
		if (twin->world.functions[i] != but && group_number(twin->world.functions[i]) == number)
			return true;
	return false;
}

const struct function *group_holder(const struct twin *twin, const struct function *of)
{
	const char *group = function_link(of, A_GROUP);

	for (size_t i = 0; group && i < twin->world.n; i++) {
		const struct function *member = twin->world.functions[i];
		const char *driver = function_link(member, A_DRIVER);

		if (driver && !driver_shares_group(driver) &&
			string_equal(function_link(member, A_GROUP), group))
			return member;
	}
	return NULL;
}

/* The last one gives the number back. */
void group_leave(struct twin *twin, struct function *function)
{
	long number = group_number(function);
	AUTO_FREE char *left = NULL;

	if (number < 0 || (size_t)number >= twin->n_groups || group_has_members(twin, function, number))
		return;
	left = text_print(LEFT "%ld", number);
	twin->group_taken[number] = false;
	function_set_link(function, A_GROUP, "kernel/iommu_groups", left);
	for (size_t i = 0; i < twin->unplugged.n; i++)
		if (group_number(twin->unplugged.functions[i]) == number)
			function_set_link(twin->unplugged.functions[i], A_GROUP, "kernel/iommu_groups", left);
}

static void group_join(struct twin *twin, struct function *vf, const struct function *pf)
{
	size_t number = vfs_share_group(&twin->world, pf) ? (size_t)group_number(pf) : group_take(twin);
	AUTO_FREE char *name = text_print("%zu", number);

	function_set_link(vf, A_GROUP, "kernel/iommu_groups", name);
}

void group_add(struct twin *twin, struct function *vf, const struct function *pf)
{
	if (!twin->groups_late && group_number(pf) >= 0)
		group_join(twin, vf, pf);
}

void group_probe(struct twin *twin, struct function *function)
{
	if (twin->groups_late && function->physfn && group_number(function) < 0 &&
		group_number(function->physfn) >= 0)
		group_join(twin, function, function->physfn);
}

/* Those that had one group have one again, whatever its number is now. */
void group_return(struct twin *twin, struct function *function)
{
	AUTO_FREE char *left = string_copy(function_link(function, A_GROUP));
	AUTO_FREE char *now = NULL;

	if (!left || !string_starts(left, LEFT))
		return;
	now = text_print("%zu", group_take(twin));
	function_set_link(function, A_GROUP, "kernel/iommu_groups", now);
	for (size_t i = 0; i < twin->unplugged.n; i++) {
		struct function *other = twin->unplugged.functions[i];

		if (string_equal(function_link(other, A_GROUP), left))
			function_set_link(other, A_GROUP, "kernel/iommu_groups", now);
	}
}
