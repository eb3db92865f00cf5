/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Functions as a table, as wide as there is room. */
#include "../../src/cli/chosen.h"
#include "../../src/cli/print.h"
#include "suite.h"
#include <stdlib.h>
#include <string.h>

static struct survey survey;
static struct text text;

static void start(void)
{
	struct function *function = survey_add(&survey, "0000:17:00.0");

	function_set(function, A_CLASS, "0x020000");
	function_set(function, A_VENDOR, "0x8086");
	function_set(function, A_DEVICE, "0x10c9");
	function_set(function, A_PATH, "../../../devices/pci0000:16/0000:16:00.0/0000:17:00.0");
	function_set(function, A_DRIVER, "../../../bus/pci/drivers/igb");
}

static void stop(void)
{
	survey_free(&survey);
	text_free(&text);
	survey = (struct survey){ 0 };
}

static const char *show(const char *selector, unsigned width)
{
	text_free(&text);
	const char *words[] = { selector, NULL };
	struct chosen chosen;
	struct report report = { 0 };

	ck_assert_int_eq(chosen_make(&chosen, words, NULL, &report), 0);
	functions_print(&survey, &chosen, width, &text);
	chosen_free(&chosen);
	return text_string(&text);
}

START_TEST(no_line_is_wider_than_the_terminal)
{
	AUTO_FREE char *lines = string_copy(show(NULL, 40));
	char *rest = NULL;

	for (char *line = strtok_r(lines, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
		ck_assert_uint_le(text_columns(line), 40);
}
END_TEST

START_TEST(nothing_is_cut_where_there_is_no_terminal)
{
	AUTO_FREE char *name = function_short_name(survey.functions[0]);

	ck_assert_ptr_nonnull(strstr(show(NULL, 0), name));
	ck_assert_ptr_nonnull(strstr(show(NULL, 0), "0000:16:00.0/00.0\n"));
	ck_assert_ptr_null(strstr(show(NULL, 0), ".."));
}
END_TEST

START_TEST(paths_are_shown_where_there_is_room_or_one_asks)
{
	ck_assert_ptr_null(strstr(show(NULL, 80), "PATH"));
	ck_assert_ptr_nonnull(strstr(show("17:00", 200), "0000:16:00.0/00.0\n"));
	ck_assert_ptr_nonnull(strstr(show(NULL, 200), "0000:16:00.0/00.0\n"));
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, no_line_is_wider_than_the_terminal);
	tcase_add_test(tests, nothing_is_cut_where_there_is_no_terminal);
	tcase_add_test(tests, paths_are_shown_where_there_is_room_or_one_asks);
}

int main(void)
{
	return suite_run("text_show", tests_add);
}
