/* SPDX-License-Identifier: GPL-2.0-or-later */
/* vf_pool.h: what a pool's groups add to its row. */
#ifndef VF_POOL_H
#define VF_POOL_H

#include "kind.h"

void pool_check(const struct resource *pool, const struct state *, struct report *);
void pool_derive(struct resource *pool, const struct survey *, struct state *);

size_t pool_groups(const struct resource *pool);
const struct vf_group *pool_group(const struct resource *pool, size_t i);

/* What `net` of a group and `mac-base` wish for VFs. */
void pool_check_net(const struct resource *pool, struct report *);
char *pool_mac(const struct resource *pool, int64_t vf, struct place *ret_at); /* NULL: it gives none */
void pool_derive_net(const struct resource *pool, int64_t n, struct state *);  /* of its first n VFs */

#endif
