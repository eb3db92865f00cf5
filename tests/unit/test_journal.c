/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The journal: what a run writes, what the next one reads, and what a crash or damage leaves. */
#include "journal.h"
#include "suite.h"
#include "twin.h"
#include <errno.h>
#include <string.h>

static struct twin *twin;
static struct host *host;
static struct report report;
static struct journal journal;
static const char path[] = "var/lib/pawl/journal";

static void begin(void)
{
	struct survey world = { 0 };

	twin = twin_new(&world, NULL);
	host = twin_host(twin);
	report = (struct report){ 0 };
}

static void end(void)
{
	journal_free(&journal);
	report_free(&report);
	host_free(host);
}

static void append(const char *text)
{
	struct done done = { 0 };

	ck_assert_int_eq(
		host_do(host,
			&(struct op){ .verb = OP_APPEND, .path = path, .in = text, .in_len = strlen(text) },
			&done),
		0);
	done_free(&done);
}

static struct step autoprobe_off(const struct step *guarded)
{
	return (struct step){ .number = 1,
		.knob = &knob_autoprobe,
		.target = (char *)"0000:17:00.0",
		.before = (char *)"1",
		.after = (char *)"0",
		.object = (char *)"nic0.vfs",
		.guard_of = guarded };
}

static size_t debts_now(const char *boot_id)
{
	struct survey survey = { 0 };
	struct journal read = { 0 };
	size_t n;

	survey.machine[M_BOOT_ID] = (struct reading){ .is = R_VALUE, .text = string_copy(boot_id) };
	ck_assert_int_eq(journal_open(&read, host, &report), 0);
	journal_debts(&read, &survey);
	n = survey.n_debts;
	survey_free(&survey);
	journal_free(&read);
	return n;
}

/* A run that set autoprobe to 0 and never came back. */
static void leave_debt(void)
{
	struct plan plan = { 0 };
	struct step guarded = { 0 }, off = autoprobe_off(&guarded);
	struct journal_entry begin = journal_begin_entry(&plan, "boot-a", "2026-01-01T00:00:00Z");

	ck_assert_int_eq(journal_open(&journal, host, &report), 0);
	ck_assert_int_eq(journal_append(&journal, &begin, &report), 0);
	ck_assert_int_eq(journal_intend(&journal, &off, off.target, &report), 0);
}

START_TEST(no_file_is_an_empty_journal)
{
	const struct journal_entry *first, *last;

	ck_assert_int_eq(journal_open(&journal, host, &report), 0);
	journal_last_run(&journal, &first, &last);
	ck_assert_ptr_null(first);
	ck_assert_ptr_null(last);
}
END_TEST

START_TEST(an_intend_of_a_temporary_value_is_a_debt)
{
	leave_debt();
	ck_assert_uint_eq(debts_now("boot-a"), 1);
}
END_TEST

START_TEST(a_reboot_voids_a_debt_on_a_volatile_knob)
{
	leave_debt();
	ck_assert_uint_eq(debts_now("boot-b"), 0);
}
END_TEST

START_TEST(seen_at_the_owed_value_a_debt_is_paid)
{
	struct step back = autoprobe_off(NULL);

	leave_debt();
	back.before = (char *)"0", back.after = (char *)"1";
	ck_assert_int_eq(journal_result(&journal, &back, back.target,
				 &(struct step_end){ .result = STEP_ALREADY }, &report),
		0);
	ck_assert_uint_eq(debts_now("boot-a"), 0);
}
END_TEST

