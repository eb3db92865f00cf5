/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of commands. */
#include "commands.h"
#include "usage.h"
#include <string.h>

const struct command *const commands[] = {
	&command_show,
	&command_validate,
	&command_plan,
	&command_rehearse,
	&command_apply,
	&command_assert,
	&command_status,
	&command_history,
	&command_resume,
	&command_rollback,
	&command_restore,
	&command_consent,
	&command_ledger_settle,
	&command_ledger,
	&command_explain,
	&command_completion,
	&command_facts_capture,
	&command_export,
	&command_generate,
	&command_schema,
	&command_help,
	NULL,
};

/* How many of the words are the command's name: 1 or 2; 0 when they are not. */
static size_t command_fits(const struct command *command, const char *const *words)
{
	size_t length = strlen(words[0]);

	if (string_equal(command->name, words[0]))
		return 1;
	if (!words[1] || !string_starts(command->name, words[0]) || command->name[length] != ' ')
		return 0;
	return string_equal(command->name + length + 1, words[1]) ? 2 : 0;
}

/* The row that was meant: the other word of a two-word name, or the name that is spelt nearly so. */
static const char *command_nearest(const char *const *words)
{
	enum { N_COMMANDS = sizeof(commands) / sizeof(commands[0]) };
	const char *names[N_COMMANDS] = { NULL }, *nearest;
	AUTO_FREE char *both = text_print("%s %s", words[0], words[1] ? words[1] : "");
	size_t length = strlen(words[0]);

	for (size_t i = 0; commands[i]; i++) {
		names[i] = commands[i]->name;
		if (string_starts(names[i], words[0]) && names[i][length] == ' ')
			return names[i];
	}
	nearest = string_nearest(words[0], names);
	return nearest ? nearest : string_nearest(both, names);
}

static void report_unknown(const char *const *words, struct report *report)
{
	const char *nearest = command_nearest(words);
	AUTO_FREE char *hint = nearest ? text_print("did you mean `pawl %s`?", nearest) : NULL;

	usage_report(report, hint ? hint : "`pawl help` lists all commands", "\"%s\" is no command of pawl",
		words[0]);
}

const struct command *command_find(const char *const *words, size_t *ret_n, struct report *report)
{
	for (size_t i = 0; commands[i]; i++) {
		size_t n = command_fits(commands[i], words);

		if (n > 0) {
			*ret_n = n;
			return commands[i];
		}
	}
	report_unknown(words, report);
	return NULL;
}
