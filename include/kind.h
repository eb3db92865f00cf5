/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * kind.h: what pawl knows how to wish for. One file and one row each. Floor 3, kinds.
 *
 * What a row holds is in resource.h. A kind has no I/O: it reads the survey and adds steps to a plan.
 */
#ifndef KIND_H
#define KIND_H

#include "plan.h"
#include "survey.h"

extern const struct kind kind_file;     /* the file itself: `pawl: 1` */
extern const struct kind kind_defaults; /* what every host inherits */
extern const struct kind kind_classes;  /* classes.NAME: what hosts that name it inherit */
extern const struct kind kind_host;     /* hosts.NAME */
extern const struct kind kind_device;   /* devices.HANDLE: one function, by select */
extern const struct kind kind_vf_pool;  /* devices.HANDLE.vfs */
extern const struct kind kind_driver; /* devices.HANDLE.driver; derived for each VF of a pool with a driver */

extern const struct kind *const kinds[]; /* NULL-ended, in the order in which their steps are made */
const struct kind *kind_below(const struct kind *parent, const char *key); /* NULL: no such key */

/* Bodies that other rows read. `set` is first, rows are numbered as in the kind's table. */
enum { MATCH_HOSTNAME };
enum { HOST_CLASS, HOST_MATCH, HOST_PLATFORM };
struct host_match {
	uint64_t set;
	char *hostname;
};
struct host_body {
	uint64_t set;
	struct list classes; /* of char * */
	struct host_match match;
	char *platform;
};

enum { SELECT_PCI, SELECT_PATH };
struct select {
	uint64_t set;
	char *pci, *path;
};
enum { DEVICE_SELECT, DEVICE_ADDRESS };
struct device_body {
	uint64_t set;
	struct select select;
	char *address; /* observed: the function that select found; the engine sets it in the wish as well */
};

enum { POOL_COUNT, POOL_DRIVER };
struct pool_body {
	uint64_t set;
	int64_t count;
	char *driver;
};

enum { DRIVER_NAME, DRIVER_OVERRIDE };
struct driver_body {
	uint64_t set;
	char *name; /* observed: "none" when nothing is bound and nothing may, "" when merely nothing is */
	char *override; /* observed */
	int64_t vf;     /* of one that a pool caused: the VF's number */
};

/* The survey's function that a resource stands on, NULL when there is none (yet). */
struct function *device_function(const struct survey *, const struct resource *);

#endif
