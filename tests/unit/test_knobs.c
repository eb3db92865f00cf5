/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which operation reads or writes each knob, and what its answer means. */
#include "knob_fixture.h"
#include "nvme_command.h"
#include "suite.h"
#include "vf.h"
#include <errno.h>
#include <string.h>

#define DEVICE "sys/bus/pci/devices/0000:17:00.0"
#define PF     "0000:17:00.0"
#define SECOND UINT64_C(1000000000)

static struct op op;
static struct text scratch;

static int do_read(const struct knob *knob, const char *target)
{
	text_free(&scratch);
	return knob->read(knob, target, &op, &scratch);
}

static int do_write(const struct knob *knob, const char *from, const char *to)
{
	text_free(&scratch);
	return knob_write(knob, PF, from, to, &op, &scratch);
}

static void expect_write(const char *path, const char *value)
{
	ck_assert_int_eq(op.verb, OP_WRITE);
	ck_assert_str_eq(op.path, path);
	ck_assert_uint_eq(op.in_len, strlen(value));
	ck_assert_mem_eq(op.in, value, strlen(value));
	ck_assert_ptr_null(op.lock);
}

static struct reading parsed(const struct knob *knob, int err, const char *data, size_t length)
{
	struct done done = { .err = err, .data = (void *)data, .len = length };
	struct reading reading;

	knob->parse(&done, &reading);
	return reading;
}

static void expect_value(const struct knob *knob, const char *data, size_t length, const char *value)
{
	struct reading reading = parsed(knob, 0, data, length);

	ck_assert_int_eq(reading.is, R_VALUE);
	ck_assert_str_eq(reading.text, value);
	ck_assert(knob_matches(knob, &reading, value));
	ck_assert(!knob_matches(knob, &reading, "other"));
	reading_free(&reading);
	ck_assert_ptr_null(reading.text);
}

START_TEST(knobs_are_found_by_name)
{
	for (size_t i = 0; knobs[i]; i++) {
		ck_assert_ptr_eq(knob_find(knobs[i]->name), knobs[i]);
		ck_assert_ptr_nonnull(knobs[i]->help);
		ck_assert_ptr_nonnull(knobs[i]->source);
	}
	ck_assert_ptr_eq(knob_find("numvfs"), &knob_numvfs);
	ck_assert_ptr_null(knob_find("numvf"));
	ck_assert_ptr_null(knob_find(""));
}
END_TEST

START_TEST(a_target_must_be_an_address)
{
	static const char *const wrong[] = { "", "17:00.0", "../0000:17:00.0", "0000:17:00.0/..",
		"0000:17:00.0\n" };

	for (size_t i = 0; knobs[i]; i++)
		for (size_t k = 0; k < sizeof(wrong) / sizeof(wrong[0]); k++) {
			text_free(&scratch);
			ck_assert_int_eq(knobs[i]->read(knobs[i], wrong[k], &op, &scratch), -1);
			ck_assert_int_eq(knob_write(knobs[i], wrong[k], "0", "1", &op, &scratch), -1);
			ck_assert_int_eq(knob_write(knobs[i], wrong[k], "", "nvme", &op, &scratch), -1);
			if (knobs[i]->settle)
				ck_assert_int_eq(knobs[i]->settle(wrong[k], &op, &scratch), -1);
		}
	text_free(&scratch);
}
END_TEST

START_TEST(errors_have_a_meaning_for_every_knob)
{
	static const struct {
		int err, is;
	} rows[] = { { ENOENT, R_ABSENT }, { ENODEV, R_ABSENT }, { EBUSY, R_BUSY }, { ETIMEDOUT, R_BUSY },
		{ EAGAIN, R_BUSY }, { EACCES, R_UNKNOWN }, { EIO, R_UNKNOWN } };

	for (size_t i = 0; knobs[i]; i++)
		for (size_t k = 0; k < sizeof(rows) / sizeof(rows[0]); k++) {
			struct reading reading = parsed(knobs[i], rows[k].err, "", 0);

			ck_assert_int_eq(reading.is, rows[k].is);
			ck_assert(!knob_matches(knobs[i], &reading, ""));
			if (rows[k].is == R_UNKNOWN)
				ck_assert_str_eq(reading.text, strerror(rows[k].err));
			reading_free(&reading);
		}
}
END_TEST

