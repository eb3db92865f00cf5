/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Functions that are taken off the twin's PCI bus by hand, and found again. */
#include "nvme.h"
#include "twin_inside.h"
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* kstrtoul(buf, 0) (lib/kstrtox.c). */
static bool number_parse(const char *value, bool *ret_set)
{
	char *end;
	unsigned long number;

	if (!isdigit((unsigned char)value[*value == '+']))
		return false;
	number = strtoul(value, &end, 0);
	if (*end == '\n')
		end++;
	*ret_set = number != 0;
	return *end == '\0';
}

/* The directory in sysfs that the function's own lies in: its bridge's, or the root bus's. */
static size_t bus_length(const char *path)
{
	const char *slash = path ? strrchr(path, '/') : NULL;

	return slash ? (size_t)(slash - path) : 0;
}

static bool is_below(const struct function *function, const struct function *bridge)
{
	const char *path = function_text(function, A_PATH), *above = function_text(bridge, A_PATH);
	size_t length = above ? strlen(above) : 0;

	return path && length && strncmp(path, above, length) == 0 && path[length] == '/';
}

/* The last of those below it: what lies deepest goes first. */
static struct function *function_to_remove(const struct twin *twin, struct function *top)
{
	struct function *deepest = top;

	for (size_t i = 0; i < twin->world.n; i++)
		if (is_below(twin->world.functions[i], deepest))
			deepest = twin->world.functions[i];
	return deepest;
}

static void reading_move(struct reading *to, struct reading *from)
{
	reading_free(to);
	*to = *from;
	*from = (struct reading){ 0 };
}

/* All that is told of it, to a function of the same address elsewhere. */
static void function_move(struct function *to, struct function *from)
{
	for (size_t i = 0; i < N_ATTRIBUTES; i++)
		reading_move(&to->attr[i], &from->attr[i]);
	for (size_t i = 0; i < N_IDENTITIES; i++)
		reading_move(&to->identity[i], &from->identity[i]);
	for (size_t i = 0; i < N_VF_SETTINGS; i++)
		reading_move(&to->setting[i], &from->setting[i]);
	drive_free(to->drive);
	to->drive = from->drive;
	from->drive = NULL;
}

/* It is still plugged in: a rescan finds it. A VF is found only through its physical function. */
static void function_keep(struct twin *twin, struct function *function)
{
	function_move(survey_add(&twin->unplugged, function->address), function);
}

/* Their `physfn` goes on naming it (measured, Linux 6.12). */
static void vfs_orphan(const struct function *pf)
{
	for (size_t i = 0; i < pf->n_virtfn; i++) {
		struct function *vf = pf->virtfn[i];

		if (vf)
			vf->orphan_of = string_copy(pf->address);
	}
}

/* pci_stop_bus_device, then pci_remove_bus_device (drivers/pci/remove.c): the driver goes first. */
static int function_remove(struct twin *twin, struct function *function)
{
	int err = twin_unbind(twin, function);

	if (err)
		return err;
	vfs_orphan(function);
	kernel_announces(twin, "remove", function->address);
	group_leave(twin, function);
	if (!entries_remove(&twin->virtuals, function->address))
		function_keep(twin, function);
	survey_remove(&twin->world, function);
	return 0;
}

/*
 * remove_store (drivers/pci/pci-sysfs.c). VFs have no such attribute. A driver that leaves SR-IOV on leaves
 * the VFs too, without their physical function (seen in the lab with nvme).
 */
int remove_write(struct twin *twin, const char *path, const char *value)
{
	const char *rest;
	struct function *top = path_function(twin, path, &rest), *next;
	bool set;

	if (!top || function_is_virtual(twin, top))
		return ENOENT;
	if (!number_parse(value, &set))
		return EINVAL;
	if (set && !device_lock(twin, RESCAN_LOCK))
		return TWIN_BLOCKED;
	while (set) {
		int err;

		next = function_to_remove(twin, top);
		set = next != top;
		err = function_remove(twin, next);
		if (err)
			return err;
	}
	return 0;
}

/* What a function begins with, however it was left. */
static void function_reset(struct function *function)
{
	static const struct {
		enum attribute row;
		const char *text;
	} fresh[] = { { A_DRIVER, NULL }, { A_OVERRIDE, "" }, { A_NUMVFS, "0" }, { A_AUTOPROBE, "1" } };

	for (size_t i = 0; i < sizeof(fresh) / sizeof(fresh[0]); i++)
		if (function->attr[fresh[i].row].is == R_VALUE)
			function_set(function, fresh[i].row, fresh[i].text);
}

static void function_find(struct twin *twin, struct function *kept)
{
	struct function *function = survey_add(&twin->world, kept->address);

	function_move(function, kept);
	function_reset(function);
	group_return(twin, function);
	survey_remove(&twin->unplugged, kept);
	kernel_announces(twin, "add", function->address);
	driver_attach(twin, function);
}

static bool bridge_is_unplugged(const struct twin *twin, const struct function *function)
{
	for (size_t i = 0; i < twin->unplugged.n; i++)
		if (is_below(function, twin->unplugged.functions[i]))
			return true;
	return false;
}

/* The first whose bus is there and in reach of the rescan; `bus` NULL: of the whole machine's. */
static struct function *function_to_find(const struct twin *twin, const char *bus, size_t length)
{
	for (size_t i = 0; i < twin->unplugged.n; i++) {
		struct function *kept = twin->unplugged.functions[i];
		const char *path = function_text(kept, A_PATH);

		if (bus && (!path || strncmp(path, bus, length) != 0))
			continue;
		if (!bridge_is_unplugged(twin, kept))
			return kept;
	}
	return NULL;
}

void functions_find(struct twin *twin, const struct function *beside)
{
	AUTO_FREE char *bus = beside ? string_copy(function_text(beside, A_PATH)) : NULL;
	size_t length = bus_length(bus);
	struct function *found;

	while ((found = function_to_find(twin, bus, length)))
		function_find(twin, found);
}

/* rescan_store, dev_rescan_store (drivers/pci/pci-sysfs.c): all, or the function's bus and below. */
int rescan_write(struct twin *twin, const char *path, const char *value)
{
	const char *rest;
	const struct function *beside = path_function(twin, path, &rest);
	bool set;

	if (string_starts(path, DEVICES) && (!beside || function_is_virtual(twin, beside)))
		return ENOENT;
	if (!number_parse(value, &set))
		return EINVAL;
	if (set && !device_lock(twin, RESCAN_LOCK))
		return TWIN_BLOCKED;
	if (set)
		functions_find(twin, beside);
	return 0;
}
