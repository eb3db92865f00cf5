/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names that share a lane. */
#include "lanes.h"
#include "plan.h"
#include "suite.h"
#include <time.h>

START_TEST(who_never_joined_is_alone)
{
	struct lanes *lanes = lanes_new();

	ck_assert_str_eq(lanes_name(lanes, "0000:17:00"), "0000:17:00");
	ck_assert_str_eq(lanes_name(lanes, ""), "");
	lanes_join(lanes, "0000:17:00", "0000:17:00");
	ck_assert_str_eq(lanes_name(lanes, "0000:17:00"), "0000:17:00");
	lanes_free(lanes);
	lanes_free(NULL);
}
END_TEST

START_TEST(a_lane_is_named_by_its_smallest_member)
{
	struct lanes *lanes = lanes_new();

	lanes_join(lanes, "c", "d");
	ck_assert_str_eq(lanes_name(lanes, "d"), "c");
	lanes_join(lanes, "d", "a");
	ck_assert_str_eq(lanes_name(lanes, "c"), "a");
	ck_assert_str_eq(lanes_name(lanes, "d"), "a");
	ck_assert_str_eq(lanes_name(lanes, "a"), "a");
	ck_assert_str_eq(lanes_name(lanes, "b"), "b");
	lanes_free(lanes);
}
END_TEST

START_TEST(lanes_join_through_their_members)
{
	struct lanes *lanes = lanes_new();

	lanes_join(lanes, "a", "b");
	lanes_join(lanes, "x", "y");
	lanes_join(lanes, "x", "z");
	ck_assert_str_eq(lanes_name(lanes, "z"), "x");
	ck_assert_str_eq(lanes_name(lanes, "b"), "a");
	lanes_join(lanes, "b", "z");
	lanes_join(lanes, "z", "b");
	for (const char *const *name = (const char *const[]){ "a", "b", "x", "y", "z", NULL }; *name; name++)
		ck_assert_str_eq(lanes_name(lanes, *name), "a");
	lanes_free(lanes);
}
END_TEST

START_TEST(names_are_copied)
{
	struct lanes *lanes = lanes_new();
	char a[] = "a", b[] = "b";

	lanes_join(lanes, a, b);
	a[0] = b[0] = '!';
	ck_assert_str_eq(lanes_name(lanes, "b"), "a");
	ck_assert_str_eq(lanes_name(lanes, "!"), "!");
	lanes_free(lanes);
}
END_TEST

/* Joined end to end, the worst case of a union without sizes. */
START_TEST(long_chains_take_no_time)
{
	enum { MANY = 50000 };
	struct lanes *lanes = lanes_new();
	clock_t start = clock();

	for (unsigned i = MANY; i > 0; i--) {
		AUTO_FREE char *one = text_print("%06u", i), *next = text_print("%06u", i - 1);

		lanes_join(lanes, one, next);
	}
	for (unsigned i = 0; i <= MANY; i++) {
		AUTO_FREE char *one = text_print("%06u", i);

		ck_assert_str_eq(lanes_name(lanes, one), "000000");
	}
	ck_assert_int_lt((clock() - start) / CLOCKS_PER_SEC, 3);
	lanes_free(lanes);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, who_never_joined_is_alone);
	tcase_add_test(tests, a_lane_is_named_by_its_smallest_member);
	tcase_add_test(tests, lanes_join_through_their_members);
	tcase_add_test(tests, names_are_copied);
	tcase_add_test(tests, long_chains_take_no_time);
}

int main(void)
{
	return suite_run("lanes", tests_add);
}
