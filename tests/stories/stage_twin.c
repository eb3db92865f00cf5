/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The twin as a stage: pawl runs in this process, on a machine made from facts. */
#include "facts.h"
#include "pasted.h"
#include "story.h"
#include "strikes.h"
#include "watch_steps.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS = 40 };

/* `apply` with one device after the other, unless the story says how many. */
static void words_make(const struct stage *stage, char *const *said, char **words)
{
	size_t n = 0;
	bool told = !stage->alone || !said[1] || !string_equal(said[1], "apply");

	for (; said[n] && n < WORDS - 3; n++) {
		words[n] = said[n];
		told |= string_equal(said[n], "--parallel");
	}
	if (!told)
		words[n++] = (char *)"--parallel", words[n++] = (char *)"1";
	words[n] = NULL;
}

/* A run that a gate refuses has changed nothing at all (DESIGN rule 13). */
static int watch_refusal(
	struct stage *stage, const struct said *said, const struct survey *was, struct text *why)
{
	if (said->code != REFUSED || twin_struck(stage->data))
		return 0;
	AUTO_FREE char *before = facts_print(was, "a story");
	AUTO_FREE char *after = facts_print(twin_world(stage->data), "a story");

	if (string_equal(before, after))
		return 0;
	text_addf(
		why, "rule 13: it was refused, and the machine is another one:\n%s%s", said->out, said->err);
	return -1;
}

/* What the operator was told, and what gates have judged, is all that has happened. */
static int watch_effects(struct stage *stage, struct text *why)
{
	AUTO_FREE char *breaches = steps_breaches();

	if (stage->others_write)
		steps_watch(stage->data);
	stage->others_write = false;
	if (breaches)
		text_addf(why, "[as-told] %s", breaches);
	return breaches ? -1 : 0;
}

/* Those that only ask write nothing: no knob, no journal, no ledger (DESIGN rule 15). */
static int watch_question(
	struct stage *stage, char *const *words, uint64_t writes, const struct said *said, struct text *why)
{
	static const char *const questions[] = { "assert", "check", "explain", "export", "facts", "generate",
		"history", "plan", "rehearse", "schema", "show", "status", "validate", NULL };
	const char *const *question = questions;

	while (*question && !string_equal(*question, words[1]))
		question++;
	if (!*question || twin_writes(stage->data) == writes)
		return 0;
	text_addf(why, "[writes-nothing] rule 15: `%s` has written something:\n%s%s", words[1], said->out,
		said->err);
	return -1;
}

static const char journal_path[] = "var/lib/pawl/journal";

static size_t runs_begun(const struct twin *twin)
{
	const char *at = twin_file(twin, journal_path);
	size_t n = 0;

	for (; at && (at = strstr(at, "\"event\":\"begin\"")); at++)
		n++;
	return n;
}

/* The run has noted that it has taken back what it was to. */
static bool run_rolled_back(const struct twin *twin, size_t begun_before)
{
	const char *journal = twin_file(twin, journal_path), *last = journal;

	if (runs_begun(twin) == begun_before)
		return false;
	for (const char *end; (end = strchr(last, '\n')) && end[1];)
		last = end + 1;
	return strchr(last, '\n') && strstr(last, "\"event\":\"end\"") && strstr(last, "\"note\":\"8\"");
}

/* Once `rollback` has noted its end, the last run is itself: who looks at the history runs it no more. */
static void run_again(
	struct stage *stage, char *const *words, const struct caller *caller, size_t begun, struct said *said)
{
	bool died = twin_died(stage->data), well = !died && said->code == ROLLED_BACK;

	said_free(said);
	if (died)
		twin_revive(stage->data, false);
	else
		twin_set_fault(stage->data, &(struct strike){ .fault = FAULT_NONE });
	*said = (struct said){ .code = ROLLED_BACK, .out = string_copy(""), .err = string_copy("") };
	/* what was under way when it died is done, or not, since */
	if (!string_equal(words[1], "rollback") || !(well || run_rolled_back(stage->data, begun)))
		said_free(said), pawl_on_twin(stage->data, caller, words, said);
}

