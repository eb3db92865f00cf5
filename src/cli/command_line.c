/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Words of a command that the operator would give next. */
#include "command_line.h"
#include "options.h"
#include <string.h>

/* A file's name as a shell takes it. */
void line_add_word(struct text *text, const char *word)
{
	static const char plain[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:@%+=,";

	if (*word && strspn(word, plain) == strlen(word)) {
		text_add(text, word);
		return;
	}
	text_add(text, "'");
	for (; *word; word++)
		if (*word == '\'')
			text_add(text, "'\\''");
		else
			text_add_bytes(text, word, 1);
	text_add(text, "'");
}

void line_add_option(struct text *text, const char *option, const char *value)
{
	if (!value)
		return;
	text_addf(text, " %s ", option);
	line_add_word(text, value);
}

static void files_add(struct text *text, const struct options *options)
{
	bool dashed = false;

	for (size_t i = 0; i < options->n_files; i++)
		dashed = dashed || *options->files[i] == '-';
	text_add(text, dashed ? " --" : "");
	for (size_t i = 0; i < options->n_files; i++) {
		text_add(text, " ");
		line_add_word(text, options->files[i]);
	}
}

void line_add_allowed(struct text *text, const struct allowances *allowed)
{
	for (size_t i = 0; i < allowed->n; i++) {
		AUTO_FREE char *word = allowance_print(&allowed->all[i]);

		if (!allowed->all[i].needless)
			line_add_option(text, "--allow", word);
	}
}

/* A saved plan says itself which host and which part it is of: only what was typed is typed again. */
void line_add_wish(struct text *text, const struct options *options)
{
	line_add_allowed(text, &options->allowed);
	if (options->given & TAKES(OPTION_HOST))
		line_add_option(text, "--host", options->host_name);
	line_add_option(text, "--facts", options->facts);
	line_add_option(text, "--root", options->root);
	for (size_t i = 0; options->given & TAKES(OPTION_TARGET) && i < options->n_targets; i++)
		line_add_option(text, "--target", options->targets[i]);
	files_add(text, options);
}
