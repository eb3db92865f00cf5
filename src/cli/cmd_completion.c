/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl completion SHELL`: the script that completes pawl in that shell; and what the script asks for. */
#include "commands.h"
#include "completion.h"
#include "session.h"
#include "usage.h"

/* "candidates -- WORD...": the shells' own question, which no help tells of. */
static void candidates_print(struct session *session)
{
	struct line line = { .world = session->world };
	struct candidates candidates = { 0 };

	line_read(&line, session->options.words + 1, session->options.n_words - 1);
	candidates_find(&candidates, &line);
	session_print(session, &candidates.text);
	candidates_free(&candidates);
	line_free(&line);
}

static enum outcome report_shell(struct session *session, const char *name)
{
	AUTO_TEXT struct text names = { 0 };

	for (const struct shell *shell = shells; shell->name; shell++)
		text_addf(&names, "%s`pawl completion %s`", names.length ? ", " : "", shell->name);
	return usage_report(&session->report, text_string(&names),
		name ? "there is no completion for the shell \"%s\"" : "which shell is to complete?", name);
}

static enum outcome report_too_many(struct session *session)
{
	return usage_report(&session->report, "one shell at a time",
		"`pawl completion`: \"%s\" is one word too many", session->options.words[1]);
}

static enum outcome run(struct session *session)
{
	const char *name = session->options.words[0];

	if (string_equal(name, "candidates")) {
		candidates_print(session);
		return FINE;
	}
	if (session->options.n_words > 1)
		return report_too_many(session);
	for (const struct shell *shell = shells; shell->name; shell++)
		if (string_equal(shell->name, name)) {
			AUTO_TEXT struct text text = { 0 };

			text_add(&text, shell->script);
			session_print(session, &text);
			return FINE;
		}
	return report_shell(session, name);
}

const struct command command_completion = {
	.name = "completion",
	.arguments = "SHELL",
	.summary = "The script that completes pawl's words in bash, zsh or fish",
	.run = run,
	.words = WORDS_LINE,
};
