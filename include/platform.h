/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * platform.h: what a confidential-computing platform, or plain VFIO, adds. One row each. Floor 3, platforms.
 */
#ifndef PLATFORM_H
#define PLATFORM_H

#include "kind.h"

struct reaction;

enum platform_trait {
	PLATFORM_SECURE_WORLD = 1, /* devices may be handed over where the host cannot reach them */
};

struct platform {
	const char *name, *summary;
	const char *const *boot_words, *const *modules; /* NULL-ended; NULL: none */
	unsigned traits;
	const struct reaction *reactions; /* what it makes the twin do beyond the kernel; NULL: nothing */
	/* Adds what the platform implies for the whole wish; NULL: nothing. Pure. */
	void (*derive)(const struct resource *host, const struct survey *, struct state *);
	/* NULL-ended: drivers of physical functions that may stay on secure ones, since their vendor has
	 * made them for it; NULL: none */
	const char *const *secure_drivers;
};

#define PLATFORM_STANDARD "vfio" /* of a host that names none: the first of them */
extern const struct platform platform_virtcca;
extern const struct platform *const platforms[]; /* NULL-ended */
const struct platform *platform_find(const char *name);
const struct platform *platform_of(const struct resource *); /* its host's; the first when none is given */

/* Their names, NULL-ended: the choices of hosts.NAME.platform. */
extern const char *const platform_names[];

#endif
