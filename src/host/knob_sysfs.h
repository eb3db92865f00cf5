/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * knob_sysfs.h: what knobs below sys/bus/pci share.
 */
#ifndef KNOB_SYSFS_H
#define KNOB_SYSFS_H

#include "knob.h"

#define PCI_DEVICES "sys/bus/pci/devices"
#define PCI_DRIVERS "sys/bus/pci/drivers"
#define SECOND      UINT64_C(1000000000) /* in nanoseconds */

/* Twice the 30 s after which an NVMe VF's probe gives up (nvme-cli issue 1126). */
#define WRITE_DEADLINE (60 * SECOND)

/*
 * The answer to a read, as it stands: without its last newline; R_BUSY when the deadline has passed or
 * another process has the device's lock. `reading` is overwritten.
 */
void reading_take(const struct done *, struct reading *reading);

/* A write of `value` to `path`; both are copied into scratch. */
void op_fill_write(struct op *, struct text *scratch, const char *path, const char *value);

/* Watches for what the kernel announces of a PCI function; an event that is lost costs a second. */
int function_settle(const char *address, struct op *watch, struct text *scratch);

#endif
