/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Plays a story on a stage: runs its commands, compares what they say and what became of the machine. */
#include "story.h"
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct play {
	struct stage *stage;
	const char *story; /* its name, without the folder */
	struct said said;
	char *first_line; /* of what the run before said */
	char *plan_id;    /* the last one that a run named whole */
	struct text *why;
};

static int stumble(struct play *play, const char *format, ...) PRINTF_LIKE(2, 3);
static int stumble(struct play *play, const char *format, ...)
{
	va_list values;

	va_start(values, format);
	text_addv(play->why, format, values);
	va_end(values);
	return -1;
}

/* For tests/schemas/: every document that stories make pawl print. */
static int keep_document(struct play *play, const struct passage *passage)
{
	const char *folder = getenv("PAWL_KEEP_DOCUMENTS");
	AUTO_FREE char *path = NULL;
	FILE *file;

	if (!folder || (!strstr(passage->rest, "-o json") && !strstr(passage->rest, "--events") &&
			       !strstr(passage->rest, "facts capture")))
		return 0;
	path = text_print("%s/%s-%zu.json", folder, play->story, passage->line);
	file = fopen(path, "we");
	if (file && fputs(play->said.out, file) >= 0 && fclose(file) == 0)
		return 0;
	return stumble(play, "%s: %m", path);
}

enum { WORDS = 32, ID = 64 };

/* A plan's id: 64 hexadecimal digits, on their own. */
static void keep_plan_id(struct play *play)
{
	const char *said[] = { play->said.out, play->said.err };

	for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++)
		for (const char *at = said[i]; at && *at; at += *at ? strcspn(at, "0123456789abcdef") : 0) {
			size_t length = strspn(at, "0123456789abcdef");

			if (length == ID) {
				free(play->plan_id);
				play->plan_id = strndup(at, ID);
			}
			at += length;
		}
}

/* The words with @PLAN@ filled in, for the caller to free. */
static char *fill_plan_id(const struct play *play, const char *words)
{
	const char *at = strstr(words, "@PLAN@");

	if (!at || !play->plan_id)
		return string_copy(words);
	return text_print("%.*s%s%s", (int)(at - words), words, play->plan_id, at + strlen("@PLAN@"));
}

static int paste(struct play *play, const char *said)
{
	const struct stage *stage = play->stage;

	return stage->paste && !stage->struck ? stage->paste(stage, said, play->why) : 0;
}

static int play_run(struct play *play, const struct passage *passage)
{
	AUTO_FREE char *filled = fill_plan_id(play, passage->rest);
	AUTO_FREE char *line = text_print("pawl %s", filled);
	char *words[WORDS + 1] = { 0 }, *rest = line, *word;
	size_t n = 0;

	while ((word = strsep(&rest, " ")) && n < WORDS)
		words[n++] = word;
	if (word)
		return stumble(play, "a command of more than %d words", WORDS);
	free(play->first_line);
	play->first_line = play->said.out ? strndup(play->said.out, strcspn(play->said.out, "\n")) : NULL;
	said_free(&play->said);
	if (play->stage->run(play->stage, words, &play->said, play->why) < 0)
		return -1;
	keep_plan_id(play);
	if (paste(play, play->said.out) < 0 || paste(play, play->said.err) < 0)
		return -1;
	return keep_document(play, passage);
}

static int play_exit(struct play *play, const struct passage *passage)
{
	char *end;
	long code = strtol(passage->rest, &end, 10);

	if (end == passage->rest || *end)
		return stumble(play, "exit CODE");
	if (play->said.code == code)
		return 0;
	return stumble(play, "exit %d, not %s\nout:\n%serr:\n%s", play->said.code, passage->rest,
		play->said.out, play->said.err);
}

/* A line of the story that begins with "~ " is a pattern: plan ids, times and versions differ. */
static bool line_fits(const char *want, const char *have)
{
	return string_starts(want, "~ ") ? fnmatch(want + 2, have, 0) == 0 : string_equal(want, have);
}

