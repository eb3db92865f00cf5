/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What runs beside what while a plan is applied: lanes, barriers, lanes that turn out to be one. */
#include "engine.h"
#include "suite.h"
#include "twin_world.h"

static const char two[] = "pawl: 1\nhosts:\n  kp001:\n    devices:\n"
			  "      nic0: {select: {pci: \"0000:02:00.0\"}, vfs: {count: 2, driver: none}}\n"
			  "      ssd0: {select: {pci: \"0000:03:00.0\"}, vfs: {count: 2, driver: none}}\n";
static const char three[] = "pawl: 1\nhosts:\n  kp001:\n    devices:\n"
			    "      nic0: {select: {pci: \"0000:02:00.0\"}, vfs: {count: 2}}\n"
			    "      ssd0: {select: {pci: \"0000:03:00.0\"}, vfs: {count: 2}}\n"
			    "      nic1: {select: {pci: \"0000:17:00.0\"}, vfs: {count: 2}}\n";

/* A run, and what it has told. */
static struct {
	struct twin *twin;
	struct wish wish;
	struct planning planning;
	struct report report;
	struct {
		const struct step *step;
		bool ends;
		enum step_result result;
		uint64_t ns;
	} told[128];
	size_t n;
} run;

static void tell(const struct step *step, bool ends, enum step_result result)
{
	struct host *host = twin_host(run.twin);

	ck_assert_uint_lt(run.n, sizeof(run.told) / sizeof(run.told[0]));
	run.told[run.n].step = step;
	run.told[run.n].ends = ends;
	run.told[run.n].result = result;
	run.told[run.n++].ns = host->ops->now_ns(host);
}

static void starts(void *data, const struct step *step, const char *target)
{
	(void)data, (void)target;
	tell(step, false, STEP_WAITING);
}

static void ends(void *data, const struct step *step, const char *target, enum step_result result)
{
	(void)data, (void)target;
	tell(step, true, result);
}

static void plan_make(const char *yaml, const struct reaction *more)
{
	const struct asked asked = { .host_name = "kp001" };

	run.twin = twin_make_with(more);
	ck_assert_int_eq(wish_parse(&run.wish, "wish.yaml", yaml, strlen(yaml), &run.report), 0);
	ck_assert_int_eq(wish_join(&run.wish, &run.report), 0);
	ck_assert_int_eq(survey_take(twin_host(run.twin), &run.planning.survey, &run.report), 0);
	ck_assert_int_eq(planning_make(&run.planning, &run.wish, &asked, &run.report), 0);
}

static int apply(size_t parallel)
{
	const struct progress progress = { .starts = starts, .ends = ends };
	const struct manner manner = { .parallel = parallel, .progress = &progress };
	struct host *host = twin_host(run.twin);
	struct journal journal;
	struct done done = { 0 };
	int result;

	ck_assert_int_eq(host_do(host, &(struct op){ .verb = OP_LOCK, .path = LOCK_HOST }, &done), 0);
	ck_assert_int_eq(journal_open(&journal, host, &run.report), 0);
	result = plan_apply(&run.planning, host, &journal, &manner, &run.report);
	journal_free(&journal);
	done_free(&done);
	return result;
}

static void end(void)
{
	ck_assert_str_eq(twin_broken_rules(run.twin), "");
	planning_free(&run.planning);
	wish_free(&run.wish);
	report_free(&run.report);
	twin_end(run.twin);
	memset(&run, 0, sizeof(run));
}

static size_t most_in_hand(void)
{
	size_t in_hand = 0, most = 0;

	for (size_t i = 0; i < run.n; i++) {
		in_hand += run.told[i].ends ? (size_t)-1 : 1;
		most = in_hand > most ? in_hand : most;
	}
	ck_assert_uint_eq(in_hand, 0);
	return most;
}

/* Where it was told, run.n when it was not. */
static size_t told_at(const struct step *step, bool that_it_ends)
{
	size_t i = 0;

	while (i < run.n && (run.told[i].step != step || run.told[i].ends != that_it_ends))
		i++;
	return i;
}

static enum step_result result_of(const struct step *step)
{
	size_t at = told_at(step, true);

	return at < run.n ? run.told[at].result : STEP_WAITING;
}

static struct step *step_find(const struct knob *knob, const char *object)
{
	for (size_t i = 0; i < run.planning.plan.n; i++)
		if (run.planning.plan.steps[i]->knob == knob &&
			string_equal(run.planning.plan.steps[i]->object, object))
			return run.planning.plan.steps[i];
	ck_abort_msg("no step on %s of %s", knob->name, object);
	return NULL;
}

START_TEST(so_many_lanes_at_once)
{
	plan_make(three, NULL);
	ck_assert_int_eq(apply((size_t)_i), 0);
	ck_assert_uint_eq(most_in_hand(), _i < 3 ? (size_t)_i : 3);
	end();
}
END_TEST

/* Three writes of 500 ms and more take as long as one. */
START_TEST(lanes_do_not_wait_for_one_another)
{
	plan_make(three, NULL);
	twin_slow(run.twin, "*/sriov_numvfs", SECONDS / 2);
	ck_assert_int_eq(apply(16), 0);
	ck_assert_uint_lt(run.told[run.n - 1].ns - run.told[0].ns, SECONDS);
	end();
}
END_TEST

/* Everything before it is over when it starts, and nothing behind it starts before it is over. */
START_TEST(a_barrier_is_alone)
{
	const struct step *barrier;

	plan_make(three, NULL);
	barrier = step_find(&knob_numvfs, "ssd0.vfs");
	((struct step *)barrier)->flags |= STEP_NEEDS_REBOOT;
	ck_assert_int_eq(apply(16), 0);
	for (size_t i = 0; i < run.planning.plan.n; i++) {
		const struct step *step = run.planning.plan.steps[i];

		if (step->number < barrier->number)
			ck_assert_uint_lt(told_at(step, true), told_at(barrier, false));
		if (step->number > barrier->number)
			ck_assert_uint_gt(told_at(step, false), told_at(barrier, true));
	}
	end();
}
END_TEST

