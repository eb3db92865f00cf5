/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the journal tells of the last run. */
#include "../../src/cli/last_run.h"
#include "suite.h"
#include <stdlib.h>

/* Strings of the entries are never freed here: the journal is made by hand. */
static struct journal journal;
static struct runs runs;
static struct last_run run;

static void add(const char *event, size_t step, const char *note)
{
	journal.entries = memory_grow(journal.entries, journal.n, sizeof(*journal.entries));
	journal.entries[journal.n++] =
		(struct journal_entry){ .event = (char *)event, .step = step, .note = (char *)note };
}

static void add_guard(const char *event, size_t step)
{
	add(event, step, NULL);
	journal.entries[journal.n - 1].knob = (char *)"autoprobe";
	journal.entries[journal.n - 1].target = (char *)"0000:17:00.0";
	journal.entries[journal.n - 1].owes = true;
}

static void stop(void)
{
	free(journal.entries);
	journal = (struct journal){ 0 };
	runs_free(&runs);
}

static void read_runs(bool under_way)
{
	static const struct ledger empty;
	static const struct survey nowhere;

	runs_free(&runs);
	runs_read(&empty, &journal, &nowhere, under_way, &runs);
	last_run_read(&journal, &runs, NULL, &run);
}

static void begin(size_t steps)
{
	add("begin", 9, NULL); /* an earlier run */
	add("intend", 9, NULL);
	add("stopped", 9, "EIO");
	add("end", 0, "5");
	add("begin", steps, NULL);
}

START_TEST(without_a_journal_there_was_no_run)
{
	size_t cursor = 0;

	read_runs(false);
	ck_assert_ptr_null(run.run);
	ck_assert_ptr_null(last_run_trouble(&run, &cursor));
}
END_TEST

START_TEST(a_death_within_a_step_names_the_step)
{
	begin(3);
	add("intend", 1, NULL);
	add("done", 1, NULL);
	add("intend", 2, NULL);
	read_runs(false);
	ck_assert_int_eq(run.run->state, RUN_DIED);
	ck_assert_uint_eq(run.run->done, 1);
	ck_assert_uint_eq(run.begun, 2);
	ck_assert_uint_eq(run.last->step, 2);
	ck_assert_ptr_null(run.result);
}
END_TEST

START_TEST(what_stopped_is_told_of_this_run_only)
{
	size_t cursor = 0;

	begin(4);
	add("already", 1, NULL);
	add("intend", 2, NULL);
	add("refused", 2, "EIO");
	add("end", 0, "5");
	read_runs(false);
	ck_assert_int_eq(run.run->state, RUN_ENDED);
	ck_assert_int_eq(run.run->outcome, STOPPED_PART_WAY);
	ck_assert_uint_eq(run.run->done, 1);
	ck_assert_uint_eq(run.begun, 2);
	ck_assert_str_eq(run.result->note, "EIO");
	ck_assert_ptr_eq(last_run_trouble(&run, &cursor), run.result);
	ck_assert_ptr_null(last_run_trouble(&run, &cursor));
}
END_TEST

START_TEST(a_value_of_the_run_under_way_is_not_left)
{
	const struct debt debt = { .knob = &knob_autoprobe, .target = (char *)"0000:17:00.0" };
	const struct debt other = { .knob = &knob_autoprobe, .target = (char *)"0000:18:00.0" };

	begin(3);
	add_guard("intend", 1);
	read_runs(true);
	ck_assert_int_eq(run.run->state, RUN_UNDER_WAY);
	ck_assert(last_run_holds(&run, &debt));
	ck_assert(!last_run_holds(&run, &other));
	read_runs(false);
	ck_assert(!last_run_holds(&run, &debt));
}
END_TEST

START_TEST(a_step_beyond_the_plan_is_no_reason_to_crash)
{
	begin(1);
	add("intend", 70000, NULL);
	read_runs(false);
	ck_assert_uint_eq(run.begun, 0);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, NULL, stop);
	tcase_add_test(tests, without_a_journal_there_was_no_run);
	tcase_add_test(tests, a_death_within_a_step_names_the_step);
	tcase_add_test(tests, what_stopped_is_told_of_this_run_only);
	tcase_add_test(tests, a_value_of_the_run_under_way_is_not_left);
	tcase_add_test(tests, a_step_beyond_the_plan_is_no_reason_to_crash);
}

int main(void)
{
	return suite_run("last_run", tests_add);
}
