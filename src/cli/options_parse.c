/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The options of a command line, read by getopt; what it does not take is told with what was meant. */
#include "options.h"
#include "usage.h"
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

enum { PARALLEL = 16 };

#define LONG_VALUE 256 /* + the row: what getopt_long returns, above any letter */

/* The table as getopt wants it. */
struct getopt_tables {
	struct option longs[N_OPTIONS + 1];
	char letters[2 * N_OPTIONS + 3];
};

static void tables_fill(struct getopt_tables *tables)
{
	char *letter = tables->letters;

	*letter++ = ':'; /* a missing value is told from an unknown option; getopt prints nothing itself */
	for (int i = 0; i < N_OPTIONS; i++) {
		tables->longs[i] = (struct option){
			.name = option_rows[i].name,
			.has_arg = option_rows[i].argument ? required_argument : no_argument,
			.val = LONG_VALUE + i,
		};
		if (!option_rows[i].letter)
			continue;
		*letter++ = option_rows[i].letter;
		if (option_rows[i].argument)
			*letter++ = ':';
	}
}

static int option_index(int value)
{
	if (value >= LONG_VALUE)
		return value - LONG_VALUE;
	for (int i = 0; i < N_OPTIONS; i++)
		if (option_rows[i].letter == value)
			return i;
	return -1;
}

/* "--yse", "-q" or "--yes=3": what getopt could not take. `value` is its optopt, 0 for an unknown word. */
static void report_unknown(const char *argument, int value, struct report *report)
{
	AUTO_FREE char *given =
		value > 0 && value < LONG_VALUE ? text_print("-%c", value) : string_copy(argument);
	AUTO_FREE char *word = string_copy(given);
	AUTO_FREE char *hint = NULL;
	const char *names[N_OPTIONS + 1] = { NULL }, *nearest;

	word[strcspn(word, "=")] = '\0';
	for (size_t i = 0; i < N_OPTIONS; i++)
		names[i] = option_rows[i].name;
	nearest = value == 0 ? string_nearest(word + 2, names) : NULL;
	if (nearest)
		hint = text_print("did you mean --%s?", nearest);
	usage_report(report, hint ? hint : "`pawl help` lists all options",
		value >= LONG_VALUE ? "%s: this option takes no value" : "%s is no option of pawl", given);
}

/* What the help says of it. */
static char *option_hint(const struct option_row *row)
{
	return text_print("--%s %s: %s", row->name, row->argument, row->help);
}

static void report_missing(int value, struct report *report)
{
	const struct option_row *row = &option_rows[option_index(value)];
	AUTO_FREE char *hint = option_hint(row);

	usage_report(report, hint, "--%s needs a value: %s", row->name, row->argument);
}

static int option_take(int index, struct options *options, struct report *report)
{
	const struct option_row *row = &option_rows[index];
	AUTO_TEXT struct text why = { 0 };

	if (!(TAKES(index) & OPTIONS_AGAIN) && options->given & TAKES(index) && row->argument) {
		usage_report(report, "give it once", "--%s is given twice", row->name);
		return -1;
	}
	options->given |= TAKES(index);
	if (row->take(options, row->offset, optarg, &why) == 0)
		return 0;
	AUTO_FREE char *hint = option_hint(row);
	usage_report(report, hint, "--%s %s", row->name, text_string(&why));
	return -1;
}

int options_parse(struct options *options, int argc, char **argv, struct report *report)
{
	struct getopt_tables tables = { 0 };
	int value, failed = 0;

	tables_fill(&tables);
	options->format = formats[0];
	options->parallel = PARALLEL;
	options->words = memory_new((size_t)argc + 1, sizeof(*options->words));
	optind = 0; /* glibc: begin anew, with the permutation too (getopt(3), NOTES) */
	opterr = 0;
	while ((value = getopt_long(argc, argv, tables.letters, tables.longs, NULL)) != -1) {
		if (value == '?')
			report_unknown(argv[optind - 1], optopt, report);
		else if (value == ':')
			report_missing(optopt, report);
		if (value == '?' || value == ':' || option_take(option_index(value), options, report) < 0)
			failed = -1;
	}
	for (int i = optind; i < argc; i++)
		options->words[options->n_words++] = argv[i];
	return failed;
}

void options_free(struct options *options)
{
	free(options->files);
	free(options->words);
	free(options->targets);
	for (size_t i = 0; i < options->allowed.n; i++)
		free((char *)options->allowed.all[i].object);
	free(options->allowed.all);
	*options = (struct options){ 0 };
}
