/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What knobs read and are set to is said in people's words. */
#include "../../src/host/nvme_paths.h"
#include "knob_fixture.h"
#include "suite.h"

#define TARGET "0000:a1:00.0 ns ssd0.ns.db"
#define NSID   "0000:a1:00.0 nsid 1"
#define ONE    "1:2048x512:eui.0025385b71b00001"
#define TWO    "2:4096x512:eui.0025385b71b00002"

START_TEST(a_value_is_said_and_none_too)
{
	AUTO_FREE char *name = knob_say(&knob_driver, "igb"), *none = knob_say(&knob_driver, ""),
		       *nobody = knob_say_on(&knob_controllers, NULL, NSID, ""),
		       *who = knob_say_on(&knob_controllers, NULL, NSID, "2 5");

	ck_assert_str_eq(name, "\"igb\"");
	ck_assert_str_eq(none, "(no driver)");
	ck_assert_str_eq(nobody, "(none)");
	ck_assert_str_eq(who, "controller 2, controller 5");
}
END_TEST

START_TEST(a_change_has_two_sides)
{
	AUTO_FREE char *made = knob_say_change(&knob_namespace, NULL, TARGET, ONE, ONE " *:4096x512"),
		       *is = knob_say_side(&knob_namespace, NULL, TARGET, ONE, ONE " *:4096x512"),
		       *given = knob_say_change(&knob_controllers, NULL, NSID, "", "2");

	ck_assert_str_eq(made, "(none) -> 2 MiB in blocks of 512 B");
	ck_assert_str_eq(is, "");
	ck_assert_str_eq(given, "(none) -> controller 2");
	ck_assert_ptr_null(knob_say_change(&knob_driver, NULL, "0000:a1:00.0", "", "igb"));
}
END_TEST

START_TEST(of_a_list_it_is_said_what_came_and_went)
{
	AUTO_FREE char *both = knob_say_since(&knob_namespace, NULL, TARGET, ONE, TWO),
		       *went = knob_say_since(&knob_controllers, NULL, NSID, "2 5", "2");

	ck_assert_str_eq(both, "2 (2 MiB in blocks of 512 B, eui.0025385b71b00002) came, "
			       "1 (1 MiB in blocks of 512 B, eui.0025385b71b00001) went");
	ck_assert_str_eq(went, "controller 5 went");
	ck_assert_ptr_null(knob_say_since(&knob_namespace, NULL, TARGET, ONE, ONE "+"));
	ck_assert_ptr_null(knob_say_since(&knob_driver, NULL, "0000:a1:00.0", "igb", ""));
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, a_value_is_said_and_none_too);
	tcase_add_test(tests, a_change_has_two_sides);
	tcase_add_test(tests, of_a_list_it_is_said_what_came_and_went);
}

int main(void)
{
	return suite_run("knob_words", tests_add);
}
