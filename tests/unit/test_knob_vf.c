/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The knobs of VFs: what they ask for, what they take. */
#include "knob_fixture.h"
#include "nvme_command.h"
#include "suite.h"
#include "vf.h"

START_TEST(a_read_asks_for_one_setting)
{
	AUTO_TEXT struct text scratch = { 0 };
	struct op op = { 0 };

	ck_assert_int_eq(knob_vf_mac.read(&knob_vf_mac, "0000:02:00.0 vf 2", &op, &scratch), 0);
	ck_assert_int_eq(op.verb, OP_NETLINK);
	ck_assert_str_eq(op.path, "vfs/0000:02:00.0/2/mac");
	ck_assert_uint_eq(op.in_len, 0);
	ck_assert_uint_gt(op.deadline_ns, 0);
	ck_assert_int_eq(knob_vf_mac.read(&knob_vf_mac, "0000:02:00.0", &op, &scratch), -1);
	ck_assert_int_eq(knob_vf_mac.read(&knob_vf_mac, "eth0 vf 2", &op, &scratch), -1);
	ck_assert_int_eq(knob_vf_mac.read(&knob_vf_mac, "0000:02:00.0 vf ../x", &op, &scratch), -1);
}
END_TEST

START_TEST(each_writes_what_it_is_for_and_nothing_else)
{
	static const char *const values[N_VF_SETTINGS] = { [VF_TRUST] = "true",
		[VF_MAC] = "02:00:00:00:00:01",
		[VF_VLAN] = "7 qos 1",
		[VF_SPOOFCHK] = "false",
		[VF_LINK_STATE] = "disable",
		[VF_RATE] = "min 0 max 100",
		[VF_QUEUES] = "8",
		[VF_INTERRUPTS] = "4",
		[VF_ONLINE] = "true" };

	for (enum vf_setting i = 0; i < N_VF_SETTINGS; i++) {
		const struct knob *knob = vf_settings[i].knob;
		AUTO_FREE char *path =
			text_print("%s0000:02:00.0/0/%s", vf_settings[i].door, vf_settings[i].name);
		bool of_drive = string_equal(vf_settings[i].door, NVME_DRIVES);
		AUTO_TEXT struct text scratch = { 0 };
		struct op op = { 0 };

		ck_assert_int_eq(knob_write(knob, "0000:02:00.0 vf 0", "", values[i], &op, &scratch), 0);
		ck_assert_int_eq(op.verb, of_drive ? OP_NVME : OP_NETLINK);
		ck_assert_str_eq(op.path, path);
		ck_assert_str_eq(op.in, values[i]);
		ck_assert_uint_eq(op.in_len, strlen(values[i]));
		ck_assert_uint_gt(op.deadline_ns, 0);
		ck_assert_int_eq(knob_write(knob, "0000:02:00.0 vf 0", "", "surely not", &op, &scratch), -1);
		ck_assert_int_eq(knob_write(knob, "0000:02:00.0 vf 0", "", "", &op, &scratch), -1);
		ck_assert_ptr_eq(knob_find(knob->name), knob);
	}
}
END_TEST

START_TEST(a_drive_is_asked_by_its_own_verb)
{
	static const char *const none[] = { "", "08", "-1", "100000", "8 ", "yes" };
	AUTO_TEXT struct text scratch = { 0 };
	struct op op = { 0 };

	ck_assert_int_eq(knob_vf_queues.read(&knob_vf_queues, "0000:02:00.0 vf 2", &op, &scratch), 0);
	ck_assert_int_eq(op.verb, OP_NVME);
	ck_assert_str_eq(op.path, "nvme/0000:02:00.0/2/queues");
	ck_assert_uint_eq(op.in_len, 0);
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++) {
		const char *target = "0000:02:00.0 vf 2";

		ck_assert_int_eq(knob_write(&knob_vf_queues, target, "", none[i], &op, &scratch), -1);
		ck_assert_int_eq(knob_write(&knob_vf_interrupts, target, "", none[i], &op, &scratch), -1);
		ck_assert_int_eq(knob_write(&knob_vf_online, target, "", none[i], &op, &scratch), -1);
	}
}
END_TEST

START_TEST(a_new_vf_may_have_any_value_and_none_is_not_one)
{
	struct reading any = { .is = R_VALUE, .text = (char *)"0 qos 0" }, none = { .is = R_ABSENT };

	ck_assert(knob_matches(&knob_vf_vlan, &any, ""));
	ck_assert(knob_matches(&knob_vf_vlan, &any, "0 qos 0"));
	ck_assert(!knob_matches(&knob_vf_vlan, &any, "7 qos 0"));
	ck_assert(!knob_matches(&knob_vf_vlan, &none, ""));
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, a_read_asks_for_one_setting);
	tcase_add_test(tests, each_writes_what_it_is_for_and_nothing_else);
	tcase_add_test(tests, a_drive_is_asked_by_its_own_verb);
	tcase_add_test(tests, a_new_vf_may_have_any_value_and_none_is_not_one);
}

int main(void)
{
	return suite_run("knob_vf", tests_add);
}