START_TEST(words_that_came_with_an_error_are_kept)
{
	struct reading dead = parsed(&knob_vf_online, EIO, "its controller is dead", 22),
		       busy = parsed(&knob_numvfs, EBUSY, "pid 7", 5);

	ck_assert_int_eq(dead.is, R_UNKNOWN);
	ck_assert_str_eq(dead.text, "its controller is dead");
	ck_assert_int_eq(busy.is, R_BUSY);
	ck_assert_str_eq(busy.text, "pid 7");
	reading_free(&dead);
	reading_free(&busy);
}
END_TEST

START_TEST(numvfs_is_read_with_a_deadline)
{
	ck_assert_int_eq(do_read(&knob_numvfs, PF), 0);
	ck_assert_int_eq(op.verb, OP_READ);
	ck_assert_str_eq(op.path, DEVICE "/sriov_numvfs");
	ck_assert_uint_eq(op.deadline_ns, SECOND);
	expect_value(&knob_numvfs, "8\n", 2, "8");
	expect_value(&knob_numvfs, "0", 1, "0");
	text_free(&scratch);
}
END_TEST

START_TEST(numvfs_takes_counts_only)
{
	static const char *const wrong[] = { "", "-1", "+1", "0x2", "08", "8 ", "eight", "65536", "99999",
		"8\n" };

	ck_assert_int_eq(do_write(&knob_numvfs, "0", "8"), 0);
	expect_write(DEVICE "/sriov_numvfs", "8");
	ck_assert_uint_eq(op.deadline_ns, 26 * SECOND);
	ck_assert_int_eq(do_write(&knob_numvfs, "65535", "0"), 0);
	expect_write(DEVICE "/sriov_numvfs", "0");
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		ck_assert_msg(do_write(&knob_numvfs, "0", wrong[i]) == -1, "%s", wrong[i]);
	text_free(&scratch);
}
END_TEST

START_TEST(autoprobe_is_0_or_1)
{
	ck_assert_int_eq(do_read(&knob_autoprobe, PF), 0);
	ck_assert_str_eq(op.path, DEVICE "/sriov_drivers_autoprobe");
	ck_assert_uint_eq(op.deadline_ns, 0);
	ck_assert_int_eq(do_write(&knob_autoprobe, "1", "0"), 0);
	expect_write(DEVICE "/sriov_drivers_autoprobe", "0");
	ck_assert_uint_eq(op.deadline_ns, 0);
	ck_assert_int_eq(do_write(&knob_autoprobe, "0", "2"), -1);
	expect_value(&knob_autoprobe, "1\n", 2, "1");
	text_free(&scratch);
}
END_TEST

START_TEST(an_unset_override_is_empty)
{
	struct reading unset = { .is = R_VALUE, .text = (char *)"(null)" };

	expect_value(&knob_override, "(null)\n", 7, "");
	expect_value(&knob_override, "\n", 1, "");
	expect_value(&knob_override, "vfio-pci\n", 9, "vfio-pci");
	ck_assert(knob_matches(&knob_override, &unset, ""));
	ck_assert(!knob_matches(&knob_override, &unset, "none"));
}
END_TEST

START_TEST(an_override_is_cleared_with_a_newline)
{
	ck_assert_int_eq(do_read(&knob_override, PF), 0);
	ck_assert_uint_eq(op.deadline_ns, SECOND);
	ck_assert_int_eq(do_write(&knob_override, "", "vfio-pci"), 0);
	expect_write(DEVICE "/driver_override", "vfio-pci");
	ck_assert_int_eq(do_write(&knob_override, "vfio-pci", ""), 0);
	expect_write(DEVICE "/driver_override", "\n");
	ck_assert_int_eq(do_write(&knob_override, "", "a\nb"), -1);
	ck_assert_int_eq(do_write(&knob_override, "", "a/b"), -1);
	text_free(&scratch);
}
END_TEST

START_TEST(the_driver_is_a_link)
{
	static const char bound[] = "=../../../../bus/pci/drivers/nvme";
	struct reading reading;

	ck_assert_int_eq(do_read(&knob_driver, PF), 0);
	ck_assert_int_eq(op.verb, OP_GATHER);
	ck_assert_str_eq(op.path, DEVICE);
	ck_assert_uint_eq(op.in_len, sizeof("driver@"));
	ck_assert_mem_eq(op.in, "driver@", sizeof("driver@"));
	expect_value(&knob_driver, bound, sizeof(bound), "nvme");
	expect_value(&knob_driver, "-", 2, "");
	reading = parsed(&knob_driver, 0, "?", 2);
	ck_assert_int_eq(reading.is, R_UNKNOWN);
	reading_free(&reading);
	reading = parsed(&knob_driver, 0, "", 0);
	ck_assert_int_eq(reading.is, R_UNKNOWN);
	reading_free(&reading);
	text_free(&scratch);
}
END_TEST

