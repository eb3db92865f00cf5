/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes what happens to a machine: runs that are struck, changes by hand, users that come, reboots. */
#include "tale.h"
#include <stdlib.h>

static void add_event(struct tale *tale, char *lines, char *undo)
{
	tale->events = memory_grow(tale->events, tale->n, sizeof(*tale->events));
	tale->events[tale->n++] = (struct event){ .lines = lines, .undo = undo };
}

static const char *wish_of(struct dice *dice, const struct tale *tale)
{
	return tale->other && dice_chance(dice, 40) ? "other.yaml" : "wish.yaml";
}

/* What is written when a wish is carried out, and the files that pawl keeps. */
static const char *struck_path(struct dice *dice)
{
	static const char *const paths[] = { "*/sriov_numvfs", "*/sriov_numvfs", "*/sriov_drivers_autoprobe",
		"*/driver_override", "*/drivers_probe", "*/unbind", "*/journal", "*/ledger", "vfs/*",
		"qemu:*" };

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

static char *make_death(struct dice *dice)
{
	return text_print("die @%zu %s %zu\n", 1 + dice_pick(dice, dice_chance(dice, 30) ? 12 : 120),
		dice_chance(dice, 50) ? "after" : "before", dice_pick(dice, 1000));
}

static char *make_strike(struct dice *dice)
{
	switch (dice_pick(dice, 4)) {
	case 0:
		return make_failure(dice);
	case 1:
		return make_fault(dice);
	default:
		return make_death(dice);
	}
}

/* What was struck is dead or has ended: either way the next run is another process. */
static void add_run(struct dice *dice, struct tale *tale, bool struck)
{
	AUTO_FREE char *strike = struck ? make_strike(dice) : string_copy("");
	const char *single = dice_chance(dice, 25) ? "--parallel 1 " : "";
	const char *answer = tale->confidential && dice_chance(dice, 80) ? "answer yes\n" : "";
	const char *unasked = *answer ? "" : "-y ";

	add_event(tale,
		text_print("%s%srun apply %s%s%s\nrevive\n", strike, answer, unasked, single,
			wish_of(dice, tale)),
		NULL);
}

void history_make(struct dice *dice, struct tale *tale)
{
	size_t n = 1 + dice_pick(dice, 5);

	for (size_t i = 0; i < n; i++)
		add_run(dice, tale, dice_chance(dice, 70));
	/* what another wish has left may stand in the way: a function that has no driver any more */
	if (tale->other)
		add_event(tale, string_copy(""), string_copy("reboot\n"));
}
