/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Disks that processes have open past every file system, as guests and databases do.
 *
 * Nothing but the descriptor tells: the kernel counts who has a block device open, and shows the number to
 * nobody (block/bdev.c, bd_openers).
 */
#include "address.h"
#include "linux_users.h"
#include <stdlib.h>
#include <string.h>

#define CLASS_BLOCK "sys/class/block"

/* udev looks at each disk that comes and lets go of it (systemd-udevd(8)): that is no use of it. */
static bool is_udev(const char *who)
{
	return string_starts(who, "(udev-worker)") || string_starts(who, "systemd-udevd");
}

static void function_find(void *data, const char *name, const char *target)
{
	AUTO_FREE char *function = target ? address_last(target) : NULL;

	(void)name;
	*(bool *)data = *(bool *)data || function;
}

bool blocks_of_functions(int root)
{
	bool any = false;

	look_each(root, CLASS_BLOCK, function_find, &any);
	return any;
}

/* Most descriptors are of these, and are no disks. */
static bool is_common(const char *target)
{
	static const char *const common[] = { "/dev/null", "/dev/pts/", "/dev/tty", "/dev/urandom",
		"/dev/kvm" };

	for (size_t i = 0; i < sizeof(common) / sizeof(common[0]); i++)
		if (string_starts(target, common[i]))
			return true;
	return false;
}

void disk_see(int root, const char *target, const char *who, struct users *users)
{
	AUTO_FREE char *link =
		is_common(target) ? NULL : look_link(root, CLASS_BLOCK "/%s", path_last(target));
	struct stack stack = { 0 };
	size_t layer;

	if (link && !is_udev(who) && blocks_take(root, &stack) == 0 &&
		stack_find(&stack, path_last(target), &layer))
		stack_use(&stack, layer, USE_OPEN, who, users);
	stack_free(&stack);
}
