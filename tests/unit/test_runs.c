/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which runs are interrupted, and until when. */
#include "runs.h"
#include "suite.h"

#define NIC "0000:17:00.0"
#define SSD "0000:18:00.0"

/* Made by hand: strings are never freed here. */
static struct ledger_run noted[8];
static struct journal_entry lines[4];
static struct ledger ledger;
static struct journal journal;
static struct survey survey;
static struct runs runs;

static struct ledger_run *add(const char *about, const char *outcome)
{
	static char *const times[] = { (char *)"t1", (char *)"t2", (char *)"t3", (char *)"t4", (char *)"t5" };
	struct ledger_run *run = &noted[ledger.n_runs];

	*run = (struct ledger_run){ .number = 10 + ledger.n_runs,
		.root = 10 + ledger.n_runs,
		.began = times[ledger.n_runs],
		.plan = (char *)"abcd",
		.wish = (char *)about,
		.about = (char *)about,
		.outcome = (char *)outcome,
		.steps = 3 };
	ledger.runs = noted;
	ledger.n_runs++;
	return run;
}

static void say(const char *event, const char *time, const char *note)
{
	journal.entries = lines;
	lines[journal.n++] = (struct journal_entry){ .event = (char *)event,
		.plan = (char *)"abcd",
		.time = (char *)time,
		.note = (char *)note,
		.step = 3 };
}

static void start(void)
{
	ledger = (struct ledger){ 0 };
	journal = (struct journal){ 0 };
}

static void stop(void)
{
	runs_free(&runs);
}

/* By their numbers in the list: "02". */
static const char *interrupted(void)
{
	static char found[sizeof(noted) / sizeof(noted[0]) + 1];
	size_t n = 0;

	runs_free(&runs);
	runs_read(&ledger, &journal, &survey, false, &runs);
	for (size_t i = 0; i < runs.n; i++)
		if (runs.all[i].interrupted)
			found[n++] = (char)('0' + i);
	found[n] = '\0';
	return found;
}

START_TEST(what_came_to_a_good_end_is_not_interrupted)
{
	add(NIC, "0");
	add(NIC, "3");
	add(NIC, "8")->takes_back = 10;
	ck_assert_str_eq(interrupted(), "");
	ck_assert_ptr_null(runs_pending(&runs));
}
END_TEST

START_TEST(another_device_a_part_and_a_restore_end_nothing)
{
	add(NIC, LEDGER_DIED);
	add(SSD, "0");
	add(NIC, "0")->part = true;
	noted[2].wish = (char *)"with targets";
	add(NULL, "0")->restores = true;
	ck_assert_str_eq(interrupted(), "0");
	ck_assert_ptr_eq(runs_pending(&runs), &runs.all[0]);
	ck_assert(!run_can_go_on(&runs, &runs.all[0]));
}
END_TEST

START_TEST(an_apply_of_all_that_it_was_about_ends_it_when_it_is_done)
{
	add(NIC " " SSD, "5");
	add(SSD " " NIC " guest:web", "5");
	ck_assert_str_eq(interrupted(), "01");
	add("guest:web " NIC " " SSD, "0");
	ck_assert_str_eq(interrupted(), "");
}
END_TEST

START_TEST(who_goes_on_with_it_stands_for_it)
{
	struct ledger_run *later;

	add(NIC, "5");
	later = add(NIC, LEDGER_DIED);
	later->finishes = later->root = noted[0].number;
	ck_assert_str_eq(interrupted(), "1");
	ck_assert(run_can_go_on(&runs, &runs.all[1]));
}
END_TEST

START_TEST(the_same_wish_stands_for_it_whatever_ran_in_between)
{
	add(NIC, "5");
	add(SSD, "5");
	add(NIC, "5");
	ck_assert_str_eq(interrupted(), "12");
	ck_assert(run_can_go_on(&runs, &runs.all[2]));
	ck_assert(!run_can_go_on(&runs, &runs.all[1]));
}
END_TEST

/* `pawl rollback` alone is then of another run. */
START_TEST(a_rollback_is_gone_on_with_as_long_as_nothing_came_after_it)
{
	add(NIC, "0");
	add(NIC, LEDGER_DIED)->takes_back = 10;
	ck_assert_str_eq(interrupted(), "1");
	ck_assert(run_can_go_on(&runs, &runs.all[1]));
	add(NULL, "0")->restores = true;
	ck_assert_str_eq(interrupted(), "1");
	ck_assert(run_can_go_on(&runs, &runs.all[1]));
	add(SSD, "0");
	ck_assert_str_eq(interrupted(), "1");
	ck_assert(!run_can_go_on(&runs, &runs.all[1]));
}
END_TEST

