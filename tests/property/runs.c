/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes runs of pawl, most of them struck by a fault. */
#include "disks.h"
#include "history.h"
#include <stdlib.h>
#include <string.h>

/* What is written when a wish is carried out, and the files that pawl keeps. */
static const char *struck_path(struct dice *dice)
{
	static const char *const paths[] = { "*/sriov_numvfs", "*/sriov_numvfs", "*/sriov_drivers_autoprobe",
		"*/driver_override", "*/drivers_probe", "*/unbind", "*/journal", "*/ledger", "vfs/*",
		"qemu:*", "eswitch/*", "nvme/*", "nvme/*/online", "nvme/*/ns/*", "nvme/*/namespace/*" };

	return paths[dice_pick(dice, sizeof(paths) / sizeof(paths[0]))];
}

/* A disk that says it has kept what it has lost is no fault that anyone can live with. */
static char *make_fault(struct dice *dice)
{
	static const char *const faults[] = { "hang", "lose", "interrupt", "die" };
	const char *fault = faults[dice_pick(dice, sizeof(faults) / sizeof(faults[0]))];
	const char *path = struck_path(dice);

	if (string_equal(fault, "lose") && (string_ends(path, "journal") || string_ends(path, "ledger")))
		fault = "die";
	return text_print("%s %s %zu\n", fault, path, 1 + dice_pick(dice, 4));
}

static char *make_failure(struct dice *dice)
{
	static const char *const errors[] = { "EIO", "EBUSY", "ENOMEM", "EINVAL", "ENOSPC", "EPERM" };

	return text_print("fail %s %zu %s\n", struck_path(dice), 1 + dice_pick(dice, 4),
		errors[dice_pick(dice, sizeof(errors) / sizeof(errors[0]))]);
}

/*
 * Most operations read, and who dies there leaves what was there before; so most deaths are at writes. Who
 * has made a namespace and has not heard so is the one that could make it twice.
 */
char *death_make(struct dice *dice, const struct tale *tale)
{
	if (strstr(tale->wish, "namespaces:") && dice_chance(dice, 50))
		return text_print(
			"die nvme/*/ns/* %zu after\n", dice_chance(dice, 75) ? 1 : 2 + dice_pick(dice, 2));
	if (dice_chance(dice, 60))
		return dice_chance(dice, 50) ? text_print("die * %zu\n", 1 + dice_pick(dice, 30))
					     : text_print("die */journal %zu\n",
						       2 + dice_pick(dice, dice_chance(dice, 60) ? 12 : 40));
	return text_print("die @%zu %s %zu\n", 1 + dice_pick(dice, dice_chance(dice, 30) ? 12 : 120),
		dice_chance(dice, 50) ? "after" : "before", dice_pick(dice, 1000));
}

/* Right before a write somebody else writes. */
static char *make_meanwhile(struct dice *dice, struct tale *tale)
{
	AUTO_FREE char *change = some_change(dice, tale);

	tale->by_hand = true;
	return text_print("meanwhile %s write %s\n", struck_path(dice), change);
}

static char *make_strike(struct dice *dice, struct tale *tale, bool quiet)
{
	switch (dice_pick(dice, quiet ? 4 : 5)) {
	case 0:
		return make_failure(dice);
	case 1:
		return make_fault(dice);
	case 4:
		return make_meanwhile(dice, tale);
	default:
		return death_make(dice, tale);
	}
}

static const char *wish_of(struct dice *dice, const struct tale *tale)
{
	return tale->other && dice_chance(dice, 40) ? "other.yaml" : "wish.yaml";
}

static char *some_strike(struct dice *dice, struct tale *tale, bool quiet)
{
	return dice_chance(dice, quiet ? 85 : 70) ? make_strike(dice, tale, quiet) : string_copy("");
}

static char *undo_of(const char *strike)
{
	return string_starts(strike, "meanwhile") ? string_copy("reboot\n") : NULL;
}

/* What was struck is dead or has ended: either way the next run is another process, and may be a `resume`. */
void run_add(struct dice *dice, struct tale *tale, bool quiet)
{
	AUTO_FREE char *strike = some_strike(dice, tale, quiet);
	const char *single = dice_chance(dice, 25) ? "--parallel 1 " : "";
	const char *answer = tale->confidential && dice_chance(dice, 80) ? "answer yes\n" : "";
	const char *unasked = *answer ? "" : "-y ", *file = wish_of(dice, tale);
	AUTO_FREE char *consents =
		consents_print(dice, string_equal(file, "wish.yaml") ? tale->wish : tale->other);

	event_add(tale,
		text_print(
			"%s%srun apply %s%s%s%s\nrevive\n", strike, answer, unasked, single, consents, file),
		undo_of(strike));
	if (*strike && dice_chance(dice, 25))
		command_add(dice, tale, "resume", quiet);
}

/* Whoever resumes says anew what may be lost; a rollback and a restore lose nothing. */
static char *consents_of(struct dice *dice, const struct tale *tale, const char *command)
{
	bool other = tale->other && dice_chance(dice, 50);

	return string_equal(command, "resume") ? consents_print(dice, other ? tale->other : tale->wish)
					       : string_copy("");
}

/* Who takes back what a secure domain was given may leave it such that only a cold boot helps. */
void command_add(struct dice *dice, struct tale *tale, const char *command, bool quiet)
{
	AUTO_FREE char *strike = dice_chance(dice, 50) ? some_strike(dice, tale, quiet) : string_copy("");
	bool asks = !string_equal(command, "restore");
	const char *answer = asks && tale->confidential ? "answer yes\n" : "";
	AUTO_FREE char *consents = consents_of(dice, tale, command);

	tale->by_hand |= tale->confidential;
	tale->runs_only &= string_equal(command, "resume");
	tale->half |= *strike && string_equal(command, "rollback");
	event_add(tale,
		text_print("%s%srun %s%s %s\nrevive\n", strike, answer, command,
			asks && !*answer ? " -y" : "", consents),
		undo_of(strike));
}
