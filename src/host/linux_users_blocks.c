/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The machine's block devices and what each lies on.
 *
 * A disk and its partitions lie below the function in sysfs; dm, md and bcache name what they lie on in
 * `slaves` (Documentation/ABI/stable/sysfs-block). A file behind a loop device is on a mounted file system.
 */
#include "address.h"
#include "linux_users.h"
#include <stdlib.h>
#include <string.h>

#define CLASS_BLOCK "sys/class/block"
#define VIRTUAL     "/devices/virtual/"

static size_t digits(const char *text)
{
	return strspn(text, "0123456789");
}

/*
 * An NVMe namespace that several controllers may share is a head, "nvme0n1", of no function; "nvme0c1n1" is
 * the way to it through one controller (drivers/nvme/host/multipath.c, nvme_mpath_set_disk_name).
 */
static char *nvme_path_head(const char *name)
{
	size_t subsystem = string_starts(name, "nvme") ? strlen("nvme") + digits(name + strlen("nvme")) : 0;
	size_t controller = subsystem && name[subsystem] == 'c' ? digits(name + subsystem + 1) : 0;

	return controller ? text_print("%.*s%s", (int)subsystem, name, name + subsystem + 1 + controller)
			  : NULL;
}

/* nvme_ns_id_attrs (drivers/nvme/host/sysfs.c): "nvme0n1" need not be number 1. */
static uint32_t block_nsid(int root, const char *name)
{
	AUTO_FREE char *own = NULL, *of_disk = NULL;

	if (!string_starts(name, "nvme"))
		return 0;
	own = look_read(root, CLASS_BLOCK "/%s/nsid", name);
	of_disk = own ? NULL : look_read(root, CLASS_BLOCK "/%s/../nsid", name);
	return own || of_disk ? (uint32_t)strtoul(own ? own : of_disk, NULL, 10) : 0;
}

/* What is virtual: its name and its directory. */
struct virtuals {
	int root;
	struct stack *stack;
	char **targets;
	size_t n;
};

static void block_see(void *data, const char *name, const char *target)
{
	struct virtuals *virtuals = data;
	AUTO_FREE char *function = target ? address_last(target) : NULL, *head = nvme_path_head(name);
	size_t layer = stack_add(virtuals->stack, name, function);

	virtuals->stack->all[layer].silent = head;
	virtuals->stack->all[layer].nsid = function ? block_nsid(virtuals->root, name) : 0;
	virtuals->targets = memory_grow(virtuals->targets, virtuals->n, sizeof(char *));
	virtuals->targets[virtuals->n++] = target && !function ? string_copy(target) : NULL;
}

/* What the upper one's directory names, it lies on. */
struct laying {
	struct stack *stack;
	size_t upper;
};

static void slave_see(void *data, const char *name, const char *target)
{
	struct laying *laying = data;
	size_t lower;

	(void)target;
	if (!stack_find(laying->stack, name, &lower))
		return;
	stack_lay(laying->stack, laying->upper, lower);
	laying->stack->all[laying->upper].holder = true;
}

/* "../../devices/virtual/block/md0/md0p1": a partition's directory is in its disk's. */
static char *target_disk(const char *target)
{
	const char *last = path_last(target);
	size_t length = (size_t)(last - target);
	AUTO_FREE char *above = length ? text_print("%.*s", (int)length - 1, target) : NULL;

	return above ? string_copy(path_last(above)) : NULL;
}

static void head_lay(struct stack *stack, size_t upper, const char *head)
{
	for (size_t i = 0; i < stack->n; i++) {
		AUTO_FREE char *of = nvme_path_head(stack->all[i].name);

		if (string_equal(of, head))
			stack_lay(stack, upper, i);
	}
}

static void virtual_lay(int root, struct stack *stack, size_t layer, const char *target)
{
	struct laying laying = { stack, layer };
	AUTO_FREE char *slaves = text_print("%s/%s/slaves", CLASS_BLOCK, stack->all[layer].name);
	AUTO_FREE char *disk = target_disk(target);
	bool of_nvme = strstr(target, "/nvme-subsystem/");
	size_t upper;

	if (!strstr(target, VIRTUAL))
		return;
	if (disk && stack_find(stack, disk, &upper) && of_nvme)
		head_lay(stack, layer, disk); /* a head's partition: the head says nothing more */
	else if (disk && stack_find(stack, disk, &upper))
		stack_lay(stack, layer, upper);
	else if (of_nvme)
		head_lay(stack, layer, stack->all[layer].name);
	else
		look_each(root, slaves, slave_see, &laying);
}

int blocks_take(int root, struct stack *stack)
{
	struct virtuals virtuals = { .root = root, .stack = stack };
	int result = look_each(root, CLASS_BLOCK, block_see, &virtuals);

	for (size_t i = 0; i < virtuals.n; i++) {
		if (virtuals.targets[i])
			virtual_lay(root, stack, i, virtuals.targets[i]);
		free(virtuals.targets[i]);
	}
	free(virtuals.targets);
	return result;
}
