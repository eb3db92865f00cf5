/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * differences.h: what of a host is not as wished, told by object. Private to cli.
 */
#ifndef DIFFERENCES_H
#define DIFFERENCES_H

#include "vfs_now.h"

/* Objects of which the same is to be told: "driver: none wanted, igbvf found". */
struct difference {
	char *what;
	const struct change *change; /* whose keys differ; NULL: of none, or only `select` */
	struct place select;         /* of a device that is not found, or another one */
	char **objects;              /* "nic0.vf.3" */
	size_t n;
};
struct differences {
	struct difference *all;
	size_t n, n_objects;
	struct lookup by_words; /* the hash of `what` */
	struct vfs_now now;     /* changes may point into it */
};

/* What differs in each resource, devices that are not found, and what a run has left behind. */
void differences_find(const struct plan *, const struct survey *, struct differences *);
void differences_free(struct differences *);

/* One line each: "nic0.vf.[0-3]  driver: none wanted, igbvf found (vfs.yaml:7:20)". */
void differences_print(const struct differences *, struct text *);

/* Of a device that is not found: why. True: more functions fit than are expected. */
bool device_missing_words(const struct resource *, const struct survey *, struct text *);

/* All that was to be written is; what is left comes with the next boot. */
bool plan_awaits_reboot(const struct plan *);

#endif
