/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * knob.h: one thing on the machine that reads as text and can be set to another text. Floor 2, host.
 *
 * A knob is pure: it says which operation reads or writes it and what the answer means. It never touches the
 * machine itself.
 */
#ifndef KNOB_H
#define KNOB_H

#include "host.h"
#include "knob_words.h"

/*
 * R_BUSY: a write to the device is in the kernel. R_UNKNOWN: text says why. text is owned, and freed by
 * reading_free alone; may be NULL.
 */
struct reading {
	enum { R_UNKNOWN, R_VALUE, R_ABSENT, R_BUSY } is;
	char *text;
};

enum knob_flag {
	KNOB_SLOW = 1,       /* its write may take seconds, or block: a helper and a deadline */
	KNOB_VOLATILE = 2,   /* a reboot undoes it: no debt on it survives one */
	KNOB_TEMPORARY = 4,  /* may be set for the moment: only on such a knob there are debts */
	KNOB_REMEMBERED = 8, /* the ledger has it, not the machine: no operation reads or writes it */
	KNOB_KEPT = 16,      /* a guest's, or with data on it: no run takes it back */
	KNOB_ADDS_UP = 32,   /* KEPT, but for rollbacks; words, each write adds or takes one: over runs too */
};

struct survey;

/* A write to it: what the target reads before, and what it is to read. */
struct knob_turn {
	const char *target, *from, *to;
};

/* What to do when a write is refused; the rows of a knob end with error 0. */
struct knob_advice {
	int error;
	const char *advice;
};

/*
 * The calls fill `op` for the target and return 0, or -1 when this target or value can have none.
 * What op points to is kept in `scratch`, the caller's, until the operation has begun.
 */
struct knob {
	const char *name, *help, *nothing; /* what an empty value means: "no driver"; NULL: it has none */
	const char *source;                /* where the kernel documents it */
	const char *taker;                 /* who takes a write or refuses it; NULL: the kernel */
	const char *attribute;             /* of the PCI function, in sysfs; NULL: it is not one attribute */
	const char *at_boot;               /* what it reads until somebody sets it; NULL: that differs */
	uint64_t read_ns;                  /* how long a read may wait in the kernel; 0: it does not */
	int (*read)(const struct knob *, const char *target, struct op *op, struct text *scratch);
	void (*parse)(const struct done *, struct reading *);
	int (*write)(const struct knob *, const struct knob_turn *, struct op *op, struct text *scratch);
	bool (*match)(const char *value, const char *want);  /* NULL: string_equal */
	bool (*same)(const char *target, const char *other); /* one thing, by two words? NULL: never */
	void (*beyond)(const char *now, const char *before, struct text *rest); /* a list: what came */
	/* What a write made that it had only asked for, by what the knob read before it and reads now, and by
	 * what was answered to it, "" nothing; the caller frees it. NULL: it cannot be told. */
	char *(*learn)(const char *before, const char *now, const char *answer);
	/* Likewise, what a name stands for by such a word; the caller frees it. NULL: nothing, or not yet. */
	char *(*named)(const char *before, const char *now);
	/* A value, for people; of a change, with `other` as the other side: nothing for nothing. That and the
	 * survey may be NULL. NULL: as it is. */
	void (*tell)(const struct survey *, const char *target, const char *value, const char *other,
		struct text *);
	int (*settle)(const char *target, struct op *watch, struct text *scratch); /* NULL: settled at once */
	const struct knob_advice *refused;        /* NULL: nothing more than the kernel's log is known */
	const struct knob_advice *refused_by_any; /* likewise: of all knobs that this taker takes */
	unsigned flags;
	const char *stays; /* of KNOB_REMEMBERED and KNOB_KEPT: what to do, as no run takes it back */
	/* Of KNOB_KEPT: is that all that a change does, to take away? What to say then, and what to do. */
	bool (*takes)(const char *from, const char *to);
	const char *taken, *regain;
	uint64_t slow_ns, slow_each_ns; /* of KNOB_SLOW: what a write may take, and each of a count more */
};

extern const struct knob knob_numvfs;    /* PF address; "0".. */
extern const struct knob knob_autoprobe; /* PF address; do new VFs get their driver by themselves? "0", "1" */
extern const struct knob knob_override;  /* function's address; a driver's name, "none", or "" */
extern const struct knob knob_driver;    /* function's address; the bound driver, or "" */
extern const struct knob knob_guest;     /* guest's URI (guest.h); its definition, or "" */
extern const struct knob knob_guest_state; /* guest's URI; GUEST_RUNNING, GUEST_STOPPED */
extern const struct knob knob_consent;     /* root port's address (domain.h); the closure's digest, or "" */

extern const struct knob knob_eswitch;                     /* PF address; eswitch.h */
extern const struct knob knob_namespace, knob_controllers; /* of an NVMe drive: nvme_namespaces.h */
#define LEARN_WORD "word" /* the name of what a step of knob_namespace learns ends so: "ssd0.ns.db.word" */
extern const struct knob knob_primary; /* of the drive itself, PF address; "queues 40 interrupts 32" */

/* All of them, NULL-ended. */
extern const struct knob *const knobs[];
const struct knob *knob_find(const char *name);                        /* NULL: no such knob */
char *target_address(const char *target);                              /* of a device; the caller frees it */
bool knob_is_of(const struct knob *, const char *target);              /* is that something that has it? */
bool knob_is(const struct knob *, const char *now, const char *value); /* false when one of them is NULL */
bool knob_matches(const struct knob *, const struct reading *, const char *want);
void reading_free(struct reading *);
char *reason_keep(const char *why); /* the text of an R_UNKNOWN: one for all that have it; NULL for NULL */
const char *knob_advice(const struct knob *, int error); /* when a write is refused; NULL: none */
/* How long a write of this step may take before it counts as still running, in nanoseconds. */
uint64_t knob_deadline_ns(const struct knob *, const char *from, const char *to);

#endif
