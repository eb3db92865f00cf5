/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Drives are asked when a machine is surveyed, and what is not told is not known. */
#include "drive_fixture.h"
#include "identify.h"
#include "suite.h"
#include "twin_world.h"
#include "waiting.h"

static struct twin *twin;
static struct survey survey;

/* The drive of the small machine has one VF, which is online. */
static void start(void)
{
	struct function *pf;

	twin = twin_make();
	pf = survey_function(twin_world(twin), NVME);
	pf->drive = drive_make();
	ck_assert_int_eq(twin_write(twin, DEVICES NVME "/sriov_numvfs", "1"), 0);
	pf->drive->secondaries[0] =
		(struct secondary){ .cntlid = 2, .vf = 1, .queues = 3, .interrupts = 1, .online = true };
	survey = (struct survey){ 0 };
}

static void stop(void)
{
	survey_free(&survey);
	host_free(twin_host(twin));
}

static const struct function *take(const char *address)
{
	struct report report = { 0 };

	ck_assert_int_eq(survey_take(twin_host(twin), &survey, &report), 0);
	report_free(&report);
	return survey_function(&survey, address);
}

START_TEST(a_drive_is_asked_and_its_vfs_have_what_it_says)
{
	const struct function *vf = take(NVME_VF0);

	ck_assert_ptr_nonnull(vf->physfn->drive);
	ck_assert_ptr_null(vf->physfn->drive->unknown);
	ck_assert_uint_eq(vf->physfn->drive->n_secondaries, FIXTURE_VFS);
	ck_assert_str_eq(vf->setting[VF_QUEUES].text, "3");
	ck_assert_str_eq(vf->setting[VF_INTERRUPTS].text, "1");
	ck_assert_str_eq(vf->setting[VF_ONLINE].text, "true");
	ck_assert_ptr_null(survey_function(&survey, IGB)->drive);
	ck_assert_int_eq(survey_function(&survey, IGB)->setting[VF_QUEUES].is, R_ABSENT);
}
END_TEST

START_TEST(what_a_drive_does_not_tell_is_not_known)
{
	const struct function *vf;

	drive_free(survey_function(twin_world(twin), NVME)->drive);
	survey_function(twin_world(twin), NVME)->drive = NULL;
	vf = take(NVME_VF0);
	ck_assert_str_eq(vf->physfn->drive->unknown, "the facts do not have it");
	ck_assert_int_eq(vf->setting[VF_QUEUES].is, R_UNKNOWN);
	ck_assert_str_eq(vf->setting[VF_QUEUES].text, "the facts do not have it");
}
END_TEST

START_TEST(without_its_driver_nobody_asks_it)
{
	ck_assert_int_eq(twin_write(twin, "sys/bus/pci/drivers/nvme/unbind", NVME), 0);
	ck_assert_ptr_null(take(NVME)->drive);
	ck_assert_int_eq(survey_function(&survey, NVME_VF0)->setting[VF_ONLINE].is, R_ABSENT);
}
END_TEST

static uint64_t time_to_take(void)
{
	struct host *host = twin_host(twin);
	uint64_t began = host->ops->now_ns(host);

	survey_free(&survey);
	survey = (struct survey){ 0 };
	take(NVME);
	return host->ops->now_ns(host) - began;
}

/* The small machine's other card becomes a drive as well. */
START_TEST(drives_are_asked_at_the_same_time)
{
	struct function *other = survey_function(twin_world(twin), NIC);
	uint64_t none, one, two;

	one = time_to_take();
	function_set(other, A_CLASS, "0x010802");
	function_set(other, A_DRIVER, "../../../../bus/pci/drivers/nvme");
	other->drive = drive_make();
	two = time_to_take();
	ck_assert_uint_eq(survey_function(&survey, NIC)->drive->n_secondaries, FIXTURE_VFS);
	ck_assert_int_eq(twin_write(twin, "sys/bus/pci/drivers/nvme/unbind", NVME), 0);
	ck_assert_int_eq(twin_write(twin, "sys/bus/pci/drivers/nvme/unbind", NIC), 0);
	none = time_to_take();
	ck_assert_uint_gt(one, none);
	ck_assert_uint_lt(two - none, (one - none) * 115 / 100);
}
END_TEST

/* What only reads can be left: a drive that takes a minute would keep the operator as long. */
START_TEST(who_asks_to_stop_waits_for_no_drive)
{
	struct function *pf = survey_function(twin_world(twin), NVME);
	struct host *host = twin_host(twin);
	struct report report = { 0 };
	bool waited = false;

	identify(pf, I_NVME_MODEL, "PAWL slow");
	for (uint64_t after = 1; after < 60 && !waited; after++) {
		uint64_t began = host->ops->now_ns(host);

		host->asked_to_stop = false;
		twin_interrupt(twin, after);
		ck_assert_int_eq(survey_take(host, &survey, &report), -1);
		ck_assert_str_eq(report.findings[0].id, "interrupted");
		waited = host_waiting(host, &(struct waiting){ 0 }, 1) > 0;
		ck_assert(!waited || host->ops->now_ns(host) - began < SECONDS);
		report_free(&report);
	}
	ck_assert(waited);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, a_drive_is_asked_and_its_vfs_have_what_it_says);
	tcase_add_test(tests, what_a_drive_does_not_tell_is_not_known);
	tcase_add_test(tests, without_its_driver_nobody_asks_it);
	tcase_add_test(tests, drives_are_asked_at_the_same_time);
	tcase_add_test(tests, who_asks_to_stop_waits_for_no_drive);
}

int main(void)
{
	return suite_run("survey_drives", tests_add);
}
