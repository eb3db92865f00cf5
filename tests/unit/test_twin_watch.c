/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The watch over the safety rules: silent in a good run, and it sees each breach. */
#include "suite.h"
#include "twin_world.h"

static char *intend_line(const struct knob *knob, const char *target)
{
	return text_print("{\"event\":\"intend\",\"knob\":\"%s\",\"target\":\"%s\"}\n", knob->name, target);
}

/* Before the write, as pawl does it; what comes back is put aside. */
static void listen(struct twin *twin, const char *address)
{
	begin(twin, &(struct op){ .verb = OP_WATCH, .path = address, .deadline_ns = SECONDS });
}

/* As pawl does it: both locks, intend, watch, write. */
static int write_well(struct twin *twin, const struct op *write, const struct knob *knob, const char *target)
{
	AUTO_FREE char *intend = intend_line(knob, target);

	operate(twin, &(struct op){ .verb = OP_LOCK, .path = "host" }, NULL);
	operate(twin, &(struct op){ .verb = OP_LOCK, .path = DEVICE_LOCK }, NULL);
	operate(twin,
		&(struct op){ .verb = OP_APPEND, .path = JOURNAL, .in = intend, .in_len = strlen(intend) },
		NULL);
	listen(twin, target);
	return operate(twin, write, NULL);
}

START_TEST(the_watch_is_content_with_a_good_run)
{
	struct twin *twin = twin_make();
	struct op make = write_op(NUMVFS, "2"), remove = write_op(NUMVFS, "0");
	struct op keep = write_op(DEVICES IGB_VF0 "/driver_override", "none");
	struct op unbind = write_op("sys/bus/pci/drivers/igbvf/unbind", IGB_VF0);

	ck_assert_int_eq(write_well(twin, &make, &knob_numvfs, IGB), 0);
	ck_assert_int_eq(write_well(twin, &keep, &knob_override, IGB_VF0), 0);
	ck_assert_int_eq(write_well(twin, &unbind, &knob_driver, IGB_VF0), 0);
	ck_assert_int_eq(write_well(twin, &remove, &knob_numvfs, IGB), 0);
	ck_assert_str_eq(twin_broken_rules(twin), "");
	twin_end(twin);
}
END_TEST

static void expect_breach(struct twin *twin, const char *want)
{
	ck_assert_msg(strstr(twin_broken_rules(twin), want), "\"%s\" is not in:\n%s", want,
		twin_broken_rules(twin));
}

START_TEST(the_watch_sees_missing_locks)
{
	struct twin *twin = twin_make();
	struct op write = write_op(NUMVFS, "2");

	write.lock = NULL;
	operate(twin, &write, NULL);
	expect_breach(twin, "without the host's lock");
	expect_breach(twin, "without naming its device's lock");
	write = write_op(NUMVFS, "0");
	operate(twin, &write, NULL);
	expect_breach(twin, "without the lock of " DEVICE_LOCK);
	twin_end(twin);
}
END_TEST

static void announce(struct twin *twin, const struct knob *knob, const char *target)
{
	AUTO_FREE char *line = intend_line(knob, target);
	struct op append = append_op(line);

	operate(twin, &append, NULL);
}

START_TEST(the_watch_sees_writes_that_nobody_announced)
{
	struct twin *twin = twin_make();
	struct op done = append_op("{\"event\":\"done\",\"knob\":\"numvfs\",\"target\":\"" IGB "\"}\n");
	struct op make = write_op(NUMVFS, "2"), again = write_op(NUMVFS, "0");

	ck_assert_int_eq(write_well(twin, &make, &knob_numvfs, IGB), 0);
	operate(twin, &done, NULL);
	announce(twin, &knob_numvfs, NVME);
	announce(twin, &knob_autoprobe, IGB);
	ck_assert_str_eq(twin_broken_rules(twin), "");
	operate(twin, &again, NULL);
	expect_breach(twin, "before the journal says \"intend\" for numvfs of " IGB);
	twin_end(twin);
}
END_TEST

/* The line must be on the disk when the write begins, not merely under way. */
START_TEST(the_watch_wants_the_journal_first)
{
	struct twin *twin = twin_make();
	AUTO_FREE char *line = intend_line(&knob_numvfs, IGB);
	struct op intend = append_op(line);
	struct op write = write_op(NUMVFS, "2");

	begin(twin, &intend);
	begin(twin, &write);
	expect_breach(twin, "before the journal says \"intend\"");
	twin_end(twin);
}
END_TEST

START_TEST(the_watch_wants_ears_before_the_write)
{
	struct twin *twin = twin_make();
	struct op make = write_op(NUMVFS, "2"), off = write_op(DEVICES IGB "/sriov_drivers_autoprobe", "0");

	operate(twin, &(struct op){ .verb = OP_LOCK, .path = "host" }, NULL);
	operate(twin, &(struct op){ .verb = OP_LOCK, .path = DEVICE_LOCK }, NULL);
	announce(twin, &knob_autoprobe, IGB);
	ck_assert_int_eq(operate(twin, &off, NULL), 0);
	ck_assert_str_eq(twin_broken_rules(twin), "");
	announce(twin, &knob_numvfs, IGB);
	listen(twin, NVME);
	begin(twin, &make);
	listen(twin, IGB);
	expect_breach(twin, "written before what the kernel announces of " IGB " is watched");
	twin_end(twin);
}
END_TEST

