/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Plays a tale with and without its history, and holds the ends against each other. */
#include "trial.h"
#include "cli.h"
#include "disks.h"
#include "ending.h"
#include "nvme.h"
#include "promises.h"
#include "watch_steps.h"
#include "whole.h"
#include <stdlib.h>
#include <string.h>

size_t tried_steps(const struct tried *tried)
{
	return tried->turns + tried->events;
}

void verdict_free(struct verdict *verdict)
{
	free(verdict->property), free(verdict->why), free(verdict->story);
	*verdict = (struct verdict){ 0 };
}

/* The first id of a finding behind `from`: "[pf-in-use]". The caller frees it. */
static char *bracketed(const char *from)
{
	for (const char *open = strchr(from, '['); open; open = strchr(open + 1, '[')) {
		size_t length = strspn(open + 1, "abcdefghijklmnopqrstuvwxyz-");

		if (length && open[1 + length] == ']')
			return string_part(open + 1, length);
	}
	return string_copy("");
}

/* A rule of the twin's watch, else the property in brackets, else an exit code with the first finding. */
static char *property_of(const char *why)
{
	const char *broken = strstr(why, "\nbroken rules:\n"), *exit = strstr(why, ": exit ");
	const char *rule = broken ? strstr(broken, "rule ") : NULL;
	AUTO_FREE char *word = bracketed(exit ? exit : why);

	if (rule)
		return string_part(rule, strcspn(rule, ":"));
	return exit ? text_print("%.*s %s", (int)strcspn(exit + 2, "\n"), exit + 2, word)
		    : text_print("%s", word);
}

static int judge(char *story, struct text *why, struct verdict *ret_verdict)
{
	*ret_verdict = (struct verdict){ .property = property_of(text_string(why)), .story = story };
	ret_verdict->why = text_take(why);
	return -1;
}

/* What holds at the end, when it holds on a machine to which nothing happens. */
static void story_with_end(const struct tale *tale, int code, struct text *story)
{
	AUTO_FREE char *told = tale_print(tale, WHOLE);

	text_add(story, told);
	if (code == FINE)
		text_add(story, "exit 0\nrun plan --detailed-exitcode wish.yaml\nexit 0\n"
				"run assert wish.yaml\nexit 0\n"
				"fail * 1\nrun apply wish.yaml\nexit 0\nout has nothing to do\n");
	text_add(story, "run facts capture --out facts.json\nrun plan wish.yaml\n"
			"run plan --facts facts.json wish.yaml\nout begins as before\n");
}

/* The first line in which the second text is another one; the caller frees it. */
static char *line_apart(const char *wanted, const char *seen)
{
	size_t same = 0;

	while (wanted[same] && wanted[same] == seen[same])
		same++;
	while (same > 0 && wanted[same - 1] != '\n')
		same--;
	return text_print("%.*s, not %.*s", (int)strcspn(seen + same, "\n"), seen + same,
		(int)strcspn(wanted + same, "\n"), wanted + same);
}

/* What a story that went well must have come to; the differences are added to it. */
static int ending_compare(const struct ending *wanted, const struct ending *seen, const char *what,
	struct text *story, struct text *why)
{
	AUTO_FREE char *apart = NULL, *see = NULL;

	if (string_equal(seen->told, wanted->told))
		return 0;
	see = machine_differences(&wanted->machine, &seen->machine);
	apart = line_apart(wanted->told, seen->told);
	text_add(story, see);
	text_addf(why, "%s: %s\n%s", what, apart, see);
	return -1;
}

/* All plays of one tale. */
struct trial {
	const struct tale *tale;
	struct ending undisturbed;
	struct tried *tried;
	struct verdict *ret_verdict;
};

static int promises_check(const struct tale *tale, const struct ending *ending, bool alone, struct text *why)
{
	AUTO_FREE char *broken =
		ending->code == FINE ? promises_broken(tale->wish, &ending->machine, alone) : NULL;

	if (broken)
		text_addf(why, "%s\n", broken);
	return broken ? -1 : 0;
}

