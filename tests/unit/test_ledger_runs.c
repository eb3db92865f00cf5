/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which runs of the ledger are one, and what they have changed together. */
#include "ledger_fixture.h"
#include "runs.h"

#define PF "0000:17:00.0"
#define VF "0000:17:10.0"

static const struct ledger_run wish = { .wish = (char *)"a wish" };

static struct ledger ledger;

/* A run that is begun and sets one knob. */
static void run_says(const struct ledger_run *goal, const struct knob *knob, const char *target,
	const char *before, const char *after)
{
	const struct plan plan = { .id = "abcd", .n = 3 };
	struct journal_entry first = journal_begin_entry(&plan, "boot-a", "t1");
	struct journal_entry entry = { .event = (char *)"intend",
		.step = 1,
		.knob = (char *)knob->name,
		.target = (char *)target,
		.before = (char *)before,
		.after = (char *)after,
		.pf = (char *)(string_equal(target, VF) ? PF : NULL) };

	ck_assert_int_eq(ledger_run_begin(&ledger, &first, goal, &survey, &report), 0);
	ck_assert_int_eq(journal_append(&journal, &first, &report), 0);
	ck_assert_int_eq(journal_append(&journal, &entry, &report), 0);
	entry.event = (char *)step_result_names[STEP_DONE];
	ck_assert_int_eq(journal_append(&journal, &entry, &report), 0);
}

/* FAILED: it dies. */
static void run_ends(enum outcome outcome)
{
	if (outcome != FAILED)
		ck_assert_int_eq(journal_end(&journal, outcome, &report), 0);
	ck_assert_int_eq(ledger_run_end(&ledger, &journal, &survey, &report), 0);
}

static void begin_runs(void)
{
	begin();
	ledger = opened();
	ck_assert_int_eq(journal_open(&journal, host, &report), 0);
}

static void end_runs(void)
{
	ledger_free(&ledger);
	end();
}

/* What the last run has changed, with all that it went on with. */
static size_t changed(struct applied_list *turned)
{
	struct applied_list kept = { 0 };
	size_t n;

	ledger_run_add(&ledger, &ledger.runs[ledger.n_runs - 1], turned, &kept);
	n = kept.n;
	applied_free(&kept);
	return n;
}

START_TEST(who_finishes_a_dead_run_has_done_it_all)
{
	struct applied_list turned = { 0 };

	run_says(&wish, &knob_numvfs, PF, "0", "4");
	run_ends(FAILED);
	run_says(&wish, &knob_numvfs, PF, "4", "8");
	run_ends(FINE);
	ck_assert_uint_eq(ledger.runs[1].finishes, ledger.runs[0].number);
	ck_assert_uint_eq(ledger.runs[0].root, ledger.runs[0].number);
	ck_assert_uint_eq(ledger.runs[1].root, ledger.runs[0].number);
	ck_assert_ptr_eq(ledger_run_last(&ledger, &ledger.runs[0]), &ledger.runs[1]);
	ck_assert_ptr_eq(ledger_run_last(&ledger, &ledger.runs[1]), &ledger.runs[1]);
	changed(&turned);
	ck_assert_str_eq(applied_find(&turned, &knob_numvfs, PF)->original, "0");
	ck_assert_str_eq(applied_find(&turned, &knob_numvfs, PF)->value, "8");
	applied_free(&turned);
}
END_TEST

START_TEST(neither_another_wish_nor_a_good_end_is_gone_on_with)
{
	const struct ledger_run other = { .wish = (char *)"another" };
	const struct ledger_run back = { .wish = (char *)"a wish", .takes_back = 2 };

	run_says(&wish, &knob_numvfs, PF, "0", "4");
	run_ends(FAILED);
	ck_assert_ptr_null(ledger_unfinished(&ledger, &other));
	ck_assert_ptr_null(ledger_unfinished(&ledger, &back));
	ck_assert_ptr_nonnull(ledger_unfinished(&ledger, &wish));
	run_says(&wish, &knob_numvfs, PF, "4", "8");
	run_ends(FINE);
	ck_assert_ptr_null(ledger_unfinished(&ledger, &wish));
	run_says(&wish, &knob_numvfs, PF, "8", "4");
	run_ends(FINE);
	ck_assert_ptr_eq(ledger_run_last(&ledger, &ledger.runs[0]), &ledger.runs[1]);
	ck_assert_ptr_eq(ledger_run_last(&ledger, &ledger.runs[1]), &ledger.runs[1]);
}
END_TEST

