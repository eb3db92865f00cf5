/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The twin's faults: failing, hanging, dying at an operation, and what is there when it is revived. */
#include "suite.h"
#include "twin_world.h"

#define NUMVFS      DEVICES IGB "/sriov_numvfs"
#define DEVICE_LOCK "device/0000:02:00"

static const struct op make_vfs = { .verb = OP_WRITE,
	.path = NUMVFS,
	.in = "2",
	.in_len = 1,
	.deadline_ns = 10 * SECONDS,
	.lock = DEVICE_LOCK };
static const struct op read_count = { .verb = OP_READ, .path = NUMVFS, .deadline_ns = SECONDS };
static const struct op append_line = {
	.verb = OP_APPEND, .path = JOURNAL, .in = "0123456789\n", .in_len = 11
};

static void fault_next(struct twin *twin, enum fault fault, bool after_effect, unsigned seed)
{
	struct strike strike = { .fault = fault,
		.at_operation = twin_operations(twin) + 1,
		.error = EIO,
		.after_effect = after_effect,
		.seed = seed };

	twin_set_fault(twin, &strike);
}

static int64_t count_of(struct twin *twin)
{
	int64_t count = -1;

	function_number(survey_function(twin_world(twin), IGB), A_NUMVFS, &count);
	return count;
}

START_TEST(fail_gives_its_errno_once)
{
	struct twin *twin = twin_make();

	fault_next(twin, FAULT_FAIL, false, 1);
	ck_assert_int_eq(operate(twin, &make_vfs, NULL), EIO);
	ck_assert_int_eq(count_of(twin), 0);
	ck_assert_int_eq(operate(twin, &make_vfs, NULL), 0);
	ck_assert_int_eq(count_of(twin), 2);
	ck_assert_uint_eq(twin_operations(twin), 2);
	twin_end(twin);
}
END_TEST

START_TEST(a_lost_write_answers_success)
{
	struct twin *twin = twin_make();

	twin_set_fault(twin, &(struct strike){ .fault = FAULT_LOSE, .at_write = "*/sriov_numvfs" });
	ck_assert_int_eq(operate(twin, &make_vfs, NULL), 0);
	ck_assert_int_eq(count_of(twin), 0);
	ck_assert(twin_struck(twin));
	ck_assert_int_eq(operate(twin, &make_vfs, NULL), 0);
	ck_assert_int_eq(count_of(twin), 2);
	twin_end(twin);
}
END_TEST

/* Appends count, reads do not. */
START_TEST(the_nth_that_fits_is_struck)
{
	struct twin *twin = twin_make();
	char pattern[] = "*/journal";

	twin_set_fault(twin,
		&(struct strike){ .fault = FAULT_FAIL, .at_write = pattern, .nth = 2, .error = ENOSPC });
	pattern[0] = 'x'; /* the twin has its own */
	ck_assert_int_eq(operate(twin, &append_line, NULL), 0);
	expect_read(twin, JOURNAL, "0123456789\n");
	ck_assert_int_eq(operate(twin, &make_vfs, NULL), 0);
	ck_assert(!twin_struck(twin));
	ck_assert_int_eq(operate(twin, &append_line, NULL), ENOSPC);
	ck_assert(twin_struck(twin));
	ck_assert_int_eq(operate(twin, &append_line, NULL), 0);
	expect_read(twin, JOURNAL, "0123456789\n0123456789\n");
	twin_end(twin);
}
END_TEST

START_TEST(somebody_acts_right_before)
{
	struct twin *twin = twin_make();

	twin_set_fault(twin,
		&(struct strike){
			.fault = FAULT_MEANWHILE, .at_write = "*/journal", .path = NUMVFS, .value = "3" });
	ck_assert_int_eq(count_of(twin), 0);
	ck_assert_int_eq(operate(twin, &append_line, NULL), 0);
	ck_assert_int_eq(count_of(twin), 3);
	expect_read(twin, JOURNAL, "0123456789\n");
	twin_set_fault(twin, &(struct strike){ .fault = FAULT_MEANWHILE,
				     .at_write = "*/journal",
				     .path = DEVICE_LOCK,
				     .value = "somebody",
				     .hold = true });
	ck_assert_int_eq(operate(twin, &append_line, NULL), 0);
	ck_assert_int_eq(operate(twin, &make_vfs, NULL), EWOULDBLOCK);
	twin_end(twin);
}
END_TEST

