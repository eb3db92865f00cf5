/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * twin_inside.h: what the files of the twin share. Floor 2, host; for src/host/twin*.c alone.
 */
#ifndef TWIN_INSIDE_H
#define TWIN_INSIDE_H

#include "twin.h"

#define MICROSECOND UINT64_C(1000)
#define MILLISECOND UINT64_C(1000000)
#define SECOND      UINT64_C(1000000000)

#define DEVICES "sys/bus/pci/devices/"
#define DRIVERS "sys/bus/pci/drivers/"
#define GROUPS  "sys/kernel/iommu_groups/"
#define JOURNAL "var/lib/pawl/journal"

/* QUEUED: the machine has not seen it. WAITING: in the kernel, or a watch. FINISHED: it ends at `due`. */
enum stage { QUEUED, WAITING, FINISHED };

/*
 * At once: the function's, one of its VFs', and that of rescan and removal. Changes of counts take the last
 * one too since commit a5338e365c45 (Linux 6.12.95 has it); here they do not, as before that.
 */
enum { LOCKS = 3 };
#define RESCAN_LOCK "rescan"

/* An operation that has begun. The strings of `op` belong to it. */
struct pending {
	uint64_t ticket, operation, since, due, deadline; /* deadline 0: none */
	unsigned tie;
	enum stage stage;
	struct op op;
	struct done done;
	char *locked[LOCKS]; /* functions whose device_lock a write holds while it is in the kernel */
	bool hung;           /* by a fault */
	bool by_hand;        /* somebody else's: it came back to nobody */
	bool detached;       /* came back as still running: only its helper process is left */
	bool releases;       /* no operation: somebody lets go of `op.path` */
	size_t at, turn;     /* its places in the twin's `pending` and `turns` */
};

/* A name with a text: a file (bytes may hold NULs), a holder, an intended target. */
struct entry {
	char *name, *bytes;
	size_t length, room;
};
struct entries {
	struct entry *all; /* sorted by name */
	size_t n;
};

/* A driver that binds functions of these ids by itself. */
struct match {
	const char *vendor, *device, *driver, *source; /* as sysfs has them: "0x19e5" */
};

/* Writes to such a file take so long. */
struct slow {
	char *pattern;
	uint64_t ns;
};

struct twin {
	struct host host;
	struct survey world;
	struct survey unplugged;   /* removed by hand: a rescan finds them */
	struct survey driverless;  /* drives that nobody can ask, of PFs without their driver */
	struct entries subsystems; /* NVMe drives with several ports: by a port's address the first one's */
	struct entries virtuals;   /* the VFs; "offline": one of an unknown drive that does not answer yet */
	const struct reaction *more;
	struct match *learned; /* from the facts; strings owned */
	size_t n_learned;
	bool *group_taken; /* by number */
	size_t n_groups;
	bool groups_late; /* a VF gets its group when a driver is about to probe it */

	struct pending **pending;
	struct pending **turns; /* the same ones, a binary heap: whose turn is first */
	size_t n_pending, n_detached, n_writes;
	struct pending *current; /* the one that the machine works on; NULL: a hand-made write */
	uint64_t now, delay, tickets, operations, writes, random, boots;

	struct strike strike; /* strings owned */
	struct slow *slow;
	size_t n_slow;
	bool struck, died, interrupt;
	uint64_t struck_at;
	uint64_t interrupt_at;
	struct entries files, holders, locks, intended;
	struct entries secured;    /* functions that the secure world has */
	struct entries remembered; /* what functions were known by while their drivers had them */
	bool looked;               /* at the functions, since the last write */
	bool journal_refused;      /* a line, since the host's lock was taken */
	struct text broken;
};

/* twin_entries.c */
struct entry *entries_find(const struct entries *, const char *name);
void entries_set(struct entries *, const char *name, const void *bytes, size_t length);
void entries_append(struct entries *, const char *name, const void *bytes, size_t length);
bool entries_remove(struct entries *, const char *name);
void entries_free(struct entries *);

