/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gates on destroying anything, or making it twice, while the ledger cannot be believed. */
#include "gates_rows.h"

/* The steps on one physical device that need the ledger: one finding tells of all. */
struct needing {
	const struct step *first;
	size_t n;
};

static void needing_tell(const struct question *question, struct needing *on)
{
	if (on->n == 1)
		gate_refuse_step(question, on->first, question->gate->fix,
			"step %zu needs what pawl remembers, and %s", on->first->number,
			question->now->ledger.why);
	else if (on->n > 1)
		gate_refuse_step(question, on->first, question->gate->fix,
			"%zu steps from step %zu on need what pawl remembers, and %s", on->n,
			on->first->number, question->now->ledger.why);
	*on = (struct needing){ 0 };
}

static void judge(const struct question *question, enum ledger_is is)
{
	struct needing on = { 0 };
	const struct step *step;

	if (question->now->ledger.is != is)
		return;
	for (size_t cursor = 0; (step = next_needing_ledger(question, &cursor));) {
		if (on.n > 0 && !string_equal(on.first->lock, step->lock))
			needing_tell(question, &on);
		if (on.n++ == 0)
			on.first = step;
	}
	needing_tell(question, &on);
}

#define MOVE                                                                                                 \
	"then `mv /var/lib/pawl/ledger /var/lib/pawl/ledger.old`: the next run begins a new one; that one "  \
	"does not know what is secure: give ordinary guests nothing of it before a cold start; "             \
	"nor which namespaces are its: say `adopt` of those that stay"
#define LOST                                                                                                 \
	"The ledger holds what pawl has set here, which function each device was, and what became secure. "  \
	"While it cannot be believed nothing is read from it and nothing is added to it; numbers of VFs "    \
	"stay, nothing is taken away, and nothing is done that cannot be taken back; nor is a namespace "    \
	"made, as the ledger alone knows which is there already. Steps that only give a driver to what has " \
	"none go on."

static void judge_elsewhere(const struct question *question)
{
	judge(question, LEDGER_IS_ELSEWHERE);
}

const struct gate gate_ledger_elsewhere = {
	.id = "ledger-elsewhere",
	.question = "Is the ledger this machine's?",
	.explain =
		"Its first line names a machine-id and a DMI serial number. A disk that was copied, or put "
		"into another machine, brings along what pawl knew of the machine that it came from. " LOST,
	.fix = "see that the disk belongs here, " MOVE,
	.weight = WEIGHT_NEVER,
	.unknown_is = ANSWER_GOOD,
	.judge = judge_elsewhere,
};

static void judge_damaged(const struct question *question)
{
	judge(question, LEDGER_IS_DAMAGED);
}

const struct gate gate_ledger_damaged = {
	.id = "ledger-damaged",
	.question = "Is every line of the ledger as pawl wrote it?",
	.explain = "Each line has a number and a CRC-32 of what it says; one bit changed inside is found. An "
		   "incomplete last line is no damage: it is dropped. " LOST,
	.fix = "look at the line that is named and compare with the machine, " MOVE,
	.weight = WEIGHT_NEVER,
	.unknown_is = ANSWER_BAD,
	.judge = judge_damaged,
};

static void judge_newer(const struct question *question)
{
	judge(question, LEDGER_IS_NEWER);
}

const struct gate gate_ledger_newer = {
	.id = "ledger-newer",
	.question = "Does this pawl know the form of the ledger?",
	.explain = "A newer pawl may have noted what this one cannot read. " LOST,
	.fix = "use the newer pawl on this host",
	.weight = WEIGHT_NEVER,
	.unknown_is = ANSWER_BAD,
	.judge = judge_newer,
};
