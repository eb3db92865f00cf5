/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * host.h: the machine, behind begin and next. Floor 2, host.
 *
 * Two implementations: linux (host_linux_new) and the twin (twin.h). All paths are relative to the host's
 * root: "sys/bus/pci/devices/0000:17:00.0/sriov_numvfs", without a leading slash.
 * begin() copies the operation and may finish it at once; each ticket comes back from next() exactly once.
 * An operation with a deadline may block in the kernel: it runs in a helper process. Past the deadline it
 * comes back with err ETIMEDOUT and DONE_STILL_RUNNING: a deadline is no cancel, the helper keeps the lock.
 */
#ifndef HOST_H
#define HOST_H

#include "text.h"
#include <stdint.h>

enum op_verb {
	OP_READ,       /* a file; EFBIG above 64 MiB */
	OP_WRITE,      /* an existing file, in one write(2): sysfs's language */
	OP_LIST,       /* the names in a directory, one a line, sorted */
	OP_LINK,       /* where a symbolic link points */
	OP_GATHER,     /* many attributes of one directory, see below */
	OP_REPLACE,    /* a whole small file: written aside, fsync, rename, fsync of the directory */
	OP_APPEND,     /* to a file, made when missing (0600) with its directories (0700); fsync */
	OP_LOCK,       /* run/pawl/PATH.lock; EWOULDBLOCK when another process has it until the deadline */
	OP_UNLOCK,     /* gives it back, or ends a wait for it, which comes back ECANCELED */
	OP_WATCH,      /* comes back when the kernel announces `path` (a PCI address), or at the deadline */
	OP_CAPABILITY, /* a PCI Express extended capability in a function's `config`, see below */
	OP_NETLINK,    /* EXDEV below another root than "/"; with `in` it is a write */
	OP_LOG,    /* `in` as a line of the system's log; no path. Who hears it, and whether, is not told */
	OP_USERS,  /* who uses functions: users_parse (use.h) reads the answer; no path */
	OP_CLAIMS, /* what others are told to set: claims_parse (claim.h); no path */
	OP_GUEST,  /* a guest; guest.h says what is asked and answered. Words come with the errno */
	OP_RUN,    /* of a later kind: ENOSYS */
	OP_NVME,   /* nvme_command.h: its deadline is each command's; EXDEV as above; ELIBACC: no libnvme */
};

/*
 * OP_GATHER: `in` holds names, each ended by a NUL; "driver@" asks for a link. `data` has for each name, in
 * order, one byte '=' (a value), '-' (absent) or '?' (unreadable), the value without its last newline, a NUL.
 * OP_CAPABILITY: `in` is two uint16_t, its id and how many bytes behind its header; EPERM: root only.
 * OP_NETLINK: `path` NETLINK_LINKS asks for the interfaces of this network namespace, a line each, parted by
 * tabs: name, PCI function ("": ask sysfs), phys_port_name or "", permanent MAC or "", then other names.
 * `lock`: the device lock that the operation needs. A write takes it and passes it to the helper; a read of a
 * device whose lock another process holds comes back EBUSY instead of waiting in the kernel.
 */
#define NETLINK_LINKS "links"
struct op {
	enum op_verb verb;
	const char *path;
	const void *in;
	size_t in_len;
	uint64_t deadline_ns; /* from now; 0: the operation cannot block */
	const char *lock;
};

/* The locks' names: one run a host, and each physical device with its address behind the prefix. */
#define LOCK_HOST   "host"
#define LOCK_DEVICE "device/"

enum done_flag { DONE_STILL_RUNNING = 1 };

/* `err` is 0 or an errno, positive. `data` is the caller's to free, NUL-terminated beyond `len`. */
struct done {
	uint64_t ticket;
	int err;
	void *data;
	size_t len;
	unsigned flags;
};

struct host;
struct waiting;
struct listener;
struct host_ops {
	uint64_t (*begin)(struct host *, const struct op *);
	/* 1; 0 nothing under way; -EINTR asked to stop; -ECONNRESET: the twin died, nothing comes back */
	int (*next)(struct host *, struct done *);
	uint64_t (*now_ns)(struct host *);                               /* monotonic; virtual on the twin */
	size_t (*waiting)(struct host *, struct waiting *, size_t room); /* waiting.h, in any order */
	void (*free)(struct host *);
};

/* The first member of both implementations. */
struct host {
	const struct host_ops *ops;
	struct done *aside; /* what came back while host_do waited for something else */
	size_t n_aside;
	bool asked_to_stop;              /* a signal came while host_do waited; it stays set */
	const struct listener *listener; /* waiting.h; NULL: nobody */
	uint64_t tick;                   /* a ticket; 0: none */
};

/* Begins one operation and waits for it; others may be under way, host_next gives them. Returns done->err. */
int host_do(struct host *, const struct op *, struct done *done);

/* As ops->next, after what host_do has put aside. */
int host_next(struct host *, struct done *done);
void done_free(struct done *);
void host_free(struct host *);

/*
 * The machine below `root` ("/" for this one), through openat2 with RESOLVE_IN_ROOT. NULL and a finding when
 * the directory cannot be opened. Signals INT, TERM and HUP are caught from here on and make next() return
 * -EINTR once; helpers ignore them. Uevents are heard only when root is "/".
 */
struct report;
struct host *host_linux_new(const char *root, struct report *);

#endif
