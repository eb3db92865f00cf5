/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Objects are named by what is printed of them. */
#include "object.h"
#include "suite.h"

START_TEST(a_name_means_all_below_it)
{
	ck_assert(name_fits("nic0", "nic0"));
	ck_assert_uint_eq(name_fit_length("nic0.vf.3.driver", "nic0.vf.[0-3]"), 9);
	ck_assert_uint_eq(name_pattern_count("nic0.vf.[0,2-5]"), 5);
	ck_assert_uint_eq(name_pattern_count("nic[0-1].vf.[0-1]"), 4);
	ck_assert_uint_eq(name_pattern_count("nic0"), 1);
	ck_assert_uint_eq(name_pattern_count("nic0.vf.*"), 0);
	ck_assert_uint_eq(name_pattern_count("nic0.vf.[3-0]"), 0);
	ck_assert(name_fits("nic0.vf.3", "nic0"));
	ck_assert(name_fits("nic0.vf.3.driver", "nic0.vf.3"));
	ck_assert(!name_fits("nic01", "nic0"));
	ck_assert(!name_fits("nic0", "nic0.vf"));
	ck_assert(!name_fits("nic0.vf.31", "nic0.vf.3"));
}
END_TEST

START_TEST(brackets_hold_numbers)
{
	static const char *const never[] = { "nic0.vf.[]", "nic0.vf.[3", "nic0.vf.[3-]", "nic0.vf.[-3]",
		"nic0.vf.[3,]", "nic0.vf.[a]", "nic0.vf.]", "nic0.vf.[" };

	ck_assert(name_fits("nic0.vf.3", "nic0.vf.[0-3]"));
	ck_assert(name_fits("nic0.vf.12.driver", "nic0.vf.[0,2-12]"));
	ck_assert(name_fits("nic1.vfs", "nic[0-1].vfs"));
	ck_assert(name_fits("0000:02:10.2", "0000:02:10.[0,2]"));
	ck_assert(!name_fits("nic0.vf.1", "nic0.vf.[0,2-12]"));
	ck_assert(!name_fits("nic0.vf.13", "nic0.vf.[0,2-12]"));
	ck_assert(!name_fits("nic0.vfs", "nic0.vf.[0-3]"));
	for (size_t i = 0; i < sizeof(never) / sizeof(*never); i++)
		ck_assert_msg(!name_fits("nic0.vf.3", never[i]), "%s", never[i]);
}
END_TEST

START_TEST(a_star_is_one_segment)
{
	ck_assert(name_fits("nic0", "*"));
	ck_assert(name_fits("nic0.vf.3", "*"));
	ck_assert(name_fits("gpus.0000:41:00.0.vfs", "gpus.*.vfs"));
	ck_assert(name_fits("gpus.0000:41:00.0", "gpus.*"));
	ck_assert(name_fits("nic0.vf.3.driver", "*.vf.*.driver"));
	ck_assert(!name_fits("gpus", "gpus.*"));
	ck_assert(!name_fits("gpus.0000:41:00.0.driver", "gpus.*.vfs"));
	ck_assert(!name_fits("nic0", "nic*"));
	ck_assert(!name_fits("nic0", "*0"));
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, a_name_means_all_below_it);
	tcase_add_test(tests, brackets_hold_numbers);
	tcase_add_test(tests, a_star_is_one_segment);
}

int main(void)
{
	return suite_run("name_fits", tests_add);
}
