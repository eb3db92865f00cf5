/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The twin as a host: operations, locks, held devices, the clock, signals. */
#include "suite.h"
#include "twin_world.h"

#define DEVICE_LOCK "device/0000:02:00"
#define NUMVFS      DEVICES IGB "/sriov_numvfs"

static int next(struct twin *twin, struct done *done)
{
	return twin_host(twin)->ops->next(twin_host(twin), done);
}

static struct op lock_op(enum op_verb verb, const char *name)
{
	return (struct op){ .verb = verb, .path = name };
}

START_TEST(files_are_named_bytes)
{
	struct twin *twin = twin_make();
	struct op replace = { .verb = OP_REPLACE, .path = "var/lib/pawl/plan", .in = "one", .in_len = 3 };
	struct op append = append_op("line\n");

	expect_error(twin, OP_READ, "var/lib/pawl/plan", ENOENT);
	ck_assert_int_eq(operate(twin, &replace, NULL), 0);
	ck_assert_int_eq(operate(twin, &append, NULL), 0);
	ck_assert_int_eq(operate(twin, &append, NULL), 0);
	expect_read(twin, "var/lib/pawl/plan", "one");
	ck_assert_uint_eq(twin_writes(twin), 3);
	expect_read(twin, JOURNAL, "line\nline\n");
	expect_answer(twin, OP_LIST, "var/lib/pawl", "journal\nplan\n");
	expect_answer(twin, OP_LIST, "var", "lib\n");
	expect_error(twin, OP_READ, "var/lib", EISDIR);
	expect_error(twin, OP_LIST, "var/lib/other", ENOENT);
	expect_error(twin, OP_LINK, JOURNAL, EINVAL);
	expect_write(twin, "var/lib/pawl/plan", NULL, 0);
	expect_write(twin, "var/lib/pawl/plan", NULL, ENOENT);
	expect_write(twin, JOURNAL, "damage", 0);
	expect_read(twin, JOURNAL, "damage");
	replace.path = "sys/bus/pci/devices/new";
	ck_assert_int_eq(operate(twin, &replace, NULL), EACCES);
	twin_end(twin);
}
END_TEST

START_TEST(writes_need_something_that_takes_them)
{
	struct twin *twin = twin_make();

	expect_write(twin, DEVICES IGB "/vendor", "1", EACCES);
	expect_write(twin, DEVICES IGB "/nothing", "1", ENOENT);
	expect_write(twin, DEVICES IGB, "1", EISDIR);
	expect_write(twin, "proc/sys/kernel/random/boot_id", "1", EACCES);
	expect_error(twin, OP_READ, DEVICES IGB "/driver", EISDIR);
	expect_error(twin, OP_LINK, DEVICES IGB "/vendor", EINVAL);
	expect_error(twin, OP_NVME, "dev/nvme0", ENOSYS);
	twin_end(twin);
}
END_TEST

START_TEST(gather_answers_each_name)
{
	static const char names[] = "vendor\0driver@\0sriov_numvfs\0physfn@\0sriov_offset\0driver";
	static const char want[] = "=0x8086\0=../../../../bus/pci/drivers/igb\0=0\0-\0-\0?Is a directory";
	struct twin *twin = twin_make();
	struct op op = { .verb = OP_GATHER, .path = DEVICES IGB, .in = names, .in_len = sizeof(names) };
	struct done done = { 0 };

	function_set(survey_function(twin_world(twin), IGB), A_OFFSET, NULL);
	ck_assert_int_eq(host_do(twin_host(twin), &op, &done), 0);
	ck_assert_uint_eq(done.len, sizeof(want));
	ck_assert_mem_eq(done.data, want, sizeof(want));
	done_free(&done);
	op.path = DEVICES "0000:ff:00.0";
	ck_assert_int_eq(host_do(twin_host(twin), &op, &done), ENOENT);
	done_free(&done);
	twin_end(twin);
}
END_TEST

/* Where the links below sys/bus/pci/devices lead. */
START_TEST(a_function_is_also_below_its_bridges)
{
	struct twin *twin = twin_make();
	const char *link = function_text(survey_function(twin_world(twin), IGB), A_PATH);
	AUTO_FREE char *directory = text_print("sys/%s", link + strlen("../../../"));
	AUTO_FREE char *vendor = text_print("%s/vendor", directory);
	AUTO_FREE char *below_other = text_print("%s/" NVME "/vendor", directory);

	expect_read(twin, vendor, "0x8086\n");
	expect_error(twin, OP_LIST, directory, 0);
	expect_error(twin, OP_READ, below_other, ENOENT);
	expect_error(twin, OP_READ, "sys/devices/pci0000:00/" NIC "/vendor", ENOENT);
	twin_end(twin);
}
END_TEST

static void expect_same_function(const struct function *a, const struct function *b)
{
	ck_assert_str_eq(a->address, b->address);
	ck_assert_uint_eq(a->n_virtfn, b->n_virtfn);
	for (enum attribute i = 0; i < N_ATTRIBUTES; i++) {
		ck_assert_msg(a->attr[i].is == b->attr[i].is, "%s %s", a->address, attributes[i].name);
		ck_assert_pstr_eq(a->attr[i].text, b->attr[i].text);
	}
}

