/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the findings on the machine, as it is read, mean. */
#include "words.h"

const struct finding_row findings_of_machine[] = {
	{ .id = "device-busy",
		.means = "An attribute of the device cannot be read: a write to the device is still in the "
			 "kernel.",
		.why = "While sriov_numvfs is written, reading it waits as well: both take the device's lock "
		       "(drivers/pci/iov.c, sriov_numvfs_show and sriov_numvfs_store).",
		.fix = "wait for who the finding says holds it, and run again; `pawl status` has the process "
		       "when it is pawl's own, `pawl show ADDRESS` what can be read of the device" },
	{ .id = "eswitch-missing",
		.means = "The driver of the physical function has no embedded switch whose mode could be "
			 "set.",
		.why = "The mode is devlink's (Documentation/networking/devlink/devlink-eswitch-attr.rst), "
		       "and the kernel tells none for this function. igb, ixgbe and i40e have none; "
		       "mlx5_core of older kernels has one only while there are VFs (net/mlx5: E-switch, "
		       "Remove dependency between sriov and eswitch mode).",
		.fix = "leave `eswitch` out of the device, or give it a driver that has a switch" },
	{ .id = "fact-unknown",
		.means = "An attribute that the plan needs is not known: it could not be read, or the facts "
			 "were captured without it.",
		.why = "Not known is not the same as absent, and a plan must not guess.",
		.fix = "capture the facts anew as root, or see why the attribute cannot be read" },
	{ .id = "interrupted",
		.means = "pawl was asked to stop (Ctrl-C, SIGTERM) while it read the machine or waited "
			 "for another run; nothing was changed.",
		.fix = "run it again" },
	{ .id = "machine-unreadable",
		.means = "The list of PCI functions or of their drivers cannot be read.",
		.fix = "is sysfs mounted on /sys, and has this machine a PCI bus? `ls "
		       "/sys/bus/pci/devices`" },
	{ .id = "other-host",
		.means = "The host that was named is not this machine.",
		.why = "A plan for another machine, applied to this one, would turn the wrong devices.",
		.fix = "plan for other machines from their facts (--facts FILE); if this is the machine, say "
		       "so in the file: `match: {hostname: ...}`" },
	{ .id = "root-directory",
		.means = "The directory below which the machine's files are cannot be opened.",
		.why = "Every path is opened below it with openat2(2), which Linux has since 5.6.",
		.fix = "give --root a directory that holds sys and proc; in a container, look at the filter "
		       "of system calls" },
	{ .id = "run-under-way",
		.means = "Another run of pawl is changing this host: what is shown may be old in a moment.",
		.fix = "wait until it has ended; `pawl status` tells how far it is" },
	{ .id = "vf-left-behind",
		.means = "A virtual function is there without its physical function: that one was removed by "
			 "hand, and its driver left the VFs.",
		.why = "Nobody can take it away by itself, and the physical function, found again, would "
		       "make its new VFs at the same addresses: the kernel warns with a stack and fails "
		       "(pci_device_add).",
		.fix = "stop who uses it; then write 1 to `remove` of the bridge above it and 1 to "
		       "/sys/bus/pci/rescan, or reboot" },
	{ .id = "vf-nowhere",
		.means = "A physical function says that its virtual ones would be where none can be: beyond "
			 "the last bus, on another function, on itself.",
		.why = "The kernel makes no such virtual functions. Captured facts lack its offset and its "
		       "stride, so that they are of use for all other devices.",
		.fix = "see what `lspci -vvs ADDRESS` says of SR-IOV, and update the card's firmware" },
	{ .id = "vf-taken-away",
		.means = "A virtual function was removed by itself, as the power switch of a hotplug slot "
			 "does it; the link to it is still there.",
		.why = "The kernel counts it on, and makes no new one where the link is: writing "
		       "sriov_numvfs then fails with \"File exists\".",
		.fix = "echo 1 >/sys/bus/pci/devices/ADDRESS/remove of the physical function, then echo 1 "
		       ">/sys/bus/pci/rescan; or reboot" },
	{ .id = "setting-unsupported",
		.means = "The driver of the physical function has no such setting for its VFs.",
		.why = "Each driver takes what its device can do (include/linux/netdevice.h, ndo_set_vf_*); "
		       "the kernel answers EOPNOTSUPP to the rest.",
		.fix = "leave the key out of `net` for these VFs" },
	{ 0 },
};
