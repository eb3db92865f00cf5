/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of exit codes. */
#include "print.h"
#include "words.h"

const struct outcome_row outcome_rows[] = {
	{ .outcome = FINE, .words = "fine", .means = "done, or there was nothing to do" },
	{
		.outcome = FAILED,
		.words = "not done",
		.means = "failed, or declined at the prompt",
		.fix = "read the findings: each says what to do; `pawl explain ID` says more",
	},
	{
		.outcome = DIFFERENT,
		.words = "differences",
		.means = "there is something to do (`assert`, `--detailed-exitcode`)",
		.fix = "look at the plan, then apply it",
	},
	{
		.outcome = NEEDS_REBOOT_TO_FINISH,
		.words = "needs a reboot to finish",
		.means = "applied as far as it goes without a reboot",
		.fix = "reboot, then run the same again",
		.reserved = true,
	},
	{
		.outcome = REFUSED,
		.words = "refused by a gate",
		.means = "a gate refuses; nothing was changed",
		.fix = "the findings name the gates: `pawl explain ID` tells what each one asks",
	},
	{
		.outcome = STOPPED_PART_WAY,
		.words = "stopped part-way",
		.means = "stopped part-way; `pawl status` tells where, and which command goes on from there",
		.fix = "mend what the findings name, then apply again",
	},
	{
		.outcome = STALE_PLAN,
		.words = "the saved plan was stale",
		.means = "the host is not as the saved plan found it; nothing was changed",
		.fix = "make the plan anew and look at it again",
	},
	{
		.outcome = NOT_VERIFIED,
		.words = "not verified",
		.means = "applied, but the host is not as wished afterwards",
		.fix = "`pawl plan` shows what is left; someone else may be changing the devices",
	},
	{
		.outcome = ROLLED_BACK,
		.words = "has taken a run back",
		.means = "what a run had changed is taken back (`rollback`)",
		.fix = "nothing to do: `pawl plan FILE` shows the difference again",
	},
	{
		.outcome = BAD_USAGE,
		.words = "usage",
		.means = "the command line cannot be followed; nothing was changed",
		.fix = "the finding says what is wrong; `pawl help COMMAND` tells what the command takes",
	},
	{
		.outcome = BAD_CONFIGURATION,
		.words = "bad configuration",
		.means = "a file that was given cannot be used; nothing was changed",
		.fix = "the findings give file, line and column; `pawl validate` tells all of them at once",
	},
	{
		.outcome = UNAVAILABLE,
		.words = "unavailable",
		.means = "the machine, or what is remembered of it, cannot be read; nothing was changed",
		.fix = "the finding names what is missing, such as a mounted sysfs, or what is not known",
	},
	{
		.outcome = LOCKED,
		.words = "locked",
		.means = "another run, or a write that is still in the kernel, has the lock",
		.fix = "`pawl status` tells who; run again when it is done",
	},
	{
		.outcome = NEEDS_ROOT,
		.words = "needs root",
		.means = "only root may do this; nothing was changed",
		.fix = "run it with sudo",
	},
	{ 0 },
};

const char *outcome_words(enum outcome outcome)
{
	for (const struct outcome_row *row = outcome_rows; row->words; row++)
		if (row->outcome == outcome)
			return row->words;
	return "not known";
}

void outcomes_print(const char *indent, struct text *text)
{
	struct table table = { .columns = 2 };

	for (const struct outcome_row *row = outcome_rows; row->words; row++) {
		AUTO_FREE char *code = text_print("%2d", row->outcome);

		if (row->reserved)
			continue;
		table_add(&table, code);
		table_add(&table, row->means);
	}
	table_print(&table, indent, text);
	table_free(&table);
}
