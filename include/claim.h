/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * claim.h: what other managers of this machine are told to set on its functions. Floor 2, host.
 *
 * Their own files tell; nobody is asked whether he runs. What is written there in a form that is not known
 * here is put in doubt, never passed over. Claims take no part in a plan id.
 */
#ifndef CLAIM_H
#define CLAIM_H

#include "lookup.h"
#include "pci.h"

/* In the order of `manager_rows`. */
enum manager {
	MANAGER_CMDLINE,
	MANAGER_MODPROBE,
	MANAGER_DRIVERCTL,
	MANAGER_UDEV,
	MANAGER_NETWORKD,
	MANAGER_NETWORKMANAGER,
	MANAGER_NETPLAN,
	MANAGER_OPERATOR,
	MANAGER_TMPFILES,
	MANAGER_SYSFSUTILS,
	N_MANAGERS
};

/* One row a manager: its name in facts, what people call it, and how it is told to let go of a function. */
struct manager_row {
	const char *name, *title, *fix;
	const char *where, *source; /* the files that are read; who says that they mean this */
	const struct knob *sets[3]; /* all that it may set, NULL-ended, but for knobs of vf_settings */
	bool settings, network;     /* it may turn those too; it has network functions only */
};
extern const struct manager_row manager_rows[N_MANAGERS];

/*
 * `names`: whom it means: words parted by blanks that must all fit, of one of the forms in `claim_words`;
 * "" is every function. `value`: what the knob will read; "": it cannot be told. All strings belong to it.
 */
#define CLAIM_AT_LEAST "at least " /* a value that a higher number fits as well */
struct claim {
	enum manager manager;
	char *file; /* "etc/modprobe.d/vfio.conf" */
	size_t line;
	char *names; /* "interface=eth*|ens1 driver=igb" */
	const struct knob *knob;
	char *value;
	int64_t vf; /* of the PF that is named: the VF of this number; -1: itself */
};

/* The words of claim.names, "NAME=ONE|OTHER"; patterns as of fnmatch(3). */
enum claim_word {
	CLAIM_ADDRESS,
	CLAIM_INTERFACE,
	CLAIM_MAC,
	CLAIM_KERNEL_NAME, /* of an interface, as the kernel named it: "eth0" */
	CLAIM_DRIVER,
	CLAIM_IDS,   /* "8086:10ca", "8086:10ca:8086:0001" */
	CLAIM_CLASS, /* "02": of a network controller */
	CLAIM_ABOVE, /* "0000:00:05.0": itself, or a bridge above it */
	N_CLAIM_WORDS
};
extern const char *const claim_words[N_CLAIM_WORDS];

struct claims {
	struct claim *all;
	size_t n;
	char *unknown[N_MANAGERS]; /* why it cannot be told; NULL: it is */
	struct lookup by_name;     /* those that one address, interface or MAC names */
	struct lookup by_all;      /* all, by all that is said of them */
	size_t *wide, n_wide;      /* positions of those that are not in by_name */
};

bool manager_find(const char *name, enum manager *ret_manager);
bool manager_sets(enum manager, const struct knob *);

/* Copies; one that is there is not added again, and those that are too many are put in doubt. */
void claims_add(struct claims *, const struct claim *like);
void claims_doubt(struct claims *, enum manager, const char *why); /* the first word on it stays */
void claims_doubt_all(struct claims *, const char *why);
void claims_copy(const struct claims *, struct claims *copy);
void claims_free(struct claims *);

/* A function, or with `to_come` a VF that its PF `function` does not have yet. */
struct claimed {
	const struct function *function;
	const char *address;     /* NULL: not known before */
	const struct knob *knob; /* which is to be turned; NULL: whatever is claimed */
	bool to_come;
};

/* Calls `see` for each claim that means it; what cannot be told of it fits. */
void claims_each(const struct claims *, const struct claimed *, void (*see)(void *data, const struct claim *),
	void *data);

/* What the kernel's command line claims. */
void claims_read_cmdline(struct claims *, const char *cmdline);

/*
 * The answer to OP_CLAIMS: a claim a line, parted by tabs: manager, file, line, names, knob, VF or "-",
 * value. A line that begins with "?" says of the manager behind it why it is not known. -1 when it is no
 * such text.
 */
int claims_parse(struct claims *, char *lines);
void claims_print(const struct claims *, struct text *);

#endif