/* No write to the devices would show how their VFs come into one group: the platform does it. */
static int numvfs_into_one_group(struct twin *twin, const char *path, const char *value)
{
	int err = 0;

	for (const struct reaction *row = kernel_reactions; row->pattern; row++)
		if (string_ends(row->pattern, "/sriov_numvfs"))
			err = row->write(twin, path, value);
	for (size_t i = 0; err == 0 && i < twin_world(twin)->n; i++)
		if (twin_world(twin)->functions[i]->physfn)
			function_set(twin_world(twin)->functions[i], A_GROUP,
				"../../../../kernel/iommu_groups/77");
	return err;
}

static const struct reaction without_acs[] = {
	{ .pattern = DEVICES "*/sriov_numvfs",
		.write = numvfs_into_one_group,
		.source = "drivers/iommu/iommu.c, pci_device_group: no access control services" },
	{ 0 },
};

/* Once both have their VFs, which share a group, their steps come one after the other. */
static size_t overlaps_after(size_t from)
{
	size_t in_hand = 0, overlaps = 0;

	for (size_t i = 0; i < run.n; i++) {
		in_hand += run.told[i].ends ? (size_t)-1 : 1;
		overlaps += i >= from && !run.told[i].ends && in_hand > 1;
	}
	return overlaps;
}

START_TEST(lanes_whose_vfs_share_a_group_are_one)
{
	size_t nic, ssd;

	plan_make(two, _i ? without_acs : NULL);
	ck_assert_uint_eq(run.planning.plan.n_lanes, 2);
	ck_assert_int_eq(apply(16), 0);
	ck_assert_uint_eq(most_in_hand(), 2);
	nic = told_at(step_find(&knob_numvfs, "nic0.vfs"), true);
	ssd = told_at(step_find(&knob_numvfs, "ssd0.vfs"), true);
	if (_i)
		ck_assert_uint_eq(overlaps_after(1 + (nic > ssd ? nic : ssd)), 0);
	else
		ck_assert_uint_gt(overlaps_after(1 + (nic > ssd ? nic : ssd)), 0);
	end();
}
END_TEST

/* One lane has failed: another one goes on, but takes nothing from anybody any more. */
START_TEST(after_a_failure_nothing_is_taken_away)
{
	const struct strike fail = {
		.fault = FAULT_FAIL, .at_write = "*/" IGB "/sriov_numvfs", .error = EIO
	};
	struct step *later;

	plan_make(two, NULL);
	twin_slow(run.twin, "*/" NVME "/sriov_numvfs", SECONDS);
	twin_set_fault(run.twin, &fail);
	later = step_find(&knob_override, "ssd0.vf.1");
	later->flags |= STEP_DISRUPTIVE;
	ck_assert_int_eq(apply(16), -1);
	ck_assert_int_eq(result_of(step_find(&knob_numvfs, "nic0.vfs")), STEP_REFUSED);
	ck_assert_int_eq(result_of(step_find(&knob_override, "nic0.vf.0")), STEP_WAITING);
	ck_assert_int_eq(result_of(step_find(&knob_override, "ssd0.vf.0")), STEP_DONE);
	ck_assert_int_eq(result_of(later), STEP_WAITING);
	end();
}
END_TEST

/* A write that does not come back keeps its own device, and nobody else's. */
START_TEST(a_write_that_hangs_stops_its_own_lane)
{
	const struct strike hang = { .fault = FAULT_HANG, .at_write = "*/" IGB "/sriov_numvfs" };

	plan_make(two, NULL);
	twin_set_fault(run.twin, &hang);
	ck_assert_int_eq(apply(16), -1);
	ck_assert_int_eq(result_of(step_find(&knob_numvfs, "nic0.vfs")), STEP_STILL_RUNNING);
	ck_assert_int_eq(result_of(step_find(&knob_override, "ssd0.vf.1")), STEP_DONE);
	ck_assert_uint_lt(run.told[told_at(step_find(&knob_override, "ssd0.vf.1"), true)].ns, 2 * SECONDS);
	end();
}
END_TEST

/* By itself a write of two may take less than 11 s with either driver (vf_pool_patience.c). */
START_TEST(a_count_behind_another_one_gets_its_time_too)
{
	plan_make(two, NULL);
	twin_slow(run.twin, "*/" IGB "/sriov_numvfs", 9 * SECONDS);
	twin_slow(run.twin, "*/" NVME "/sriov_numvfs", 18 * SECONDS);
	ck_assert_int_eq(apply(_i ? 16 : 1), _i ? 0 : -1);
	ck_assert_int_eq(result_of(step_find(&knob_numvfs, "ssd0.vfs")), _i ? STEP_DONE : STEP_STILL_RUNNING);
	end();
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_loop_test(tests, so_many_lanes_at_once, 1, 5);
	tcase_add_test(tests, lanes_do_not_wait_for_one_another);
	tcase_add_test(tests, a_barrier_is_alone);
	tcase_add_loop_test(tests, lanes_whose_vfs_share_a_group_are_one, 0, 2);
	tcase_add_test(tests, after_a_failure_nothing_is_taken_away);
	tcase_add_test(tests, a_write_that_hangs_stops_its_own_lane);
	tcase_add_loop_test(tests, a_count_behind_another_one_gets_its_time_too, 0, 2);
}

int main(void)
{
	return suite_run("apply", tests_add);
}
