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

/*
 * What is not given stays as the guest is defined: afterwards `confidential` and `hostdevs` are what it will
 * have, whoever said so, and guest_keeps_hostdevs() tells that the files did not.
 */
void guest_keep(struct resource *, const struct survey *, const struct state *);
/* Addresses that it has, and that the wish has no word on; "": none. `defined` NULL: it is not there. */
const char *hostdevs_kept(const struct resource *, const struct guest *defined);
char *guest_protection(const struct guest *); /* the first word of its definition; the caller frees it */
void hostdev_add(struct guest_body *, const char *name, struct place at);

/* Its i-th hostdev: the function, NULL when it is yet to be made. */
const struct function *hostdev_there(
	const struct resource *, size_t i, const struct survey *, const struct state *);

/* Mistakes that the files show. */
void guest_check(const struct resource *, const struct state *, struct report *);
void guest_check_missing(const struct resource *, const struct state *, struct report *);

int guest_observe(const struct survey *, const struct resource *want, struct resource *have, struct report *);
void guest_steps(const struct changes *, const struct survey *, struct plan *);

#endif
