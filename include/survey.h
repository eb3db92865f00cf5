/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * survey.h: what was seen of the machine, each attribute once. Floor 2, host.
 *
 * The list of attributes is fixed and does not depend on the configuration. Not captured is R_UNKNOWN, an
 * error for whoever needs it; R_ABSENT is the kernel's word that it is not there.
 */
#ifndef SURVEY_H
#define SURVEY_H

#include "knob.h"

enum attribute {
	A_PATH, /* the link below bus/pci/devices: the bridges above the function */
	A_VENDOR,
	A_DEVICE,
	A_SUBSYSTEM_VENDOR,
	A_SUBSYSTEM_DEVICE,
	A_CLASS,
	A_DRIVER,
	A_OVERRIDE,
	A_GROUP,
	A_NUMA,
	A_TOTALVFS, /* absent: no SR-IOV, and none of the following is read */
	A_NUMVFS,
	A_AUTOPROBE,
	A_OFFSET,
	A_STRIDE,
	A_VF_DEVICE,
	N_ATTRIBUTES
};

/* One row an attribute: its name in sysfs and in facts. */
struct attribute_row {
	const char *name;
	bool link, sriov;
	const struct knob *knob; /* the knob that turns it, NULL when none does */
	const char *source;      /* Documentation/ABI/testing/sysfs-bus-pci unless it says otherwise */
};
extern const struct attribute_row attributes[N_ATTRIBUTES];

/* One PCI function. Links are kept as sysfs has them; function_link gives their last word. */
struct function {
	char *address;
	struct reading attr[N_ATTRIBUTES];
	struct function **virtfn; /* the PF's, by VF number; NULL entries where the link is missing */
	size_t n_virtfn;
	struct function *physfn; /* the VF's PF, else NULL */
	size_t vf_number;
};

/* Facts of the machine as a whole; stable ones identify it, volatile ones take no part in a plan id. */
enum machine_fact {
	M_HOSTNAME,
	M_MACHINE_ID,
	M_DMI_SERIAL,
	M_DMI_PRODUCT,
	M_KERNEL,
	M_CMDLINE,
	M_BOOT_ID,
	N_MACHINE_FACTS
};
struct machine_row {
	const char *name, *path;
	bool is_volatile;
};
extern const struct machine_row machine_facts[N_MACHINE_FACTS];

/* A temporary value that an earlier run left behind (journal.h). */
struct debt {
	const struct knob *knob;
	char *target, *value; /* what the knob must be set to */
	char *left;           /* what the run had set it to */
};

struct survey {
	struct function **functions; /* by address */
	size_t n;
	struct reading machine[N_MACHINE_FACTS];
	char **drivers; /* registered with the PCI bus, sorted */
	size_t n_drivers;
	struct debt *debts;
	size_t n_debts;
	bool partial; /* from facts that did not capture everything */
};

/* Reads the machine. -1 and findings when the PCI bus cannot be read at all. `survey` must be zeroed. */
int survey_take(struct host *, struct survey *, struct report *);
void survey_free(struct survey *);

/* The debts count as paid: sets the attribute that each debt's knob turns, so that no plan sees them. */
void survey_overlay_debts(struct survey *);

struct function *survey_function(const struct survey *, const char *address); /* NULL: none */
struct function *survey_by_path(const struct survey *, const char *path);     /* bridge path, CONFIG.md */
bool survey_has_driver(const struct survey *, const char *driver);

/* The value, or NULL when it is absent, unknown or busy. */
const char *function_text(const struct function *, enum attribute);
const char *function_link(const struct function *, enum attribute);
int function_number(const struct function *, enum attribute, int64_t *ret_number); /* -1: no number */
char *function_bridge_path(const struct function *); /* "0000:16:00.0/00.0"; the caller frees it */
char *function_device(const struct function *);      /* physical device: "0000:17:00", a VF's is its PF's */
struct function *survey_add(struct survey *, const char *address); /* kept in order; for twin and facts */
void survey_remove(struct survey *, struct function *);
void function_set(struct function *, enum attribute, const char *text); /* copies; NULL: absent */
void survey_link_virtfn(struct function *pf, size_t number, struct function *vf);

#endif