/* The step's own line is the last word on it, and one step is done, whatever its write sets. */
START_TEST(what_a_write_sets_besides_stands_before_its_own_line)
{
	struct beside beside = { &knob_vf_queues, (char *)"8", (char *)"0" };
	const struct step off = { .number = 1,
		.knob = &knob_vf_online,
		.target = (char *)"0000:17:00.0 vf 0",
		.before = (char *)"true",
		.after = (char *)"false",
		.besides = &beside,
		.n_besides = 1 };
	const struct step_end done = { .result = STEP_DONE }, gone = { .result = STEP_STOPPED };

	leave_debt();
	ck_assert_int_eq(journal_intend(&journal, &off, off.target, &report), 0);
	ck_assert_int_eq(journal_result(&journal, &off, off.target, &done, &report), 0);
	ck_assert_int_eq(journal_result(&journal, &off, off.target, &gone, &report), 0);
	ck_assert_uint_eq(journal.n, 7);
	ck_assert_str_eq(journal.entries[2].knob, "vf_queues");
	ck_assert_str_eq(journal.entries[2].before, "8");
	ck_assert_str_eq(journal.entries[2].after, "0");
	ck_assert_str_eq(journal.entries[2].note, JOURNAL_BESIDE);
	ck_assert_str_eq(journal.entries[3].knob, "vf_online");
	ck_assert_str_eq(journal.entries[4].knob, "vf_queues");
	ck_assert_str_eq(journal.entries[4].event, "done");
	ck_assert_str_eq(journal.entries[5].knob, "vf_online");
	ck_assert_str_eq(journal.entries[6].event, "stopped");
	ck_assert_uint_eq(journal_count_done(&journal, journal.entries), 1);
}
END_TEST

START_TEST(an_incomplete_last_line_is_dropped_before_the_next)
{
	struct journal again = { 0 };

	leave_debt();
	append("{\"seq\":3,\"ev");
	ck_assert_int_eq(journal_open(&again, host, &report), 0);
	ck_assert_uint_eq(again.n, 2);
	ck_assert_uint_gt(again.record.torn, 0);
	ck_assert_int_eq(journal_end(&again, FINE, &report), 0);
	journal_free(&again);
	ck_assert_int_eq(journal_open(&again, host, &report), 0);
	ck_assert_uint_eq(again.n, 3);
	ck_assert_uint_eq(again.record.torn, 0);
	journal_free(&again);
}
END_TEST

START_TEST(damage_inside_is_refused)
{
	leave_debt();
	journal_free(&journal);
	append("not json\n");
	ck_assert_int_eq(journal_open(&journal, host, &report), -1);
	ck_assert_str_eq(report.findings[0].id, "journal-damaged");
}
END_TEST

START_TEST(a_line_out_of_sequence_is_damage)
{
	append("{\"seq\":1,\"step\":0,\"owes\":false,\"event\":\"begin\"}\n");
	append("{\"seq\":3,\"step\":0,\"owes\":false,\"event\":\"end\"}\n");
	ck_assert_int_eq(journal_open(&journal, host, &report), -1);
	ck_assert_str_eq(report.findings[0].id, "journal-damaged");
}
END_TEST

#define INTEND "{\"seq\":2,\"owes\":false,\"event\":\"intend\",\"knob\":\"numvfs\""
#define SETS   ",\"before\":\"0\",\"after\":\"4\""

static void refuses(const char *line)
{
	append("{\"seq\":1,\"step\":1,\"owes\":false,\"event\":\"begin\"}\n");
	append(line);
	ck_assert_int_eq(journal_open(&journal, host, &report), -1);
	ck_assert_str_eq(report.findings[0].id, "journal-damaged");
}

/* Whatever number a line has: one without its target would end who reads it. */
START_TEST(an_intention_without_a_step_or_target_is_damage)
{
	refuses(INTEND ",\"step\":0}\n");
}
END_TEST

START_TEST(a_result_without_a_step_or_target_is_damage)
{
	refuses("{\"seq\":2,\"owes\":false,\"event\":\"done\",\"step\":0,\"knob\":\"numvfs\"}\n");
}
END_TEST

START_TEST(a_knob_of_what_has_none_is_damage)
{
	refuses(INTEND SETS ",\"step\":1,\"target\":\"zzz\"}\n");
}
END_TEST

START_TEST(a_pf_that_is_no_address_is_damage)
{
	refuses(INTEND SETS ",\"step\":1,\"target\":\"0000:17:00.0\",\"pf\":\"not an address\"}\n");
}
END_TEST

/* It would lock out every later command. */
START_TEST(what_would_not_be_read_again_is_not_written)
{
	const struct journal_entry bad = { .event = (char *)"intend", .knob = (char *)"numvfs" };

	leave_debt();
	ck_assert_int_eq(journal_append(&journal, &bad, &report), -1);
	ck_assert_str_eq(report.findings[0].id, "journal-unwritable");
	ck_assert_uint_eq(debts_now("boot-a"), 1);
}
END_TEST

