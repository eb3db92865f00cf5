/* SPDX-License-Identifier: GPL-2.0-or-later */
/* wish_inside.h: what is shared by the files that complete the wish of one host. */
#ifndef WISH_INSIDE_H
#define WISH_INSIDE_H

#include "wish.h"

/* Once all hosts are there, for wish_hosts_fitting. */
void wish_index(struct wish *);

/* Takes out what is out of service or decommissioned; a NOTE says what is left as it is. */
void wish_leave_out(struct state *, const struct survey *, struct report *);

/* wish_survey_pool.c: a driver that somebody chose will not come by itself. */
bool function_is_by_hand(const struct function *);
/* The driver's name as a wish says it, for the caller to free; NULL: none that can be wished. -1: unknown. */
int driver_seen(const struct survey *, const struct resource *device, const struct resource *pool, size_t vf,
	char **ret_name, struct report *);
/* Groups of VFs that are alike, as they are, into a pool of that many. -1 and findings: not known. */
int pool_take_vfs(struct resource *pool, const struct function *pf, const struct survey *, struct report *);

/* wish_survey_drive.c: what all VFs of an NVMe drive have alike of it; a warning: they differ. */
void shares_take(struct state *, const struct resource *device, const struct function *pf, struct report *);

/* wish_survey_namespaces.c: all that the drive has, each by what it is known by. */
void drive_namespaces_take(
	struct state *, const struct resource *device, const struct function *pf, const struct survey *);
bool namespaces_are_by_hand(const struct survey *, const struct function *pf);

#endif
