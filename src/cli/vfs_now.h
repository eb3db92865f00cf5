/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * vfs_now.h: VFs that are there, and that a plan makes anew as their number is another one. Private to cli.
 *
 * A plan holds them for yet to be made. Who only asks how the host is has them compared as they are.
 */
#ifndef VFS_NOW_H
#define VFS_NOW_H

#include "engine.h"

struct vfs_now {
	struct state have;
	struct changes changes; /* against the plan's wish, which they point into */
	struct lookup by_want;  /* changes, by their wish's name */
};
void vfs_now_find(const struct plan *, const struct survey *, struct vfs_now *);
void vfs_now_free(struct vfs_now *);

/* The plan's change as the host is now; NULL: nothing differs. */
const struct change *vfs_now_change(const struct vfs_now *, const struct change *);

#endif