START_TEST(a_survey_of_the_twin_is_its_world)
{
	struct twin *twin = twin_make();
	const struct survey *world = twin_world(twin);
	struct survey seen = { 0 };
	struct report report = { 0 };

	expect_write(twin, NUMVFS, "2", 0);
	expect_write(twin, DEVICES IGB_VF0 "/driver_override", "none", 0);
	ck_assert_int_eq(survey_take(twin_host(twin), &seen, &report), 0);
	ck_assert_uint_eq(report_errors(&report), 0);
	ck_assert_uint_eq(seen.n, world->n);
	for (size_t i = 0; i < world->n; i++)
		expect_same_function(seen.functions[i], world->functions[i]);
	ck_assert_uint_eq(seen.n_drivers, world->n_drivers);
	ck_assert_str_eq(seen.machine[M_BOOT_ID].text, "first-boot");
	survey_free(&seen);
	report_free(&report);
	twin_end(twin);
}
END_TEST

START_TEST(locks_are_one_process_s)
{
	struct twin *twin = twin_make();
	struct op take = lock_op(OP_LOCK, "host"), give = lock_op(OP_UNLOCK, "host");
	AUTO_FREE char *who = NULL;

	ck_assert_int_eq(operate(twin, &take, NULL), 0);
	ck_assert_int_eq(operate(twin, &take, NULL), EALREADY);
	ck_assert_int_eq(operate(twin, &give, NULL), 0);
	ck_assert_int_eq(operate(twin, &give, NULL), ENOLCK);
	twin_hold(twin, "host", "process 99 (pawl)");
	ck_assert_int_eq(operate(twin, &take, &who), EWOULDBLOCK);
	ck_assert_str_eq(who, "process 99 (pawl)");
	twin_hold(twin, "host", NULL);
	ck_assert_int_eq(operate(twin, &take, NULL), 0);
	twin_end(twin);
}
END_TEST

/* Measured: the write blocks for as long as the VF is held, and so does reading numvfs, nothing else. */
START_TEST(a_held_vf_blocks_its_removal)
{
	struct twin *twin = twin_make();
	struct op lock = lock_op(OP_LOCK, DEVICE_LOCK), unlock = lock_op(OP_UNLOCK, DEVICE_LOCK);
	struct op write = write_op(NUMVFS, "0");
	struct op busy = { .verb = OP_READ, .path = DEVICES IGB "/vendor", .lock = DEVICE_LOCK };
	struct done done = { 0 };
	uint64_t start;

	expect_write(twin, NUMVFS, "2", 0);
	twin_hold(twin, IGB_VF1, "guest web1");
	ck_assert_str_eq(twin_holder(twin, IGB_VF1), "guest web1");
	ck_assert_int_eq(operate(twin, &lock, NULL), 0);
	start = twin_host(twin)->ops->now_ns(twin_host(twin));
	ck_assert_int_eq(host_do(twin_host(twin), &write, &done), ETIMEDOUT);
	ck_assert_uint_eq(done.flags, DONE_STILL_RUNNING);
	ck_assert_uint_ge(twin_host(twin)->ops->now_ns(twin_host(twin)), start + 10 * SECONDS);
	done_free(&done);
	ck_assert_ptr_null(survey_function(twin_world(twin), IGB_VF0));
	expect_error(twin, OP_READ, NUMVFS, ETIMEDOUT);
	expect_error(twin, OP_READ, DEVICES IGB "/driver_override", ETIMEDOUT);
	expect_read(twin, DEVICES IGB "/vendor", "0x8086\n");
	ck_assert_int_eq(operate(twin, &busy, NULL), EBUSY);
	ck_assert_int_eq(operate(twin, &unlock, NULL), 0);
	ck_assert_int_eq(operate(twin, &lock, NULL), EWOULDBLOCK);
	twin_hold(twin, IGB_VF1, NULL);
	expect_read(twin, NUMVFS, "0\n");
	ck_assert_int_eq(operate(twin, &lock, NULL), 0);
	ck_assert_ptr_null(survey_function(twin_world(twin), IGB_VF1));
	twin_end(twin);
}
END_TEST

START_TEST(a_held_vf_blocks_its_unbind)
{
	struct twin *twin = twin_make();
	struct op unbind = write_op("sys/bus/pci/drivers/igbvf/unbind", IGB_VF0);
	struct done done = { 0 };
	uint64_t ticket;

	expect_write(twin, NUMVFS, "1", 0);
	twin_hold(twin, IGB_VF0, "guest web1");
	unbind.deadline_ns = 100 * SECONDS;
	ticket = begin(twin, &unbind);
	expect_error(twin, OP_READ, DEVICES IGB_VF0 "/driver_override", ETIMEDOUT);
	expect_write(twin, DEVICES IGB_VF0 "/driver_override", "none", EAGAIN);
	expect_driver(twin, IGB_VF0, NULL);
	twin_hold(twin, IGB_VF0, NULL);
	ck_assert_int_eq(next(twin, &done), 1);
	ck_assert_uint_eq(done.ticket, ticket);
	ck_assert_int_eq(done.err, 0);
	done_free(&done);
	expect_write(twin, DEVICES IGB_VF0 "/driver_override", "none", 0);
	twin_end(twin);
}
END_TEST

