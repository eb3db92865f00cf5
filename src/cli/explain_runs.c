/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the findings of a run mean: plan, locks, steps, journal, verification. */
#include "words.h"

const struct finding_row findings_of_runs[] = {
	{
		.id = "asked-to-stop",
		.means = "pawl was asked to stop (Ctrl-C, SIGTERM), and did so between two steps.",
		.why = "A write to the kernel is never cut off: the run ends at the next safe point.",
		.fix = "`pawl resume` goes on from here",
	},
	{
		.id = "binding-unknown",
		.means = "What a step has made is not found where the kernel shows it.",
		.why = "The address of a new virtual function is known only once it is there. pawl reads it "
		       "from the link virtfnN of its physical function and believes it only if the "
		       "function's link physfn leads back (Documentation/ABI/testing/sysfs-bus-pci).",
		.fix = "someone else may be changing the device: look at `pawl plan` again",
	},
	{
		.id = "changed-since",
		.means = "What pawl had set is to be taken back (`rollback`, or `state: absent` of the "
			 "host), or restored after a boot, and somebody else, or a later run, has set it "
			 "anew: it stays as it is.",
		.why = "pawl takes back its own values only, and knows them by what it has set, in this boot "
		       "and on this card: what a boot has taken away, and another card, are not its own, "
		       "though they read the same. It restores what reads as a boot makes it.",
		.fix = "take it back by hand when nobody needs it, or apply the configuration",
	},
	{
		.id = "device-gone",
		.means = "A function went away from the PCI bus while a run was on its way to it.",
		.why = "It was taken off the bus by hand, its slot was switched off, or the device broke "
		       "down: then its settings are gone with it, those for the moment too.",
		.fix = "`dmesg` tells who took it away; `echo 1 >/sys/bus/pci/rescan` finds it again if it "
		       "is still plugged in, and the next `pawl apply` does the whole wish",
	},
	{
		.id = "device-locked",
		.means = "Another process has the device's lock, mostly a write of an earlier run that has "
			 "not come back from the kernel.",
		.why = "Two writes to one physical device at a time could not be told apart afterwards.",
		.fix = "`pawl status` names the process and what it waits in; --lock-timeout waits for it",
	},
	{
		.id = "given-up",
		.means = "What pawl had set reads otherwise, on a device that the configuration names, and "
			 "the plan leaves it so: with `apply` it stays as it is, and from then on it is not "
			 "pawl's, and no boot brings it back.",
		.why = "`restore` brings back after a boot what pawl has set. A configuration that names the "
		       "device and leaves as it is what somebody has changed has the last word on it; an "
		       "apply of a part of it (--target) has not. What a boot has taken away waits for "
		       "`restore`, unless the configuration itself has a word on it; on a host that is to be "
		       "`absent` it waits for nothing.",
		.fix = "nothing to do when it is meant so; else write the value into the configuration, and "
		       "apply it",
	},
	{
		.id = "journal-damaged",
		.means = "A line inside the journal is not one that pawl wrote.",
		.why = "The journal tells what earlier runs have left behind. With a line that cannot be "
		       "read, that is not known, and pawl changes nothing.",
		.fix = "look at the line, compare with the machine, then move the file away",
	},
	{
		.id = "journal-lost",
		.means = "The ledger has the beginning of a run that came to no end, and the journal has no "
			 "line of it: the file was lost, or the run died before the first one.",
		.why = "What a run has set, and what it has left for the moment (autoprobe 0, while VFs are "
		       "made), the journal tells until the next run: nothing can be said for certain. Of a "
		       "drive that the run was about it is asked from then on what is attached to a VF that "
		       "somebody gets, though pawl knows of no namespace there.",
		.fix = "compare the machine with the configuration, and put back what the hint names",
	},
	{
		.id = "journal-torn",
		.means = "The journal's last line is incomplete: a run ended while it was being written.",
		.why = "A line is written before the step that it announces, so the step was never begun.",
		.fix = "nothing to do: the line is dropped",
	},
	{
		.id = "journal-unreadable",
		.means = "The journal is there and cannot be read, so what earlier runs left behind is not "
			 "known.",
		.fix = "run it as root; look at the file that the finding names",
	},
	{
		.id = "journal-unwritable",
		.means = "The journal does not take the next line: mostly a full or read-only file system.",
		.why = "pawl writes nothing to the machine that it cannot note first.",
		.fix = "make room or mend the file system, then apply again",
	},
	{
		.id = "ledger-torn",
		.means = "The last line of the ledger is incomplete and was dropped.",
		.why = "A run ended while it wrote the line, before anything that the line is for.",
		.fix = "nothing: the next run writes what is missing",
	},
	{
		.id = "ledger-unreadable",
		.means = "The ledger is there and cannot be read.",
		.fix = "the finding says why; root reads it",
	},
	{
		.id = "ledger-unwritable",
		.means = "The ledger does not take the next line; nothing was changed.",
		.why = "Which function a device was is noted before its name is taken from it.",
		.fix = "make room on the disk of var/lib/pawl, or mend it",
	},
	{
		.id = "left-temporary",
		.means = "A value that was set for the moment only could not be put back.",
		.why = "New virtual functions are made with their automatic drivers switched off; afterwards "
		       "that is switched on again, once each has the driver that it is to have: before, any "
		       "module that is loaded would bind them. The journal keeps it as a debt.",
		.fix = "the next `pawl apply` puts it back, once the kernel has let go of the device, and "
		       "right after what is left to set on its VFs; a restore, or a run with --target of "
		       "other devices, leaves it to that one; `pawl status` names it",
	},
	{
		.id = "locked",
		.means = "Another run of pawl has the host's lock: one run at a time.",
		.fix = "`pawl status` tells who it is; run again when it has ended, or wait with "
		       "--lock-timeout",
	},
	{
		.id = "not-as-planned",
		.means = "Right before its write a value was neither what the plan found nor what it wishes.",
		.why = "Then someone else changes the device too, and a write would undo what they did.",
		.fix = "find out who it is, look at `pawl plan` again, then apply",
	},
	{
		.id = "not-taken",
		.means = "The kernel refused the value, or took it without effect.",
		.why = "Success is what is read back, not what the write returned: a driver may refuse a "
		       "function that drivers_probe was told to bind, and the write succeeds all the same.",
		.fix = "`dmesg` tells what driver and kernel say of it",
	},
	{
		.id = "not-restored",
		.means = "Something that pawl had applied cannot come back after a boot: what it was set "
			 "on is not there, or its handle means another device since.",
		.why = "A card that did not come up, or VFs that somebody else had made, keep down only "
		       "themselves: all else is restored. A restore asks nobody: a place that its handle has "
		       "left may hold any card.",
		.fix = "see why it is not there (`dmesg`), then run `pawl restore` again",
	},
	{
		.id = "vfs-held-back",
		.means = "A run made VFs, held them back from drivers, and came to no good end before it had "
			 "given each its own. After a boot they come back as they were then: without a "
			 "driver, and kept so.",
		.why = "New VFs go to the driver of this host that claims them, and these were not meant for "
		       "it: a guest may be waiting for them.",
		.fix = "`pawl apply` of their configuration gives them what they are to have",
	},
	{
		.id = "not-taken-back",
		.means = "A value that a run has set, or has taken away with a VF, cannot go back.",
		.why = "The kernel forgets what a VF had when the VF goes (drivers/pci/iov.c, "
		       "sriov_disable), and what a new VF has before anybody sets it is its driver's "
		       "choice. A driver_override that stays lets no other driver bind "
		       "(Documentation/ABI/testing/sysfs-bus-pci). Consent is the operator's own word, a "
		       "guest may be at work, and nothing leaves the secure world before a boot. A "
		       "namespace that a run has made stays, as data may be on it by now, and what was "
		       "stored on one that it has deleted is gone (NVM Express Base Specification 2.0, "
		       "5.23).",
		.fix = "write it into the configuration and apply that, when it is to be so again; `state: "
		       "absent` of a namespace deletes it, with its data",
	},
	{
		.id = "not-writable",
		.means = "No write leads from the value that is there to the one that is wished.",
		.fix = "please report it with the plan: pawl should not have planned such a step",
	},
	{
		.id = "not-resumable",
		.means = "The run that was interrupted was a rollback or a restore; or the ledger tells "
			 "nothing of it, since it is lost or not believed.",
		.why = "The plans of a rollback and of a restore are made of the ledger each time, and "
		       "none is kept. And without the ledger nobody knows what of the host the run "
		       "itself has set.",
		.fix = "`pawl rollback` or `pawl restore` goes on with it; with an apply, `pawl apply` "
		       "with its configuration",
	},
	{
		.id = "nothing-changed",
		.means = "The run ended before any write of it was taken: it has changed nothing.",
		.fix = "mend what the findings above it name, then apply again",
	},
	{
		.id = "never-begun",
		.means = "The run was interrupted before its first step: `pawl resume` does the whole of it.",
		.why = "Its plan is kept already, and no line of the journal is of it.",
		.fix = "nothing to do",
	},
	{
		.id = "nothing-to-resume",
		.means = "No run is interrupted: each came to a good end, or a later one has gone on "
			 "with it, taken it back or replaced it.",
		.fix = "nothing to do",
	},
	{
		.id = "plan-cycle",
		.means = "The steps cannot be put in order: each waits for the next one, and the last for "
			 "the first.",
		.fix = "apply a part of the configuration first, without one of the steps named",
	},
	{
		.id = "plan-lost",
		.means = "The plan that `pawl resume` would go on with is not the one that was interrupted, "
			 "or cannot be read.",
		.why = "One plan is kept, in /var/lib/pawl/plan: that of the apply begun last. Ledger and "
		       "journal have the SHA-256 of it. Of an earlier one, or of one that died before it was "
		       "kept, none is there.",
		.fix = "`pawl apply` with the configuration goes on from here",
	},
	{
		.id = "plan-unwritable",
		.means = "The plan cannot be kept for `pawl resume`; nothing was changed.",
		.why = "What a run is to do is on the disk before it does any of it.",
		.fix = "make room or mend the file system of /var/lib/pawl, then apply again",
	},
	{
		.id = "rule-broken",
		.means = "In the rehearsal the plan broke a safety rule on the twin of this host.",
		.fix = "do not apply this plan; please report it with the host's facts",
	},
	{
		.id = "run-interrupted",
		.means = "An earlier run came to no good end, and this one is another one: what that "
			 "has left undone stays so.",
		.why = "It stays interrupted until its wish is applied again or `pawl resume` goes on "
		       "with it, `pawl rollback` takes it back, or an apply without --target names every "
		       "device and guest that it was about. After a boot `pawl restore` brings back what "
		       "it had set, and no more.",
		.fix = "`pawl status` names it, and what goes on with it",
	},
	{
		.id = "still-differs",
		.means = "After the run a value is not as wished, although its step went well or was not "
			 "needed.",
		.why = "After every run pawl reads the machine once more and plans again.",
		.fix = "someone else changes it too: `pawl plan` shows what is left",
	},
	{
		.id = "still-running",
		.means = "A write has not come back from the kernel within its deadline.",
		.why = "Nothing can take a write back; a helper process waits for it and keeps the device's "
		       "lock, so that nobody else writes to the device meanwhile.",
		.fix = "`pawl status` names the process and what it waits in, such as a user of the device; "
		       "run again when it is done",
	},
	{
		.id = "stopped-part-way",
		.means = "Some steps are done and others not.",
		.why = "After a step has not succeeded nothing more is taken from anyone; what needs nothing "
		       "of it and takes nothing goes on.",
		.fix = "mend what the findings above it name; `pawl resume` goes on from here",
	},
	{ 0 },
};