/* twin_queue.c */
bool op_turns(const struct op *);  /* a write that turns something of the machine's */
bool op_writes(const struct op *); /* that, or one that changes a guest or a file */
struct pending *pending_add(struct twin *, const struct op *);
void pending_remove(struct twin *, struct pending *);
void pending_moved(struct twin *, struct pending *);   /* its stage or time is another one now */
void pending_detach(struct twin *, struct pending *);  /* nobody waits for it any more */
void pending_execute(struct twin *, struct pending *); /* the machine sees it now */
void pending_beats(struct twin *); /* the one in hand has come so far, and its deadline begins anew */
void pending_answer(struct twin *, struct pending *, int error); /* without its having done anything */
void pending_retry(struct twin *);                               /* all that wait in the kernel try again */
void pending_settle(struct twin *);           /* helpers that nobody waits for have ended by now */
struct pending *pending_first(struct twin *); /* whose turn it is; NULL: nothing under way */
void pending_release(struct twin *, struct pending *);
bool pending_turn(struct twin *, struct pending *, struct done *);
unsigned twin_random(struct twin *);

/* twin_operations.c: errno or TWIN_BLOCKED */
int operation_do(struct twin *, const struct op *, struct text *out);
bool lock_is_ours(const struct twin *, const char *name);
void helper_print(const struct pending *, struct text *out); /* the process that has this write */
void lock_overdue(const struct twin *, const struct pending *, struct done *);

/* twin_fault.c */
void fault_free(struct twin *);
void fault_strike(struct twin *, struct pending *);

/* twin_path.c: what a path stands for; errno or TWIN_BLOCKED */
struct function *path_function(const struct twin *, const char *path, const char **ret_rest);
char *path_follow(const struct twin *, const char *path); /* links on the way followed; the caller frees it */
int path_read(const struct twin *, const char *path, struct text *out);
int path_link(const struct twin *, const char *path, struct text *out);
int path_gather(struct twin *, const struct op *, struct text *out);

/* twin_list.c */
int path_list(const struct twin *, const char *path, struct text *out);

/* twin_kernel.c */
bool device_lock(struct twin *, const char *address); /* false: another write has it, TWIN_BLOCKED */
bool device_is_locked(const struct twin *, const char *address);
bool device_is_ours(const struct twin *, const char *address); /* the write in hand has it already */
void kernel_announces(struct twin *, const char *action, const char *address);

/* twin_pci.c */
int reaction_write(struct twin *, const char *path, const char *value);
int guest_react(struct twin *, const char *path, const char *definition); /* the platform's, if it has any */

/* twin_driver.c */
void drivers_learn(struct twin *);
void driver_attach(struct twin *, struct function *); /* binds what would bind by itself, if anything */
void driver_boot(struct twin *, struct function *);   /* what a boot leaves bound */
bool function_is_nvme(const struct function *);
void function_set_link(struct function *, enum attribute, const char *directory, const char *name);

/* twin_hotplug.c */
int remove_write(struct twin *, const char *path, const char *value);
int rescan_write(struct twin *, const char *path, const char *value);
void functions_find(struct twin *, const struct function *beside); /* NULL: everywhere */

/* twin_sriov.c */
void virtuals_count(struct twin *);
bool function_is_virtual(const struct twin *, const struct function *);
bool function_is_offline(const struct twin *, const struct function *);
int numvfs_write(struct twin *, const char *path, const char *value);
int autoprobe_write(struct twin *, const char *path, const char *value);
int vfs_remove(struct twin *, struct function *pf);
int64_t vfs_count(const struct function *pf);
bool function_may_probe(const struct function *);

/* twin_group.c */
void groups_count(struct twin *);
void group_add(struct twin *, struct function *vf, const struct function *pf); /* a new VF */
void group_probe(struct twin *, struct function *);                            /* before a driver's probe */
void group_leave(struct twin *, struct function *);
/* A member of its group, or itself, for whose driver the kernel keeps the group to itself; NULL: none. */
const struct function *group_holder(const struct twin *, const struct function *);
void group_return(struct twin *, struct function *); /* one that was unplugged, with the group it had */

