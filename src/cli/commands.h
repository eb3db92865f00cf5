/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * commands.h: the rows of the table of commands, and help made from it. Private to cli.
 */
#ifndef COMMANDS_H
#define COMMANDS_H

#include "cli.h"

extern const struct command command_show, command_validate, command_plan, command_apply, command_assert,
	command_rehearse, command_facts_capture, command_export, command_generate, command_schema,
	command_status, command_history, command_resume, command_rollback, command_restore, command_consent,
	command_ledger, command_ledger_settle, command_explain, command_completion, command_help;

/* The command that the words begin with, and how many words its name has; NULL and a finding when none is. */
const struct command *command_find(const char *const *words, size_t *ret_n, struct report *);

/* Help for one command, or for pawl when `command` is NULL; and the version. */
void help_print(const struct command *, struct text *);
void version_print(struct text *);

#endif