/* A run that cannot note has to end; the next one begins with the host's lock. */
START_TEST(the_watch_sees_writes_without_a_journal)
{
	struct twin *twin = twin_make();
	struct op lock = { .verb = OP_LOCK, .path = "host" }, unlock = { .verb = OP_UNLOCK, .path = "host" };
	struct op make = write_op(NUMVFS, "2"), remove = write_op(NUMVFS, "0"), line = append_op("{}\n");

	ck_assert_int_eq(write_well(twin, &make, &knob_numvfs, IGB), 0);
	twin_set_fault(
		twin, &(struct strike){ .fault = FAULT_FAIL, .at_write = "*/journal", .error = ENOSPC });
	ck_assert_int_eq(operate(twin, &line, NULL), ENOSPC);
	operate(twin, &unlock, NULL);
	operate(twin, &lock, NULL);
	ck_assert_int_eq(write_well(twin, &remove, &knob_numvfs, IGB), 0);
	ck_assert_str_eq(twin_broken_rules(twin), "");
	twin_set_fault(
		twin, &(struct strike){ .fault = FAULT_FAIL, .at_write = "*/journal", .error = ENOSPC });
	ck_assert_int_eq(operate(twin, &line, NULL), ENOSPC);
	write_well(twin, &make, &knob_numvfs, IGB);
	expect_breach(twin, "written after the journal has refused a line");
	twin_end(twin);
}
END_TEST

START_TEST(the_watch_sees_what_is_written_again)
{
	struct twin *twin = twin_make();
	struct op make = write_op(NUMVFS, "2");

	ck_assert_int_eq(write_well(twin, &make, &knob_numvfs, IGB), 0);
	ck_assert_int_eq(write_well(twin, &make, &knob_numvfs, IGB), 0);
	expect_breach(twin, "an equal number of VFs written again");
	twin_end(twin);
}
END_TEST

START_TEST(the_watch_guards_held_vfs)
{
	static const struct {
		const char *path, *value;
		const struct knob *knob;
		const char *target, *breach;
	} rows[] = {
		{ NUMVFS, "0", &knob_numvfs, IGB,
			"the number of VFs changed while " IGB_VF1 " is open in guest web1" },
		{ "sys/bus/pci/drivers/igb/unbind", IGB, &knob_driver, IGB,
			"its physical function unbound while " IGB_VF1 },
		{ "sys/bus/pci/drivers/igbvf/unbind", IGB_VF1, &knob_driver, IGB_VF1,
			": unbound while " IGB_VF1 },
	};
	struct twin *twin = twin_make();
	struct op write = write_op(rows[_i].path, rows[_i].value);

	expect_write(twin, NUMVFS, "2", 0);
	twin_hold(twin, IGB_VF1, "guest web1");
	ck_assert_int_eq(write_well(twin, &write, rows[_i].knob, rows[_i].target), ETIMEDOUT);
	expect_breach(twin, rows[_i].breach);
	twin_end(twin);
}
END_TEST

START_TEST(the_watch_guards_the_disk_of_the_system)
{
	struct user root = { .use = USE_ROOT, .function = (char *)NVME, .who = (char *)"/" };
	struct op unbind = write_op("sys/bus/pci/drivers/nvme/unbind", NVME);
	struct twin *twin = twin_make();

	users_add(&twin_world(twin)->users, &root);
	ck_assert_int_eq(write_well(twin, &unbind, &knob_driver, NVME), 0);
	expect_breach(twin, "rule 11: sys/bus/pci/drivers/nvme/unbind: unbound while " NVME " holds /");
	twin_end(twin);
}
END_TEST

START_TEST(the_watch_lets_hands_alone)
{
	struct twin *twin = twin_make();

	expect_write(twin, NUMVFS, "2", 0);
	expect_write(twin, NUMVFS, "2", 0);
	twin_hold(twin, IGB_VF0, "guest web1");
	expect_write(twin, NUMVFS, "0", EAGAIN);
	ck_assert_str_eq(twin_broken_rules(twin), "");
	twin_end(twin);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, the_watch_is_content_with_a_good_run);
	tcase_add_test(tests, the_watch_sees_missing_locks);
	tcase_add_test(tests, the_watch_sees_writes_that_nobody_announced);
	tcase_add_test(tests, the_watch_wants_the_journal_first);
	tcase_add_test(tests, the_watch_wants_ears_before_the_write);
	tcase_add_test(tests, the_watch_sees_writes_without_a_journal);
	tcase_add_test(tests, the_watch_sees_what_is_written_again);
	tcase_add_loop_test(tests, the_watch_guards_held_vfs, 0, 3);
	tcase_add_test(tests, the_watch_guards_the_disk_of_the_system);
	tcase_add_test(tests, the_watch_lets_hands_alone);
}

int main(void)
{
	return suite_run("twin_watch", tests_add);
}
