/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the findings in a wish that is good YAML mean. */
#include "words.h"

const struct finding_row findings_of_wishes[] = {
	{
		.id = "facts-twice",
		.means = "Two files of a directory of facts are of one host.",
		.why = "They need not say the same, and only one can be planned from.",
		.fix = "keep the newer one in the directory",
	},
	{
		.id = "facts-without-host",
		.means = "A file in the directory of facts is of a machine that no host of the files fits.",
		.fix = "give the machine a host in the files, or take its facts out of the directory",
	},
	{
		.id = "groups-overlap",
		.means = "Two groups of one pool name the same VF.",
		.why = "Each would wish a driver for it, and whichever came last would win.",
		.fix = "take the VF out of one of the two ranges",
	},
	{
		.id = "host-without-facts",
		.means = "The files have a host of which the directory of facts has none.",
		.why = "Nothing is known of the host, so nothing can be planned for it.",
		.fix = "`pawl facts capture --out FILE` makes them on the host; or ask for other hosts "
		       "with --host",
	},
	{
		.id = "left-out",
		.means = "Only what --target names is looked at; the rest of the wish is left out.",
		.why = "The gates are asked about what is left, and the plan id is that of what is left.",
		.fix = "nothing to do; without --target everything is planned",
	},
	{
		.id = "left-over",
		.means = "The host is decommissioned (`state: absent`), and something stands there that may "
			 "have been made for it.",
		.why = "What pawl has no record of having made may be someone else's: it is listed, never "
		       "taken back. A namespace of an NVMe drive stays even where pawl has made it: it "
		       "holds data.",
		.fix = "take it back by hand, or have it deleted, as the finding says, when nobody uses it",
	},
	{
		.id = "no-secure-world",
		.means = "A device is to be in the secure world, on a platform that has none.",
		.why = "`world: secure` is a promise on which guests rely; here nobody could keep it.",
		.fix = "give the host its platform, or the device `world: ordinary`",
	},
	{
		.id = "hostdev-twice",
		.means = "A guest is to get the same function twice.",
		.why = "A function can be handed out once only.",
		.fix = "name each function once",
	},
	{
		.id = "hostdev-of-set",
		.means = "A guest is to get a set of several functions as one.",
		.why = "Which function is which member, only the machine tells.",
		.fix = "name the members, HANDLE.ADDRESS, or give the function a handle of its own",
	},
	{
		.id = "hostdev-of-two",
		.means = "Two guests that are both to run are to get the same function.",
		.why = "One guest at a time can have it: the second could not start.",
		.fix = "give one of them another function, or let only one of them be `state: running`",
	},
	{
		.id = "no-such-device",
		.means =
			"A guest is to get a function of a device that this host does not have in the files.",
		.why = "What a guest gets is named by the devices of its host.",
		.fix = "mend the name, or add the device under `devices`",
	},
	{
		.id = "world-not-promised",
		.means =
			"A guest is to get a function whose device is promised to another world, or to none.",
		.why = "A confidential guest takes its functions to the secure world for good: `world: "
		       "secure` says beforehand that this is meant, and no other guest gets such a function.",
		.fix = "say `world: secure` of the device if that is meant, or give the guest another one",
	},
	{
		.id = "no-such-protection",
		.means = "A guest is to be protected by what the host's platform does not have.",
		.fix = "give the host its platform, or leave `confidential` out",
	},
	{
		.id = "guests-unknown",
		.means = "A guest is wished for, and what guests there are cannot be told.",
		.why = "Whether it is defined and runs decides what is planned for it.",
		.fix = "leave the guest out, or say `state: untouched`; with facts, capture them anew",
	},
	{
		.id = "hostdevs-not-given",
		.means =
			"A guest that has functions is to be started, or protected otherwise, and `hostdevs` "
			"is left out.",
		.why = "What is left out is left alone: that they become secure with it, or are handed to an "
		       "ordinary guest, is nobody's word.",
		.fix = "give `hostdevs`, all that it is to have; `[]` for none",
	},
	{
		.id = "driver-makes-no-vfs",
		.means = "A function is to have VFs, and at the same time none of its card's drivers.",
		.why = "The physical function's own driver makes its VFs (drivers/pci/iov.c, "
		       "sriov_numvfs_store). VFs that are there already may stay; a plan that makes some "
		       "is refused (pf-driverless).",
		.fix = "name the card's own driver, or leave it out; that of the VFs stands under `vfs`",
	},
	{
		.id = "driver-asks-no-drive",
		.means = "A drive has `nvme`, and no driver that asks it: a stub such as vfio-pci, or none.",
		.why = "Queues and namespaces are asked for, and given, through the nvme driver.",
		.fix = "leave `driver` out, or say `driver: nvme`; or leave `nvme` out",
	},
	{
		.id = "mac-base-carries",
		.means = "VF n gets `mac-base` plus n, and for the last VFs that sum does not fit into the "
			 "last 3 bytes.",
		.why = "The first three bytes are a vendor's, or say that the address is a local one.",
		.fix = "begin lower, or give groups addresses of their own: `net: {mac: [...]}`",
	},
	{
		.id = "mac-count",
		.means = "A group's `net` has more or fewer MAC addresses than the group has VFs.",
		.fix = "give one for each VF of `range`, in the order of their numbers; or use `mac-base`",
	},
	{
		.id = "no-such-vf",
		.means = "A group of VFs or a guest names a VF that the pool does not reach: VFs are counted "
			 "from 0.",
		.fix = "raise the pool's count, or mend the number",
	},
	{
		.id = "no-target",
		.means = "--target names nothing that is wished for this host.",
		.why = "A plan that leaves everything out would look like a host that is in sync.",
		.fix = "write it as the finding suggests; `pawl plan` shows the names",
	},
	{
		.id = "out-of-service",
		.means = "The device is broken or pulled, says the file: nothing is planned for it, and that "
			 "it is missing is no mistake. An apply remembers it: no boot brings back what was "
			 "set on it, until an apply has it in service again.",
		.fix = "take `state: out-of-service` away when it is back",
	},
	{
		.id = "found-by-pin",
		.means = "`select` names the function by what has changed since, as a driver that "
			 "the file itself changes. The ledger remembers which function it was at its "
			 "first apply, and that one is meant.",
		.fix = "select it by what no wish changes: its address, its bridge path or its serial number",
	},
	{
		.id = "device-moved",
		.means = "The device is at another address, or below other bridges, than when it was last "
			 "applied. The ledger remembers its serial number and its MAC; a plan is for the "
			 "function that `select` finds now.",
		.why = "A card that is put into another slot, or a bus that is numbered otherwise, takes the "
		       "address along that other files and guests may still name.",
		.fix = "when that is meant, apply: it is noted and not said again; else put the card back or "
		       "mend `select`",
	},
	{
		.id = "set-unknown",
		.means = "The host is to be absent, or restored, or the ledger is asked, and what pawl has "
			 "set here cannot be read: the ledger is not believed.",
		.why = "Nothing to take back would look like a host that is as wished.",
		.fix = "do what the ledger's own finding tells; then take back by hand what pawl has set, or "
		       "apply the configuration",
	},
	{
		.id = "set-of-one",
		.means = "A set of several functions is selected by what only one function has: its address "
			 "or its path.",
		.fix = "leave `expect` out, or select by what all of the set have, as vendor and device",
	},
	{
		.id = "nvme-without-vfs",
		.means = "`nvme` says what each VF of a drive gets, and the device has no `vfs`.",
		.why = "Queues and interrupts are given to the controllers of VFs; nothing would come of it.",
		.fix = "say how many there are to be: `vfs: {count: N}`; none is a number, too",
	},
	{
		.id = "interrupts-without-queues",
		.means = "`nvme` gives each VF interrupts and no queues.",
		.why = "A controller without queues never goes online (NVM Express Base Specification "
		       "2.0, 8.26).",
		.fix = "say `vf-queues` too",
	},
	{
		.id = "namespace-wish",
		.means = "What is wished for a namespace does not go together: its size, or who gets it.",
		.why = "A private namespace goes to one controller, only one namespace can have all that "
		       "remains, and a VF that is not made has no controller to get one.",
		.fix = "give it a size and one of `vf`, `pf` and `controllers`",
	},
	{
		.id = "namespace-found",
		.means = "A run died while a drive made a namespace; the drive has one new one of that size, "
			 "that nobody has, and it is taken for what was asked for.",
		.why = "The drive does not tell who asked for it: it may be one that somebody else has made "
		       "since.",
		.fix = "look at it before you apply; `adopt` says which one is meant",
	},
	{
		.id = "namespace-unproved",
		.means = "A namespace is given to somebody by its number and size, as what it was known by "
			 "the drive does not tell now.",
		.why = "A UUID is told to a controller that has the namespace, and to no other: Identify "
		       "03h is for active ones, and what it tells of allocated ones (11h) has no UUID (NVM "
		       "Express Base Specification 2.0, 5.17.2.4). If somebody has deleted it since, and "
		       "made another one of its size, that one would be given away.",
		.fix = "apply once with `pf: true` alone: then the drive tells which it is, and a run that "
		       "finds another stops",
	},
	{
		.id = "namespace-takes-name",
		.means = "`adopt` gives a name to a namespace that pawl knows by none, or by another one, "
			 "which no file has any more.",
		.why = "It stays where it is, with its data and with who has it; what pawl gave away of it "
		       "under the old name it takes back under the new one. From the apply on `adopt` need "
		       "not be said. A first name is no difference, so that what `export` has written is as "
		       "the host is; another one is.",
		.fix = "nothing, when that is meant; else wish for it under its old name",
	},
	{
		.id = "qos-without-vlan",
		.means = "A group gives the priority of a VLAN, and no VLAN.",
		.why = "The kernel takes VLAN and priority in one write (struct ifla_vf_vlan).",
		.fix = "say `vlan` too; `vlan: 0` is none",
	},
	{
		.id = "rates-crossed",
		.means = "A group's VFs may always send more than is the most that they may send.",
		.fix = "lower `min-rate` or raise `max-rate`; `max-rate: 0` is no bound",
	},
	{
		.id = "set-taken-apart",
		.means = "What is exported of a member of a set has a handle of its own.",
		.why = "A file that says of each what it has cannot say it of all as one. pawl knows "
		       "namespaces by their handles: an apply of what was exported gives them other names, "
		       "and the set's file asks for the old ones.",
		.fix = "keep the files that have the set; or go on with the exported one alone",
	},
	{
		.id = "shares-left-out",
		.means = "What the VFs of an NVMe drive have of it is not exported.",
		.why = "A wish gives each VF of a drive the same; these differ, some are offline, or the "
		       "drive does not tell.",
		.fix = "`pawl show` tells what each has; write `nvme` by hand, as all of them are to be",
	},
	{ 0 },
};
