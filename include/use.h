/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * use.h: what on this machine stands on a function, beyond the driver that holds it. Floor 2, host.
 *
 * The kernel protects nothing here: it takes a mounted disk or the interface of the default route away when
 * asked to (drivers/base/dd.c and drivers/pci/iov.c look at no user). So the survey tells, and gates judge.
 * Users come and go: they take no part in a plan id.
 */
#ifndef USE_H
#define USE_H

#include "text.h"

/* In the order of `use_rows`; consents (closure.h) know them by their numbers: a new one is the last. */
enum use {
	USE_VFIO,    /* a process has its VFIO group or device open; who: "qemu-system-x86 (process 4711)" */
	USE_ADDRESS, /* its interface is up and has an address that is not link-local; who: the address */
	USE_PORT,    /* its interface is a port of a bridge, bond, team, VRF or Open vSwitch; who: that one */
	USE_STACKED, /* a VLAN, macvlan or the like stands on its interface; who: that one */
	USE_NAMESPACE,  /* its interface is in another network namespace; who: the namespace */
	USE_MANAGEMENT, /* a default route goes out there; who: the route */
	USE_SSH,        /* the connection that pawl was started over; who: the peer's address */
	USE_MOUNT,      /* a file system on its disk is mounted; who: the mount point */
	USE_SWAP,       /* its disk holds swap in use; who: the swap device or file */
	USE_HOLDER,     /* dm, md, bcache, LVM, zfs or multipath stand on its disk; who: that one */
	USE_OPEN,       /* a process has its disk open; who: "qemu-system-x86 (process 4711)" */
	USE_ROOT,       /* what this system runs or boots from; who: "/", "/boot" */
	USE_CONSOLE,    /* the console of this machine; who: "tty0", "ttyS1" */
	N_USES
};

/* One row a use: its name in facts and JSON, and what it says of a function: "VERB WHO". */
struct use_row {
	const char *name, *verb, *help;
	const char *source; /* where the kernel, or who else made it, tells of such a user */
};
extern const struct use_row use_rows[N_USES];

/*
 * `nsid`: of a disk of an NVMe drive the number of its namespace; 0: it is of none, or not told of which.
 * `through` is the way from the function to who stands on it: "eth0", "nvme0n1p2 > md0"; NULL: there is none
 * to name. All strings belong to it.
 */
struct user {
	enum use use;
	char *function; /* address */
	char *through, *who;
	uint32_t nsid;
};

/* All users, by address of the function; none twice. unknown[use]: why it cannot be told; NULL: it is. */
struct users {
	struct user *all;
	size_t n;
	char *unknown[N_USES];
};

bool use_find(const char *name, enum use *ret_use);

/* Copies. A user that is there already is not added again. */
void users_add(struct users *, const struct user *);
void users_doubt(struct users *, enum use, const char *why); /* the first word on it stays */
void users_doubt_all(struct users *, const char *why);

/* Those of one function stand together: their number, and the first of them. */
size_t users_of(const struct users *, const char *address, const struct user **ret_first);

/* The function is gone, or its driver let go of it: so are they, but for those that `keeps` keeps. */
void users_leave(struct users *, const char *address, bool (*keeps)(const struct user *));

void users_copy(const struct users *, struct users *copy);
void users_free(struct users *);

/*
 * An answer to OP_USERS: a user a line, parted by tabs: the use's name, the function ("/3" behind
 * it: of this namespace), through, who. A line
 * that begins with "?" says of the use behind it why it is not known. -1 when it is no such text.
 */
int users_parse(struct users *, char *lines);
void users_print(const struct users *, struct text *); /* what no terminal may show comes as \xNN */

#endif
