/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * crash STORY...: plays each story on a twin on which pawl dies at the n-th operation, for every n, before
 * and after the operation's effect, and on one whose disk is full at the n-th line of the journal; what was
 * struck is run again, but for a rollback that has noted its end. No rule may be broken, all that the story
 * sees must hold, and the whole twin must end as it does when nothing strikes (rule 12). As many stories at a
 * time as there are processors. PAWL_CRASH is `all`, `most` (without it) or `few` of the operations.
 */
#include "machine_told.h"
#include "noted.h"
#include "scratch.h"
#include "story.h"
#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

struct trial {
	const struct story *story;
	bool alone;          /* one device after the other: --parallel 1 */
	struct strike fault; /* FAULT_NONE: undisturbed */
};

/* How a play ended. */
struct ending {
	char *world;
	uint64_t operations, sequence; /* sequence: what the journal says, and in which order */
	bool struck;
};

/* Without the times. */
static uint64_t journal_hash(struct twin *twin)
{
	struct done done = { 0 };
	uint64_t hash = 0;

	host_do(twin_host(twin), &(struct op){ .verb = OP_READ, .path = "var/lib/pawl/journal" }, &done);
	for (char *rest = done.data, *line; (line = strsep(&rest, "\n"));)
		if (!strstr(line, "\"time\""))
			hash = hash_string(hash, line);
	done_free(&done);
	return hash;
}

/* Before the twin is gone, what it had become is kept. Each play has a directory of its own for its files. */
static int play(const struct trial *trial, struct ending *ret_ending, struct text *why)
{
	struct stage stage = { 0 };
	struct twin *twin;
	char *scratch = NULL;
	int result;

	if (scratch_enter(&scratch, why) < 0)
		return -1;
	if (stage_twin(&stage, trial->story, why) < 0)
		return -1;
	twin = stage.data;
	stage.struck = trial->fault.fault != FAULT_NONE;
	stage.alone = trial->alone;
	twin_set_fault(twin, &trial->fault);
	if (!stage.struck)
		operations_note(twin);
	result = story_play(trial->story, &stage, why);
	*ret_ending = (struct ending){
		.world = machine_told(twin), .operations = twin_operations(twin), .struck = stage.was_struck
	};
	ret_ending->sequence = journal_hash(twin);
	result = stage.close(&stage, why) < 0 ? -1 : result;
	scratch_leave(scratch);
	return result;
}

static void tell_fault(const struct strike *fault, const struct text *why)
{
	if (fault->at_write)
		printf("no line %lu of the journal: %s\n", (unsigned long)fault->nth, text_string(why));
	else
		printf("dies %s operation %lu: %s\n", fault->after_effect ? "after" : "before",
			(unsigned long)fault->at_operation, text_string(why));
}

/* -1: the trial does not end as it must. */
static int strike_once(const struct trial *trial, const char *wanted, bool *ret_struck)
{
	AUTO_TEXT struct text why = { 0 };
	struct ending ending = { 0 };
	int result = play(trial, &ending, &why);

	if (result == 0 && !string_equal(ending.world, wanted)) {
		text_addf(&why, "the twin is not as it is when nothing strikes, but\n%s", ending.world);
		result = -1;
	}
	free(ending.world);
	if (result < 0)
		tell_fault(&trial->fault, &why);
	*ret_struck = ending.struck;
	return result;
}

/*
 * Of a look nothing is left but the time that it took: dying around one finds the machine as dying after the
 * change before it: some are enough. Device by device the same changes come in another order: there an
 * eighth is enough.
 */
struct share {
	const char *name;
	uint64_t of_changes, of_looks, of_lines; /* each one, each second... */
	uint64_t alone;                          /* device by device so many times fewer */
};

static const struct share *share(void)
{
	static const struct share shares[] = {
		{ .name = "most", .of_changes = 1, .of_looks = 64, .of_lines = 4, .alone = 8 },
		{ .name = "all", .of_changes = 1, .of_looks = 1, .of_lines = 1, .alone = 1 },
		{ .name = "few", .of_changes = 40, .of_looks = 40, .of_lines = 10, .alone = 4 },
	};
	const char *given = getenv("PAWL_CRASH");

	for (size_t i = 0; given && i < sizeof(shares) / sizeof(shares[0]); i++)
		if (string_equal(given, shares[i].name))
			return &shares[i];
	return &shares[0];
}

/* Each is counted by itself: changes that come as every second operation are not all left out. */
static bool takes_next(const struct trial *trial, uint64_t at, uint64_t *changes, uint64_t *looks)
{
	bool look = operation_looks(at);
	uint64_t each =
		(look ? share()->of_looks : share()->of_changes) * (trial->alone ? share()->alone : 1);

	return (look ? ++*looks : ++*changes) % each == 0;
}

