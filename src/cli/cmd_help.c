/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl help [COMMAND]`, --help and --version: text made from the tables. */
#include "commands.h"
#include "options.h"
#include "print.h"
#include "session.h"
#include "words.h"

enum { HELP_COLUMNS = 100 };

void version_print(struct text *text)
{
	text_add(text, "pawl " PACKAGE_VERSION "\n");
}

static void option_add(struct table *table, const struct option_row *row)
{
	AUTO_TEXT struct text words = { 0 };

	if (row->letter)
		text_addf(&words, "-%c, ", row->letter);
	else
		text_add(&words, "    ");
	text_addf(&words, "--%s", row->name);
	if (row->argument)
		text_addf(&words, " %s", row->argument);
	table_add(table, text_string(&words));
	table_add(table, row->help);
}

static void options_print(uint64_t which, struct text *text)
{
	struct table table = { .columns = 2 };

	for (int i = 0; i < N_OPTIONS; i++)
		if (which >> i & 1)
			option_add(&table, &option_rows[i]);
	table_print(&table, "  ", text);
	table_free(&table);
}

static void commands_print(struct text *text)
{
	struct table table = { .columns = 2 };

	for (size_t i = 0; commands[i]; i++) {
		const char *arguments = commands[i]->arguments;
		AUTO_FREE char *words = text_print(
			"%s%s%s", commands[i]->name, arguments ? " " : "", arguments ? arguments : "");

		table_add(&table, words);
		table_add(&table, commands[i]->summary);
	}
	table_print(&table, "  ", text);
	table_free(&table);
}

static void command_print(const struct command *command, struct text *text)
{
	text_addf(text, "Usage: pawl %s [OPTION...]%s%s\n\n%s.%s\n\n", command->name,
		command->arguments ? " " : "", command->arguments ? command->arguments : "", command->summary,
		command->needs_root ? " Needs root." : "");
	if (command->more) {
		text_wrap(text, "", command->more, HELP_COLUMNS);
		text_add(text, "\n");
	}
	text_add(text, "Options:\n");
	options_print(command->options | OPTIONS_OF_ALL, text);
	text_add(text, "\nThe manual, `man pawl`, tells more.\n");
}

/* Each option once: for all commands, what only some take is told by `pawl COMMAND --help`. */
void help_print(const struct command *command, struct text *text)
{
	if (command) {
		command_print(command, text);
		return;
	}
	text_add(text,
		"pawl: says what is to be done so that this host is as its YAML wishes, and does it.\n\n"
		"Usage: pawl COMMAND [OPTION...] [ARGUMENT...]\n\nCommands:\n");
	commands_print(text);
	text_add(text, "\nOptions (`pawl COMMAND --help` tells which ones a command takes):\n");
	options_print(TAKES(N_OPTIONS) - 1, text);
	text_add(text, "\nExit codes:\n");
	outcomes_print("  ", text);
	text_add(text, "\nA finding ends with its id in brackets: `pawl explain ID` tells what it means and "
		       "what to do.\nThe manual: pawl(1), pawl.yaml(5), pawl-json(5).\n");
}

static enum outcome run(struct session *session)
{
	AUTO_TEXT struct text text = { 0 };
	const struct command *command = NULL;
	size_t n;

	if (session->options.n_words > 0) {
		command = command_find(session->options.words, &n, &session->report);
		if (!command)
			return BAD_USAGE;
	}
	help_print(command, &text);
	session_print(session, &text);
	return FINE;
}

const struct command command_help = {
	.name = "help",
	.arguments = "[COMMAND]",
	.summary = "What pawl and its commands take",
	.run = run,
	.words = WORDS_COMMAND,
};
