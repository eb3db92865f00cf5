/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What may stand at the cursor, from the tables of commands, options, formats and topics. */
#include "completion.h"
#include "schema.h"
#include "topics.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

void candidates_add(struct candidates *candidates, const char *word, const char *help)
{
	uint64_t hash = hash_string(0, word);
	size_t cursor = 0, position;

	while (lookup_next(&candidates->seen, hash, &cursor, &position))
		if (string_equal(candidates->all[position], word))
			return;
	lookup_add(&candidates->seen, hash, candidates->n);
	candidates->all = memory_grow(candidates->all, candidates->n, sizeof(*candidates->all));
	candidates->all[candidates->n++] = string_copy(word);
	if (*word != '/')
		text_add(&candidates->text, candidates->before);
	text_addf(&candidates->text, "%s\t%s\n", word, help ? help : "");
}

void candidates_free(struct candidates *candidates)
{
	for (size_t i = 0; i < candidates->n; i++)
		free(candidates->all[i]);
	free(candidates->all);
	lookup_free(&candidates->seen);
	text_free(&candidates->text);
}

static void offer_files(struct candidates *candidates, const struct line *line)
{
	(void)line;
	candidates_add(candidates, "/files", NULL);
}

static void offer_directories(struct candidates *candidates, const struct line *line)
{
	(void)line;
	candidates_add(candidates, "/directories", NULL);
}

static void offer_formats(struct candidates *candidates, const struct line *line)
{
	(void)line;
	for (size_t i = 0; formats[i]; i++)
		candidates_add(candidates, formats[i]->name, formats[i]->help);
}

static void offer_colors(struct candidates *candidates, const struct line *line)
{
	(void)line;
	for (const char *const *word = color_words; *word; word++)
		candidates_add(candidates, *word, NULL);
}

static void offer_shells(struct candidates *candidates, const struct line *line)
{
	(void)line;
	for (const struct shell *shell = shells; shell->name; shell++)
		candidates_add(candidates, shell->name, shell->help);
}

static void offer_schemas(struct candidates *candidates, const struct line *line)
{
	AUTO_FREE const char **names = schema_names();

	(void)line;
	for (size_t i = 0; names[i]; i++)
		candidates_add(candidates, names[i], schema_help(names[i]));
}

static void offer_topics(struct candidates *candidates, const struct line *line)
{
	struct topics topics = { 0 };

	(void)line;
	topics_collect(&topics);
	for (size_t i = 0; i < topics.n; i++)
		candidates_add(candidates, topics.all[i].name, topics.all[i].means);
	topics_free(&topics);
}

/* The next word of each command's name that begins with the words there are from `skip` on. */
static void offer_commands_after(struct candidates *candidates, const struct line *line, size_t skip)
{
	size_t n = line->n_words - skip;

	for (size_t i = 0; commands[i]; i++) {
		const char *name = commands[i]->name, *space = strchr(name, ' ');
		size_t length = space ? (size_t)(space - name) : strlen(name);
		AUTO_FREE char *first = text_print("%.*s", (int)length, name);

		if (n == 0)
			candidates_add(candidates, first, commands[i]->summary);
		else if (n == 1 && space && string_equal(first, line->words[skip]))
			candidates_add(candidates, space + 1, commands[i]->summary);
	}
}

static void offer_commands(struct candidates *candidates, const struct line *line)
{
	offer_commands_after(candidates, line, line->name_words);
}

/* Behind the last comma that is not within brackets, as in "nic0.vf.[0,2]". */
static size_t last_allowance(const char *value)
{
	size_t begin = 0;
	int depth = 0;

	for (size_t i = 0; value[i]; i++) {
		depth += (value[i] == '[') - (value[i] == ']');
		if (value[i] == ',' && depth == 0)
			begin = i + 1;
	}
	return begin;
}

/* What stands before the part is in each candidate: shells replace whole words. */
static void offer_allowed_parts(struct candidates *candidates, const struct line *line, size_t length)
{
	struct candidates parts = { .before = "" };

	offer_parts(&parts, line);
	for (size_t i = 0; i < parts.n; i++) {
		AUTO_FREE char *word = text_print("%.*s%s", (int)length, line->value, parts.all[i]);

		candidates_add(candidates, word, NULL);
	}
	candidates_free(&parts);
}

static void offer_allowances(struct candidates *candidates, const struct line *line)
{
	size_t begin = last_allowance(line->value);
	const char *colon = strchr(line->value + begin, ':');

	if (colon) {
		offer_allowed_parts(candidates, line, (size_t)(colon - line->value) + 1);
		return;
	}
	for (size_t i = 0; gates[i]; i++) {
		AUTO_FREE char *word = text_print("%.*s%s", (int)begin, line->value, gates[i]->id);

		if (gates[i]->weight == WEIGHT_ALLOWABLE)
			candidates_add(candidates, word, gates[i]->question);
	}
}