/* A VF that was made, set and taken away again had nothing before. */
START_TEST(what_came_and_went_within_them_is_missed_by_nobody)
{
	struct applied_list turned = { 0 };

	run_says(&wish, &knob_numvfs, PF, "0", "4");
	run_ends(FAILED);
	run_says(&wish, &knob_override, VF, "", "vfio-pci");
	run_ends(FAILED);
	run_says(&wish, &knob_numvfs, PF, "4", "0");
	run_ends(FINE);
	changed(&turned);
	ck_assert_ptr_null(applied_find(&turned, &knob_override, VF)->value);
	ck_assert_ptr_null(applied_find(&turned, &knob_override, VF)->original);
	applied_free(&turned);
}
END_TEST

START_TEST(what_is_never_taken_back_is_kept)
{
	struct applied_list turned = { 0 };

	run_says(&wish, &knob_guest_state, "qemu:///system/cvm1", "stopped", "running");
	run_ends(FAILED);
	run_says(&wish, &knob_numvfs, PF, "0", "4");
	run_ends(FINE);
	ck_assert_uint_eq(changed(&turned), 1);
	ck_assert_uint_eq(turned.n, 1);
	applied_free(&turned);
}
END_TEST

/* Read again from the file, it is the same. */
START_TEST(the_file_tells_it_too)
{
	run_says(&wish, &knob_numvfs, PF, "0", "4");
	run_ends(FAILED);
	run_says(&wish, &knob_guest_state, "qemu:///system/cvm1", "stopped", "running");
	run_ends(FINE);
	ledger_free(&ledger);
	ledger = opened();
	ck_assert_uint_eq(ledger.n_runs, 2);
	ck_assert_ptr_eq(ledger_run_at(&ledger, ledger.runs[1].finishes), &ledger.runs[0]);
	ck_assert_str_eq(ledger.runs[1].wish, "a wish");
	ck_assert_uint_eq(ledger.runs[1].kept.n, 1);
	ck_assert_ptr_null(ledger_run_at(&ledger, 0));
}
END_TEST

/* Each that goes on with the one before is no frame of the stack. */
START_TEST(a_long_chain_is_no_deep_one)
{
	enum { LONG = 300000 };
	struct applied_list turned = { 0 };
	struct ledger_run *runs = memory_new(LONG, sizeof(*runs));
	struct ledger chain = { .runs = runs, .n_runs = LONG };
	struct applied_list kept = { 0 };

	for (size_t i = 0; i < LONG; i++)
		runs[i] = (struct ledger_run){ .number = i + 2, .finishes = i ? i + 1 : 0 };
	applied_keep(&runs[0].turned, &(struct applied){ .knob = &knob_numvfs,
					      .target = (char *)PF,
					      .original = (char *)"0",
					      .value = (char *)"4" });
	ledger_run_add(&chain, &runs[LONG - 1], &turned, &kept);
	ck_assert_str_eq(applied_find(&turned, &knob_numvfs, PF)->value, "4");
	applied_free(&runs[0].turned);
	applied_free(&turned);
	free(runs);
}
END_TEST

static void add_tests(TCase *tests)
{
	tcase_add_checked_fixture(tests, begin_runs, end_runs);
	tcase_add_test(tests, who_finishes_a_dead_run_has_done_it_all);
	tcase_add_test(tests, neither_another_wish_nor_a_good_end_is_gone_on_with);
	tcase_add_test(tests, what_came_and_went_within_them_is_missed_by_nobody);
	tcase_add_test(tests, what_is_never_taken_back_is_kept);
	tcase_add_test(tests, the_file_tells_it_too);
	tcase_add_test(tests, a_long_chain_is_no_deep_one);
}

int main(void)
{
	return suite_run("ledger_runs", add_tests);
}
