/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * crash STORY...: plays each story on a twin on which pawl dies at the n-th operation, for every n, before
 * and after the operation's effect; what died is run again. No rule may be broken, all that the story sees
 * must hold, and the whole twin must end as it does when nothing dies (rule 12).
 */
#include "facts.h"
#include "scratch.h"
#include "story.h"
#include <stdlib.h>
#include <string.h>

struct trial {
	const struct story *story;
	const char *facts;
	struct twin_plan death; /* FAULT_NONE: undisturbed */
};

/* How a play ended. */
struct ending {
	char *world;
	uint64_t operations;
};

/* Before the twin is gone, what it had become is kept. */
static int play(const struct trial *trial, struct ending *ret_ending, struct text *why)
{
	struct stage stage = { 0 };
	struct twin *twin;
	int result;

	if (stage_twin(&stage, trial->facts, why) < 0)
		return -1;
	twin = stage.data;
	stage.dies = trial->death.fault == FAULT_DIE;
	twin_set_fault(twin, &trial->death);
	result = story_play(trial->story, &stage, why);
	*ret_ending = (struct ending){ .world = facts_print(twin_world(twin), "crash"),
		.operations = twin_operations(twin) };
	return stage.close(&stage, why) < 0 ? -1 : result;
}

static int die_once(const struct trial *trial, const char *wanted)
{
	AUTO_TEXT struct text why = { 0 };
	struct ending ending = { 0 };
	int result = play(trial, &ending, &why);

	if (result == 0 && !string_equal(ending.world, wanted)) {
		text_addf(&why, "the twin is not as it is when nothing dies, but\n%s", ending.world);
		result = -1;
	}
	free(ending.world);
	if (result < 0)
		printf("dies %s operation %lu: %s\n", trial->death.after_effect ? "after" : "before",
			(unsigned long)trial->death.at_operation, text_string(&why));
	return result;
}

static int die_everywhere(struct trial *trial, const struct ending *undisturbed)
{
	int failed = 0;

	trial->death.fault = FAULT_DIE;
	for (uint64_t at = 1; at <= undisturbed->operations; at++)
		for (int after = 0; after < 2; after++) {
			trial->death.at_operation = at;
			trial->death.after_effect = after;
			trial->death.seed = (unsigned)(at * 2) + (unsigned)after;
			failed += die_once(trial, undisturbed->world) < 0;
		}
	return failed;
}

/* A story with a fault of its own tells what follows from that one. */
static bool has_own_fault(const struct story *story)
{
	static const char *const verbs[] = { "die", "hang", "fail", "interrupt", "hold" };

	for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++)
		if (story_word(story, verbs[i]))
			return true;
	return false;
}

static int try_story(const struct story *story)
{
	AUTO_FREE char *facts = story_facts(story);
	struct trial trial = { .story = story, .facts = facts };
	struct ending undisturbed = { 0 };
	AUTO_TEXT struct text why = { 0 };
	int failed = 1;

	if (play(&trial, &undisturbed, &why) < 0)
		printf("undisturbed: %s\n", text_string(&why));
	else
		failed = die_everywhere(&trial, &undisturbed);
	if (failed || undisturbed.operations > 0) /* a story that asks nothing of the machine cannot die */
		printf("%s crash/%s dies at each of %lu operations\n", failed ? "FAIL" : "PASS",
			story_base(story), (unsigned long)undisturbed.operations);
	free(undisturbed.world);
	return failed;
}

static int try_path(const char *path)
{
	struct story *story = story_read(path);
	int failed = 1;

	if (story)
		failed = has_own_fault(story) ? 0 : try_story(story);
	story_free(story);
	return failed;
}

int main(int argc, char **argv)
{
	AUTO_TEXT struct text why = { 0 };
	char *scratch = NULL;
	int failed = 0;

	for (int i = 1; i < argc; i++)
		argv[i] = realpath(argv[i], NULL) ?: argv[i];
	if (scratch_enter(&scratch, &why) < 0) {
		fprintf(stderr, "%s\n", text_string(&why));
		return EXIT_FAILURE;
	}
	for (int i = 1; i < argc; i++)
		failed += try_path(argv[i]) != 0;
	scratch_leave(scratch);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
