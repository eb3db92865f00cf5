/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which functions' disks are mounted, hold swap, or are held by other block devices. */
#include "linux_users.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

static const enum use told[] = { USE_MOUNT, USE_SWAP, USE_HOLDER, USE_ROOT };

/* What a running system cannot do without, or does not boot again without: hier(7). */
static const char *const roots[] = { "/", "/usr", "/var", "/boot", "/boot/efi", "/efi" };

struct disks {
	int root;
	struct stack stack;
	struct mounts mounts;
	struct members members;
	bool *mounted; /* the layer is told */
	struct users *users;
};

static bool point_is_root(const char *point)
{
	for (size_t i = 0; i < sizeof(roots) / sizeof(roots[0]); i++)
		if (string_equal(roots[i], point))
			return true;
	return false;
}

/* Calls `use` for each layer that the file system, or the swap, is on. */
struct usage {
	struct disks *disks;
	enum use use;
	const char *who;
};

static void layer_use(const struct usage *usage, size_t layer)
{
	if (usage->use == USE_MOUNT)
		usage->disks->mounted[layer] = true;
	stack_use(&usage->disks->stack, layer, usage->use, usage->who, usage->disks->users);
	if (usage->use == USE_MOUNT && point_is_root(usage->who))
		stack_use(&usage->disks->stack, layer, USE_ROOT, usage->who, usage->disks->users);
}

static bool layer_find(const struct disks *disks, const char *device, size_t *ret_layer)
{
	AUTO_FREE char *link = look_link(disks->root, "sys/dev/block/%s", device);

	return link && stack_find(&disks->stack, path_last(link), ret_layer);
}

/* A block device's file: "/dev/mapper/vg0-root". */
static bool layer_find_file(const struct disks *disks, const char *path, size_t *ret_layer)
{
	AUTO_CLOSE int fd = *path == '/' ? root_open(disks->root, path + 1, O_PATH) : -1;
	AUTO_FREE char *device = NULL;
	struct stat about;

	if (fd == -1 || fstat(fd, &about) == -1 || !S_ISBLK(about.st_mode))
		return false;
	device = text_print("%u:%u", major(about.st_rdev), minor(about.st_rdev));
	return layer_find(disks, device, ret_layer);
}

/* The devices of one btrfs: `has` when one of them is the one that the mount names. */
struct family {
	const struct disks *disks;
	const struct usage *usage;
	const char *wanted;
	bool has;
};

static void member_find(void *data, const char *name, const char *target)
{
	struct family *family = data;

	(void)target;
	family->has = family->has || string_equal(name, family->wanted);
}

static void member_use(void *data, const char *name, const char *target)
{
	struct family *family = data;
	size_t layer;

	(void)target;
	if (stack_find(&family->disks->stack, name, &layer))
		layer_use(family->usage, layer);
}

/* fs/btrfs/sysfs.c: sys/fs/btrfs/UUID/devices has a link for each. */
static void family_see(void *data, const char *uuid, const char *target)
{
	struct family *family = data;
	AUTO_FREE char *path = text_print("sys/fs/btrfs/%s/devices", uuid);

	(void)target;
	family->has = false;
	look_each(family->disks->root, path, member_find, family);
	if (family->has)
		look_each(family->disks->root, path, member_use, family);
}

/*
 * A file system of several devices, as btrfs and bcachefs, has an anonymous number of its own, and names one
 * of its devices as its source, or all: "/dev/sda:/dev/sdb".
 */
static void source_use(const struct usage *usage, const struct mount *mount)
{
	AUTO_FREE char *sources = string_copy(mount->source);
	char *rest = sources, *source;
	size_t layer;

	while ((source = strsep(&rest, ":"))) {
		if (!layer_find_file(usage->disks, source, &layer))
			continue;
		layer_use(usage, layer);
		if (string_equal(mount->type, "btrfs"))
			look_each(usage->disks->root, "sys/fs/btrfs", family_see,
				&(struct family){ .disks = usage->disks,
					.usage = usage,
					.wanted = usage->disks->stack.all[layer].name });
	}
}

/* "rpool/ROOT/debian": ZFS names its pool, and none of the pool's devices. */
static void pool_use(const struct usage *usage, const struct mount *mount)
{
	const struct members *members = &usage->disks->members;
	AUTO_FREE char *pool = string_part(mount->source, strcspn(mount->source, "/"));

	for (size_t i = 0; i < members->n; i++)
		if (string_equal(members->all[i].type, ZFS_MEMBER) &&
			string_equal(members->all[i].label, pool))
			layer_use(usage, members->all[i].layer);
}

static void mount_use(const struct usage *usage, const struct mount *mount)
{
	size_t layer;

	if (layer_find(usage->disks, mount->device, &layer))
		layer_use(usage, layer);
	else if (string_equal(mount->type, "zfs"))
		pool_use(usage, mount);
	else if (string_starts(mount->device, "0:"))
		source_use(usage, mount);
}