START_TEST(death_comes_before_or_after_the_effect)
{
	struct twin *twin = twin_make();
	struct host *host = twin_host(twin);
	struct done done = { 0 };

	fault_next(twin, FAULT_DIE, _i, 1);
	host->ops->begin(host, &make_vfs);
	ck_assert(twin_died(twin));
	ck_assert_int_eq(host->ops->next(host, &done), -ECONNRESET);
	host->ops->begin(host, &read_count);
	ck_assert_int_eq(host->ops->next(host, &done), -ECONNRESET);
	ck_assert_uint_eq(twin_operations(twin), 1);
	ck_assert_int_ne(operate(twin, &read_count, NULL), 0);
	twin_revive(twin, false);
	ck_assert(!twin_died(twin));
	expect_read(twin, NUMVFS, _i ? "2\n" : "0\n");
	ck_assert_int_eq(host->ops->next(host, &done), 0);
	twin_end(twin);
}
END_TEST

START_TEST(death_frees_the_locks)
{
	struct twin *twin = twin_make();
	struct op lock = { .verb = OP_LOCK, .path = "host" };

	ck_assert_int_eq(operate(twin, &lock, NULL), 0);
	fault_next(twin, FAULT_DIE, false, 1);
	operate(twin, &read_count, NULL);
	twin_revive(twin, false);
	ck_assert_int_eq(operate(twin, &lock, NULL), 0);
	twin_end(twin);
}
END_TEST

START_TEST(writes_under_way_outlive_the_process)
{
	struct twin *twin = twin_make();
	struct host *host = twin_host(twin);

	fault_next(twin, FAULT_NONE, false, 1);
	host->ops->begin(host, &make_vfs);
	fault_next(twin, FAULT_DIE, false, 1);
	host->ops->begin(host, &read_count);
	ck_assert_int_eq(count_of(twin), 0);
	twin_revive(twin, false);
	ck_assert_int_eq(count_of(twin), 2);
	twin_end(twin);
}
END_TEST

/* Every prefix may stay of a line that nobody saw fsync'ed, and each of them must be reachable. */
START_TEST(appends_are_torn_at_death)
{
	bool seen[12] = { false };

	for (unsigned seed = 0; seed < 400; seed++) {
		struct twin *twin = twin_make();
		AUTO_FREE char *left = NULL;

		ck_assert_int_eq(operate(twin, &append_line, NULL), 0);
		fault_next(twin, FAULT_DIE, true, seed);
		operate(twin, &append_line, NULL);
		twin_revive(twin, false);
		ck_assert_int_eq(operate(twin, &(struct op){ .verb = OP_READ, .path = JOURNAL }, &left), 0);
		ck_assert_uint_ge(strlen(left), 11);
		ck_assert_uint_le(strlen(left), 22);
		ck_assert_int_eq(strncmp(left, "0123456789\n0123456789\n", strlen(left)), 0);
		seen[strlen(left) - 11] = true;
		twin_end(twin);
	}
	for (size_t i = 0; i < 12; i++)
		ck_assert_msg(seen[i], "no seed leaves %zu bytes", i);
}
END_TEST

START_TEST(hanging_writes_end_well_or_never)
{
	struct twin *twin = twin_make();
	struct op lock = { .verb = OP_LOCK, .path = DEVICE_LOCK };
	struct done done = { 0 };

	fault_next(twin, FAULT_HANG, _i, 1);
	ck_assert_int_eq(host_do(twin_host(twin), &make_vfs, &done), ETIMEDOUT);
	ck_assert_uint_eq(done.flags, DONE_STILL_RUNNING);
	done_free(&done);
	ck_assert_int_eq(operate(twin, &read_count, NULL), ETIMEDOUT);
	ck_assert_int_eq(operate(twin, &lock, NULL), EWOULDBLOCK);
	twin_revive(twin, false);
	ck_assert_int_eq(operate(twin, &lock, NULL), 0);
	expect_read(twin, NUMVFS, _i ? "2\n" : "0\n");
	twin_end(twin);
}
END_TEST

START_TEST(hanging_without_a_deadline_is_death)
{
	struct twin *twin = twin_make();

	fault_next(twin, FAULT_HANG, false, 1);
	operate(twin, &append_line, NULL);
	ck_assert(twin_died(twin));
	twin_revive(twin, false);
	expect_error(twin, OP_READ, JOURNAL, ENOENT);
	twin_end(twin);
}
END_TEST

