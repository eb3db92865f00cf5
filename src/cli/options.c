/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The options: one table for getopt and --help, and what each takes. */
#include "options.h"
#include <errno.h>
#include <stdlib.h>

enum { MOST_PARALLEL = 1024 };

/* Each takes one option's value; -1 and `why` when it cannot be. */
static int take_nothing(struct options *options, size_t offset, const char *value, struct text *why)
{
	(void)options, (void)offset, (void)value, (void)why;
	return 0;
}

static bool is_said(const char *value, struct text *why)
{
	if (!*value)
		text_add(why, "is empty");
	return *value;
}

static int take_word(struct options *options, size_t offset, const char *value, struct text *why)
{
	if (!is_said(value, why))
		return -1;
	*(const char **)((char *)options + offset) = value;
	return 0;
}

void options_add_file(struct options *options, const char *name)
{
	options->files = memory_grow(options->files, options->n_files + 1, sizeof(*options->files));
	options->files[options->n_files++] = name;
	options->files[options->n_files] = NULL;
}

static int take_file(struct options *options, size_t offset, const char *value, struct text *why)
{
	(void)offset;
	if (!is_said(value, why))
		return -1;
	options_add_file(options, value);
	return 0;
}

static int take_format(struct options *options, size_t offset, const char *value, struct text *why)
{
	(void)offset;
	for (size_t i = 0; formats[i]; i++)
		if (string_equal(formats[i]->name, value)) {
			options->format = formats[i];
			return 0;
		}
	text_addf(why, "is \"%s\"; it must be", value);
	for (size_t i = 0; formats[i]; i++)
		text_addf(why, "%s %s", i ? " or" : "", formats[i]->name);
	return -1;
}

void options_add_target(struct options *options, const char *address)
{
	options->targets = memory_grow(options->targets, options->n_targets, sizeof(*options->targets));
	options->targets[options->n_targets++] = address;
}

static int take_target(struct options *options, size_t offset, const char *value, struct text *why)
{
	(void)offset;
	if (!is_said(value, why))
		return -1;
	options_add_target(options, value);
	return 0;
}

/* A whole number from `least` to `most`; -1 and `why` when it is none. */
static int parse_number(const char *value, long least, long most, long *ret_number, struct text *why)
{
	char *end;
	long number;

	errno = 0;
	number = strtol(value, &end, 10);
	if (end == value || *end || errno || number < least || number > most) {
		text_addf(why, "is \"%s\"; it must be a number from %ld to %ld", value, least, most);
		return -1;
	}
	*ret_number = number;
	return 0;
}

static int take_parallel(struct options *options, size_t offset, const char *value, struct text *why)
{
	long number;

	(void)offset;
	if (parse_number(value, 1, MOST_PARALLEL, &number, why) < 0)
		return -1;
	options->parallel = (size_t)number;
	return 0;
}

static int take_lock_timeout(struct options *options, size_t offset, const char *value, struct text *why)
{
	long seconds;

	(void)offset;
	if (parse_number(value, 0, 86400, &seconds, why) < 0)
		return -1;
	options->lock_timeout_ns = (uint64_t)seconds * UINT64_C(1000000000);
	return 0;
}

/* One line: it stands among others. */
static int take_note(struct options *options, size_t offset, const char *value, struct text *why)
{
	for (const char *at = value; *at; at++)
		if ((unsigned char)*at < ' ' || *at == 0x7f) {
			text_add(why, "must be one line, without control characters");
			return -1;
		}
	return take_word(options, offset, value, why);
}

const char *const color_words[] = { "auto", "always", "never", NULL };

static int take_color(struct options *options, size_t offset, const char *value, struct text *why)
{
	for (const char *const *word = color_words; *word; word++)
		if (string_equal(*word, value))
			return take_word(options, offset, value, why);
	text_addf(why, "is \"%s\"; it must be", value);
	for (const char *const *word = color_words; *word; word++)
		text_addf(why, "%s %s", word == color_words ? "" : word[1] ? "," : " or", *word);
	return -1;
}