/* A part of a file system, mounted once more, as containers have it by the hundred, tells nothing new. */
static bool mount_is_part(const struct mounts *mounts, const struct mount *mount)
{
	if (string_equal(mount->root, "/") || point_is_root(mount->point) ||
		string_equal(mount->type, "btrfs"))
		return false;
	for (const struct mount *other = mounts->all; other < mounts->all + mounts->n; other++)
		if (other != mount && string_equal(other->device, mount->device) &&
			(other < mount || string_equal(other->root, "/")))
			return true;
	return false;
}

static void see_mounts(struct disks *disks)
{
	for (size_t i = 0; i < disks->mounts.n; i++) {
		const struct mount *mount = &disks->mounts.all[i];

		if (!mount_is_part(&disks->mounts, mount))
			mount_use(&(struct usage){ disks, USE_MOUNT, mount->point }, mount);
	}
}

static void elsewhere_see(void *data, const char *name, const char *target)
{
	struct disks *disks = data;
	size_t layer;

	(void)target;
	if (stack_find(&disks->stack, name, &layer) && !disks->mounted[layer])
		layer_use(&(struct usage){ disks, USE_MOUNT, "something in another mount namespace" }, layer);
}

static void btrfs_see(void *data, const char *uuid, const char *target)
{
	struct disks *disks = data;
	AUTO_FREE char *path = text_print("sys/fs/btrfs/%s/devices", uuid);

	(void)target;
	look_each(disks->root, path, elsewhere_see, disks);
}

/*
 * What is mounted out of sight: these file systems tell of each that is mounted at all, by its device
 * (fs/ext4, fs/xfs, fs/f2fs, fs/btrfs: sysfs.c). To read the mounts of each container would cost more than
 * all the rest.
 */
static void see_mounts_elsewhere(struct disks *disks)
{
	look_each(disks->root, "sys/fs/ext4", elsewhere_see, disks);
	look_each(disks->root, "sys/fs/xfs", elsewhere_see, disks);
	look_each(disks->root, "sys/fs/f2fs", elsewhere_see, disks);
	look_each(disks->root, "sys/fs/btrfs", btrfs_see, disks);
}

/* "/dev/nvme0n1p2 partition 8388604 0 -2" (proc_swaps(5)); a file may be on any of the mounted. */
static void swap_see(struct disks *disks, char *line)
{
	char *path = strsep(&line, " \t");
	const struct mount *mount;
	size_t layer;

	words_unescape(path);
	if (*path != '/')
		return; /* the heading */
	struct usage usage = { disks, USE_SWAP, path };
	if (layer_find_file(disks, path, &layer))
		layer_use(&usage, layer);
	else if ((mount = mounts_of(&disks->mounts, path)))
		mount_use(&usage, mount);
}

static void see_swaps(struct disks *disks)
{
	AUTO_FREE char *swaps = look_read(disks->root, "proc/swaps");
	char *rest = swaps, *line;

	if (!swaps && errno != ENOENT) { /* ENOENT: a kernel without swap */
		AUTO_FREE char *why = text_print("/proc/swaps: %s", strerror(errno));
		users_doubt(disks->users, USE_SWAP, why);
	}
	while ((line = strsep(&rest, "\n")))
		swap_see(disks, line);
}

static void see_holders(const struct disks *disks)
{
	for (size_t i = 0; i < disks->stack.n; i++) {
		const struct layer *layer = &disks->stack.all[i];
		AUTO_FREE char *name = NULL;

		if (!layer->holder)
			continue;
		name = look_read(disks->root, "sys/class/block/%s/dm/name", layer->name);
		if (name)
			name[strcspn(name, "\n")] = '\0';
		stack_use_below(&disks->stack, i, USE_HOLDER, name ? name : layer->name, disks->users);
	}
}

static void disks_doubt(struct users *users, const char *path)
{
	AUTO_FREE char *why = text_print("%s: %s", path, strerror(errno));

	for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++)
		users_doubt(users, told[i], why);
}

void see_disks(int root, struct users *users)
{
	struct disks disks = { .root = root, .users = users };
	AUTO_FREE char *mountinfo = look_read(root, "proc/self/mountinfo");

	if (!mountinfo)
		disks_doubt(users, "/proc/self/mountinfo");
	else if (blocks_take(root, &disks.stack) == -1 && errno != ENOENT) /* a kernel without disks */
		disks_doubt(users, "/sys/class/block");
	mounts_parse(&disks.mounts, mountinfo);
	members_take(root, &disks.stack, &disks.members);
	disks.mounted = memory_new(disks.stack.n + 1, sizeof(*disks.mounted));
	see_mounts(&disks);
	see_mounts_elsewhere(&disks);
	see_swaps(&disks);
	see_holders(&disks);
	members_tell(root, &disks.stack, &disks.members, users);
	members_free(&disks.members);
	free(disks.mounted);
	mounts_free(&disks.mounts);
	stack_free(&disks.stack);
}