START_TEST(a_held_vf_keeps_its_write_beyond_death)
{
	struct twin *twin = twin_make();
	struct op take = make_vfs, lock = { .verb = OP_LOCK, .path = DEVICE_LOCK };

	take.in = "0";
	expect_write(twin, NUMVFS, "1", 0);
	twin_hold(twin, IGB_VF0, "guest web1");
	fault_next(twin, FAULT_DIE, true, 1);
	operate(twin, &take, NULL);
	twin_revive(twin, false);
	ck_assert_int_eq(operate(twin, &lock, NULL), EWOULDBLOCK);
	ck_assert_int_eq(operate(twin, &read_count, NULL), ETIMEDOUT);
	twin_hold(twin, IGB_VF0, NULL);
	ck_assert_int_eq(operate(twin, &lock, NULL), 0);
	expect_read(twin, NUMVFS, "0\n");
	twin_end(twin);
}
END_TEST

START_TEST(reboot_takes_back_what_is_volatile)
{
	struct twin *twin = twin_make();
	struct op lock = { .verb = OP_LOCK, .path = "host" };

	operate(twin, &append_line, NULL);
	operate(twin, &lock, NULL);
	expect_write(twin, "run/pawl/state", "x", 0);
	expect_write(twin, DEVICES IGB "/sriov_drivers_autoprobe", "0", 0);
	expect_write(twin, NUMVFS, "2", 0);
	expect_write(twin, "sys/bus/pci/drivers/nvme/unbind", NVME, 0);
	expect_write(twin, DEVICES NVME "/driver_override", "vfio-pci", 0);
	expect_write(twin, "sys/bus/pci/drivers_probe", NVME, 0);
	twin_hold(twin, IGB_VF0, "guest web1");
	twin_revive(twin, true);
	expect_read(twin, NUMVFS, "0\n");
	ck_assert_ptr_null(survey_function(twin_world(twin), IGB_VF0));
	ck_assert_ptr_null(twin_holder(twin, IGB_VF0));
	expect_read(twin, DEVICES IGB "/sriov_drivers_autoprobe", "1\n");
	expect_read(twin, DEVICES NVME "/driver_override", "(null)\n");
	expect_driver(twin, NVME, "nvme");
	expect_read(twin, JOURNAL, "0123456789\n");
	expect_error(twin, OP_READ, "run/pawl/state", ENOENT);
	ck_assert_str_ne(twin_world(twin)->machine[M_BOOT_ID].text, "first-boot");
	ck_assert_int_eq(operate(twin, &lock, NULL), 0);
	twin_end(twin);
}
END_TEST

/* The order in which many operations come back, as text. */
static char *order_of(unsigned seed)
{
	static const char *const paths[] = { DEVICES IGB "/vendor", DEVICES NVME "/vendor",
		DEVICES NIC "/vendor", DEVICES WIDE "/vendor", DEVICES IGB "/class" };
	struct twin *twin = twin_make();
	struct host *host = twin_host(twin);
	struct text order = { 0 };
	struct done done = { 0 };

	twin_set_fault(twin, &(struct strike){ .seed = seed });
	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++)
		host->ops->begin(host, &(struct op){ .verb = OP_READ, .path = paths[i] });
	while (host->ops->next(host, &done) == 1) {
		text_addf(&order, "%llu@%llu ", (unsigned long long)done.ticket,
			(unsigned long long)host->ops->now_ns(host));
		done_free(&done);
	}
	twin_end(twin);
	return text_take(&order);
}

START_TEST(a_seed_gives_one_order)
{
	size_t differ = 0;
	AUTO_FREE char *first = order_of(0);

	for (unsigned seed = 0; seed < 20; seed++) {
		AUTO_FREE char *once = order_of(seed);
		AUTO_FREE char *again = order_of(seed);

		ck_assert_str_eq(once, again);
		differ += strcmp(first, once) != 0;
	}
	ck_assert_uint_gt(differ, 10);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, fail_gives_its_errno_once);
	tcase_add_test(tests, a_lost_write_answers_success);
	tcase_add_test(tests, the_nth_that_fits_is_struck);
	tcase_add_test(tests, somebody_acts_right_before);
	tcase_add_loop_test(tests, death_comes_before_or_after_the_effect, 0, 2);
	tcase_add_test(tests, death_frees_the_locks);
	tcase_add_test(tests, writes_under_way_outlive_the_process);
	tcase_add_test(tests, appends_are_torn_at_death);
	tcase_add_loop_test(tests, hanging_writes_end_well_or_never, 0, 2);
	tcase_add_test(tests, hanging_without_a_deadline_is_death);
	tcase_add_test(tests, a_held_vf_keeps_its_write_beyond_death);
	tcase_add_test(tests, reboot_takes_back_what_is_volatile);
	tcase_add_test(tests, a_seed_gives_one_order);
}

int main(void)
{
	return suite_run("twin_fault", tests_add);
}
