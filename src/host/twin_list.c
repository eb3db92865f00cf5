/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The names in the twin's directories. */
#include "twin_inside.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct names {
	char **all;
	size_t n;
};

static void names_add(struct names *names, char *name)
{
	names->all = memory_grow(names->all, names->n, sizeof(char *));
	names->all[names->n++] = name;
}

static void names_copy(struct names *names, const char *name)
{
	names_add(names, string_copy(name));
}

static int name_compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Sorted, each once, one a line. */
static void names_print(struct names *names, struct text *out)
{
	if (names->n)
		qsort(names->all, names->n, sizeof(char *), name_compare);
	for (size_t i = 0; i < names->n; i++)
		if (i == 0 || !string_equal(names->all[i], names->all[i - 1]))
			text_addf(out, "%s\n", names->all[i]);
	for (size_t i = 0; i < names->n; i++)
		free(names->all[i]);
	free(names->all);
}

static void list_members(const struct twin *twin, enum attribute link, const char *name, struct names *names)
{
	for (size_t i = 0; i < twin->world.n; i++)
		if (string_equal(function_link(twin->world.functions[i], link), name))
			names_copy(names, twin->world.functions[i]->address);
}

static void list_function(const struct function *function, struct names *names)
{
	for (size_t i = 0; i < N_ATTRIBUTES; i++)
		if (i != A_PATH && function->attr[i].is == R_VALUE)
			names_copy(names, attributes[i].name);
	for (size_t i = 0; i < function->n_virtfn; i++)
		if (function->virtfn[i])
			names_add(names, text_print("virtfn%zu", i));
	if (function_is_vf(function))
		names_copy(names, "physfn");
}

/* A driver's own files: drivers/base/bus.c, drivers/pci/pci-driver.c (pci_drv_groups). */
static int list_driver(const struct twin *twin, const char *driver, struct names *names)
{
	static const char *const files[] = { "bind", "new_id", "remove_id", "uevent", "unbind" };

	if (!survey_has_driver(&twin->world, driver))
		return ENOENT;
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		names_copy(names, files[i]);
	list_members(twin, A_DRIVER, driver, names);
	return 0;
}

static int list_group(const struct twin *twin, const char *path, struct names *names)
{
	AUTO_FREE char *group = string_part(path, strcspn(path, "/"));
	struct names members = { 0 };
	AUTO_TEXT struct text unused = { 0 };
	const char *rest = path + strlen(group);
	bool exists;

	list_members(twin, A_GROUP, group, &members);
	exists = members.n > 0;
	if (exists && string_equal(rest, "/devices")) {
		*names = members;
		return 0;
	}
	names_print(&members, &unused);
	if (!exists || *rest)
		return ENOENT;
	names_copy(names, "devices");
	return 0;
}

/* The next part of `path` below the directory, if it lies below it. */
static void list_below(const char *directory, const char *path, struct names *names)
{
	size_t length = strlen(directory);

	if (!string_starts(path, directory) || path[length] != '/')
		return;
	path += length + 1;
	names_add(names, string_part(path, strcspn(path, "/")));
}

/* Also directories that are there without a file. */
static int list_files(const struct twin *twin, const char *path, struct names *names)
{
	list_below(path, "sys/bus/pci", names);
	list_below(path, "sys/devices", names);
	for (size_t i = 0; i < twin->files.n; i++)
		list_below(path, twin->files.all[i].name, names);
	for (size_t i = 0; i < N_MACHINE_FACTS; i++)
		if (twin->world.machine[i].is == R_VALUE)
			list_below(path, machine_facts[i].path, names);
	return names->n ? 0 : ENOENT;
}

static int list_bus(const struct twin *twin, const char *path, struct names *names)
{
	if (string_equal(path, "sys/bus/pci/devices")) {
		for (size_t i = 0; i < twin->world.n; i++)
			names_copy(names, twin->world.functions[i]->address);
	} else if (string_equal(path, "sys/bus/pci/drivers")) {
		for (size_t i = 0; i < twin->world.n_drivers; i++)
			names_copy(names, twin->world.drivers[i]);
	} else if (string_equal(path, "sys/kernel/iommu_groups")) {
		for (size_t i = 0; i < twin->world.n; i++)
			if (function_link(twin->world.functions[i], A_GROUP))
				names_copy(names, function_link(twin->world.functions[i], A_GROUP));
	} else {
		return ENOENT;
	}
	return 0;
}

static int list_any(const struct twin *twin, const char *path, struct names *names)
{
	const char *rest = "";
	int err;
	const struct function *function = path_function(twin, path, &rest);

	if (function && !*rest) {
		list_function(function, names);
		return 0;
	}
	if (function)
		return ENOTDIR;
	err = identity_list(twin, path, names, names_copy);
	if (err != ENOENT)
		return err;
	if (string_starts(path, DRIVERS))
		return list_driver(twin, path + strlen(DRIVERS), names);
	if (string_starts(path, GROUPS))
		return list_group(twin, path + strlen(GROUPS), names);
	return list_bus(twin, path, names) == 0 ? 0 : list_files(twin, path, names);
}

int path_list(const struct twin *twin, const char *path, struct text *out)
{
	AUTO_FREE char *with_end = text_print("%s/", path);
	AUTO_FREE char *place = path_follow(twin, with_end);
	struct names names = { 0 };
	int err;

	place[strlen(place) - 1] = '\0';
	err = list_any(twin, place, &names);
	names_print(&names, out);
	return err;
}