static int compare_lines(struct play *play, const char *want, const char *have)
{
	AUTO_FREE char *wants = string_copy(want), *haves = string_copy(have);
	char *want_rest = wants, *have_rest = haves;

	for (;;) {
		char *one = strsep(&want_rest, "\n"), *other = strsep(&have_rest, "\n");

		if (!one && !other)
			return 0;
		if (!one || !other || !line_fits(one, other))
			return stumble(play, "says\n%s\nwhere the story has\n%s\nwhole:\n%s",
				other ? other : "(no more)", one ? one : "(no more)", have);
	}
}

/* `out` and `err` compare whole; `out has TEXT` looks for one piece, `out lacks TEXT` for none. */
static int play_text(struct play *play, const struct passage *passage)
{
	const char *text = string_equal(passage->verb, "out") ? play->said.out : play->said.err;

	if (play->stage->struck)
		return 0;
	if (string_equal(passage->rest, "begins as before")) /* a plan's first line has its id */
		return play->first_line && string_starts(text, play->first_line)
			       ? 0
			       : stumble(play, "it was %s, and is\n%s", play->first_line, text);
	if (string_starts(passage->rest, "has "))
		return strstr(text, passage->rest + 4) ? 0 : stumble(play, "does not say it, but\n%s", text);
	if (string_starts(passage->rest, "lacks "))
		return strstr(text, passage->rest + 6) ? stumble(play, "says it:\n%s", text) : 0;
	return compare_lines(play, passage->body, text);
}

/* "see ADDRESS ATTRIBUTE VALUE"; "-" is absent or empty. */
static int play_see(struct play *play, const struct passage *passage)
{
	AUTO_TEXT struct text value = { 0 };
	char address[32], attribute[64], want[128];

	if (sscanf(passage->rest, "%31s %63s %127s", address, attribute, want) != 3)
		return stumble(play, "see ADDRESS ATTRIBUTE VALUE");
	if (play->stage->see(play->stage, address, attribute, &value) < 0)
		text_add(&value, "-");
	return string_equal(text_string(&value), want) ? 0 : stumble(play, "it is %s", text_string(&value));
}

static void make_directories_above(const char *path)
{
	for (const char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
		AUTO_FREE char *above = text_print("%.*s", (int)(slash - path), path);

		mkdir(above, 0777); /* what it did not make, fopen tells */
	}
}

/* `file NAME` puts its body beside the commands that follow, with the directories above it. */
static int play_file(struct play *play, const struct passage *passage)
{
	AUTO_FREE char *body = fill_plan_id(play, passage->body);
	FILE *file;

	make_directories_above(passage->rest);
	file = fopen(passage->rest, "we");

	if (file && fputs(body, file) >= 0 && fclose(file) == 0)
		return 0;
	return stumble(play, "%m");
}

static int play_passage(struct play *play, const struct passage *passage)
{
	static const struct {
		const char *verb;
		int (*play)(struct play *, const struct passage *);
	} verbs[] = {
		{ "file", play_file },
		{ "run", play_run },
		{ "exit", play_exit },
		{ "out", play_text },
		{ "err", play_text },
		{ "see", play_see },
	};

	for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++)
		if (string_equal(verbs[i].verb, passage->verb))
			return verbs[i].play(play, passage);
	if (string_equal(passage->verb, "facts") || string_equal(passage->verb, "lab") ||
		string_equal(passage->verb, "crash") || string_equal(passage->verb, "twin") ||
		string_equal(passage->verb, "shim"))
		return 0;
	return play->stage->act(play->stage, passage, play->why);
}

int story_play(const struct story *story, struct stage *stage, struct text *why)
{
	struct play play = { .stage = stage, .story = story_base(story), .why = why };
	int result = 0;

	for (size_t i = 0; i < story->n && result == 0 && !stage->boots; i++) {
		if (story->passages[i].line <= stage->booted &&
			!string_equal(story->passages[i].verb, "file"))
			continue;
		result = play_passage(&play, &story->passages[i]);
		if (result < 0) {
			AUTO_FREE char *told = text_take(why);
			text_addf(why, "%s:%zu: %s %s: %s", story->name, story->passages[i].line,
				story->passages[i].verb, story->passages[i].rest, told);
		}
	}
	said_free(&play.said);
	free(play.first_line);
	free(play.plan_id);
	return result;
}
