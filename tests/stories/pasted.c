/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gives each command that pawl has named, as it was printed, to a copy of the twin. */
#include "pasted.h"
#include "cli.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_WORDS = 40 };

/* FILE, GUEST, [NAME], ...: what the operator is to fill in; --accept-irreversible @FILE is none. */
static bool is_placeholder(const char *word)
{
	size_t capitals = strspn(word + (*word == '['), "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

	return capitals > 1 || strstr(word, "...");
}

/* One word as a shell takes it: of what stands between ' nothing is special. NULL: there is no more. */
static char *word_take(const char **line)
{
	struct text word = { 0 };
	bool quoted = false;

	*line += strspn(*line, " ");
	if (!**line)
		return NULL;
	for (; **line && (quoted || **line != ' '); ++*line)
		if (**line == '\'')
			quoted = !quoted;
		else if (**line == '\\' && !quoted && (*line)[1])
			text_add_bytes(&word, ++*line, 1);
		else
			text_add_bytes(&word, *line, 1);
	return text_take(&word);
}

/* In the child: the run, with somebody who says yes unless the command itself answers. */
static int run_copy(struct twin *twin, bool root, char *const *words)
{
	struct said said = { 0 };
	struct caller caller = { .root = root, .answer = "yes\nyes\n" };

	for (char *const *word = words; *word; word++)
		if (string_equal(*word, "--accept-irreversible") || string_equal(*word, "-y"))
			caller.answer = NULL;
	if (twin_died(twin))
		twin_revive(twin, false);
	pawl_on_twin(twin, &caller, words, &said);
	if (said.code != BAD_USAGE && !strstr(said.err, "[not-accepted]") &&
		!strstr(said.err, "[accepted-other]"))
		return EXIT_SUCCESS;
	printf("exit %d of a command that it names\n%s", said.code, said.err);
	return EXIT_FAILURE;
}

/* A child has a copy of the twin: what the story does next is as if nobody had tried. */
static int command_try(struct twin *twin, bool root, char *const *words)
{
	int status;
	pid_t child;

	fflush(NULL);
	child = fork();
	if (child == 0) {
		int code = run_copy(twin, root, words);

		fflush(NULL);
		_exit(code);
	}
	if (child < 0 || waitpid(child, &status, 0) != child)
		return -1;
	return WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS ? 0 : -1;
}

/* Of one that needs more the name alone is a mention, not a line to be pasted. */
static bool is_whole(char *const *words, size_t n)
{
	AUTO_FREE char *name =
		n == 3 ? text_print("%s %s", words[1], words[2]) : string_copy(n == 2 ? words[1] : NULL);

	for (const struct command *const *row = commands; name && *row; row++)
		if (string_equal((*row)->name, name))
			return !(*row)->arguments || *(*row)->arguments == '[';
	return n > 2;
}

static int line_try(struct twin *twin, bool root, const char *line)
{
	char *words[MOST_WORDS + 1] = { 0 };
	bool runs = true;
	size_t n = 0;
	int result = 0;

	while (n < MOST_WORDS && (words[n] = word_take(&line))) {
		runs = runs && !is_placeholder(words[n]);
		n++;
	}
	if (runs && is_whole(words, n))
		result = command_try(twin, root, words);
	while (n > 0)
		free(words[--n]);
	return result;
}

/* "error: pawl needs a command" is a sentence. */
static bool is_command(const char *line)
{
	const char *word = line + strlen("pawl ");
	size_t length = strcspn(word, " \n");

	for (const struct command *const *row = commands; *row; row++)
		if (strcspn((*row)->name, " ") == length && memcmp((*row)->name, word, length) == 0)
			return true;
	return false;
}

/* "Next, on kp001: pawl apply kp001.plan" */
static bool is_elsewhere(const char *said, const char *at)
{
	while (at > said && at[-1] != '\n')
		at--;
	return string_starts(at, "Next, on ");
}

/* "`pawl show --tree`" and "then: pawl apply wish.yaml": up to the other ` or the end of the line. */
int paste_all(const struct stage *stage, const char *said, struct text *why)
{
	for (const char *at = said; at && (at = strstr(at, "pawl ")); at++) {
		bool ticked = at > said && at[-1] == '`',
		     last = at > said + 1 && memcmp(at - 2, ": ", 2) == 0;

		if (!ticked && (!last || !is_command(at) || is_elsewhere(said, at)))
			continue;
		AUTO_FREE char *line = strndup(at, strcspn(at, ticked ? "`\n" : "\n"));

		if (line_try(stage->data, !stage->user, line) < 0)
			return text_addf(why, "it names a command that cannot be given: %s", line), -1;
	}
	return 0;
}
