/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * twin.h: the machine in memory, reacting as the kernel does. Floor 2, host.
 *
 * Made from facts; virtual time, seeded order. It can fail, hang or die at the n-th operation, and watches
 * the safety rules. Reactions are rows handed to it: it knows no platform.
 */
#ifndef TWIN_H
#define TWIN_H

#include "report.h"
#include "survey.h"

struct twin;
/*
 * What the machine does when a path is written. `pattern` is an fnmatch(3) pattern of the path; `*` matches
 * no slash. Returns the errno that write(2) would give, 0 when it takes the value, or TWIN_BLOCKED: the write
 * waits in the kernel, and is tried again from its start when that may have changed. `source` cites the
 * kernel source, specification or run in the lab that the reaction copies.
 */
enum { TWIN_BLOCKED = -1 };
struct reaction {
	const char *pattern;
	int (*write)(struct twin *, const char *path, const char *value);
	const char *source;
};

/* The PCI core's and SR-IOV's, ended by a row without a pattern. */
extern const struct reaction kernel_reactions[];

/* LOSE: it answers success, and nothing has changed. MEANWHILE: right before it somebody else acts. */
enum fault { FAULT_NONE, FAULT_FAIL, FAULT_LOSE, FAULT_HANG, FAULT_DIE, FAULT_INTERRUPT, FAULT_MEANWHILE };

/*
 * A fault, and when it strikes, once. Operations count from 1, over the twin's whole life. A twin that died
 * answers nothing more until revived: begin gives tickets that never come back, next gives -ECONNRESET. Who
 * hangs without a deadline is killed.
 */
struct strike {
	enum fault fault;
	uint64_t at_operation;
	const char *at_write;  /* instead: the nth, 0 is 1, that changes a file whose path fits the pattern */
	uint64_t nth, hold_ns; /* hold_ns 0: until it is released */
	const char *path, *value; /* FAULT_MEANWHILE: twin_write; `hold`: twin_hold; no path: twin_modprobe */
	bool hold;
	int error; /* of FAULT_FAIL */
	/* FAULT_DIE: right after the operation, not before it. FAULT_HANG: it ends well once revived. */
	bool after_effect;
	unsigned seed;
};

/*
 * Takes over `world` (functions, drivers, machine facts), which it changes as it reacts; `more` are a
 * platform's reactions, or NULL.
 */
struct twin *twin_new(struct survey *world, const struct reaction *more);
struct host *twin_host(struct twin *);

/* The world as it is now, for captures, predictions and tests; the twin's. */
struct survey *twin_world(struct twin *);

void twin_set_fault(struct twin *, const struct strike *); /* copies it */
bool twin_struck(const struct twin *);                     /* since it was set */
uint64_t twin_operations(const struct twin *);
uint64_t twin_writes(const struct twin *); /* of them, those that turn a knob or change a file */
bool twin_died(const struct twin *);
const char *twin_file(const struct twin *, const char *path); /* without an operation; NULL: there is none */

/*
 * The process is gone, the machine goes on: locks of the process are free again, writes in the kernel finish,
 * what was appended without fsync may be torn. reboot: volatile knobs fall back, a new boot_id.
 */
void twin_revive(struct twin *, bool reboot);

/* A write by someone else than pawl: a hand-made change. Returns its errno, EAGAIN when it blocks: then it
 * stays in the kernel until it need not. Outside sys/ and proc/ it makes the file, and NULL removes it. */
int twin_write(struct twin *, const char *path, const char *value);

/*
 * A VF held by a user (a guest, a vfio user): its removal and unbind block until it is released. A lock's
 * name ("host", "device/0000:17:00") instead of an address: another process has that lock.
 */
void twin_hold(struct twin *, const char *address, const char *holder);   /* holder NULL: release */
void twin_release_after(struct twin *, const char *address, uint64_t ns); /* while somebody waits */

/* From now on a write of pawl's to a path that fits the pattern takes so much longer. */
void twin_slow(struct twin *, const char *pattern, uint64_t ns);

int twin_swap(struct twin *, const char *address, const char *other); /* two cards; -1: they are not there */

/* A driver's module is loaded by someone: the driver takes every unbound function that it may. */
void twin_modprobe(struct twin *, const char *driver);

/* The asked-to-stop signal, delivered before the n-th operation from now. */
void twin_interrupt(struct twin *, uint64_t after_operations);

const char *twin_broken_rules(const struct twin *); /* so far, one a line */

/* For reactions. The registered driver that would bind by itself: driver_override, else by the ids. */
const char *twin_driver_for(struct twin *, const struct function *);
int twin_bind(struct twin *, struct function *, const char *driver);
int twin_unbind(struct twin *, struct function *);
void twin_announce(struct twin *, const char *address); /* a uevent */
void twin_delay(struct twin *, uint64_t ns);            /* the write in hand takes so long */
const char *twin_holder(const struct twin *, const char *address);
void twin_secure(struct twin *, const char *address); /* the secure world has it, until a boot */
bool twin_is_secure(const struct twin *, const char *address);
void twin_breach(struct twin *, const char *rule, const char *what); /* by the operation in hand */

#endif