START_TEST(uevents_come_in_the_kernel_s_order)
{
	static const char *const watched[] = { IGB, IGB_VF1, IGB_VF0 };
	static const char *const want[] = {
		"add@/devices/pci0000:00/0000:00:01.0/" IGB_VF0,
		"add@/devices/pci0000:00/0000:00:01.0/" IGB_VF1,
		"change@/devices/pci0000:00/0000:00:01.0/" IGB,
		"",
	};
	struct twin *twin = twin_make();
	struct op write = write_op(NUMVFS, "2");
	struct done done = { 0 };

	for (size_t i = 0; i < 3; i++)
		begin(twin, &(struct op){ .verb = OP_WATCH, .path = watched[i], .deadline_ns = 9 * SECONDS });
	begin(twin, &write);
	for (size_t i = 0; i < 4; i++) {
		ck_assert_int_eq(next(twin, &done), 1);
		ck_assert_int_eq(done.err, 0);
		ck_assert_str_eq(done.data, want[i]);
		done_free(&done);
	}
	ck_assert_int_eq(next(twin, &done), 0);
	expect_error(twin, OP_WATCH, IGB, ETIMEDOUT);
	begin(twin, &(struct op){ .verb = OP_WATCH, .path = NIC, .deadline_ns = SECONDS });
	twin_announce(twin, NIC);
	ck_assert_int_eq(next(twin, &done), 1);
	ck_assert_int_eq(done.err, 0);
	done_free(&done);
	twin_end(twin);
}
END_TEST

START_TEST(time_passes_as_the_kernel_takes_it)
{
	struct twin *twin = twin_make();
	struct host *host = twin_host(twin);
	struct op make = write_op(NUMVFS, "2"), take = write_op(NUMVFS, "0");
	uint64_t start = host->ops->now_ns(host);

	expect_read(twin, NUMVFS, "0\n");
	ck_assert_uint_lt(host->ops->now_ns(host) - start, SECONDS / 1000);
	ck_assert_int_eq(operate(twin, &make, NULL), 0);
	ck_assert_uint_ge(host->ops->now_ns(host) - start, SECONDS / 5);
	ck_assert_uint_lt(host->ops->now_ns(host) - start, SECONDS);
	ck_assert_int_eq(operate(twin, &take, NULL), 0);
	ck_assert_uint_ge(host->ops->now_ns(host) - start, SECONDS);
	twin_end(twin);
}
END_TEST

START_TEST(who_waits_without_a_deadline_waits_for_ever)
{
	struct twin *twin = twin_make();
	struct op unbind = write_op("sys/bus/pci/drivers/igbvf/unbind", IGB_VF0);

	expect_write(twin, NUMVFS, "1", 0);
	twin_hold(twin, IGB_VF0, "guest web1");
	unbind.deadline_ns = 0;
	ck_assert_int_eq(operate(twin, &unbind, NULL), ETIMEDOUT);
	ck_assert_ptr_nonnull(strstr(twin_broken_rules(twin), "waits for ever"));
	twin_end(twin);
}
END_TEST

START_TEST(signals_come_between_operations)
{
	struct twin *twin = twin_make();
	struct done done = { 0 };
	struct op read = { .verb = OP_READ, .path = NUMVFS };

	twin_interrupt(twin, 1);
	ck_assert_int_eq(next(twin, &done), -EINTR);
	ck_assert_int_eq(next(twin, &done), 0);
	twin_interrupt(twin, 2);
	ck_assert_int_eq(next(twin, &done), 0);
	begin(twin, &read);
	ck_assert_int_eq(next(twin, &done), -EINTR);
	ck_assert_int_eq(next(twin, &done), 1);
	done_free(&done);
	twin_end(twin);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, files_are_named_bytes);
	tcase_add_test(tests, writes_need_something_that_takes_them);
	tcase_add_test(tests, gather_answers_each_name);
	tcase_add_test(tests, a_function_is_also_below_its_bridges);
	tcase_add_test(tests, a_survey_of_the_twin_is_its_world);
	tcase_add_test(tests, locks_are_one_process_s);
	tcase_add_test(tests, a_held_vf_blocks_its_removal);
	tcase_add_test(tests, a_held_vf_blocks_its_unbind);
	tcase_add_test(tests, uevents_come_in_the_kernel_s_order);
	tcase_add_test(tests, time_passes_as_the_kernel_takes_it);
	tcase_add_test(tests, who_waits_without_a_deadline_waits_for_ever);
	tcase_add_test(tests, signals_come_between_operations);
}

int main(void)
{
	return suite_run("twin", tests_add);
}
