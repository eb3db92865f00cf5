/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The knob of embedded switches: what it asks for, what it takes. */
#include "eswitch.h"
#include "knob_fixture.h"
#include "suite.h"

#define PF "0000:17:00.0"

START_TEST(a_read_asks_for_one_mode)
{
	AUTO_TEXT struct text scratch = { 0 };
	struct op op = { 0 };

	ck_assert_int_eq(knob_eswitch.read(&knob_eswitch, PF, &op, &scratch), 0);
	ck_assert_int_eq(op.verb, OP_NETLINK);
	ck_assert_str_eq(op.path, "eswitch/pci/" PF "/mode");
	ck_assert_uint_eq(op.in_len, 0);
	ck_assert_uint_gt(op.deadline_ns, 0);
	ck_assert_int_eq(knob_eswitch.read(&knob_eswitch, "eth0", &op, &scratch), -1);
	ck_assert_ptr_eq(knob_find("eswitch"), &knob_eswitch);
}
END_TEST

START_TEST(a_write_sets_a_mode_that_the_kernel_has)
{
	for (size_t i = 0; eswitch_modes[i]; i++) {
		AUTO_TEXT struct text scratch = { 0 };
		struct op op = { 0 };

		ck_assert_int_eq(knob_write(&knob_eswitch, PF, "", eswitch_modes[i], &op, &scratch), 0);
		ck_assert_int_eq(op.verb, OP_NETLINK);
		ck_assert_str_eq(op.path, "eswitch/pci/" PF "/mode");
		ck_assert_str_eq(op.in, eswitch_modes[i]);
		ck_assert_uint_ge(op.deadline_ns, 96 * UINT64_C(1000000000));
		ck_assert_int_eq(knob_write(&knob_eswitch, PF, "", "surely not", &op, &scratch), -1);
		ck_assert_int_eq(knob_write(&knob_eswitch, PF, "", "", &op, &scratch), -1);
		ck_assert_int_eq(knob_write(&knob_eswitch, "../x", "", eswitch_modes[i], &op, &scratch), -1);
	}
}
END_TEST

START_TEST(of_a_driver_to_come_any_mode_fits)
{
	struct reading legacy = { .is = R_VALUE, .text = (char *)ESWITCH_LEGACY }, none = { .is = R_ABSENT };

	ck_assert(knob_matches(&knob_eswitch, &legacy, ""));
	ck_assert(knob_matches(&knob_eswitch, &legacy, ESWITCH_LEGACY));
	ck_assert(!knob_matches(&knob_eswitch, &legacy, ESWITCH_SWITCHDEV));
	ck_assert(!knob_matches(&knob_eswitch, &none, ""));
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, a_read_asks_for_one_mode);
	tcase_add_test(tests, a_write_sets_a_mode_that_the_kernel_has);
	tcase_add_test(tests, of_a_driver_to_come_any_mode_fits);
}

int main(void)
{
	return suite_run("knob_eswitch", tests_add);
}
