/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What udev found on block devices: members of LVM, md, ZFS and others.
 *
 * The kernel names a holder only while it is set up, and ZFS never: so a disk that nobody holds may still be
 * a part of something.
 */
#include "linux_users.h"
#include <stdlib.h>
#include <string.h>

/* ID_FS_TYPE as blkid(8) has it, and 62-multipath.rules of multipath-tools. */
static const struct {
	const char *type, *who;
} rows[] = {
	{ "LVM2_member", "LVM" },
	{ "LVM1_member", "LVM" },
	{ "linux_raid_member", "md" },
	{ "ddf_raid_member", "a RAID of the firmware" },
	{ "isw_raid_member", "a RAID of the firmware" },
	{ "mpath_member", "multipath" },
	{ "bcache", "bcache" },
	{ "drbd", "DRBD" },
	{ "ceph_bluestore", "Ceph" },
	{ ZFS_MEMBER, "ZFS" },
};

/* "E:ID_FS_TYPE=LVM2_member" among the lines of run/udev/data/b259:1; NULL: no such line */
static char *property(const char *lines, const char *key)
{
	AUTO_FREE char *wanted = text_print("\nE:%s=", key);
	const char *line = strstr(lines, wanted);
	const char *value = line ? line + strlen(wanted) : NULL;

	return value ? text_print("%.*s", (int)strcspn(value, "\n"), value) : NULL;
}

static const char *type_who(const char *type)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (string_equal(rows[i].type, type))
			return rows[i].who;
	return NULL;
}

struct finding_members {
	int root;
	const struct stack *stack;
	struct members *members;
};

static void block_see(void *data, const char *device, const char *target)
{
	struct finding_members *finding = data;
	AUTO_FREE char *lines = look_read(finding->root, "run/udev/data/b%s", device);
	AUTO_FREE char *type = lines ? property(lines, "ID_FS_TYPE") : NULL;
	struct members *members = finding->members;
	const char *who = type_who(type);
	size_t layer;

	if (!who || !target || !stack_find(finding->stack, path_last(target), &layer))
		return;
	members->all = memory_grow(members->all, members->n, sizeof(*members->all));
	members->all[members->n++] = (struct member){
		.layer = layer, .who = who, .type = string_copy(type), .label = property(lines, "ID_FS_LABEL")
	};
}

void members_take(int root, const struct stack *stack, struct members *members)
{
	look_each(root, "sys/dev/block", block_see, &(struct finding_members){ root, stack, members });
}

void members_free(struct members *members)
{
	for (size_t i = 0; i < members->n; i++) {
		free(members->all[i].type);
		free(members->all[i].label);
	}
	free(members->all);
	*members = (struct members){ 0 };
}

/* Where the kernel names the holder itself, that says more. */
static bool layer_is_held(const struct stack *stack, size_t at)
{
	for (size_t i = 0; i < stack->n; i++)
		for (size_t k = 0; stack->all[i].holder && k < stack->all[i].n_below; k++)
			if (stack->all[i].below[k] == at)
				return true;
	return false;
}

static bool zfs_is_loaded(int root)
{
	AUTO_FREE char *state = look_read(root, "sys/module/zfs/initstate");

	return state;
}

void members_tell(int root, const struct stack *stack, const struct members *members, struct users *users)
{
	for (size_t i = 0; i < members->n; i++) {
		const struct member *member = &members->all[i];
		bool zfs = string_equal(member->type, ZFS_MEMBER);
		AUTO_FREE char *who = zfs && member->label ? text_print("ZFS pool %s", member->label)
							   : string_copy(member->who);

		if (!layer_is_held(stack, member->layer))
			stack_use(stack, member->layer, USE_HOLDER, who, users);
	}
	if (members->n == 0 && zfs_is_loaded(root))
		users_doubt(users, USE_HOLDER, "ZFS is in the kernel, and udev knows no disk of its pools");
}
