/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a boot has taken away, what somebody has changed, and the wish that is made of the first. */
#include "../support/suite.h"
#include "restore.h"
#include <check.h>

#define PF "0000:17:00.0"
#define VF "0000:17:00.1"

static struct survey survey;
static struct report report;
static struct applied_list chosen;

static struct function *function_add(const char *address, const char *driver)
{
	AUTO_FREE char *link = driver ? text_print("../drivers/%s", driver) : NULL;
	struct function *function = survey_add(&survey, address);

	function_set(function, A_DRIVER, link);
	function_set(function, A_OVERRIDE, "(null)");
	return function;
}

static struct function *pf_add(const char *numvfs)
{
	struct function *pf = function_add(PF, "igb");

	function_set(pf, A_TOTALVFS, "8");
	function_set(pf, A_NUMVFS, numvfs);
	function_set(pf, A_AUTOPROBE, "1");
	return pf;
}

static void applied_in(const char *boot, const struct applied *like)
{
	struct applied applied = *like;

	applied.boot_id = (char *)boot;
	applied_keep(&survey.applied, &applied);
}

#define WORD(of, at, who, whose, was, is)                                                                    \
	(&(struct applied){ .knob = &(of),                                                                   \
		.target = (char *)(at),                                                                      \
		.object = (char *)(who),                                                                     \
		.pf = (char *)(whose),                                                                       \
		.original = (char *)(was),                                                                   \
		.value = (char *)(is) })

/* Two VFs, set in that boot. */
static void count_applied_in(const char *boot)
{
	applied_in(boot, WORD(knob_numvfs, PF, "nic0.vfs", NULL, "0", "2"));
}

/* A VF's driver, in the boot before. */
static void override_applied(size_t vf, const char *driver)
{
	AUTO_FREE char *who = text_print("nic0.vf.%zu", vf);

	applied_in("boot-a", WORD(knob_override, VF, who, PF, "", driver));
}

static void begin(void)
{
	survey = (struct survey){ 0 };
	survey.machine[M_BOOT_ID] = (struct reading){ .is = R_VALUE, .text = string_copy("boot-b") };
}

static void end(void)
{
	survey_free(&survey);
	report_free(&report);
	applied_free(&chosen);
}

static void choose(void)
{
	restore_choose(&survey, &chosen, &report);
}

static void nothing_is_chosen(size_t findings)
{
	choose();
	ck_assert_uint_eq(chosen.n, 0);
	ck_assert_uint_eq(report.n, findings);
}

START_TEST(what_reads_as_a_boot_makes_it_is_lost)
{
	pf_add("0");
	count_applied_in("boot-a");
	override_applied(0, "vfio-pci");
	choose();
	ck_assert_uint_eq(chosen.n, 2);
	ck_assert_uint_eq(report.n, 0);
}
END_TEST

START_TEST(in_its_own_boot_it_is_somebodys)
{
	pf_add("0");
	count_applied_in("boot-b");
	nothing_is_chosen(1);
	ck_assert_str_eq(report.findings[0].id, "changed-since");
	ck_assert_int_eq(report.findings[0].severity, NOTE);
}
END_TEST

START_TEST(without_a_boot_nobody_can_tell)
{
	pf_add("0");
	count_applied_in(NULL);
	nothing_is_chosen(1);
}
END_TEST

START_TEST(what_no_boot_makes_is_somebodys)
{
	pf_add("5");
	count_applied_in("boot-a");
	override_applied(0, "vfio-pci");
	nothing_is_chosen(1);
}
END_TEST

START_TEST(a_driver_is_somebodys_when_an_override_says_so)
{
	struct function *function = function_add(PF, "igb");

	applied_in("boot-a", WORD(knob_driver, PF, "nic0", NULL, "nvme", "vfio-pci"));
	choose();
	ck_assert_uint_eq(chosen.n, 1);
	applied_free(&chosen);
	function_set(function, A_OVERRIDE, "igb");
	nothing_is_chosen(1);
}
END_TEST

START_TEST(a_device_that_stands_is_not_asked_about)
{
	pf_add("2");
	count_applied_in("boot-a");
	nothing_is_chosen(0);
}
END_TEST

START_TEST(what_is_missing_is_told_once_a_device)
{
	count_applied_in("boot-a");
	override_applied(0, "vfio-pci");
	nothing_is_chosen(1);
	ck_assert_str_eq(report.findings[0].object, "nic0");
	ck_assert_int_eq(report_outcome(&report), FAILED);
}
END_TEST

START_TEST(vfs_that_nobody_makes_are_missing)
{
	pf_add("0");
	override_applied(0, "vfio-pci");
	nothing_is_chosen(1);
	ck_assert_str_eq(report.findings[0].id, "not-restored");
}
END_TEST

START_TEST(the_wish_is_as_it_was_applied)
{
	struct state want = { 0 };
	const struct resource *host = state_add(&want, &kind_host, "kp001", NULL);
	const struct resource *driver, *net;

	pf_add("0");
	count_applied_in("boot-a");
	override_applied(1, "none");
	applied_in("boot-a", WORD(knob_vf_vlan, PF " vf 1", "nic0.vf.1", PF, "", "7 qos 1"));
	choose();
	restore_wish(&chosen, &survey, &want, host);
	driver = state_find(&want, &kind_driver, "nic0.vf.1.driver");
	net = state_find(&want, &kind_vf_net, "nic0.vf.1.net");
	ck_assert_ptr_nonnull(state_find(&want, &kind_vf_pool, "nic0.vfs"));
	ck_assert_str_eq(((const struct driver_body *)driver->body)->name, DRIVER_NONE);
	ck_assert_int_eq(((const struct driver_body *)driver->body)->vfs, 2);
	ck_assert_int_eq(((const struct net_body *)net->body)->vlan, 7);
	ck_assert_int_eq(((const struct net_body *)net->body)->qos, 1);
	state_free(&want);
}
END_TEST

static void add_tests(TCase *tests)
{
	tcase_add_checked_fixture(tests, begin, end);
	tcase_add_test(tests, what_reads_as_a_boot_makes_it_is_lost);
	tcase_add_test(tests, in_its_own_boot_it_is_somebodys);
	tcase_add_test(tests, without_a_boot_nobody_can_tell);
	tcase_add_test(tests, what_no_boot_makes_is_somebodys);
	tcase_add_test(tests, a_driver_is_somebodys_when_an_override_says_so);
	tcase_add_test(tests, a_device_that_stands_is_not_asked_about);
	tcase_add_test(tests, what_is_missing_is_told_once_a_device);
	tcase_add_test(tests, vfs_that_nobody_makes_are_missing);
	tcase_add_test(tests, the_wish_is_as_it_was_applied);
}

int main(void)
{
	return suite_run("restore", add_tests);
}
