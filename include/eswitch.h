/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * eswitch.h: the switch inside a network card, between its port and its functions. Floor 2, host.
 *
 * Its mode is set through devlink, at the physical function (Documentation/networking/devlink/
 * devlink-eswitch-attr.rst). Drivers want this before or after they make VFs.
 */
#ifndef ESWITCH_H
#define ESWITCH_H

#include "knob.h"

/* legacy: it forwards by MAC and VLAN. switchdev: each VF gets a representor, and rules forward. */
#define ESWITCH_LEGACY    "legacy"
#define ESWITCH_SWITCHDEV "switchdev"
extern const char *const eswitch_modes[]; /* NULL-ended, by the kernel's numbers */

/* What a driver wants of its VFs when it is told another mode; one without a row takes it at any time. */
struct eswitch_row {
	const char *driver;
	bool vfs_never;      /* any change, only while it has none */
	bool vfs_first;      /* switchdev only while it has some; else the mode comes before they are made */
	const char *unbinds; /* switchdev only while none of them has this driver; NULL: whatever they have */
	int error;           /* what it answers when that is not so */
	const char *words;   /* with it; NULL: none */
	const char *source;
};
extern const struct eswitch_row eswitch_rows[];            /* ended by a row without a driver */
const struct eswitch_row *eswitch_row(const char *driver); /* never NULL */

/*
 * OP_NETLINK: the modes of all functions that have one, a line each: address, a tab, and the mode or "?"
 * and why it is not told. With "pci/0000:17:00.0/mode" behind it: this one's, read or set; a set that is
 * refused says the path of the device in a line, behind it what words the kernel has for it.
 */
#define NETLINK_ESWITCHES "eswitch/"
#define ESWITCH_PCI       NETLINK_ESWITCHES "pci/"
#define ESWITCH_MODE_OF   "/mode"

/* The PF of such a path, for the caller to free; NULL: it is none. */
char *eswitch_path_parse(const char *path);

#endif