/* The first time that the words of a story are run. */
static int run_once(struct stage *stage, char *const *words, const struct caller *caller, struct said *said,
	struct text *why)
{
	struct survey before = { 0 };
	uint64_t writes = twin_writes(stage->data);
	int result = 0;

	if (!stage->struck)
		survey_copy(twin_world(stage->data), &before);
	pawl_on_twin(stage->data, caller, words, said);
	if (watch_effects(stage, why) < 0 || watch_question(stage, words, writes, said, why) < 0)
		result = -1;
	else if (!stage->struck)
		result = watch_refusal(stage, said, &before, why);
	survey_free(&before);
	return result;
}

static int run(struct stage *stage, char *const *story_words, struct said *said, struct text *why)
{
	char *words[WORDS];
	const struct caller caller = {
		.root = !stage->user, .answer = stage->answer, .columns = stage->columns
	};
	size_t begun = runs_begun(stage->data);

	words_make(stage, story_words, words);
	stage->answer = NULL;
	stage->columns = 0;
	if (run_once(stage, words, &caller, said, why) < 0)
		return -1;
	if (!stage->struck || !twin_struck(stage->data))
		return 0;
	stage->was_struck = true;
	run_again(stage, words, &caller, begun, said);
	return watch_effects(stage, why);
}

/* The twin's errno for a hand-made write is part of the story: "write PATH VALUE [ERRNO]". */
static int write_by_hand(struct twin *twin, const char *rest, struct text *why)
{
	char path[256], value[64], wanted[32] = "";
	int error;

	if (sscanf(rest, "%255s %63s %31s", path, value, wanted) < 2)
		return text_add(why, "write PATH VALUE [ERRNO]"), -1;
	error = twin_write(twin, path, value);
	if (error == EAGAIN) /* it is carried out in the middle of some run */
		steps_watch(NULL);
	if (string_equal(write_answer(error), wanted) || string_equal(wanted, "?"))
		return 0;
	return text_addf(why, "the kernel says \"%s\"", write_answer(error)), -1;
}

#define NS_PER_MS UINT64_C(1000000)

/* "hold OBJECT WHO [MS]": for so long, from now on. */
static int hold(struct twin *twin, const char *rest, struct text *why)
{
	char object[64], holder[64] = "";
	unsigned ms = 0;

	if (sscanf(rest, "%63s %63s %u", object, holder, &ms) < 1)
		return text_add(why, "hold OBJECT WHO [MS], or release OBJECT"), -1;
	twin_hold(twin, object, *holder ? holder : NULL);
	if (ms)
		twin_release_after(twin, object, ms * NS_PER_MS);
	return 0;
}

/* "delay PATTERN MS" */
static int delay(struct twin *twin, const char *rest, struct text *why)
{
	char pattern[256];
	unsigned ms;

	if (sscanf(rest, "%255s %u", pattern, &ms) != 2)
		return text_add(why, "delay PATTERN MS"), -1;
	twin_slow(twin, pattern, ms * NS_PER_MS);
	return 0;
}

/* "swap ADDRESS ADDRESS" */
static int swap(struct twin *twin, const char *rest, struct text *why)
{
	char addresses[2][32];

	if (sscanf(rest, "%31s %31s", addresses[0], addresses[1]) == 2 &&
		twin_swap(twin, addresses[0], addresses[1]) == 0)
		return 0;
	return text_add(why, "swap ADDRESS ADDRESS, of functions that are there"), -1;
}

/* "asleep ADDRESS": its serial number cannot be read any more. */
static int put_to_sleep(struct twin *twin, const char *address, struct text *why)
{
	struct function *function = survey_function(twin_world(twin), address);

	if (!function)
		return text_add(why, "no such function"), -1;
	reading_free(&function->identity[I_SERIAL]);
	function->identity[I_SERIAL] = (struct reading){ R_UNKNOWN, string_copy("asleep") };
	return 0;
}

/* Without a body the file goes away: what was never there is gone as well. */
static int put(struct twin *twin, const struct passage *passage, struct text *why)
{
	int error = twin_write(twin, passage->rest, *passage->body ? passage->body : NULL);

	return error && *passage->body ? (text_addf(why, "%s", strerror(error)), -1) : 0;
}