const struct option_row option_rows[N_OPTIONS] = {
	[OPTION_FILE] = { .name = "file",
		.letter = 'f',
		.argument = "FILE",
		.help = "configuration: a file, a directory of them, - for standard input; again for more",
		.take = take_file },
	[OPTION_HOST] = { .name = "host",
		.argument = "NAME",
		.help = "the host's name in the files; with --facts or --root any host",
		.offset = offsetof(struct options, host_name),
		.take = take_word },
	[OPTION_FACTS] = { .name = "facts",
		.argument = "FILE",
		.help = "captured facts instead of this machine; - is standard input",
		.of = "plan",
		.there = "also a directory of them, for all their hosts",
		.offset = offsetof(struct options, facts),
		.take = take_word },
	[OPTION_ROOT] = { .name = "root",
		.argument = "DIR",
		.help = "the machine is below DIR, not /",
		.offset = offsetof(struct options, root),
		.take = take_word },
	[OPTION_FORMAT] = { .name = "format",
		.letter = 'o',
		.argument = "FORMAT",
		.help = "text (default), json or yaml",
		.of = "plan",
		.there = "also markdown or dot",
		.take = take_format },
	[OPTION_OUT] = { .name = "out",
		.argument = "FILE",
		.help = "write to FILE; - is standard output",
		.of = "plan",
		.there = "the plan, for `pawl apply FILE`; with --facts DIR into a directory, one a host",
		.offset = offsetof(struct options, out),
		.take = take_word },
	[OPTION_COLOR] = { .name = "color",
		.argument = "WHEN",
		.help = "auto (default), always, never; NO_COLOR is heeded",
		.offset = offsetof(struct options, color),
		.take = take_color },
	[OPTION_DETAILED_EXITCODE] = { .name = "detailed-exitcode",
		.help = "exit 2 when there is something to do",
		.take = take_nothing },
	[OPTION_TREE] = { .name = "tree",
		.help = "physical device > functions > groups > drivers > users",
		.take = take_nothing },
	[OPTION_TARGET] = { .name = "target",
		.argument = "PART",
		.help = "only this part of the configuration, as in nic0 or nic0.vf.3; again for more",
		.take = take_target },
	[OPTION_ALLOW] = { .name = "allow",
		.argument = "GATE[:PART],...",
		.help = "let this gate pass, for that part of the configuration or for all; data-loss for "
			"one whole name at a time, as in data-loss:ssd0.ns.db; again for more",
		.take = take_allow },
	[OPTION_NOTE] = { .name = "note",
		.argument = "TEXT",
		.help = "why; `pawl history` and the system's log tell it of a run, `pawl ledger` of a word "
			"on a secure domain",
		.offset = offsetof(struct options, note),
		.take = take_note },
	[OPTION_PARALLEL] = { .name = "parallel",
		.argument = "N",
		.help = "so many devices side by side; 16 unless told",
		.take = take_parallel },
	[OPTION_LOCK_TIMEOUT] = { .name = "lock-timeout",
		.argument = "SECONDS",
		.help = "how long to wait for another run, or for a device's write; 0 unless told",
		.take = take_lock_timeout },
	[OPTION_EVENTS] = { .name = "events",
		.help = "tell on standard output what happens, one JSON object a line",
		.take = take_nothing },
	[OPTION_YES] = { .name = "yes",
		.letter = 'y',
		.help = "do not ask; never covers irreversible or data-losing steps",
		.take = take_nothing },
	[OPTION_ACCEPT] = { .name = "accept-irreversible",
		.argument = "PLAN",
		.help = "do what can never be taken back, and do not ask: the whole id of what was shown, as "
			"the refusal or -o json tells it; @FILE: lines with a host and the id",
		.offset = offsetof(struct options, accept),
		.take = take_word },
	[OPTION_REVOKE] = { .name = "revoke",
		.help = "take the consent back: what would become secure next is asked for again",
		.take = take_nothing },
	[OPTION_HELP] = { .name = "help", .letter = 'h', .help = "this text", .take = take_nothing },
	[OPTION_VERSION] = { .name = "version", .help = "the version", .take = take_nothing },
};

void option_help(const struct option_row *row, const char *command, struct text *text)
{
	text_add(text, row->help);
	if (!row->of || (command && !string_equal(command, row->of)))
		return;
	text_addf(text, "; for %s %s", row->of, row->there);
}
