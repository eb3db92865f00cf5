/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How long a driver may take with its VFs, and that a plan says so of its steps. */
#include "../../src/kinds/kinds_rows.h"
#include "knob.h"
#include "suite.h"

#define SECOND UINT64_C(1000000000)

START_TEST(patience_grows_with_the_count)
{
	ck_assert_uint_eq(patience_ns("i40e", 0, 0), 10 * SECOND);
	ck_assert_uint_eq(patience_ns("i40e", 0, 10), 24 * SECOND);
	ck_assert_uint_eq(patience_ns("i40e", 10, 0), 24 * SECOND);
	ck_assert_uint_eq(patience_ns("ixgbe", 0, 60), 310 * SECOND);
}
END_TEST

/* 125 VFs took 65 s: twice as long must not be too long. */
START_TEST(patience_is_more_than_was_measured)
{
	ck_assert_uint_gt(patience_ns("mlx5_core", 0, 125), 130 * SECOND);
	ck_assert_uint_gt(patience_ns("i40e", 0, 64), 44 * SECOND);
}
END_TEST

START_TEST(of_others_the_knob_speaks)
{
	ck_assert_uint_eq(patience_ns("hinic3", 0, 8), 0);
	ck_assert_uint_eq(patience_ns(NULL, 0, 8), 0);
	ck_assert_uint_gt(knob_deadline_ns(&knob_numvfs, "0", "8"), 10 * SECOND);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, patience_grows_with_the_count);
	tcase_add_test(tests, patience_is_more_than_was_measured);
	tcase_add_test(tests, of_others_the_knob_speaks);
}

int main(void)
{
	return suite_run("vf_pool_patience", tests_add);
}
