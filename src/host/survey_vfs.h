/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * survey_vfs.h: what a physical function and its virtual ones say of each other.
 */
#ifndef SURVEY_VFS_H
#define SURVEY_VFS_H

#include "report.h"
#include "survey.h"

struct report;

/*
 * Reads the attributes of SR-IOV and the links to the VFs; the functions and the PF's count were read before.
 * False when these do not belong together: then the count is R_BUSY from here on. `ret_strays`: how many
 * links lead to VFs that were taken away by hand.
 */
bool vfs_take(struct host *, struct survey *, struct function *pf, size_t *ret_strays);

/* Warns of so many links of the PF that lead to VFs which were taken away by hand. */
void vfs_report_strays(const struct function *pf, size_t strays, struct report *);

/* Says of each VF that no PF has claimed whose it was, and warns of it. */
void orphans_take(struct host *, struct survey *, struct report *);

/* The PF's VFs come or go while they are read: what was read of their number is good for nothing. */
void vfs_doubt(struct function *pf);

/* A device whose VFs cannot be where it says: a WARNING, and offset and stride are not known from here on. */
void vfs_forget_nowhere(struct survey *, struct report *);

#endif
