/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the findings on the command line, on input and on output mean. */
#include "words.h"

const struct finding_row findings_of_words[] = {
	{ .id = "not-accepted",
		.means = "What is asked for cannot be taken back, or loses data, and nobody has said yes.",
		.why = "-y is often written into scripts long before anyone sees the plan; it never covers "
		       "such a step.",
		.fix = "read the plan, then apply it on a terminal, where pawl asks for this step, or with "
		       "--accept-irreversible and its id" },
	{ .id = "accepted-other",
		.means = "--accept-irreversible names another plan, or closure, than there is now.",
		.why = "What was accepted was one plan as it was shown; the machine or the files have since "
		       "changed.",
		.fix = "look at `pawl plan` again and accept that one" },
	{ .id = "no-such-guest",
		.means = "`pawl consent` names a guest that neither the files nor the machine have.",
		.fix = "with -f it is looked for in this host's part of the files, else among those defined "
		       "here" },
	{ .id = "no-consent-needed",
		.means = "The guest is an ordinary one.",
		.why = "Only with a confidential guest functions become secure.",
		.fix = "nothing is to be done; or say `confidential` of the guest, when that is meant" },
	{ .id = "closure-unknown",
		.means = "A function that the guest gets is not on this machine, or below no root port.",
		.why = "Consent is for all that becomes secure; half of it cannot be shown.",
		.fix = "mend `select` of the device, or put the card back; `pawl show --tree` tells what is "
		       "here. Consent to it is taken back by the domain: `pawl consent DOMAIN --revoke`" },
	{ .id = "no-such-domain",
		.means = "The ledger has nothing of that secure domain.",
		.why = "What was never consented to, nor assumed to be secure, needs nobody's word.",
		.fix = "`pawl ledger` lists secure domains, by the address of their root port" },
	{ .id = "domain-secure",
		.means =
			"A domain is to be settled that became secure in this boot, or that guests run with.",
		.why = "The word is about a machine that was without power since: facts say that it was not.",
		.fix = "stop its guests, take the machine from its power, start it, and say it then" },
	{ .id = "boot-unknown",
		.means = "A domain is to be settled, and this boot's boot_id cannot be read.",
		.why = "Without it nobody can tell this boot from the one in which the domain became secure.",
		.fix = "see why /proc/sys/kernel/random/boot_id cannot be read" },
	{ .id = "needs-root",
		.means = "The command changes the machine, or takes the host's lock, and only root may.",
		.fix = "run it with sudo; `pawl plan`, `pawl rehearse` and `pawl validate` need no root" },
	{ .id = "no-function",
		.means = "No PCI function fits the words that `pawl show` was given: addresses or their "
			 "beginnings, handles of the files, KEY=VALUE; or more fit than the handle expects.",
		.why = "A function must fit a word of each key; what is not known of a function fits no "
		       "word, and the finding says so.",
		.fix = "`pawl show` without words lists all; leave out one word after the other" },
	{ .id = "no-run",
		.means = "`rollback` was not told which run it is to take back, or there is none.",
		.why = "The ledger knows the runs that had something to do, by the time at which each began "
		       "and by the id of its plan. One plan can be applied more than once.",
		.fix = "`pawl history` lists them" },
	{ .id = "nothing-to-allow",
		.means = "`--allow` names a gate, or a part of the configuration, of which no gate says no.",
		.why = "What is allowed and not needed today lets something else pass tomorrow.",
		.fix = "leave it out; what it lets pass is in the plan, with the word to give" },
	{ .id = "nothing-to-explain",
		.means = "`pawl explain` knows no such id.",
		.fix = "`pawl explain` without an id lists all" },
	{ .id = "output",
		.means = "What pawl had to say could not be written whole: the disk is full, or the file is "
			 "not writable.",
		.why = "Half a document must not pass for a whole one, so the run does not end with 0.",
		.fix = "make room, or write elsewhere; what was applied stays applied: see `pawl status`" },
	{ .id = "saved-plan",
		.means = "The file begins like a saved plan, and is not one as `pawl plan --out FILE` wrote "
			 "it: cut short, edited, only printed, or of another version.",
		.why = "A saved plan is what somebody has looked at. One byte changed since then, and it is "
		       "something else.",
		.fix = "make it anew with `pawl plan --out FILE`" },
	{ .id = "stale-plan",
		.means = "A plan made now from the saved configuration is another one than the saved: the "
			 "host, or what its devices are, has changed since.",
		.why = "A saved plan is applied exactly or not at all; its plan id is of the configuration, "
		       "the facts that it rests on and the steps.",
		.fix = "look at a new plan with `pawl plan`, and save that one" },
	{ .id = "unreadable",
		.means = "The file of facts that was named cannot be read.",
		.fix = "check its name and its permissions; `pawl facts capture --out FILE` makes one" },
	{ .id = "usage",
		.means = "The command line cannot be followed: a word is not understood, something is "
			 "missing, or it asks for what cannot be. Nothing was changed.",
		.fix = "`pawl help` lists the commands, `pawl help COMMAND` what one of them takes" },
	{ 0 },
};
