/* SPDX-License-Identifier: GPL-2.0-or-later */
/* When a host differs only in what a reboot brings; the words are in tests/stories/assert.story. */
#include "../../src/cli/differences.h"
#include "knob.h"
#include "suite.h"

static struct plan plan;

static void add(unsigned flags)
{
	plan_add(&plan, &(struct step){ .knob = &knob_numvfs,
				.target = (char *)"0000:17:00.0",
				.before = (char *)"0",
				.after = (char *)"1",
				.object = (char *)"nic0.vfs",
				.flags = flags });
}

static void stop(void)
{
	plan_free(&plan);
	plan = (struct plan){ 0 };
}

START_TEST(a_host_as_wished_awaits_nothing)
{
	ck_assert(!plan_awaits_reboot(&plan));
}
END_TEST

START_TEST(reboots_alone_are_awaited)
{
	add(STEP_NEEDS_REBOOT);
	ck_assert(plan_awaits_reboot(&plan));
	add(STEP_NEEDS_REBOOT | STEP_DISRUPTIVE);
	ck_assert(plan_awaits_reboot(&plan));
}
END_TEST

START_TEST(a_step_that_can_be_done_now_is_awaited_by_no_reboot)
{
	add(STEP_NEEDS_REBOOT);
	add(STEP_DISRUPTIVE);
	ck_assert(!plan_awaits_reboot(&plan));
}
END_TEST

START_TEST(what_an_earlier_run_left_is_a_difference)
{
	struct differences differences = { 0 };
	AUTO_TEXT struct text text = { 0 };

	add(0);
	differences_find(&plan, &(struct survey){ 0 }, &differences);
	ck_assert_uint_eq(differences.n_objects, 1);
	differences_print(&differences, &text);
	ck_assert_str_eq(text_string(&text), "  nic0.vfs  numvfs 0 -> 1: left behind by an earlier run\n");
	differences_free(&differences);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, NULL, stop);
	tcase_add_test(tests, a_host_as_wished_awaits_nothing);
	tcase_add_test(tests, reboots_alone_are_awaited);
	tcase_add_test(tests, a_step_that_can_be_done_now_is_awaited_by_no_reboot);
	tcase_add_test(tests, what_an_earlier_run_left_is_a_difference);
}

int main(void)
{
	return suite_run("differences", tests_add);
}
