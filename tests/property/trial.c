/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Plays a tale with and without its history, and holds the ends against each other. */
#include "trial.h"
#include "facts.h"
#include "machine_told.h"
#include "nvme.h"
#include "promises.h"
#include "scratch.h"
#include "story.h"
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

/* How a play ended: the machine, and the exit code of the last run that was asked for. */
struct ending {
	struct survey machine;
	char *told;
	int code;
	size_t runs;
};

static void ending_free(struct ending *ending)
{
	survey_free(&ending->machine);
	free(ending->told);
}

/* The twin's stage with an ear: the exit codes pass through here. Tests run one play at a time. */
static struct ear {
	int (*run)(struct stage *, char *const *words, struct said *, struct text *why);
	struct ending *ending;
	bool alone; /* nobody else writes */
} ear;

static int run_heard(struct stage *stage, char *const *words, struct said *said, struct text *why)
{
	int result = ear.run(stage, words, said, why);

	ear.ending->code = said->code;
	ear.ending->runs++;
	if (result == 0 && said->code == NOT_VERIFIED && ear.alone && !twin_struck(stage->data)) {
		text_addf(why,
			"[as-wished] nobody else is there, and it is not as wished after the run:\n%s%s",
			said->out, said->err);
		return -1;
	}
	return result;
}

/* Where nobody sets one, a driver takes a MAC for its VF, and it stays when that driver goes. */
static void macs_forget(struct survey *machine)
{
	for (size_t i = 0; i < machine->n; i++) {
		struct reading *mac = &machine->functions[i]->setting[VF_MAC];

		if (mac->is == R_VALUE &&
			(string_starts(mac->text, "02:00:") || string_starts(mac->text, "00:00:")))
			reading_free(mac);
	}
}

/* What stands in the kernel's network stack a boot takes away, and who manages the network is not played. */
static bool outlives_boot(const struct user *user)
{
	return user->use < USE_ADDRESS || user->use > USE_SSH;
}

static void network_forget(struct survey *machine)
{
	for (size_t i = 0; i < machine->n; i++)
		users_leave(&machine->users, machine->functions[i]->address, outlives_boot);
}

/* A drive numbers what it makes anew, in whatever order (twin_nvme_namespaces.c); others have an EUI-64. */
static void identities_forget(struct survey *machine)
{
	for (size_t i = 0; i < machine->n; i++) {
		struct drive *drive = machine->functions[i]->drive;

		for (size_t k = 0; drive && k < drive->n_namespaces; k++) {
			free(drive->namespaces[k].nguid);
			drive->namespaces[k].nguid = NULL;
		}
	}
}

/* A boot gives the machine another id, and nobody misses the earlier one. */
static void ending_take(struct twin *twin, struct ending *ending)
{
	machine_seen(twin, &ending->machine);
	macs_forget(&ending->machine);
	network_forget(&ending->machine);
	identities_forget(&ending->machine);
	reading_free(&ending->machine.machine[M_BOOT_ID]);
	ending->told = facts_print(&ending->machine, "a tale");
}

/* Each play has a directory of its own. */
static int play(const char *text, bool alone, struct ending *ret_ending, struct text *why)
{
	struct story *story = story_parse("tale", text);
	struct stage stage = { 0 };
	char *scratch = NULL;
	int result = -1;

	*ret_ending = (struct ending){ 0 };
	if (scratch_enter(&scratch, why) == 0 && stage_twin(&stage, story, why) == 0) {
		ear = (struct ear){ .run = stage.run, .ending = ret_ending, .alone = alone };
		stage.run = run_heard;
		result = story_play(story, &stage, why);
		ending_take(stage.data, ret_ending);
		result = stage.close(&stage, why) < 0 ? -1 : result;
	}
	scratch_leave(scratch);
	story_free(story);
	return result;
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

static int promises_check(const struct tale *tale, const struct ending *ending, struct text *why)
{
	AUTO_FREE char *broken = ending->code == FINE ? promises_broken(tale->wish, &ending->machine) : NULL;

	if (broken)
		text_addf(why, "%s\n", broken);
	return broken ? -1 : 0;
}

/* Plays it, and compares the machine at its end with `wanted`; NULL: it may be any. */
static int try_end(struct trial *trial, const char *story, const struct ending *wanted, const char *what)
{
	AUTO_TEXT struct text why = { 0 }, told = { 0 };
	struct ending ending;
	int result;

	text_add(&told, story);
	result = play(story, !trial->tale->by_hand, &ending, &why);
	trial->tried->runs += ending.runs;
	trial->tried->events += trial->tale->n;
	if (result == 0 && wanted && (ending.code == FINE || ending.code == ROLLED_BACK))
		result = ending_compare(wanted, &ending, what, &told, &why);
	if (result == 0 && wanted == &trial->undisturbed)
		result = promises_check(trial->tale, &ending, &why);
	ending_free(&ending);
	return result < 0 ? judge(text_take(&told), &why, trial->ret_verdict) : 0;
}

/* Who changed the machine, or wished for something else before, may have left more than was there. */
static bool is_pawls(const struct trial *trial)
{
	const struct tale *tale = trial->tale;

	return trial->undisturbed.code == FINE && !tale->by_hand && !tale->other && !tale->half;
}

static int try_whole(struct trial *trial)
{
	AUTO_TEXT struct text story = { 0 };

	story_with_end(trial->tale, trial->undisturbed.code, &story);
	return try_end(trial, text_string(&story), is_pawls(trial) ? &trial->undisturbed : NULL,
		"[whole] the machine is not as it is when nothing happens");
}

/* What was applied comes back after a boot, whatever has happened before; but no guest does. */
static int try_boot(struct trial *trial)
{
	AUTO_FREE char *told = tale_print(trial->tale, WHOLE);
	AUTO_FREE char *story =
		text_print("%sexit 0\nreboot\nrun restore\nexit 0\nrun assert wish.yaml\nexit 0\n"
			   "fail * 1\nrun restore\nexit 0\nout has nothing to do\n",
			told);

	if (!is_pawls(trial) || trial->tale->confidential)
		return 0;
	return try_end(trial, story, &trial->undisturbed, "[restore] not all is back after a boot");
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
	result = play(begun, true, &before, &why);
	if (result < 0)
		judge(string_copy(begun), &why, trial->ret_verdict);
	else
		result = try_end(trial, story, is_kept(trial->tale) ? NULL : &before,
			"[taken-back] what was there before is not back");
	ending_free(&before);
	return result;
}

/* How a command with the other wish ends, by itself or after the first; -1: not all that must hold does. */
static int other_code(struct trial *trial, enum telling telling, const char *command)
{
	AUTO_FREE char *told = tale_print(trial->tale, telling);
	char *story = text_print("%sanswer yes\nrun %s other.yaml\n", told, command);
	AUTO_TEXT struct text why = { 0 };
	struct ending ending;
	int result = play(story, false, &ending, &why), code = ending.code;

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
	int result = play(story, true, &trial.undisturbed, &why);

	if (result == 0)
		result = promises_check(tale, &trial.undisturbed, &why);
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