START_TEST(binding_is_one_write)
{
	ck_assert_int_eq(do_write(&knob_driver, "hisdk3", ""), 0);
	expect_write("sys/bus/pci/drivers/hisdk3/unbind", PF);
	ck_assert_uint_eq(op.deadline_ns, 60 * SECOND);
	ck_assert_int_eq(do_write(&knob_driver, "", "vfio-pci"), 0);
	expect_write("sys/bus/pci/drivers_probe", PF);
	ck_assert_int_eq(do_write(&knob_driver, "hisdk3", "vfio-pci"), -1);
	ck_assert_int_eq(do_write(&knob_driver, "", ""), -1);
	ck_assert_int_eq(do_write(&knob_driver, "..", ""), -1);
	ck_assert_int_eq(do_write(&knob_driver, "a/b", ""), -1);
	text_free(&scratch);
	ck_assert_int_eq(knob_driver.settle(PF, &op, &scratch), 0);
	ck_assert_int_eq(op.verb, OP_WATCH);
	ck_assert_str_eq(op.path, PF);
	ck_assert_uint_eq(op.deadline_ns, SECOND);
	text_free(&scratch);
}
END_TEST

/* What was put into the scratch before must stay where an earlier operation finds it by its offset. */
START_TEST(scratch_may_have_been_used_before)
{
	text_add(&scratch, "before");
	ck_assert_int_eq(knob_write(&knob_autoprobe, PF, "1", "0", &op, &scratch), 0);
	expect_write(DEVICE "/sriov_drivers_autoprobe", "0");
	ck_assert_int_eq(knob_numvfs.read(&knob_numvfs, PF, &op, &scratch), 0);
	ck_assert_str_eq(op.path, DEVICE "/sriov_numvfs");
	text_free(&scratch);
}
END_TEST

START_TEST(deadlines_grow_with_the_number_of_vfs)
{
	ck_assert_uint_eq(knob_deadline_ns(&knob_numvfs, "0", "64"), 138 * SECOND);
	ck_assert_uint_eq(knob_deadline_ns(&knob_numvfs, "64", "0"), 138 * SECOND);
	ck_assert_uint_eq(knob_deadline_ns(&knob_driver, "", "nvme"), 60 * SECOND);
	ck_assert_uint_eq(knob_deadline_ns(&knob_autoprobe, "1", "0"), 0);
}
END_TEST

/* A driver is whoever the kernel chose, spoof checking the driver's choice, and guests are no boot's. */
START_TEST(what_a_boot_makes_of_it_is_a_value_that_it_takes)
{
	for (size_t i = 0; knobs[i]; i++) {
		const struct knob *knob = knobs[i];
		enum vf_setting setting;
		const char *target = vf_setting_of(knob, &setting) ? PF " vf 3" : PF;
		bool differs = knob == &knob_driver || knob == &knob_vf_spoofchk || knob->flags & KNOB_KEPT;

		ck_assert_msg(
			!knob->at_boot == (differs || !(knob->flags & KNOB_VOLATILE)), "%s", knob->name);
		if (!knob->at_boot)
			continue;
		text_free(&scratch);
		ck_assert_msg(
			knob_write(knob, target, "", knob->at_boot, &op, &scratch) == 0, "%s", knob->name);
	}
}
END_TEST

START_TEST(settings_of_vfs_are_found_by_their_knob)
{
	enum vf_setting setting;

	for (enum vf_setting i = 0; i < N_VF_SETTINGS; i++) {
		ck_assert(vf_setting_of(vf_settings[i].knob, &setting));
		ck_assert_int_eq(setting, i);
	}
	ck_assert(!vf_setting_of(&knob_numvfs, &setting));
	ck_assert(knob_is_of_share(&knob_vf_queues) && knob_is_of_share(&knob_vf_interrupts));
	ck_assert(knob_is_of_share(&knob_vf_online));
	ck_assert(!knob_is_of_share(&knob_vf_rate) && !knob_is_of_share(&knob_primary));
}
END_TEST

