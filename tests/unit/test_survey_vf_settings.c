/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A survey's settings of VFs and modes of switches: told, not told, and not there. */
#include "eswitch.h"
#include "suite.h"
#include "twin_world.h"
#include "vf.h"

static struct twin *twin;
static struct survey seen;
static struct report report;

static void start(void)
{
	twin = twin_make_with(NULL);
}

static void stop(void)
{
	survey_free(&seen);
	report_free(&report);
	host_free(twin_host(twin));
}

static void identity_give(enum identity identity, const char *text)
{
	struct reading *reading = &survey_function(twin_world(twin), IGB)->identity[identity];

	reading_free(reading);
	*reading = (struct reading){ .is = text ? R_VALUE : R_ABSENT, .text = string_copy(text) };
}

static void take(void)
{
	ck_assert_int_eq(survey_take(twin_host(twin), &seen, &report), 0);
}

START_TEST(settings_are_those_of_the_vf_by_its_number)
{
	identity_give(I_NETDEV, "eth0");
	ck_assert_int_eq(twin_write(twin, NUMVFS, "2"), 0);
	ck_assert_int_eq(twin_write(twin, NETLINK_VFS IGB "/1/vlan", "7 qos 1"), 0);
	take();
	ck_assert_str_eq(survey_function(&seen, IGB_VF0)->setting[VF_VLAN].text, "0 qos 0");
	ck_assert_str_eq(survey_function(&seen, IGB_VF1)->setting[VF_VLAN].text, "7 qos 1");
	ck_assert_int_eq(survey_function(&seen, IGB)->setting[VF_VLAN].is, R_ABSENT);
}
END_TEST

START_TEST(a_pf_without_an_interface_has_none)
{
	identity_give(I_NETDEV, NULL);
	ck_assert_int_eq(twin_write(twin, NUMVFS, "1"), 0);
	take();
	ck_assert_int_eq(survey_function(&seen, IGB_VF0)->setting[VF_MAC].is, R_ABSENT);
}
END_TEST

START_TEST(what_was_not_captured_is_unknown_and_says_why)
{
	ck_assert_int_eq(twin_write(twin, NUMVFS, "1"), 0);
	take();
	ck_assert_int_eq(survey_function(&seen, IGB_VF0)->setting[VF_MAC].is, R_UNKNOWN);
	ck_assert_int_eq(survey_function(&seen, IGB)->identity[I_ESWITCH].is, R_UNKNOWN);
	ck_assert_str_eq(survey_function(&seen, IGB)->identity[I_ESWITCH].text, "the facts do not have it");
}
END_TEST

START_TEST(other_controllers_have_no_settings)
{
	ck_assert_int_eq(twin_write(twin, DEVICES NVME "/sriov_numvfs", "1"), 0);
	take();
	ck_assert_int_eq(survey_function(&seen, NVME_VF0)->setting[VF_MAC].is, R_ABSENT);
}
END_TEST

START_TEST(a_mode_is_told_or_there_is_none)
{
	identity_give(I_ESWITCH, ESWITCH_SWITCHDEV);
	take();
	ck_assert_str_eq(survey_function(&seen, IGB)->identity[I_ESWITCH].text, ESWITCH_SWITCHDEV);
	survey_free(&seen);
	memset(&seen, 0, sizeof(seen));
	identity_give(I_ESWITCH, NULL);
	take();
	ck_assert_int_eq(survey_function(&seen, IGB)->identity[I_ESWITCH].is, R_ABSENT);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, settings_are_those_of_the_vf_by_its_number);
	tcase_add_test(tests, a_pf_without_an_interface_has_none);
	tcase_add_test(tests, what_was_not_captured_is_unknown_and_says_why);
	tcase_add_test(tests, other_controllers_have_no_settings);
	tcase_add_test(tests, a_mode_is_told_or_there_is_none);
}

int main(void)
{
	return suite_run("survey_vf_settings", tests_add);
}
