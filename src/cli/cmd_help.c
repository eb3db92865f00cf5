/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl help [COMMAND]`, --help and --version: text made from the tables. */
#include "commands.h"
#include "options.h"
#include "print.h"
#include "schema.h"
#include "session.h"
#include "topics.h"
#include "words.h"
#include <string.h>

enum { HELP_COLUMNS = 100 };

void version_print(struct text *text)
{
	text_add(text, "pawl " PACKAGE_VERSION "\n");
}

static void option_add(struct table *table, const struct option_row *row, const char *command)
{
	AUTO_TEXT struct text words = { 0 }, help = { 0 };

	if (row->letter)
		text_addf(&words, "-%c, ", row->letter);
	else
		text_add(&words, "    ");
	text_addf(&words, "--%s", row->name);
	if (row->argument)
		text_addf(&words, " %s", row->argument);
	table_add(table, text_string(&words));
	option_help(row, command, &help);
	table_add(table, text_string(&help));
}

/* `command` NULL: what they are for all of them. */
static void options_print(uint64_t which, const char *command, struct text *text)
{
	struct table table = { .columns = 2 };

	for (int i = 0; i < N_OPTIONS; i++)
		if (which >> i & 1)
			option_add(&table, &option_rows[i], command);
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
	options_print(command->options | OPTIONS_OF_ALL, command->name, text);
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
	options_print(TAKES(N_OPTIONS) - 1, NULL, text);
	text_add(text, "\nExit codes:\n");
	outcomes_print("  ", text);
	text_add(text, "\nA finding ends with its id in brackets: `pawl explain ID` tells what it means and "
		       "what to do.\n"
		       "The manual: pawl(1), pawl.yaml(5), pawl-json(5), pawl-ledger(5), pawl-gates(7).\n");
}

static bool is_first_word(const char *word)
{
	size_t length = strlen(word);

	for (size_t i = 0; commands[i]; i++)
		if (strncmp(commands[i]->name, word, length) == 0 && commands[i]->name[length] == ' ')
			return true;
	return false;
}

/* "facts" alone: each command whose name begins so. */
static void commands_of_word_print(const char *word, struct text *text)
{
	size_t length = strlen(word);

	for (size_t i = 0; commands[i]; i++) {
		const char *name = commands[i]->name;

		if (strncmp(name, word, length) != 0 || name[length] != ' ')
			continue;
		text_add(text, text->length ? "\n" : "");
		command_print(commands[i], text);
	}
}

static bool is_schema(const char *word)
{
	AUTO_FREE const char **names = schema_names();

	for (size_t i = 0; names[i]; i++)
		if (string_equal(names[i], word))
			return true;
	return false;
}

static void document_print_help(const char *word, struct text *text)
{
	if (!is_schema(word))
		return;
	text_addf(text,
		"%s%s: %s.\n`pawl schema %s` prints its JSON Schema; "
		"pawl-json(5) and pawl.yaml(5) tell more.\n",
		text->length ? "\n" : "", word, schema_help(word), word);
}

static bool can_be_explained(const char *word)
{
	struct topics topics = { 0 };
	bool found = false;

	topics_collect(&topics);
	for (size_t i = 0; i < topics.n && !found; i++)
		found = topic_fits(&topics.all[i], word) != MEANT_NOT;
	topics_free(&topics);
	return found;
}

/* What is no command may be a part of one's name, a document, or what `explain` knows. */
static enum outcome word_help(struct session *session, const char *word)
{
	AUTO_TEXT struct text text = { 0 };

	commands_of_word_print(word, &text);
	document_print_help(word, &text);
	session_print(session, &text);
	return text.length ? FINE : command_explain.run(session);
}

static enum outcome run(struct session *session)
{
	const char *const *words = session->options.words;
	AUTO_TEXT struct text text = { 0 };
	const struct command *command = NULL;
	struct report unheard = { 0 };
	size_t n = 0;

	if (session->options.n_words > 0)
		command = command_find(words, &n, &unheard);
	report_free(&unheard);
	if (session->options.n_words == 1 && !command &&
		(is_schema(*words) || is_first_word(*words) || can_be_explained(*words)))
		return word_help(session, *words);
	if (session->options.n_words > 0 && !command_find(words, &n, &session->report))
		return BAD_USAGE;
	help_print(command, &text);
	session_print(session, &text);
	return FINE;
}

const struct command command_help = {
	.name = "help",
	.arguments = "[COMMAND]",
	.summary = "What pawl and its commands take",
	.more = "What `pawl explain` knows and the documents that `pawl schema` lists can be named as well.",
	.run = run,
	.words = WORDS_COMMAND,
};
