/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * linux_users.h: what the sources of OP_USERS share. Private to src/host/linux_users*.c.
 *
 * Each source reads its part of the machine and adds whom it sees. What it cannot see it puts in doubt.
 */
#ifndef LINUX_USERS_H
#define LINUX_USERS_H

#include "linux.h"
#include "lookup.h"
#include "use.h"

/* linux_users.c: the sources, below the root */
void users_see(int root, struct users *);

/* linux_users_look.c: the caller frees what is not NULL; NULL or -1: errno */
char *look_read(int root, const char *format, ...) PRINTF_LIKE(2, 3);
char *look_link(int root, const char *format, ...) PRINTF_LIKE(2, 3);

/* Calls `see` for each name in a directory, with where it points to: NULL when it is no link. */
typedef void see_entry(void *data, const char *name, const char *target);
int look_each(int root, const char *directory, see_entry *see, void *data);

/*
 * linux_users_stack.c: what lies on what. Interfaces lie on interfaces, block devices on block devices, and
 * the lowest on functions.
 */
struct layer {
	char *name, *function; /* function NULL: it is on none itself */
	size_t *below;         /* positions of the layers that it lies on */
	size_t n_below;
	uint32_t nsid; /* of an NVMe namespace, or of a partition on one; 0: it is none */
	bool silent;   /* it is not named on the way from the function up */
	bool holder;   /* it has what it lies on for itself */
};
struct stack {
	struct layer *all;
	size_t n;
	struct lookup by_name;
};
size_t stack_add(struct stack *, const char *name, const char *function);
bool stack_find(const struct stack *, const char *name, size_t *ret_layer);
void stack_lay(struct stack *, size_t upper, size_t lower);
void stack_free(struct stack *);

/* Each function on which the layer lies is used so, through what is between. */
void stack_use(const struct stack *, size_t layer, enum use, const char *who, struct users *);

/* Each layer below it is held by it: its function has this use, and the layer's name says by whom. */
void stack_use_below(const struct stack *, size_t layer, enum use, const char *who, struct users *);

/* linux_users_parts.c: calls `see` for each process, in several processes at once; `uses`, a bit each, are in
 * doubt when one of these does not answer */
typedef void see_process(int root, const char *pid, struct users *);
void processes_see(int root, see_process *, unsigned uses, struct users *);

/* linux_users_processes.c: who has VFIO devices and disks open */
void see_descriptors(int root, struct users *);
void process_print_name(int root, const char *pid, struct text *); /* "qemu-system-x86 (process 4711)" */
/* Processes that this user may not look into: the first one's name, and how many. */
struct forbidden {
	char *first;
	size_t n;
};
void forbidden_note(struct forbidden *, int root, const char *pid, int error);
void forbidden_doubt(struct forbidden *, enum use, const char *what, struct users *);

bool processes_all_visible(int root, const char **ret_why); /* is this where all of them are seen? */

/* linux_users_network.c: `own`: it is in pawl's own network namespace, which sysfs shows */
struct network;
struct net_link;
char *link_function(int root, const struct net_link *, bool own); /* the caller frees it; NULL: of none */
void network_tell(const struct network *, int root, struct users *);
void see_network(int root, struct users *);

/* linux_users_ssh.c: adds the peer, at the interface with the connection's own address */
void ssh_take(int root, struct network *, struct users *);

/* linux_users_namespaces.c: those in others; what stands there upon `network` becomes its strangers */
void namespaces_take(int root, struct network *, struct users *);

/* linux_users_console.c */
void see_console(int root, struct users *);

/* linux_users_blocks.c: the machine's block devices; -1 and errno */
int blocks_take(int root, struct stack *);

/* linux_users_open.c */
bool blocks_of_functions(int root); /* has any function a disk? */
/* A descriptor that leads to "/dev/nvme0n1", of this process. */
void disk_see(int root, const char *target, const char *who, struct users *);

/* linux_users_members.c: what udev found on block devices */
#define ZFS_MEMBER "zfs_member"
struct member {
	size_t layer;
	const char *who;
	char *type, *label; /* label NULL: none; of a ZFS member it is its pool */
};
struct members {
	struct member *all;
	size_t n;
};
void members_take(int root, const struct stack *, struct members *);
void members_tell(int root, const struct stack *, const struct members *, struct users *);
void members_free(struct members *);

/* linux_users_disks.c */
void see_disks(int root, struct users *);

/* linux_users_mounts.c: mounted file systems, without the kernel's escapes; their words stay in the text */
struct mount {
	char *device, *root, *point, *type, *source; /* device: "259:1" */
};
struct mounts {
	struct mount *all;
	size_t n;
};
void mounts_parse(struct mounts *, char *mountinfo);
const struct mount *mounts_of(const struct mounts *, const char *path); /* what a file is on; NULL: none */
void mounts_free(struct mounts *);
void words_unescape(char *words);

#endif
