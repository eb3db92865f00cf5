/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is asked of a guest's door. */
#include "guest.h"
#include "knob.h"
#include "knob_fixture.h"
#include "suite.h"

#define CVM "qemu:///system/cvm1"

START_TEST(each_write_is_one_request)
{
	struct text scratch = { 0 };
	struct op op;

	ck_assert_int_eq(knob_write(&knob_guest, CVM, "", "virtcca 0000:17:01.0", &op, &scratch), 0);
	ck_assert_int_eq(op.verb, OP_GUEST);
	ck_assert_str_eq(op.path, CVM);
	ck_assert_str_eq(op.in, "define virtcca 0000:17:01.0");
	ck_assert(op.deadline_ns > 0);
	text_free(&scratch);
	ck_assert_int_eq(knob_write(&knob_guest_state, CVM, GUEST_STOPPED, GUEST_RUNNING, &op, &scratch), 0);
	ck_assert_str_eq(op.in, GUEST_START);
	text_free(&scratch);
	ck_assert_int_eq(knob_write(&knob_guest_state, CVM, GUEST_RUNNING, GUEST_STOPPED, &op, &scratch), 0);
	ck_assert_str_eq(op.in, GUEST_STOP);
	text_free(&scratch);
	ck_assert_int_eq(knob_write(&knob_guest_state, CVM, "", "paused", &op, &scratch), -1);
	ck_assert_int_eq(knob_write(&knob_guest, CVM, "virtcca", "", &op, &scratch), -1);
	text_free(&scratch);
}
END_TEST

/* The ledger has it. */
START_TEST(consent_is_no_operation)
{
	struct text scratch = { 0 };
	struct op op;

	ck_assert(knob_consent.flags & KNOB_REMEMBERED);
	ck_assert_int_eq(knob_consent.read(&knob_consent, "0000:16:00.0", &op, &scratch), -1);
	ck_assert_int_eq(knob_write(&knob_consent, "0000:16:00.0", "", "3f2a", &op, &scratch), -1);
	text_free(&scratch);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, each_write_is_one_request);
	tcase_add_test(tests, consent_is_no_operation);
}

int main(void)
{
	return suite_run("knob_guest", tests_add);
}