/* Plays it, and compares the machine at its end with `wanted`; NULL: it may be any. `promised`: it has the
 * namespaces of the wish. */
static int try_end(
	struct trial *trial, const char *story, const struct ending *wanted, bool promised, const char *what)
{
	AUTO_TEXT struct text why = { 0 }, told = { 0 };
	struct ending ending;
	int result;

	text_add(&told, story);
	result = tale_play(trial->tale, story, !trial->tale->by_hand, &ending, &why);
	trial->tried->runs += ending.runs;
	trial->tried->events += trial->tale->n;
	if (result == 0 && wanted && (ending.code == FINE || ending.code == ROLLED_BACK))
		result = ending_compare(wanted, &ending, what, &told, &why);
	if (result == 0 && promised)
		result = promises_check(
			trial->tale, &ending, !trial->tale->other && !trial->tale->others_make, &why);
	ending_free(&ending);
	return result < 0 ? judge(text_take(&told), &why, trial->ret_verdict) : 0;
}

/* Who changed the machine, or wished for something else before, may have left more than was there. */
static bool is_pawls(const struct trial *trial)
{
	const struct tale *tale = trial->tale;

	return trial->undisturbed.code == FINE && !tale->by_hand && !tale->other && !tale->half;
}

/*
 * What others have made or deleted, or another wish has moved, a gate may refuse for good: then no run stops
 * on the way.
 */
static int last_code(struct trial *trial)
{
	AUTO_FREE char *told = tale_print(trial->tale, WHOLE);
	AUTO_TEXT struct text why = { 0 };
	struct ending ending;
	int result = tale_play(trial->tale, told, false, &ending, &why), code = ending.code;

	ending_free(&ending);
	if (result == 0 && (code == FINE || code == REFUSED))
		return code;
	if (result == 0)
		text_addf(&why, "[stuck] the last run ends with %d", code);
	return judge(text_print("%sexit 0\n", told), &why, trial->ret_verdict);
}

/* So may a VF that a guest of another wish has still, when it becomes secure. */
static bool may_be_refused(const struct tale *tale)
{
	return tale->others_make || ((tale->wild || tale->confidential) && tale->other);
}

static int try_whole(struct trial *trial)
{
	AUTO_TEXT struct text story = { 0 };
	int code = trial->undisturbed.code;

	if (code == FINE && may_be_refused(trial->tale))
		code = last_code(trial);
	if (code < 0)
		return -1;
	story_with_end(trial->tale, code, &story);
	return try_end(trial, text_string(&story), is_pawls(trial) ? &trial->undisturbed : NULL, code == FINE,
		"[whole] the machine is not as it is when nothing happens");
}

/* In every second tale the restore after a boot dies on its way, once or twice. */
static char *restore_deaths(const struct tale *tale)
{
	struct dice dice = { .state = ~tale->seed };
	size_t n = dice_chance(&dice, 50) ? 1 + dice_pick(&dice, 2) : 0;
	struct text text = { 0 };

	for (size_t i = 0; i < n; i++) {
		AUTO_FREE char *death = death_make(&dice, tale);

		text_addf(&text, "%srun restore\nrevive\n", death);
	}
	return text_take(&text);
}

/* What was applied comes back after a boot, whatever has happened before; but no guest does. */
static int try_boot(struct trial *trial)
{
	AUTO_FREE char *told = tale_print(trial->tale, WHOLE), *deaths = restore_deaths(trial->tale);
	AUTO_FREE char *story =
		text_print("%sexit 0\nreboot\n%srun restore\nexit 0\nrun assert wish.yaml\nexit 0\n"
			   "fail * 1\nrun restore\nexit 0\nout has nothing to do\n",
			told, deaths);

	if (!is_pawls(trial) || trial->tale->confidential)
		return 0;
	return try_end(trial, story, &trial->undisturbed, true, "[restore] not all is back after a boot");
}

