/* SPDX-License-Identifier: GPL-2.0-or-later */
/* recall_vfs.h: VFs that were there before a run, and had something of pawl's. Private to recall. */
#ifndef RECALL_VFS_H
#define RECALL_VFS_H

#include "recall_later.h"

/*
 * Takes out of what the run has turned those numbers of VFs that go back to more than none, and what was set
 * on these VFs: as words that come back as a restore brings them (restore_wish).
 */
void recall_vfs(const struct later *, const struct survey *, struct applied_list *turned,
	struct applied_list *ret_words);

#endif
