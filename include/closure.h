/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * closure.h: all that becomes secure with one function, which consent is given for. Floor 3, kinds.
 *
 * The wider of kernel source and vendor text: every function below the same root port, with all VFs
 * (openeuler-mirror/kernel, drivers/coda/coda.c, get_root_bd and get_sibling_devices).
 */
#ifndef CLOSURE_H
#define CLOSURE_H

#include "digest.h"
#include "kind.h"

/*
 * The digest is of bridge paths, classes, ids and numbers of VFs: VFs being made does not change it. Behind
 * it stand, of each PF, the number again, the serial numbers and MAC that are known, and the host's uses.
 */
struct closure {
	char **names; /* addresses, and "nic0.vf.3" of what is yet to be made */
	size_t n;
	char *digest;
};

/* As it will be when the wish is carried out; `want` NULL: as it is now. closure_free frees it. */
void closure_find(const struct survey *, const struct state *want, const char *port, struct closure *ret);

/* Whether consent that was given covers it: what is known of both is the same, and the host uses no more.
 * `consent` NULL: none was. */
bool closure_fits(const struct closure *, const char *consent);
void closure_free(struct closure *);

/* Whether the consent was to this number of VFs of the PF, however many those beside it have. */
bool consent_has_count(const struct survey *, const char *consent, const struct function *pf, int64_t count);

/* The function that its i-th hostdev names, of a VF its PF; NULL: it is not here. */
const struct function *hostdev_function(
	const struct resource *guest, size_t i, const struct survey *, const struct state *want);

/*
 * The root ports above the functions of a guest that is wished for or defined: each once, NULL-ended.
 * guest_ports_free frees them. ret_missing: the last one that is not here or below no port, for the caller to
 * free; NULL: all are.
 */
char **guest_ports(
	const struct resource *guest, const struct survey *, const struct state *want, char **ret_missing);
char **guest_ports_defined(const struct guest *, const struct survey *, char **ret_missing);
void guest_ports_free(char **);

/*
 * Why the guest cannot have its i-th hostdev, which is of this device, by the device's `world`; the caller
 * frees it. NULL: the world is the guest's.
 */
char *world_misfit(
	const struct resource *guest, size_t i, const struct resource *device, const char **ret_hint);

#endif