/* Namespaces stay, and what a drive has given up for its VFs. */
static bool is_kept(const struct tale *tale)
{
	bool kept = strstr(tale->wish, "namespaces:");

	for (size_t i = 0; i < tale->machine.n; i++)
		kept = kept || (tale->machine.functions[i]->drive &&
				       tale->machine.functions[i]->drive->numbers[D_VQRFAP] > 0);
	return kept;
}

/* Of one wish that was carried out, in as many runs as it took, nothing is left once it is taken back. */
static int try_rollback(struct trial *trial)
{
	AUTO_FREE char *told = tale_print(trial->tale, WHOLE), *begun = tale_print(trial->tale, BEGUN);
	AUTO_FREE char *story = text_print("%sexit 0\nrun rollback -y\n", told);
	AUTO_TEXT struct text why = { 0 };
	struct ending before;
	int result;

	if (!is_pawls(trial) || trial->tale->confidential || !trial->tale->runs_only)
		return 0;
	result = tale_play(trial->tale, begun, true, &before, &why);
	if (result < 0)
		judge(string_copy(begun), &why, trial->ret_verdict);
	else
		result = try_end(trial, story, is_kept(trial->tale) ? NULL : &before, false,
			"[taken-back] what was there before is not back");
	ending_free(&before);
	return result;
}

/* How a command with the other wish ends, by itself or after the first; -1: not all that must hold does. */
static int other_code(struct trial *trial, enum telling telling, const char *command)
{
	AUTO_FREE char *told = tale_print(trial->tale, telling);
	AUTO_FREE char *consents = consents_print(NULL, trial->tale->other);
	char *story = text_print("%sanswer yes\nrun %s %sother.yaml\n", told, command, consents);
	AUTO_TEXT struct text why = { 0 };
	struct ending ending;
	int result = tale_play(trial->tale, story, false, &ending, &why), code = ending.code;

	trial->tried->runs += ending.runs;
	ending_free(&ending);
	if (result < 0)
		return judge(story, &why, trial->ret_verdict);
	free(story);
	return code;
}

/* What can be had by itself, and after the first wish by the plan, can be had: no run stops on the way. */
static int try_other(struct trial *trial)
{
	AUTO_FREE char *told = NULL;
	AUTO_TEXT struct text why = { 0 };
	int code;

	if (!trial->tale->other || trial->tale->confidential || trial->undisturbed.code != FINE)
		return 0;
	code = other_code(trial, BEGUN, "apply");
	if (code == FINE)
		code = other_code(trial, UNDISTURBED, "plan");
	if (code != FINE)
		return code < 0 ? -1 : 0;
	code = other_code(trial, UNDISTURBED, "apply");
	if (code < 0 || code == FINE || code == REFUSED)
		return code < 0 ? -1 : 0;
	told = tale_print(trial->tale, UNDISTURBED);
	text_addf(&why, "[on-the-way] the second wish ends with %d", code);
	return judge(
		text_print("%sanswer yes\nrun apply other.yaml\nexit 0\n", told), &why, trial->ret_verdict);
}

int trial_try(const struct tale *tale, struct tried *tried, struct verdict *ret_verdict)
{
	AUTO_TEXT struct text why = { 0 };
	AUTO_FREE char *story = tale_print(tale, UNDISTURBED);
	struct trial trial = { .tale = tale, .tried = tried, .ret_verdict = ret_verdict };
	size_t turns = steps_turned();
	int result = tale_play(tale, story, true, &trial.undisturbed, &why);

	if (result == 0)
		result = promises_check(tale, &trial.undisturbed, true, &why);
	tried->tales++;
	tried->runs += trial.undisturbed.runs;
	tried->converged += trial.undisturbed.code == FINE;
	tried->refused += trial.undisturbed.code == REFUSED;
	if (result < 0)
		judge(string_copy(story), &why, ret_verdict);
	else if (try_other(&trial) < 0 || try_whole(&trial) < 0 || try_boot(&trial) < 0 ||
		 try_rollback(&trial) < 0)
		result = -1;
	tried->turns += steps_turned() - turns;
	ending_free(&trial.undisturbed);
	return result;
}