/* Generic statuses of any command, and those of Namespace Management, Attachment and Virtualization. */
START_TEST(whatever_a_drive_says_there_is_advice)
{
	static const struct {
		const struct knob *knob;
		int from, to;
	} rows[] = {
		{ &knob_namespace, 0x001, 0x0ff },
		{ &knob_namespace, 0x10a, 0x11c },
		{ &knob_namespace, 0x127, 0x127 },
		{ &knob_controllers, 0x001, 0x0ff },
		{ &knob_controllers, 0x115, 0x11c },
		{ &knob_controllers, 0x127, 0x127 },
		{ &knob_vf_queues, 0x001, 0x0ff },
		{ &knob_vf_queues, 0x11f, 0x122 },
		{ &knob_vf_online, 0x11f, 0x122 },
		{ &knob_primary, 0x001, 0x0ff },
		{ &knob_primary, 0x11f, 0x122 },
		{ &knob_primary, 0x370, 0x370 },
	};
	static const int carrying[] = { ENODEV, ELIBACC, EINTR, EXDEV };

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		for (int status = rows[i].from; status <= rows[i].to; status++)
			ck_assert_msg(knob_advice(rows[i].knob, nvme_status_errno(status)), "%s: %03xh",
				rows[i].knob->name, (unsigned)status);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		for (size_t k = 0; k < sizeof(carrying) / sizeof(carrying[0]); k++)
			ck_assert_msg(knob_advice(rows[i].knob, carrying[k]), "%s: %s", rows[i].knob->name,
				strerror(carrying[k]));
	ck_assert_ptr_null(knob_advice(&knob_numvfs, EIO));
}
END_TEST

/* Both stand until somebody does something: "try again" would never help. */
START_TEST(what_does_not_pass_is_not_said_to)
{
	const char *sanitize = knob_advice(&knob_namespace, nvme_status_errno(NVME_SANITIZE_FAILED));

	ck_assert_ptr_nonnull(strstr(sanitize, "nvme sanitize-log"));
	ck_assert_ptr_null(strstr(sanitize, "apply again"));
	ck_assert_ptr_nonnull(strstr(knob_advice(&knob_controllers, EALREADY), "plan again"));
}
END_TEST

/* One for all that have it; beyond the first thousands of bytes each has its own, and frees it. */
START_TEST(reasons_are_kept_once)
{
	struct reading one = { R_UNKNOWN, reason_keep("no root") },
		       other = { R_UNKNOWN, reason_keep("no root") };

	ck_assert_ptr_eq(one.text, other.text);
	reading_free(&one);
	ck_assert_ptr_null(one.text);
	ck_assert_str_eq(other.text, "no root");
	ck_assert_ptr_null(reason_keep(NULL));
	for (int i = 0; i < 1000; i++) {
		AUTO_FREE char *why = text_print("errno %d", i);
		struct reading reading = { R_UNKNOWN, reason_keep(why) };

		ck_assert_str_eq(reading.text, why);
		reading_free(&reading);
	}
	ck_assert_ptr_eq(reason_keep("no root"), other.text);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, reasons_are_kept_once);
	tcase_add_test(tests, knobs_are_found_by_name);
	tcase_add_test(tests, a_target_must_be_an_address);
	tcase_add_test(tests, errors_have_a_meaning_for_every_knob);
	tcase_add_test(tests, words_that_came_with_an_error_are_kept);
	tcase_add_test(tests, numvfs_is_read_with_a_deadline);
	tcase_add_test(tests, numvfs_takes_counts_only);
	tcase_add_test(tests, autoprobe_is_0_or_1);
	tcase_add_test(tests, an_unset_override_is_empty);
	tcase_add_test(tests, an_override_is_cleared_with_a_newline);
	tcase_add_test(tests, the_driver_is_a_link);
	tcase_add_test(tests, binding_is_one_write);
	tcase_add_test(tests, scratch_may_have_been_used_before);
	tcase_add_test(tests, deadlines_grow_with_the_number_of_vfs);
	tcase_add_test(tests, what_a_boot_makes_of_it_is_a_value_that_it_takes);
	tcase_add_test(tests, whatever_a_drive_says_there_is_advice);
	tcase_add_test(tests, what_does_not_pass_is_not_said_to);
	tcase_add_test(tests, settings_of_vfs_are_found_by_their_knob);
}

int main(void)
{
	return suite_run("knobs", tests_add);
}
