/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One run of pawl: from the words of the command line to the exit code. */
#include "commands.h"
#include "document.h"
#include "events.h"
#include "options.h"
#include "session.h"
#include "usage.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* The words that follow the command's name become files, or stay what they are. */
static enum outcome words_check(struct session *session, size_t name_words)
{
	static const size_t most[] = { [WORDS_NONE] = 0,
		[WORDS_SELECTOR] = SIZE_MAX,
		[WORDS_COMMAND] = 2,
		[WORDS_IDS] = SIZE_MAX,
		[WORDS_LINE] = SIZE_MAX,
		[WORDS_ONE] = 1 };
	const struct command *command = session->command;
	struct options *options = &session->options;

	options->n_words -= name_words;
	memmove(options->words, options->words + name_words,
		(options->n_words + 1) * sizeof(*options->words));
	if (command->words == WORDS_FILES) {
		for (size_t i = 0; i < options->n_words; i++)
			options_add_file(options, options->words[i]);
		return FINE;
	}
	if (options->n_words <= most[command->words])
		return FINE;
	return usage_report(&session->report, "`pawl help` tells what each command takes",
		"`pawl %s`: \"%s\" is one word too many", command->name,
		options->words[most[command->words]]);
}

/* "plan, show": the commands that take this option. They are no command lines, which would get options. */
static void takers_print(int option, struct text *text)
{
	for (size_t i = 0; commands[i]; i++)
		if (commands[i]->options & TAKES(option))
			text_addf(text, "%s%s", text->bytes[text->length - 1] == ' ' ? "" : ", ",
				commands[i]->name);
}

static size_t input_uses(const struct options *options)
{
	size_t uses = string_equal(options->facts, "-");

	for (size_t i = 0; i < options->n_files; i++)
		uses += string_equal(options->files[i], "-");
	return uses;
}

static enum outcome options_check(struct session *session)
{
	const struct command *command = session->command;
	uint64_t taken = command->options | OPTIONS_OF_ALL;
	AUTO_TEXT struct text takers = { 0 };

	if (input_uses(&session->options) > 1)
		return usage_report(&session->report, "give one of them as a file",
			"standard input can be read once only");
	if (session_given(session, OPTION_FACTS) && session_given(session, OPTION_ROOT))
		return usage_report(&session->report, "choose one of them",
			"--facts and --root each say where the machine is");
	if (session->options.format->plans_only && command != &command_plan)
		return usage_report(&session->report, "choose json or yaml",
			"-o %s goes with `pawl plan` alone", session->options.format->name);
	if (session_given(session, OPTION_EVENTS) && session_given(session, OPTION_FORMAT))
		return usage_report(&session->report, "choose one of them",
			"--events and -o each say what goes to standard output");
	for (int i = 0; i < N_OPTIONS; i++) {
		if (!(session->options.given & ~taken & TAKES(i)))
			continue;
		text_addf(&takers, "--%s goes with ", option_rows[i].name);
		takers_print(i, &takers);
		return usage_report(&session->report, text_string(&takers), "`pawl %s` does not take --%s",
			command->name, option_rows[i].name);
	}
	if (!command->needs_root || session->world->root)
		return FINE;
	report_add(&session->report,
		&(struct finding){
			.severity = ERROR,
			.outcome = NEEDS_ROOT,
			.id = "needs-root",
			.hint = command->words == WORDS_FILES
					? "run it with sudo, or look first with `pawl plan`"
					: "run it with sudo",
		},
		"`pawl %s` needs root", command->name);
	return NEEDS_ROOT;
}

static enum outcome help_or_version(struct session *session)
{
	AUTO_TEXT struct text text = { 0 };

	if (session_given(session, OPTION_VERSION))
		version_print(&text);
	else
		help_print(session->command, &text);
	session_print(session, &text);
	session->options.format = formats[0];
	return FINE;
}

static enum outcome command_run(struct session *session)
{
	struct options *options = &session->options;
	enum outcome outcome;
	size_t n = 0;

	if (options->n_words > 0) {
		session->command = command_find(options->words, &n, &session->report);
		if (!session->command)
			return BAD_USAGE;
	}
	if (session_given(session, OPTION_HELP) || session_given(session, OPTION_VERSION))
		return help_or_version(session);
	if (!session->command)
		return usage_report(&session->report, "`pawl help` lists all commands",
			"pawl needs a command: what is it to do?");
	outcome = words_check(session, n);
	if (outcome == FINE)
		outcome = options_check(session);
	if (outcome == FINE && session_given(session, OPTION_EVENTS))
		events_open(session);
	return outcome == FINE ? session->command->run(session) : outcome;
}

static void color_set(struct session *session)
{
	const char *color = session->options.color;

	bool always = string_equal(color, "always"), never = string_equal(color, "never");

	session->color = always || (session->world->color && !never);
	session->color_err = always || (session->world->color_err && !never);
}

/* A document is printed even when the command came to nothing: whoever reads JSON finds out why in it. */
static void document_end(struct session *session, enum outcome outcome)
{
	const struct format *format = session->options.format;

	if (session->events)
		events_end(session, outcome);
	if (format == &format_events)
		return;
	if (!format || !format->print)
		return;
	if (!session->document)
		session->document = document_start(&form_findings, NULL);
	document_finish(session->document, session, outcome);
	errno = 0;
	format->print(session->document, session->world->out);
	if (ferror(session->world->out) && !session->output_error)
		session->output_error = errno;
}

/* What was said must have arrived; that the reader of a pipe went away is the reader's wish. */
static enum outcome output_end(struct session *session)
{
	session_print(session, &(struct text){ 0 });
	if (!session->output_error && !ferror(session->world->out))
		return FINE;
	if (session->output_error != EPIPE)
		report_add(&session->report,
			&(struct finding){
				.severity = ERROR,
				.outcome = FAILED,
				.id = "output",
				.error = session->output_error,
				.hint = "make room where it is written to",
			},
			"standard output does not take all of the output");
	return FAILED;
}

static enum outcome session_end(struct session *session, enum outcome outcome)
{
	session_unlock(session);
	outcome = outcome_graver(outcome, report_outcome(&session->report));
	document_end(session, outcome);
	outcome = outcome_graver(outcome, output_end(session));
	session_tell(session);
	if (session->host && session->world->close_host)
		session->world->close_host(session->world, session->host);
	else if (session->host)
		host_free(session->host);
	session_forget(session);
	session_forget_saved(session);
	document_free(session->document);
	options_free(&session->options);
	report_free(&session->report);
	wish_free(&session->wish);
	return outcome;
}

int pawl_main(const struct world *world, int argc, char **argv)
{
	struct session session = { .world = world };
	AUTO_FREE char **words = memory_new((size_t)argc + 1, sizeof(*words));
	enum outcome outcome = BAD_USAGE;

	memcpy(words, argv, (size_t)argc * sizeof(*words)); /* getopt reorders them */
	if (options_parse(&session.options, argc, words, &session.report) == 0) {
		color_set(&session);
		outcome = command_run(&session);
	}
	return (int)session_end(&session, outcome);
}
