/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * crash STORY...: plays each story on a twin on which pawl dies at the n-th operation, for every n, before
 * and after the operation's effect, and on one whose disk is full at the n-th line of the journal: there the
 * play forks. What was struck is run again, but for a rollback that has noted its end. No rule may be
 * broken, all that the story sees must hold, and the whole twin must end as it does when nothing strikes
 * (rule 12). As many stories at a time as there are processors. PAWL_CRASH is `all`, `most` (without it) or
 * `few` of the operations.
 */
#include "lines.h"
#include "machine_told.h"
#include "met.h"
#include "scratch.h"
#include "story.h"
#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* A play of a story, and a process for each death, which goes on from there. */
struct trial {
	const struct story *story;
	bool alone;         /* one device after the other: --parallel 1 */
	const char *wanted; /* what the twin is to end as; NULL: undisturbed */
	bool after;         /* deaths are after the operations, not before */

	struct twin *twin;
	char *scratch;
	uint64_t changes, looks, effects, lines; /* that were met */
	unsigned deaths, refusals, failed;
	bool child; /* of the process that the twin was struck in: `fault` says by what */
	struct strike fault;
};

/* How a play ended. */
struct ending {
	char *world;
	uint64_t operations, sequence; /* sequence: what the journal says, and in which order */
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

static meet_fn strike_here;

/*
 * Before the twin is gone, what it had become is kept. Each play has a directory of its own for its files.
 * Those that die before and those that die after see the operations in another order: the seed is another.
 */
static int play(struct trial *trial, struct ending *ret_ending, struct text *why)
{
	struct stage stage = { 0 };
	int result;

	if (scratch_enter(&trial->scratch, why) < 0)
		return -1;
	if (stage_twin(&stage, trial->story, why) < 0)
		return -1;
	trial->twin = stage.data;
	stage.struck = trial->wanted;
	stage.alone = trial->alone;
	twin_set_fault(trial->twin, &(struct strike){ .fault = FAULT_NONE, .seed = trial->after });
	if (trial->wanted)
		operations_meet(trial->twin, strike_here, trial);
	result = story_play(trial->story, &stage, why);
	*ret_ending = (struct ending){ .world = machine_told(trial->twin),
		.operations = twin_operations(trial->twin) };
	ret_ending->sequence = journal_hash(trial->twin);
	result = stage.close(&stage, why) < 0 ? -1 : result;
	scratch_leave(trial->scratch);
	return result;
}

/*
 * Of a look nothing is left but the time that it took: dying around one finds the machine as dying after the
 * change before it: some are enough. So they are of deaths right after a change, which find it as those
 * before the next one, but for a line that is appended: it may be torn. Device by device the same changes
 * come in another order: there an eighth is enough.
 */
struct share {
	const char *name;
	uint64_t of_changes, of_looks, of_effects, of_lines; /* each one, each second... */
	uint64_t alone;                                      /* device by device so many times fewer */
};

static const struct share *share(void)
{
	static const struct share shares[] = {
		{ .name = "most",
			.of_changes = 1,
			.of_looks = 64,
			.of_effects = 4,
			.of_lines = 4,
			.alone = 8 },
		{ .name = "all", .of_changes = 1, .of_looks = 1, .of_effects = 1, .of_lines = 1, .alone = 1 },
		{ .name = "few",
			.of_changes = 40,
			.of_looks = 40,
			.of_effects = 40,
			.of_lines = 10,
			.alone = 4 },
	};
	const char *given = getenv("PAWL_CRASH");

	for (size_t i = 0; given && i < sizeof(shares) / sizeof(shares[0]); i++)
		if (string_equal(given, shares[i].name))
			return &shares[i];
	return &shares[0];
}

/* Each is counted by itself: changes that come as every second operation are not all left out. */
static bool takes_next(struct trial *trial, const struct op *op)
{
	uint64_t of_alone = trial->alone ? share()->alone : 1;

	if (operation_looks(op))
		return !trial->after && ++trial->looks % (share()->of_looks * of_alone) == 0;
	if (trial->after && op->verb != OP_APPEND)
		return ++trial->effects % (share()->of_effects * of_alone) == 0;
	return ++trial->changes % (share()->of_changes * of_alone) == 0;
}

/* Of the journal, one that has no room on the disk. */
static bool takes_line(struct trial *trial, const struct op *op)
{
	return !operation_looks(op) && string_ends(op->path, "/journal") &&
	       trial->lines++ % share()->of_lines == 0;
}

/* In the process that was struck. What it writes beside the story is not the other's. */
static void strike(struct trial *trial, const struct strike *fault)
{
	AUTO_TEXT struct text why = { 0 };

	trial->child = true;
	trial->fault = *fault;
	if (scratch_branch(&trial->scratch, &why) < 0) {
		printf("%s\n", text_string(&why));
		fflush(stdout);
		_exit(EXIT_FAILURE);
	}
	operations_leave(trial->twin);
	twin_set_fault(trial->twin, fault);
}

/* Here the play forks: the child is struck by the fault and recovers, the parent has seen nothing of it. */
static void branch(struct trial *trial, const struct strike *fault)
{
	int status;
	pid_t child;

	fflush(stdout);
	child = fork();
	if (child == 0) {
		strike(trial, fault);
		return;
	}
	if (child < 0 || waitpid(child, &status, 0) < 0 || !WIFEXITED(status))
		printf("struck at operation %lu: its process did not come to its end\n",
			(unsigned long)fault->at_operation);
	else if (WEXITSTATUS(status) == EXIT_SUCCESS)
		return;
	trial->failed++;
}

static void strike_here(void *data, uint64_t nth, const struct op *op)
{
	struct trial *trial = data;
	struct strike fault = { .fault = FAULT_DIE,
		.at_operation = nth,
		.after_effect = trial->after,
		.seed = (unsigned)(nth * 2) + trial->after };

	if (takes_next(trial, op)) {
		trial->deaths++;
		branch(trial, &fault);
	}
	if (trial->child || trial->after || !takes_line(trial, op))
		return;
	trial->refusals++;
	fault.fault = FAULT_FAIL, fault.error = ENOSPC;
	branch(trial, &fault);
}

static void tell_fault(const struct trial *trial, const struct text *why)
{
	const struct strike *fault = &trial->fault;
	const char *what = fault->fault == FAULT_FAIL ? "has no room for the line of the journal at"
			   : fault->after_effect      ? "dies after"
						      : "dies before";

	if (trial->child)
		printf("%s operation %lu: %s\n", what, (unsigned long)fault->at_operation, text_string(why));
	else
		printf("%s\n", text_string(why));
}

/* Plays it to its end, whether the twin was struck on the way or not. A process that was struck ends here. */
static void strike_all(struct trial *trial)
{
	AUTO_TEXT struct text why = { 0 };
	struct ending ending = { 0 };
	int result = play(trial, &ending, &why);

	if (result == 0 && !string_equal(ending.world, trial->wanted)) {
		text_addf(&why, "the twin is not as it is when nothing strikes, but\n%s", ending.world);
		result = -1;
	}
	free(ending.world);
	if (result < 0)
		tell_fault(trial, &why);
	trial->failed += result < 0;
	if (!trial->child)
		return;
	fflush(stdout);
	_exit(result < 0 ? EXIT_FAILURE : EXIT_SUCCESS);
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

static int try_trial(const struct story *story, bool alone, const struct ending *undisturbed)
{
	struct trial before = { .story = story, .alone = alone, .wanted = undisturbed->world },
		     after = before;
	unsigned failed;

	after.after = true;
	strike_all(&before);
	strike_all(&after);
	failed = before.failed + after.failed;
	printf("%s crash/%s%s dies before %u and after %u of its %lu operations, has no room for %u lines of "
	       "the journal\n",
		failed ? "FAIL" : "PASS", story_base(story), alone ? ", one by one," : "", before.deaths,
		after.deaths, (unsigned long)undisturbed->operations, before.refusals);
	return failed ? -1 : 0;
}

static int play_undisturbed(const struct story *story, bool alone, struct ending *ret_ending)
{
	AUTO_TEXT struct text why = { 0 };

	if (play(&(struct trial){ .story = story, .alone = alone }, ret_ending, &why) == 0)
		return 0;
	printf("undisturbed%s: %s\nFAIL crash/%s\n", alone ? ", one by one" : "", text_string(&why),
		story_base(story));
	return -1;
}

/* A story that asks nothing of the machine cannot die. */
static int try_story(const struct story *story, struct ending *undisturbed)
{
	if (play_undisturbed(story, false, undisturbed) < 0)
		return -1;
	return undisturbed->operations > 0 ? try_trial(story, false, undisturbed) : 0;
}

/* With one device at a time as well, where that is not the same. */
static int try_both(const struct story *story)
{
	struct ending beside = { 0 }, single = { 0 };
	int result = try_story(story, &beside);

	if (result == 0)
		result = play_undisturbed(story, true, &single);
	if (result == 0 && single.sequence != beside.sequence)
		result = try_trial(story, true, &single);
	free(beside.world), free(single.world);
	return result;
}

static int try_path(const char *path)
{
	struct story *story = story_read(path);
	int result = -1;

	if (story)
		result = has_own_fault(story) ? 0 : try_both(story);
	story_free(story);
	lines_forget();
	return result;
}

/* Takes one story after the other, as do its like. */
static int take_stories(atomic_int *next, int argc, char **argv)
{
	int failed = 0;

	for (int i; (i = atomic_fetch_add(next, 1)) < argc;)
		failed += try_path(argv[i]) < 0;
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
