/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is not known to be remembered is no "nothing". */
#include "../support/suite.h"
#include "remembered.h"
#include "report.h"
#include <check.h>

START_TEST(what_is_whole_is_known)
{
	const struct remembered whole = { 0 };
	struct report report = { 0 };

	ck_assert_int_eq(remembered_check(&whole, &(struct finding){ 0 }, &report), 0);
	ck_assert_uint_eq(report.n, 0);
}
END_TEST

START_TEST(what_is_damaged_is_told_of_whom_it_was_asked_for)
{
	const struct remembered damaged = { .is = LEDGER_IS_DAMAGED, .why = (char *)"line 7 is none" };
	struct report report = { 0 };

	ck_assert_int_eq(remembered_check(&damaged, &(struct finding){ .object = "kp001" }, &report), -1);
	ck_assert_int_eq(report_outcome(&report), UNAVAILABLE);
	ck_assert_str_eq(report.findings[0].id, "set-unknown");
	ck_assert_str_eq(report.findings[0].object, "kp001");
	ck_assert_str_eq(report.findings[0].text, "what pawl has set here is not known: line 7 is none");
	report_free(&report);
}
END_TEST

static void add_tests(TCase *tests)
{
	tcase_add_test(tests, what_is_whole_is_known);
	tcase_add_test(tests, what_is_damaged_is_told_of_whom_it_was_asked_for);
}

int main(void)
{
	return suite_run("remembered", add_tests);
}
