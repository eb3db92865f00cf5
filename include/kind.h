/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * kind.h: what pawl knows how to wish for. One file and one row each. Floor 3, kinds.
 * What a row holds is in resource.h. A kind has no I/O: it reads the survey and adds steps to a plan.
 */
#ifndef KIND_H
#define KIND_H

#include "guest_body.h"
#include "net.h"
#include "plan.h"
#include "range.h"
#include "select.h"

extern const struct kind kind_file;     /* the file itself: `pawl: 1` */
extern const struct kind kind_defaults; /* what every host inherits */
extern const struct kind kind_classes;  /* classes.NAME: what hosts that name it inherit */
extern const struct kind kind_host;     /* hosts.NAME */
extern const struct kind kind_run;      /* what one run has changed; its `state` is wished: */
#define RUN_TAKEN_BACK "taken-back"
extern const struct kind kind_device;  /* devices.HANDLE: functions, by select */
extern const struct kind kind_vf_pool; /* devices.HANDLE.vfs */
extern const struct kind kind_vf_net;  /* derived for each VF of a pool with `net` or `mac-base` */
extern const struct kind kind_driver; /* devices.HANDLE.driver; derived for each VF of a pool with a driver */
extern const struct kind kind_guest;  /* guests.NAME: a guest and the functions that it gets */

extern const struct kind *const kinds[]; /* NULL-ended, in the order in which their steps are made */
const struct kind *kind_below(const struct kind *parent, const char *key); /* NULL: no such key */

/*
 * Bodies that other rows read: `set` is first, rows are numbered as in the kind's table. Those of guests are
 * in guest_body.h, of VFs in net.h and share.h, of namespaces in namespaces.h.
 */
enum { MATCH_HOSTNAME, MATCH_MACHINE_ID, MATCH_DMI_SERIAL, N_MATCH };
enum { HOST_CLASS, HOST_MATCH, HOST_PLATFORM, HOST_STATE };
struct host_match {
	uint64_t set;
	char *hostname, *machine_id, *dmi_serial;
};
struct host_body {
	uint64_t set;
	struct list classes; /* of char * */
	struct host_match match;
	char *platform, *state;
};
bool host_is_absent(const struct host_body *); /* decommissioned: nothing of it is wanted */

enum { DEVICE_SELECT, DEVICE_EXPECT, DEVICE_STATE, DEVICE_WORLD, DEVICE_ADDRESS };
struct device_body {
	uint64_t set;
	struct select select;
	int64_t expect;
	char *state, *world;
	char *address; /* observed: the function that select found; the engine sets it in the wish as well */
	bool resolved; /* as many functions were found as are expected */
};
int64_t device_expects(const struct device_body *); /* 1: one function; more: a set */
bool device_is_out_of_service(const struct device_body *);
bool device_is_missing(const struct device_body *); /* wanted, and not as many functions are there */

enum { GROUP_RANGE, GROUP_DRIVER, GROUP_NET };
struct vf_group {
	uint64_t set;
	struct ranges range;
	char *driver;
	struct net_body net;
};

enum { POOL_COUNT, POOL_DRIVER, POOL_MAC_BASE, POOL_GROUPS };
struct pool_body {
	uint64_t set;
	int64_t count;
	char *driver, *mac_base;
	struct list groups; /* of struct vf_group */
};
struct resource *pool_of(const struct state *, const struct resource *); /* of its device; NULL: none */
int64_t vfs_wished(const struct state *, const struct resource *);       /* by its device's pool; 0: none */

/* The wish for the driver of one VF, and where the YAML gives it; NULL: none is wished. */
const char *pool_driver(const struct resource *pool, int64_t vf, struct place *ret_place);
bool vf_driver_wished(const struct state *, const char *device, int64_t vf); /* once derived */

enum { DRIVER_NAME, DRIVER_OVERRIDE };
#define DRIVER_NONE "none" /* driverless and kept so */
struct driver_body {
	uint64_t set;
	char *name; /* observed: "none" when nothing is bound and nothing may, "" when merely nothing is */
	char *override;  /* observed; derived in the wish where it must follow the driver */
	bool bare;       /* derived: a run has let go of it, and it had no override */
	int64_t vf, vfs; /* a VF's: its number, and of how many that the pool makes; vfs 0: the device's */
};

struct function *device_function(const struct survey *, const struct resource *); /* NULL: not there (yet) */

/* The wish's device that "nic0" or "nic0.vf.3" is of; the function so named; the device at an address. */
const struct resource *device_named(const struct state *, const char *name);
const struct function *function_named(const struct state *, const struct survey *, const char *name);
struct resource *device_at(const struct state *, const char *address);
char *function_handle(const struct function *, const struct state *); /* its name, for the caller to free */

#endif