const struct placeholder placeholders[] = {
	{ .name = "FILE", .help = "a file; - is standard input or output", .offer = offer_files },
	{ .name = "DIR", .help = "a directory", .offer = offer_directories },
	{ .name = "FORMAT", .help = "how it is printed", .offer = offer_formats },
	{ .name = "WHEN", .help = "whether colours are used", .offer = offer_colors },
	{ .name = "NAME", .help = "a host of the files", .offer = offer_hosts },
	{
		.name = "PART",
		.help = "a part of the configuration, as a plan names it: nic0, nic0.vf.[0-3], gpus.*.vfs, *",
		.offer = offer_parts,
	},
	{
		.name = "SELECTOR",
		.help = "a PCI address or how it begins, a handle with -f, or KEY=VALUE",
		.offer = offer_addresses,
	},
	{ .name = "PLAN",
		.help = "the id of what was shown, all of it, or @FILE with a line HOST ID for each host" },
	{
		.name = "RUN",
		.help = "a run of `pawl history`: when it began, or the id of its plan, or how these begin",
		.offer = offer_runs,
	},
	{ .name = "COMMAND", .help = "a command", .offer = offer_commands },
	{ .name = "ID", .help = "what `pawl explain` lists", .offer = offer_topics },
	{ .name = "SCHEMA", .help = "what `pawl schema` lists", .offer = offer_schemas },
	{ .name = "SHELL", .help = "a shell that completes", .offer = offer_shells },
	{ .name = "GUEST", .help = "a guest's name", .offer = offer_guests },
	{
		.name = "DOMAIN",
		.help = "a secure domain: the address of the root port above it",
		.offer = offer_domains,
	},
	{ .name = "GATE",
		.help = "a gate that may be let pass, as its finding says",
		.offer = offer_allowances },
	{ .name = "N", .help = "a number" },
	{ .name = "TEXT", .help = "words of your own, on one line" },
	{ .name = "SECONDS", .help = "a number of seconds" },
	{ 0 },
};

const struct placeholder *placeholder_find(const char *name, size_t length)
{
	for (const struct placeholder *row = placeholders; row->name; row++)
		if (strlen(row->name) == length && memcmp(row->name, name, length) == 0)
			return row;
	return NULL;
}

const char *placeholder_next(const char *arguments, size_t *ret_length)
{
	if (!arguments)
		return NULL;
	while (*arguments && !isupper((unsigned char)*arguments))
		arguments++;
	*ret_length = strspn(arguments, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
	return *ret_length ? arguments : NULL;
}

static void offer_placeholders(struct candidates *candidates, const struct line *line, const char *arguments)
{
	size_t length;

	while ((arguments = placeholder_next(arguments, &length))) {
		const struct placeholder *row = placeholder_find(arguments, length);

		if (row && row->offer)
			row->offer(candidates, line);
		arguments += length;
		if (string_starts(arguments, "[:")) /* a part of the same word: its row has offered it */
			return;
	}
}

/* Those that the command takes and that are not there yet, or may come again. */
static void offer_options(struct candidates *candidates, const struct line *line)
{
	uint64_t taken = line->command ? line->command->options | OPTIONS_OF_ALL : TAKES(N_OPTIONS) - 1;

	taken &= ~(line->given & ~OPTIONS_AGAIN);
	for (size_t i = 0; i < N_OPTIONS; i++) {
		AUTO_FREE char *word = text_print("--%s", option_rows[i].name);
		AUTO_TEXT struct text help = { 0 };

		option_help(&option_rows[i], line->command ? line->command->name : NULL, &help);
		if (taken & TAKES(i))
			candidates_add(candidates, word, text_string(&help));
	}
}

/* Behind "ledger" its own words may stand, and "settle". */
static void offer_words(struct candidates *candidates, const struct line *line)
{
	offer_commands_after(candidates, line, 0);
	if (line->command)
		offer_placeholders(candidates, line, line->command->arguments);
}

void candidates_find(struct candidates *candidates, const struct line *line)
{
	AUTO_FREE char *before = text_print("%.*s", (int)(line->value - line->current), line->current);

	candidates->before = before;
	if (line->awaits)
		offer_placeholders(candidates, line, line->awaits->argument);
	else if (*line->current == '-' && line->current[1] && !line->only_words)
		offer_options(candidates, line);
	else
		offer_words(candidates, line);
	candidates->before = NULL;
}
