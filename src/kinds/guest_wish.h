/* SPDX-License-Identifier: GPL-2.0-or-later */
/* guest_wish.h: what the files of the kind `guest` share. */
#ifndef GUEST_WISH_H
#define GUEST_WISH_H

#include "kind.h"

#define UNTOUCHED "untouched"
#define DEFINED   "defined"

enum { HOSTDEV_DEVICE };
struct hostdev {
	uint64_t set;
	char *device;
};

/* What libvirt is to keep of it: addresses, or templates of those that are not known yet. */
char *guest_definition(const struct resource *, const struct survey *, const struct state *);

/* The function that its i-th hostdev names, of a VF its PF; NULL: there is none. */
const struct function *hostdev_function(
	const struct resource *guest, size_t i, const struct survey *, const struct state *);

/* Its i-th hostdev: the function, NULL when it is yet to be made. */
const struct function *hostdev_there(
	const struct resource *, size_t i, const struct survey *, const struct state *);

/* Mistakes that the files show. */
void guest_check(const struct resource *, const struct state *, struct report *);
void guest_check_missing(const struct resource *, const struct state *, struct report *);

void guest_steps(const struct changes *, const struct survey *, struct plan *);

#endif
