/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Plays a tale with and without its history, and holds the ends against each other. */
#include "trial.h"
#include "machine_told.h"
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
		machine_seen(stage.data, &ret_ending->machine);
		ret_ending->told = machine_told(stage.data);
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

/* Who changed the machine, or wished for something else before, may have left more than was there. */
static int compare_ends(const struct tale *tale, const struct ending *undisturbed,
	const struct ending *ending, struct text *story, struct text *why)
{
	AUTO_FREE char *apart = NULL, *see = NULL;

	if (undisturbed->code != FINE || tale->by_hand || tale->other ||
		string_equal(ending->told, undisturbed->told))
		return 0;
	see = machine_differences(&undisturbed->machine, &ending->machine);
	apart = line_apart(undisturbed->told, ending->told);
	text_add(story, see);
	text_addf(why, "[whole] the machine is not as it is when nothing happens: %s\n%s", apart, see);
	return -1;
}

static int try_whole(const struct tale *tale, const struct ending *undisturbed, struct tried *tried,
	struct verdict *ret_verdict)
{
	AUTO_TEXT struct text why = { 0 }, story = { 0 };
	struct ending ending;
	int result;

	story_with_end(tale, undisturbed->code, &story);
	result = play(text_string(&story), !tale->by_hand, &ending, &why);
	tried->runs += ending.runs;
	tried->events += tale->n;
	if (result == 0)
		result = compare_ends(tale, undisturbed, &ending, &story, &why);
	ending_free(&ending);
	return result < 0 ? judge(text_take(&story), &why, ret_verdict) : 0;
}

int trial_try(const struct tale *tale, struct tried *tried, struct verdict *ret_verdict)
{
	AUTO_TEXT struct text why = { 0 };
	char *story = tale_print(tale, UNDISTURBED);
	struct ending undisturbed;
	size_t turns = steps_turned();
	int result = play(story, true, &undisturbed, &why);

	tried->tales++;
	tried->runs += undisturbed.runs;
	tried->converged += undisturbed.code == FINE;
	tried->refused += undisturbed.code == REFUSED;
	if (result < 0) {
		result = judge(story, &why, ret_verdict);
	} else {
		free(story);
		result = try_whole(tale, &undisturbed, tried, ret_verdict);
	}
	tried->turns += steps_turned() - turns;
	ending_free(&undisturbed);
	return result;
}