START_TEST(taken_back_it_is_over_and_so_is_a_rollback_done_again)
{
	struct ledger_run *back;

	add(NIC, LEDGER_DIED);
	back = add(NIC, "5");
	back->takes_back = 10;
	ck_assert_str_eq(interrupted(), "01");
	ck_assert_int_eq(runs_pending(&runs)->way, RUN_TAKES_BACK);
	add(SSD, "0");
	back = add(NIC, "8");
	back->takes_back = 10;
	ck_assert_str_eq(interrupted(), "");
}
END_TEST

START_TEST(a_restore_stands_for_those_before_it_and_waits_for_the_others)
{
	add(NIC, LEDGER_DIED);
	add(NULL, LEDGER_DIED)->restores = true;
	add(NULL, "5")->restores = true;
	ck_assert_str_eq(interrupted(), "02");
	ck_assert_ptr_eq(runs_pending(&runs), &runs.all[0]);
	ck_assert(run_can_go_on(&runs, &runs.all[0]));
}
END_TEST

/* Its first line is the ledger's: the journal's last run is the one before. */
START_TEST(a_run_may_die_before_the_journal_has_it)
{
	add(NIC, "0");
	add(SSD, NULL);
	say("begin", "t1", "digest");
	say("end", "t1", "0");
	ck_assert_str_eq(interrupted(), "1");
	ck_assert_int_eq(runs_last(&runs)->state, RUN_DIED);
	ck_assert_ptr_null(runs_last(&runs)->begin);
}
END_TEST

START_TEST(its_end_may_be_in_the_journal_alone)
{
	add(NIC, NULL);
	say("begin", "t1", "digest");
	say("done", NULL, NULL);
	say("end", "t2", "0");
	ck_assert_str_eq(interrupted(), "");
	ck_assert_uint_eq(runs_last(&runs)->done, 1);
}
END_TEST

START_TEST(a_ledger_that_is_not_believed_is_told_and_asked_nothing)
{
	add(NIC, LEDGER_DIED);
	ledger.stands.is = LEDGER_IS_ELSEWHERE;
	ck_assert_str_eq(interrupted(), "");
	ck_assert_ptr_null(runs_last(&runs));
	say("begin", "t0", RUN_RESTORE);
	ck_assert_str_eq(interrupted(), "1");
	ck_assert_int_eq(runs_last(&runs)->way, RUN_RESTORES);
}
END_TEST

START_TEST(a_boot_came_between_until_a_restore_is_done)
{
	survey.machine[M_BOOT_ID] = (struct reading){ .is = R_VALUE, .text = (char *)"later" };
	add(NIC, "5")->boot_id = (char *)"earlier";
	ck_assert_str_eq(interrupted(), "0");
	ck_assert(run_is_before_boot(&runs, &runs.all[0]));
	add(NULL, LEDGER_DIED)->restores = true;
	noted[1].boot_id = (char *)"later";
	ck_assert_str_eq(interrupted(), "01");
	ck_assert(run_is_before_boot(&runs, &runs.all[0]));
	noted[1].outcome = (char *)"0";
	ck_assert_str_eq(interrupted(), "0");
	ck_assert(!run_is_before_boot(&runs, &runs.all[0]));
	ck_assert(!run_is_before_boot(&runs, &runs.all[1]));
	survey = (struct survey){ 0 };
}
END_TEST

START_TEST(all_is_about_everything)
{
	ck_assert(about_covers("*", NIC));
	ck_assert(!about_covers(NIC, "*"));
	ck_assert(about_covers(NIC, ""));
	ck_assert(!about_covers("", NIC));
	ck_assert(!about_covers(NULL, NIC));
	ck_assert(!about_covers("*", NULL));
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, what_came_to_a_good_end_is_not_interrupted);
	tcase_add_test(tests, another_device_a_part_and_a_restore_end_nothing);
	tcase_add_test(tests, an_apply_of_all_that_it_was_about_ends_it_when_it_is_done);
	tcase_add_test(tests, who_goes_on_with_it_stands_for_it);
	tcase_add_test(tests, the_same_wish_stands_for_it_whatever_ran_in_between);
	tcase_add_test(tests, a_rollback_is_gone_on_with_as_long_as_nothing_came_after_it);
	tcase_add_test(tests, taken_back_it_is_over_and_so_is_a_rollback_done_again);
	tcase_add_test(tests, a_restore_stands_for_those_before_it_and_waits_for_the_others);
	tcase_add_test(tests, a_run_may_die_before_the_journal_has_it);
	tcase_add_test(tests, its_end_may_be_in_the_journal_alone);
	tcase_add_test(tests, a_ledger_that_is_not_believed_is_told_and_asked_nothing);
	tcase_add_test(tests, a_boot_came_between_until_a_restore_is_done);
	tcase_add_test(tests, all_is_about_everything);
}

int main(void)
{
	return suite_run("runs", tests_add);
}