static int fault_met(struct stage *stage, struct text *why)
{
	bool missed = stage->armed && stage->faults_strike && !twin_struck(stage->data);

	stage->armed = false;
	return missed ? (text_add(why, "the fault that was set before has never struck"), -1) : 0;
}

static int revive(struct stage *stage, bool reboot, struct text *why)
{
	int result = fault_met(stage, why);

	twin_revive(stage->data, reboot);
	return result;
}

/* "PATTERN" of "*" is there to strike nothing: the run that follows writes nothing at all. */
static int strike(struct stage *stage, const struct passage *passage, struct text *why)
{
	int result = fault_met(stage, why) < 0 ? -1 : strike_set(stage->data, passage, why);

	if (result > 0)
		return text_add(why, "no such verb"), -1;
	if (string_equal(passage->verb, "meanwhile"))
		steps_watch(NULL), stage->others_write = true;
	stage->armed = !string_starts(passage->rest, "* ");
	return result;
}

static int act(struct stage *stage, const struct passage *passage, struct text *why)
{
	const char *verb = passage->verb, *rest = passage->rest;

	if (string_equal(verb, "write"))
		return write_by_hand(stage->data, rest, why);
	if (string_equal(verb, "put"))
		return put(stage->data, passage, why);
	if (string_equal(verb, "hold") || string_equal(verb, "release"))
		return hold(stage->data, rest, why);
	if (string_equal(verb, "delay"))
		return delay(stage->data, rest, why);
	if (string_equal(verb, "modprobe"))
		return twin_modprobe(stage->data, rest), 0;
	if (string_equal(verb, "revive") || string_equal(verb, "reboot"))
		return revive(stage, string_equal(verb, "reboot"), why);
	if (string_equal(verb, "screen"))
		return stage->columns = (unsigned)strtoul(rest, NULL, 10), 0;
	if (string_equal(verb, "answer"))
		return stage->answer = rest, 0;
	if (string_equal(verb, "as"))
		return stage->user = !string_equal(rest, "root"), 0;
	if (string_equal(verb, "swap"))
		return swap(stage->data, rest, why);
	if (string_equal(verb, "asleep"))
		return put_to_sleep(stage->data, rest, why);
	if (string_equal(verb, "sh")) /* the machine's own tools: in the lab */
		return 0;
	return strike(stage, passage, why);
}

static int see(struct stage *stage, const char *address, const char *attribute, struct text *value)
{
	const struct function *function = survey_function(twin_world(stage->data), address);
	const char *text = NULL;

	if (function && string_equal(attribute, "here"))
		return text_add(value, "yes"), 0;
	for (enum attribute a = 0; function && a < N_ATTRIBUTES; a++)
		if (string_equal(attributes[a].name, attribute))
			text = attributes[a].link ? function_link(function, a) : function_text(function, a);
	if (!text || !*text)
		return -1;
	text_add(value, text);
	return 0;
}

static int close_twin(struct stage *stage, struct text *why)
{
	const char *broken = twin_broken_rules(stage->data);
	int result = *broken ? -1 : 0;

	if (*broken)
		text_addf(why, "\nbroken rules:\n%s", broken);
	if (fault_met(stage, why) < 0)
		result = -1;
	steps_watch(NULL);
	host_free(twin_host(stage->data));
	return result;
}

/* From the file that it names, or its own lines. */
static struct twin *twin_of_story(const struct story *story, struct text *why)
{
	const char *body = story_body(story, "facts");
	AUTO_FREE char *path = body ? NULL : story_facts(story);

	if (body)
		return twin_from_text(story->name, body, why);
	if (path)
		return twin_from_file(path, why);
	return text_add(why, "no file of that name beside the story or above"), NULL;
}

int stage_twin(struct stage *stage, const struct story *story, struct text *why)
{
	*stage =
		(struct stage){ .run = run, .paste = paste_all, .act = act, .see = see, .close = close_twin };
	stage->data = twin_of_story(story, why);
	steps_watch(stage->data);
	return stage->data ? 0 : -1;
}
