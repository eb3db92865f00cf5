/* SPDX-License-Identifier: GPL-2.0-or-later */
/* story FILE...: plays stories on the twin; story --live NAME FILE... on this machine, the lab's NAME. */
#include "story.h"
#include "scratch.h"
#include <stdlib.h>
#include <string.h>

/* What the program ends with when the machine is to be booted: it is started again then. */
enum { EXIT_BOOTS = 3 };

static int play(const struct story *story, bool live, bool *ret_boots, struct text *why)
{
	struct stage stage = { 0 };
	char *scratch = NULL;
	int result;

	if (scratch_enter(&scratch, why) < 0)
		return -1;
	result = live ? stage_live(&stage, story, why) : stage_twin(&stage, story, why);
	if (result == 0) {
		stage.faults_strike = true;
		result = story_play(story, &stage, why);
		stage.faults_strike = result == 0; /* in what was played no more they cannot */
		if (stage.close(&stage, why) < 0)
			result = -1;
		*ret_boots = stage.boots > 0 && result == 0;
	}
	scratch_leave(scratch);
	return result;
}

/* "lab no: REASON" keeps a story on the twin, "twin no: REASON" in the lab, whose machine `lab` names. */
static bool wants(const struct story *story, bool live)
{
	const char *lab = story_word(story, "lab");

	return live ? lab && !string_starts(lab, "no:") : !story_word(story, "twin");
}

/* `machine` is the lab's, NULL: on the twin. */
static int tell(const struct story *story, const char *machine, bool *ret_boots)
{
	AUTO_TEXT struct text why = { 0 };
	int result;

	if (!wants(story, machine))
		return 0;
	result = play(story, machine, ret_boots, &why);
	if (*ret_boots)
		return 0;
	printf("%s %s%s/%s\n", result == 0 ? "PASS" : "FAIL", machine ? "lab/" : "twin",
		machine ? machine : "", story_base(story));
	if (result != 0)
		printf("%s\n", text_string(&why));
	fflush(stdout);
	return result;
}

int main(int argc, char **argv)
{
	const char *machine = argc > 2 && string_equal(argv[1], "--live") ? argv[2] : NULL;
	int first = machine ? 3 : 1, failed = 0;
	bool boots = false;

	/* before the first story leaves this directory */
	for (int i = first; i < argc; i++)
		argv[i] = realpath(argv[i], NULL) ?: argv[i];
	for (int i = first; i < argc; i++) {
		struct story *story = story_read(argv[i]);

		failed += !story || tell(story, machine, &boots) != 0;
		story_free(story);
	}
	if (boots)
		return EXIT_BOOTS;
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