/* twin_identity.c: errno of what can be read; the names come and go with a function's driver */
struct names;
void identity_vanish(struct twin *, struct function *);
void identity_appear(struct twin *, struct function *);
void identity_born(struct twin *, struct function *vf, const struct function *pf);
int identity_netlink(struct twin *, const struct op *, struct text *out);
int identity_capability(struct twin *, const struct op *, struct text *out);
int identity_read(const struct function *, const char *name, struct text *out); /* in its directory */
struct function *identity_controller(const struct twin *, size_t n); /* class/nvme's; NULL: there are fewer */
int identity_file(const struct twin *, const char *path, struct text *out);
int identity_list(
	const struct twin *, const char *path, struct names *, void (*add)(struct names *, const char *name));

/* twin_vf.c: settings of VFs, and what a new VF comes with */
int vf_settings_tell(const struct twin *, const char *path, struct text *out);
int vf_setting_write(struct twin *, const char *path, const char *value);
void vf_refusal_tell(const struct twin *, const char *path, struct text *out); /* of such a write */
void vf_settings_born(struct function *vf, const struct function *pf);
void vf_links_follow(const struct function *pf, const char *mode);
void vf_mac_taken(struct function *vf, const char *mac); /* its driver has chosen one */

/* twin_nvme.c */
struct secondary;
enum drive_reset { RESET_CONTROLLER, RESET_FUNCTION };
int drive_operate(struct twin *, const char *path, const char *value, struct text *out); /* NULL: asked */
int drive_write(struct twin *, const char *path, const char *value);
int controller_reset_write(struct twin *, const char *path, const char *value); /* as nvme-cli's `reset` */
int function_reset_write(struct twin *, const char *path, const char *value);
void drive_reset(struct twin *, struct function *pf, enum drive_reset);
void drive_vfs_gone(struct function *pf, int64_t count); /* so many it had */
void drive_leave(struct twin *, struct function *pf);    /* its driver goes, or comes back */
void drive_return(struct twin *, struct function *pf);
const struct secondary *vf_secondary(const struct function *vf); /* NULL: not known */

/* twin_nvme_ports.c */
void ports_find(struct twin *);

/* twin_eswitch.c */
int eswitch_tell(const struct twin *, const char *path, struct text *out);
int eswitch_write(struct twin *, const char *path, const char *value);
void eswitch_reboot(struct function *pf);
void eswitch_begin(struct function *, const char *driver);
void eswitch_refusal_tell(const struct twin *, const char *path, int error, struct text *out);

/* twin_users.c */
int users_tell(struct twin *, const struct op *, struct text *out);

/* twin_claims.c */
int claims_tell(struct twin *, const struct op *, struct text *out);

void users_hold(struct twin *); /* what the facts say of VFIO */
void users_reboot(struct twin *);

/* twin_guests.c */
int guests_operate(struct twin *, const struct op *, struct text *out);
int guest_prepare(struct twin *, const char *id, struct text *out); /* the first part of a start */
bool guest_op_changes(const struct op *);
const char *guest_knob(const struct op *); /* that it turns */
void guests_hold(struct twin *);           /* those that run */
void guests_reboot(struct twin *);

/* twin_watch.c */
void watch_begin(struct twin *, const struct pending *);
void watch_append(struct twin *, const char *path, const char *bytes, size_t length);
void watch_refusal(struct twin *, const char *path); /* the file system took no line of it */
void watch_lock(struct twin *, const char *name);    /* taken: a run begins with the host's */
void watch_numvfs(struct twin *, const struct function *pf, int64_t from, int64_t to);
void watch_traffic(struct twin *, const struct function *vf, enum vf_setting);
void watch_offline(struct twin *, const struct function *vf); /* its NVMe controller */
void watch_namespace(struct twin *, const struct function *pf, uint32_t nsid, uint16_t cntlid);
void watch_reset(struct twin *, const struct function *pf); /* of a drive */
void watch_unbind(struct twin *, const struct function *);
void watch_stuck(struct twin *, const struct pending *);

/* twin_watch_secure.c */
void watch_guest(struct twin *, const struct guest *); /* about to start */
void watch_bind(struct twin *, const struct function *, const char *driver);
void watch_release(struct twin *, const struct function *);
void watch_count(struct twin *, const struct function *pf, int64_t to);

#endif
