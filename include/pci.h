/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * pci.h: one PCI function as it was seen: its attributes, and what people know it by. Floor 2, host.
 *
 * Not captured is R_UNKNOWN, an error for whoever needs it; R_ABSENT is the kernel's word that it is not
 * there.
 */
#ifndef PCI_H
#define PCI_H

#include "vf.h"

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

/*
 * What people know a function by, beyond its attributes; one row each, for survey, facts, select and show.
 * A VF has no slot and no serial number of its own.
 */
enum identity {
	I_SLOT,   /* physical slot: bus/pci/slots */
	I_SERIAL, /* VPD's SN, else the device serial number capability; R_UNKNOWN "asleep" */
	/* from I_NETDEV to I_MAC, and the last two: one answer each, so they stay beside each other */
	I_NETDEV, /* in the network namespace that pawl runs in; below another root R_UNKNOWN */
	I_ALTNAME,
	I_MAC,     /* permanent, lower case */
	I_ESWITCH, /* the mode of the card's embedded switch (eswitch.h); absent: devlink tells of none */
	I_NVME_SERIAL,
	I_NVME_MODEL,
	N_IDENTITIES
};
struct identity_row {
	const char *name, *source;
	const struct knob *knob; /* as above */
};
extern const struct identity_row identities[N_IDENTITIES];

/* One PCI function. Links are kept as sysfs has them; function_link gives their last word. */
struct function {
	char *address;
	uint64_t rank; /* the address's */
	struct reading attr[N_ATTRIBUTES];
	struct reading identity[N_IDENTITIES]; /* text: one value a line; R_UNKNOWN says why, "asleep" */
	struct reading setting[N_VF_SETTINGS]; /* of a VF (vf.h) */
	struct drive *drive;      /* of an NVMe PF (nvme.h); NULL: it is none, or nobody has asked */
	struct function **virtfn; /* the PF's, by VF number; NULL entries where the link is missing */
	size_t n_virtfn;
	struct function *physfn; /* the VF's PF, else NULL */
	size_t vf_number;
	char *orphan_of; /* a VF whose PF was removed under it: the address that the PF had; else NULL */
};

/* The value, or NULL when it is absent, unknown or busy. */
const char *function_text(const struct function *, enum attribute);
const char *function_link(const struct function *, enum attribute);
int function_number(const struct function *, enum attribute, int64_t *ret_number); /* -1: no number */
char *function_bridge_path(const struct function *); /* "0000:16:00.0/00.0"; the caller frees it */
char *function_device(const struct function *);      /* physical device: "0000:17:00", a VF's is its PF's */
bool function_is_vf(const struct function *);        /* one that was left behind, too */
bool function_is_network(const struct function *);   /* or it may be: nothing tells that it is not */
void function_set(struct function *, enum attribute, const char *text); /* copies; NULL: absent */

/* vfio-pci and the drivers made from it: they hand the function to user space. */
bool driver_is_vfio(const char *driver);

/*
 * It binds by override only and drives nothing, whatever the card: such a PF can be asked for no VFs
 * (drivers/pci/iov.c, sriov_numvfs_store; vfio-pci's enable_sriov is off unless told).
 */
bool driver_is_stub(const char *driver);

/* With it a function leaves its IOMMU group to user space. */
bool driver_shares_group(const char *driver);

#endif
