/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Disks that processes have open past every file system, as guests and databases do; of NVMe also by the
 * character device of a namespace.
 *
 * Nothing but the descriptor tells: the kernel counts who has a block device open, and shows the number to
 * nobody (block/bdev.c, bd_openers).
 */
#include "address.h"
#include "linux_users.h"
#include <string.h>

#define CLASS_BLOCK   "sys/class/block"
#define CLASS_GENERIC "sys/class/nvme-generic" /* since Linux 5.13 */

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

/*
 * drivers/nvme/host/core.c, nvme_add_ns_cdev: "ng0n1" is a namespace through one controller, whose block
 * device has the same last number, and not always the same first one.
 */
static uint32_t generic_nsid(const struct stack *stack, const char *name, const char *function)
{
	const char *number = strrchr(name, 'n');

	for (size_t i = 0; i < stack->n; i++) {
		const struct layer *layer = &stack->all[i];

		if (layer->nsid && string_equal(layer->function, function) &&
			string_equal(strrchr(layer->name, 'n'), number))
			return layer->nsid;
	}
	return 0;
}

/* One that several may share has its block device's numbers (multipath.c, nvme_add_ns_head_cdev; lab). */
static void generic_see(void *data, const char *name, const char *target)
{
	AUTO_FREE char *function = target ? address_last(target) : NULL,
		       *head = text_print("nvme%s", name + strcspn(name, "0123456789"));
	struct stack *stack = data;
	uint32_t nsid = function ? generic_nsid(stack, name, function) : 0;
	size_t layer = stack_add(stack, name, function), below;

	stack->all[layer].nsid = nsid;
	if (!function && stack_find(stack, head, &below))
		stack_lay(stack, layer, below);
}

static int disks_take(int root, struct stack *stack)
{
	int result = blocks_take(root, stack);

	look_each(root, CLASS_GENERIC, generic_see, stack);
	return result;
}

static char *disk_link(int root, const char *name)
{
	return string_starts(name, "ng") ? look_link(root, CLASS_GENERIC "/%s", name)
					 : look_link(root, CLASS_BLOCK "/%s", name);
}

void disk_see(int root, const char *target, const char *who, struct users *users)
{
	AUTO_FREE char *link = is_common(target) ? NULL : disk_link(root, path_last(target));
	struct stack stack = { 0 };
	size_t layer;

	if (link && !is_udev(who) && disks_take(root, &stack) == 0 &&
		stack_find(&stack, path_last(target), &layer))
		stack_use(&stack, layer, USE_OPEN, who, users);
	stack_free(&stack);
}
