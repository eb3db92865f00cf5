/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names that differ in one number become one. */
#include "object.h"
#include "suite.h"

static struct text text;

static void stop(void)
{
	text_free(&text);
}

static const char *fold_names(const char *const *names, size_t n)
{
	text_free(&text);
	names_fold(names, n, &text);
	return text_string(&text);
}
#define FOLDED(...)                                                                                          \
	fold_names((const char *const[]){ __VA_ARGS__ },                                                     \
		sizeof((const char *[]){ __VA_ARGS__ }) / sizeof(char *))

START_TEST(names_that_differ_in_one_number_fold)
{
	ck_assert_str_eq(FOLDED("nic0.vf.0", "nic0.vf.1", "nic0.vf.2"), "nic0.vf.[0-2]");
	ck_assert_str_eq(FOLDED("nic0.vf.0", "nic0.vf.2", "nic0.vf.3"), "nic0.vf.[0,2-3]");
	ck_assert_str_eq(FOLDED("nic0.vf.3", "nic0.vf.10", "nic0.vf.4"), "nic0.vf.[3-4,10]");
	ck_assert_str_eq(FOLDED("nic0.vfs", "nic1.vfs"), "nic[0-1].vfs");
	ck_assert_str_eq(FOLDED("nic0"), "nic0");
}
END_TEST

START_TEST(names_that_differ_otherwise_are_listed)
{
	ck_assert_str_eq(FOLDED("nic0.vf.0", "nic1.vf.1"), "nic0.vf.0, nic1.vf.1");
	ck_assert_str_eq(FOLDED("nic0", "ssd0"), "nic0, ssd0");
	ck_assert_str_eq(FOLDED("a", "a0"), "a, a0");
	/* addresses are hexadecimal, and 07 is no number that counts */
	ck_assert_str_eq(FOLDED("0000:17:00.6", "0000:17:00.7", "0000:17:01.0", "0000:17:01.1"),
		"0000:17:00.[6-7], 0000:17:01.[0-1]");
	ck_assert_str_eq(FOLDED("0000:17:09.0", "0000:17:0a.0"), "0000:17:09.0, 0000:17:0a.0");
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, NULL, stop);
	tcase_add_test(tests, names_that_differ_in_one_number_fold);
	tcase_add_test(tests, names_that_differ_otherwise_are_listed);
}

int main(void)
{
	return suite_run("names_fold", tests_add);
}
