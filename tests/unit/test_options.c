/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The command line, read by the table of options. */
#include "../../src/cli/options.h"
#include "suite.h"
#include <stdlib.h>
#include <string.h>

static struct options options;
static struct report report;
static char line_copy[256]; /* options point into argv: it must stay */

static void stop(void)
{
	options_free(&options);
	report_free(&report);
}

/* Splits the line at its spaces, as a shell would split plain words. */
static int parse(const char *line)
{
	char *words[32], *rest = NULL;
	int count = 0;

	stop();
	ck_assert_uint_lt(strlen(line), sizeof(line_copy));
	strcpy(line_copy, line);
	for (char *word = strtok_r(line_copy, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
		words[count++] = word;
	words[count] = NULL;
	return options_parse(&options, count, words, &report);
}

static void assert_refused(const char *line, const char *text, const char *hint)
{
	ck_assert_int_eq(parse(line), -1);
	ck_assert_uint_eq(report.n, 1);
	ck_assert_int_eq(report_outcome(&report), BAD_USAGE);
	ck_assert_str_eq(report.findings[0].text, text);
	if (hint)
		ck_assert_str_eq(report.findings[0].hint, hint);
}

START_TEST(options_and_words_come_in_any_order)
{
	ck_assert_int_eq(parse("pawl -y apply a.yaml --host kp001 b.yaml -f c.yaml"), 0);
	ck_assert_uint_eq(options.n_words, 3);
	ck_assert_str_eq(options.words[0], "apply");
	ck_assert_str_eq(options.words[1], "a.yaml");
	ck_assert_str_eq(options.words[2], "b.yaml");
	ck_assert_ptr_null(options.words[3]);
	ck_assert_uint_eq(options.n_files, 1);
	ck_assert_str_eq(options.files[0], "c.yaml");
	ck_assert_str_eq(options.host_name, "kp001");
	ck_assert_uint_eq(options.given, TAKES(OPTION_YES) | TAKES(OPTION_HOST) | TAKES(OPTION_FILE));
}
END_TEST

START_TEST(nothing_given_is_no_bit)
{
	ck_assert_int_eq(parse("pawl plan"), 0);
	ck_assert_uint_eq(options.given, 0);
	ck_assert_ptr_null(options.host_name);
	ck_assert_ptr_null(options.facts);
	ck_assert_ptr_eq(options.format, formats[0]);
}
END_TEST

START_TEST(files_add_up_and_a_dash_is_one)
{
	ck_assert_int_eq(parse("pawl plan -f a -f - --file=b"), 0);
	ck_assert_uint_eq(options.n_files, 3);
	ck_assert_str_eq(options.files[1], "-");
	ck_assert_str_eq(options.files[2], "b");
	ck_assert_ptr_null(options.files[3]);
	ck_assert_int_eq(parse("pawl plan -"), 0);
	ck_assert_uint_eq(options.n_words, 2);
}
END_TEST

START_TEST(what_follows_two_dashes_is_no_option)
{
	ck_assert_int_eq(parse("pawl plan -- -y"), 0);
	ck_assert_uint_eq(options.n_words, 2);
	ck_assert_str_eq(options.words[1], "-y");
	ck_assert_uint_eq(options.given, 0);
}
END_TEST

START_TEST(formats_come_from_their_table)
{
	for (size_t i = 0; formats[i]; i++) {
		AUTO_FREE char *line = text_print("pawl plan -o %s", formats[i]->name);

		ck_assert_int_eq(parse(line), 0);
		ck_assert_ptr_eq(options.format, formats[i]);
	}
	assert_refused("pawl plan -o toml",
		"--format is \"toml\"; it must be text or json or yaml or markdown or dot", NULL);
}
END_TEST

START_TEST(color_is_a_choice)
{
	ck_assert_int_eq(parse("pawl plan --color never"), 0);
	ck_assert_str_eq(options.color, "never");
	assert_refused("pawl plan --color red", "--color is \"red\"; it must be auto, always or never", NULL);
}
END_TEST

START_TEST(unknown_options_are_guessed)
{
	assert_refused("pawl plan --hots kp", "--hots is no option of pawl", "did you mean --host?");
	assert_refused("pawl plan --fatcs=x", "--fatcs=x is no option of pawl", "did you mean --facts?");
	assert_refused(
		"pawl plan --zzzzzzzz", "--zzzzzzzz is no option of pawl", "`pawl help` lists all options");
}
END_TEST

START_TEST(an_unknown_letter_is_named_within_others)
{
	assert_refused("pawl apply -yq", "-q is no option of pawl", "`pawl help` lists all options");
}
END_TEST

START_TEST(values_are_neither_missing_nor_too_much)
{
	assert_refused("pawl plan --host", "--host needs a value: NAME", NULL);
	assert_refused("pawl plan -f", "--file needs a value: FILE", NULL);
	assert_refused("pawl apply --yes=3", "--yes=3: this option takes no value", NULL);
	assert_refused("pawl plan --host=", "--host is empty", NULL);
	assert_refused("pawl plan --host a --host b", "--host is given twice", NULL);
}
END_TEST

START_TEST(all_mistakes_are_told_at_once)
{
	ck_assert_int_eq(parse("pawl plan --hots a --color red -q"), -1);
	ck_assert_uint_eq(report.n, 3);
}
END_TEST

START_TEST(a_second_run_begins_anew)
{
	ck_assert_int_eq(parse("pawl plan --host a -y"), 0);
	ck_assert_int_eq(parse("pawl show x"), 0);
	ck_assert_uint_eq(options.given, 0);
	ck_assert_uint_eq(options.n_words, 2);
}
END_TEST

/* getopt takes a letter for one option alone, and --help has a line for each. */
START_TEST(the_table_is_whole)
{
	for (int i = 0; i < N_OPTIONS; i++) {
		ck_assert_ptr_nonnull(option_rows[i].name);
		ck_assert_ptr_nonnull(option_rows[i].help);
		ck_assert_ptr_nonnull(option_rows[i].take);
		for (int k = 0; k < i; k++) {
			ck_assert_str_ne(option_rows[i].name, option_rows[k].name);
			ck_assert(!option_rows[i].letter || option_rows[i].letter != option_rows[k].letter);
		}
	}
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, NULL, stop);
	tcase_add_test(tests, options_and_words_come_in_any_order);
	tcase_add_test(tests, nothing_given_is_no_bit);
	tcase_add_test(tests, files_add_up_and_a_dash_is_one);
	tcase_add_test(tests, what_follows_two_dashes_is_no_option);
	tcase_add_test(tests, formats_come_from_their_table);
	tcase_add_test(tests, color_is_a_choice);
	tcase_add_test(tests, unknown_options_are_guessed);
	tcase_add_test(tests, an_unknown_letter_is_named_within_others);
	tcase_add_test(tests, values_are_neither_missing_nor_too_much);
	tcase_add_test(tests, all_mistakes_are_told_at_once);
	tcase_add_test(tests, a_second_run_begins_anew);
	tcase_add_test(tests, the_table_is_whole);
}

int main(void)
{
	return suite_run("options", tests_add);
}