/* After a look is before what follows it. */
static int die_at(struct trial *trial, uint64_t at, const char *wanted)
{
	int failed = 0;
	bool struck;

	for (int after = 0; after <= !operation_looks(at); after++) {
		trial->fault = (struct strike){ .fault = FAULT_DIE,
			.at_operation = at,
			.after_effect = after,
			.seed = (unsigned)(at * 2) + (unsigned)after };
		failed += strike_once(trial, wanted, &struck) < 0;
	}
	return failed;
}

static int die_everywhere(struct trial *trial, const struct ending *undisturbed, unsigned *ret_struck)
{
	uint64_t changes = 0, looks = 0;
	int failed = 0;

	*ret_struck = 0;
	for (uint64_t at = 1; at <= undisturbed->operations; at++)
		if (takes_next(trial, at, &changes, &looks)) {
			failed += die_at(trial, at, undisturbed->world);
			++*ret_struck;
		}
	return failed;
}

static int refuse_lines(struct trial *trial, const struct ending *undisturbed, unsigned *ret_lines)
{
	int failed = 0;
	bool struck = true;

	*ret_lines = 0;
	for (unsigned nth = 1; struck; nth += (unsigned)share()->of_lines) {
		trial->fault = (struct strike){
			.fault = FAULT_FAIL, .at_write = "*/journal", .nth = nth, .error = ENOSPC
		};
		failed += strike_once(trial, undisturbed->world, &struck) < 0;
		*ret_lines += struck;
	}
	return failed;
}

/* A fault of its own: what follows is told. Others cannot be undone, or are played in the lab alone. */
static bool has_own_fault(const struct story *story)
{
	static const char *const verbs[] = { "die", "hang", "fail", "lose", "interrupt", "meanwhile", "hold",
		"crash", "twin" };

	for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++)
		if (story_word(story, verbs[i]))
			return true;
	return false;
}

static int try_trial(struct trial *trial, const struct ending *undisturbed)
{
	unsigned lines = 0, struck = 0;
	int failed = die_everywhere(trial, undisturbed, &struck);

	failed += refuse_lines(trial, undisturbed, &lines);
	printf("%s crash/%s%s dies at %u of its %lu operations, has no room for %u lines of the journal\n",
		failed ? "FAIL" : "PASS", story_base(trial->story), trial->alone ? ", one by one," : "",
		struck, (unsigned long)undisturbed->operations, lines);
	return failed;
}

/* A story that asks nothing of the machine cannot die. */
static int try_story(struct trial *trial, struct ending *undisturbed)
{
	AUTO_TEXT struct text why = { 0 };

	if (play(trial, undisturbed, &why) < 0) {
		printf("undisturbed: %s\nFAIL crash/%s\n", text_string(&why), story_base(trial->story));
		return 1;
	}
	return undisturbed->operations > 0 ? try_trial(trial, undisturbed) : 0;
}

/* With one device at a time as well, where that is not the same. */
static int try_both(const struct story *story)
{
	struct trial trial = { .story = story }, alone = { .story = story, .alone = true };
	struct ending beside = { 0 }, single = { 0 };
	AUTO_TEXT struct text why = { 0 };
	int failed = try_story(&trial, &beside);

	if (failed == 0 && play(&alone, &single, &why) == 0 && single.sequence != beside.sequence)
		failed = try_trial(&alone, &single);
	free(beside.world), free(single.world);
	return failed;
}

static int try_path(const char *path)
{
	struct story *story = story_read(path);
	int failed = 1;

	if (story)
		failed = has_own_fault(story) ? 0 : try_both(story);
	story_free(story);
	return failed;
}

/* Takes one story after the other, as do its like. */
static int take_stories(atomic_int *next, int argc, char **argv)
{
	int failed = 0;

	for (int i; (i = atomic_fetch_add(next, 1)) < argc;)
		failed += try_path(argv[i]) != 0;
	fflush(stdout);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* Those that did not end well. */
static int wait_for(long workers)
{
	int failed = 0, status;

	for (long i = 0; i < workers; i++)
		failed += wait(&status) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != EXIT_SUCCESS;
	return failed;
}

int main(int argc, char **argv)
{
	long workers = sysconf(_SC_NPROCESSORS_ONLN);
	atomic_int *next =
		mmap(NULL, sizeof(*next), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	if (next == MAP_FAILED)
		return EXIT_FAILURE;
	setvbuf(stdout, NULL, _IOLBF, 0);
	/* before the first story leaves this directory */
	for (int i = 1; i < argc; i++)
		argv[i] = realpath(argv[i], NULL) ?: argv[i];
	atomic_store(next, 1);
	for (long i = 0; i < workers; i++)
		if (fork() == 0)
			_exit(take_stories(next, argc, argv));
	return wait_for(workers) ? EXIT_FAILURE : EXIT_SUCCESS;
}
