/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Functions as a tree. */
#include "../../src/cli/chosen.h"
#include "../../src/cli/print.h"
#include "identify.h"
#include "suite.h"
#include <stdlib.h>
#include <string.h>

static struct survey survey;
static struct text text;

static struct function *add(const char *address, const char *path, const char *group)
{
	struct function *function = survey_add(&survey, address);
	AUTO_FREE char *link = text_print("../../../devices/pci0000:16/%s", path);
	AUTO_FREE char *group_link = text_print("../../../kernel/iommu_groups/%s", group);

	function_set(function, A_CLASS, "0x020000");
	function_set(function, A_VENDOR, "0x8086");
	function_set(function, A_DEVICE, "0x10c9");
	function_set(function, A_PATH, link);
	function_set(function, A_GROUP, group_link);
	function_set(function, A_DRIVER, NULL);
	function_set(function, A_OVERRIDE, NULL);
	return function;
}

static void start(void)
{
	struct function *pf = add("0000:17:00.0", "0000:16:00.0/0000:17:00.0", "1");

	add("0000:17:00.1", "0000:16:00.0/0000:17:00.1", "2");
	survey_link_virtfn(pf, 0, add("0000:17:10.0", "0000:16:00.0/0000:17:10.0", "3"));
	survey_link_virtfn(pf, 1, add("0000:17:10.2", "0000:16:00.0/0000:17:10.2", "4"));
	add("0000:18:00.0", "0000:18:00.0", "2");
	identify(pf, I_NETDEV, "eth0");
	identify(pf, I_SLOT, "3");
}

static void stop(void)
{
	survey_free(&survey);
	text_free(&text);
	survey = (struct survey){ 0 };
}

/* The line that has these words; "" when none has. */
static const char *line(bool unicode, unsigned width, const char *word, const char *part)
{
	struct world world = { .unicode = unicode, .width = width };
	const char *words[] = { word, NULL };
	struct report report = { 0 };
	struct chosen chosen;
	char *at, *end;

	ck_assert_int_eq(chosen_make(&chosen, words, NULL, &report), 0);
	text_free(&text);
	functions_print_tree(&survey, &chosen, &world, &text);
	chosen_free(&chosen);
	at = strstr(text_string(&text), part);
	if (!at)
		return "";
	while (at > text.bytes && at[-1] != '\n')
		at--;
	end = strchr(at, '\n');
	*end = '\0';
	return at;
}

START_TEST(branches_are_ascii_unless_the_terminal_shows_more)
{
	ck_assert(string_starts(line(false, 0, NULL, "0000:17:00.0"), "|- 0000:17:00.0  Ethernet"));
	ck_assert(string_starts(line(false, 0, NULL, "vf."), "|  `- vf.[0-1] "));
	ck_assert(string_starts(line(false, 0, NULL, "0000:17:00.1"), "`- 0000:17:00.1"));
	ck_assert(string_starts(line(true, 0, NULL, "0000:17:00.0"), "├─ 0000:17:00.0  Ethernet"));
	ck_assert(string_starts(line(true, 0, NULL, "vf."), "│  └─ vf.[0-1] "));
}
END_TEST

START_TEST(a_device_says_where_it_is)
{
	ck_assert_ptr_nonnull(strstr(line(false, 0, NULL, "0000:17:00 "), "behind 0000:16:00.0, slot 3"));
	ck_assert_str_eq(line(false, 0, NULL, "0000:18:00"), "0000:18:00");
}
END_TEST

START_TEST(a_group_of_two_devices_is_shared)
{
	ck_assert_ptr_nonnull(strstr(line(false, 0, NULL, "0000:17:00.1"), "2 shared"));
	ck_assert_ptr_nonnull(strstr(line(false, 0, NULL, "0000:18:00.0"), "2 shared"));
	ck_assert_ptr_null(strstr(line(false, 0, NULL, "0000:17:00.0"), "shared"));
}
END_TEST

START_TEST(a_vf_that_is_chosen_has_its_device_above_it)
{
	ck_assert(string_starts(line(false, 0, "17:10.2", "vf."), "   `- vf.1 "));
	ck_assert_str_ne(line(false, 0, "17:10.2", "0000:17:00.0"), "");
	ck_assert_str_eq(line(false, 0, "17:10.2", "0000:17:00.1"), "");
	ck_assert_str_eq(line(false, 0, "17:10.2", "0000:18"), "");
}
END_TEST

START_TEST(no_line_is_wider_than_the_terminal)
{
	char *rest = NULL;

	line(true, 50, NULL, "nothing has this");
	for (char *one = strtok_r(text.bytes, "\n", &rest); one; one = strtok_r(NULL, "\n", &rest))
		ck_assert_uint_le(text_columns(one), 50);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, branches_are_ascii_unless_the_terminal_shows_more);
	tcase_add_test(tests, a_device_says_where_it_is);
	tcase_add_test(tests, a_group_of_two_devices_is_shared);
	tcase_add_test(tests, a_vf_that_is_chosen_has_its_device_above_it);
	tcase_add_test(tests, no_line_is_wider_than_the_terminal);
}

int main(void)
{
	return suite_run("text_tree", tests_add);
}
