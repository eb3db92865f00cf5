/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * guest_body.h: what is wished of a guest, and which functions it gets. Floor 3, kinds.
 */
#ifndef GUEST_BODY_H
#define GUEST_BODY_H

#include "resource.h"

enum { GUEST_URI, GUEST_STATE_WISHED, GUEST_CONFIDENTIAL, GUEST_HOSTDEVS, GUEST_KEPT };
struct guest_body {
	uint64_t set;
	char *uri, *state, *confidential;
	struct list hostdevs; /* each has a name */
	char *definition;     /* observed (guest.h); derived in the wish, perhaps with templates */
};

bool guest_is_planned(const struct resource *);      /* its state is not `untouched` */
bool guest_is_confidential(const struct resource *); /* its functions go to the secure world */
char *guest_id(const struct resource *);             /* "qemu:///system/cvm1"; the caller frees it */
bool guest_keeps_hostdevs(const struct resource *);  /* not given: derived, they are what it has */

/* Its i-th hostdev: its name, "nic0" or "nic0.vf.3", an address when it keeps it, NULL: it was not
 * understood; the device, NULL: no such is wished; the VF's number, -1: the device itself. */
const char *hostdev_name(const struct resource *guest, size_t i);
const struct resource *hostdev_device(const struct resource *guest, size_t i, const struct state *);
int64_t hostdev_vf(const struct resource *guest, size_t i);

#endif