START_TEST(what_cannot_be_written_is_told)
{
	ck_assert_int_eq(journal_open(&journal, host, &report), 0);
	twin_set_fault(twin,
		&(struct strike){
			.fault = FAULT_FAIL, .at_operation = twin_operations(twin) + 1, .error = ENOSPC });
	ck_assert_int_eq(journal_end(&journal, FINE, &report), -1);
	ck_assert_str_eq(report.findings[0].id, "journal-unwritable");
	ck_assert_int_eq(report.findings[0].error, ENOSPC);
}
END_TEST

START_TEST(what_is_too_long_to_read_has_a_way_out)
{
	twin_set_fault(twin,
		&(struct strike){
			.fault = FAULT_FAIL, .at_operation = twin_operations(twin) + 1, .error = EFBIG });
	ck_assert_int_eq(journal_open(&journal, host, &report), -1);
	ck_assert_str_eq(report.findings[0].id, "journal-unreadable");
	ck_assert_ptr_nonnull(strstr(report.findings[0].hint, "move it away"));
}
END_TEST

/* What the ledger has by then it may lose yet. */
START_TEST(what_is_long_forgets_all_but_debts_and_domains)
{
	const struct revocation revoked = {
		.time = (char *)"2026-01-01T00:00:00Z", .who = (char *)"root", .boot_id = (char *)"boot-a"
	};
	struct journal_entry void_line = { .event = (char *)"learned", .object = (char *)"nic0" };

	leave_debt();
	ck_assert_int_eq(journal_assumed(&journal, "0000:16:00.0", &report), 0);
	ck_assert_int_eq(journal_revoked(&journal, "0000:97:00.0", &revoked, &report), 0);
	while (journal.n <= 20000) {
		journal.entries = memory_grow(journal.entries, journal.n, sizeof(*journal.entries));
		entry_copy(journal.record.row, &journal.entries[journal.n++], &void_line);
	}
	ck_assert_int_eq(journal_trim(&journal, &report), 0);
	ck_assert_uint_eq(journal.n, 4);
	ck_assert_str_eq(journal.entries[0].event, "begin");
	ck_assert(journal.entries[1].owes);
	ck_assert_str_eq(journal.entries[2].target, "0000:16:00.0");
	ck_assert_str_eq(journal.entries[3].target, "0000:97:00.0");
	ck_assert_uint_eq(debts_now("boot-a"), 1);
}
END_TEST

START_TEST(one_without_a_line_gets_its_first)
{
	ck_assert_int_eq(journal_open(&journal, host, &report), 0);
	ck_assert_int_eq(journal_begin_file(&journal, &report), 0);
	ck_assert_int_eq(journal_begin_file(&journal, &report), 0);
	ck_assert_uint_eq(journal.n, 1);
	ck_assert_str_eq(journal.entries[0].event, JOURNAL_OPENED);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, begin, end);
	tcase_add_test(tests, one_without_a_line_gets_its_first);
	tcase_add_test(tests, no_file_is_an_empty_journal);
	tcase_add_test(tests, an_intend_of_a_temporary_value_is_a_debt);
	tcase_add_test(tests, a_reboot_voids_a_debt_on_a_volatile_knob);
	tcase_add_test(tests, seen_at_the_owed_value_a_debt_is_paid);
	tcase_add_test(tests, what_a_write_sets_besides_stands_before_its_own_line);
	tcase_add_test(tests, an_incomplete_last_line_is_dropped_before_the_next);
	tcase_add_test(tests, damage_inside_is_refused);
	tcase_add_test(tests, a_line_out_of_sequence_is_damage);
	tcase_add_test(tests, an_intention_without_a_step_or_target_is_damage);
	tcase_add_test(tests, a_result_without_a_step_or_target_is_damage);
	tcase_add_test(tests, a_knob_of_what_has_none_is_damage);
	tcase_add_test(tests, a_pf_that_is_no_address_is_damage);
	tcase_add_test(tests, what_would_not_be_read_again_is_not_written);
	tcase_add_test(tests, what_cannot_be_written_is_told);
	tcase_add_test(tests, what_is_too_long_to_read_has_a_way_out);
	tcase_add_test(tests, what_is_long_forgets_all_but_debts_and_domains);
}

int main(void)
{
	return suite_run("journal", tests_add);
}
