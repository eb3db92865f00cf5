/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * vf.h: how a VF stands with its PF: of a network card with the PF's driver, of an NVMe drive with its
 * primary controller (NVM Express Base Specification 2.0, 8.26). Floor 2, host.
 *
 * Settings are read and set through the PF, by the VF's number, and are forgotten with the VF.
 * R_ABSENT: the PF does not tell it; a card without an interface, a drive that gives nothing away.
 */
#ifndef VF_H
#define VF_H

#include "knob.h"

struct function;
struct survey;

/* In the order in which they are set: some drivers take other values of a trusted VF only. */
enum vf_setting {
	VF_TRUST, /* "true", "false" */
	VF_MAC,   /* lower case; "00:00:00:00:00:00": nobody has set one */
	VF_VLAN,  /* "110 qos 3"; "0 qos 0": none */
	VF_SPOOFCHK,
	VF_LINK_STATE, /* "auto", "enable", "disable" */
	VF_RATE,       /* "min 0 max 1000", in Mbit/s; 0: no bound */
	N_VF_NET_SETTINGS,
	VF_QUEUES = N_VF_NET_SETTINGS, /* flexible queue resources of its controller */
	VF_INTERRUPTS,                 /* flexible interrupt resources */
	VF_ONLINE,                     /* "true", "false" */
	N_VF_SETTINGS
};

/* One write each; of a VF that is yet to be made, "" is as its driver makes it. */
extern const struct knob knob_vf_trust, knob_vf_mac, knob_vf_vlan;
extern const struct knob knob_vf_spoofchk, knob_vf_link_state, knob_vf_rate;
extern const struct knob knob_vf_queues, knob_vf_interrupts, knob_vf_online;

/* One row a setting: its name in facts and JSON, and the knob that turns it on what vf_target makes. */
struct vf_setting_row {
	const char *name;
	const struct knob *knob;
	const char *door; /* NETLINK_VFS, or of an NVMe drive NVME_DRIVES */
	bool cuts;        /* another value may cut the traffic of who uses the VF */
	const char *source;
};
extern const struct vf_setting_row vf_settings[N_VF_SETTINGS];
bool vf_setting_of(const struct knob *, enum vf_setting *ret_setting); /* false: it turns none */
bool knob_is_of_share(const struct knob *);                            /* of a VF's share of a drive */

/* "0000:17:00.0 vf 3", as ip(8) says it; the caller frees it. */
char *vf_target(const char *pf, size_t number);

/* The VF of such a target, or the function of an address, too; NULL: there is none. */
const struct function *vf_by_target(const struct survey *, const char *target);
const struct function *function_by_target(const struct survey *, const char *target);

/* Where a VF is or would be (drivers/pci/iov.c, pci_iov_virtfn_bus); the caller frees it. NULL: nowhere. */
char *vf_place(const struct function *pf, int64_t vf);

/* Whether the address is where one of the PF's first `count` VFs is made. */
bool vf_place_is_of(const struct function *pf, int64_t count, const char *address);

/*
 * New VFs come into the group of their PF. pci_device_group (drivers/iommu/iommu.c): where a bridge above has
 * no access control services, all that is below it is in the bridge's group; a VF else has one of its own.
 */
bool vfs_share_group(const struct survey *, const struct function *pf);

/* What a setting's text means: a MAC; a VLAN and its priority; a flag; a state; least and most Mbit/s. */
struct vf_value {
	unsigned char mac[6];
	uint32_t number[2];
};
enum { VF_LINK_AUTO, VF_LINK_ENABLE, VF_LINK_DISABLE, N_VF_LINKS };
extern const char *const vf_link_states[N_VF_LINKS + 1]; /* NULL-ended */

/* -1: no such value. vf_value_print makes the same text again. */
int vf_value_parse(enum vf_setting, const char *text, struct vf_value *ret_value);
void vf_value_print(enum vf_setting, const struct vf_value *, struct text *);

/*
 * OP_NETLINK with a PF's address behind it: its VFs, a line each, parted by tabs: number, then the settings
 * in their order, "-" for none. With "/NUMBER/NAME" behind that: this setting of this VF, read or set; a set
 * that is refused says the path of the interface in a line, behind it what words the kernel has for it.
 */
#define NETLINK_VFS "vfs/"

#endif
