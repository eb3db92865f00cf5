/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the ledger takes over from the journal: runs, and what they have set. */
#include "../../src/engine/ledger_line.h"
#include "ledger_fixture.h"

static struct ledger_run goal = { .note = (char *)"a note", .wish = (char *)"a wish" };

/* One step of a run: what the journal says of it. */
struct said {
	const struct knob *knob;
	const char *target, *before, *after, *pf;
	enum step_result result; /* STEP_WAITING: the run died after the intention */
	const char *reads;
};

static void journal_say(const struct said *said)
{
	struct journal_entry entry = { .event = (char *)"intend",
		.step = 1,
		.knob = (char *)said->knob->name,
		.target = (char *)said->target,
		.before = (char *)said->before,
		.after = (char *)said->after,
		.object = (char *)"nic0",
		.pf = (char *)said->pf };

	ck_assert_int_eq(journal_append(&journal, &entry, &report), 0);
	entry.event = (char *)step_result_names[said->result];
	entry.reads = (char *)said->reads;
	if (said->result != STEP_WAITING)
		ck_assert_int_eq(journal_append(&journal, &entry, &report), 0);
}

static const char *boot_id = "boot-a";
static char *what; /* the run is for: RUN_RESTORE, or NULL */

static void run_begin(struct ledger *ledger, const char *time)
{
	const struct plan plan = { .id = "abcd", .n = 3 };
	struct journal_entry begin = journal_begin_entry(&plan, boot_id, time);

	begin.note = what;
	goal.restores = what;
	*ledger = opened();
	journal_free(&journal);
	ck_assert_int_eq(journal_open(&journal, host, &report), 0);
	ck_assert_int_eq(ledger_run_begin(ledger, &begin, &goal, &survey, &report), 0);
	ck_assert_int_eq(journal_append(&journal, &begin, &report), 0);
}

static void run_says(const char *time, const struct said *said, size_t n)
{
	struct ledger ledger;

	run_begin(&ledger, time);
	for (size_t i = 0; i < n; i++)
		journal_say(&said[i]);
	ck_assert_int_eq(journal_end(&journal, FINE, &report), 0);
	ck_assert_int_eq(ledger_run_end(&ledger, &journal, &survey, &report), 0);
	ledger_free(&ledger);
}

#define PF "0000:17:00.0"
#define VF "0000:17:10.0"

static const struct said made = { &knob_numvfs, PF, "0", "4", NULL, STEP_DONE, NULL };
static const struct said unmade = { &knob_numvfs, PF, "4", "0", NULL, STEP_DONE, NULL };
static const struct said overridden = { &knob_override, VF, "", "vfio-pci", PF, STEP_DONE, NULL };

/* What planning sees; NULL: nothing is applied. */
static const struct applied *seen(const struct knob *knob, const char *target)
{
	struct ledger ledger = opened();
	const struct applied *applied;

	applied_free(&survey.applied);
	ledger_survey(&ledger, &journal, &survey);
	ledger_free(&ledger);
	applied = applied_find(&survey.applied, knob, target);
	return applied && applied->value ? applied : NULL;
}

START_TEST(what_was_set_is_known_with_its_original)
{
	const struct said more = { &knob_numvfs, PF, "4", "8", NULL, STEP_DONE, NULL };
	const struct applied *applied;

	run_says("t1", &made, 1);
	run_says("t2", &more, 1);
	applied = seen(&knob_numvfs, PF);
	ck_assert_ptr_nonnull(applied);
	ck_assert_str_eq(applied->original, "0");
	ck_assert_str_eq(applied->value, "8");
	ck_assert_str_eq(applied->object, "nic0");
}
END_TEST

START_TEST(what_is_back_at_its_original_is_released)
{
	run_says("t1", &made, 1);
	run_says("t2", &unmade, 1);
	ck_assert_ptr_null(seen(&knob_numvfs, PF));
}
END_TEST

START_TEST(what_was_for_the_moment_leaves_no_line)
{
	const struct said off = { &knob_autoprobe, PF, "1", "0", NULL, STEP_DONE, NULL };
	const struct said on = { &knob_autoprobe, PF, "0", "1", NULL, STEP_DONE, NULL };
	const struct said both[] = { off, on };

	run_says("t1", both, 2);
	ck_assert_ptr_null(seen(&knob_autoprobe, PF));
	ck_assert_uint_eq(lines(), 3);
}
END_TEST

START_TEST(what_the_kernel_refused_was_never_set)
{
	const struct said refused = { &knob_numvfs, PF, "0", "4", NULL, STEP_REFUSED, NULL };

	run_says("t1", &refused, 1);
	ck_assert_ptr_null(seen(&knob_numvfs, PF));
}
END_TEST

/* drivers/pci/iov.c, sriov_numvfs_store: "%d VFs requested; only %d enabled" is no error. */
START_TEST(what_a_write_has_come_to_is_set)
{
	const struct said fewer = { &knob_numvfs, PF, "0", "4", NULL, STEP_STOPPED, "2" };
	const struct said both[] = { made, overridden };

	run_says("t1", both, 2);
	run_says("t2", &fewer, 1);
	ck_assert_str_eq(seen(&knob_numvfs, PF)->value, "2");
	ck_assert_str_eq(seen(&knob_numvfs, PF)->original, "0");
	ck_assert_ptr_null(seen(&knob_override, VF));
}
END_TEST

START_TEST(what_came_to_another_value_is_not_released)
{
	const struct said back = { &knob_driver, PF, "", "nvme", NULL, STEP_STOPPED, "vfio-pci" };
	const struct said both[] = { { &knob_driver, PF, "vfio-pci", "", NULL, STEP_DONE, NULL }, back };
	const struct said bound = { &knob_driver, PF, "nvme", "vfio-pci", NULL, STEP_DONE, NULL };

	run_says("t1", &bound, 1);
	run_says("t2", both, 2);
	ck_assert_str_eq(seen(&knob_driver, PF)->value, "vfio-pci");
	ck_assert_str_eq(seen(&knob_driver, PF)->original, "nvme");
}
END_TEST

START_TEST(settings_of_vfs_go_with_them)
{
	const struct said both[] = { made, overridden };

	run_says("t1", both, 2);
	ck_assert_str_eq(seen(&knob_override, VF)->pf, PF);
	run_says("t2", &unmade, 1);
	ck_assert_ptr_null(seen(&knob_override, VF));
}
END_TEST

/* Power went away after the intention: nobody knows whether it was written. */
START_TEST(what_a_dead_run_intended_counts_before_the_ledger_has_it)
{
	struct said intended = made;
	struct ledger ledger;

	intended.result = STEP_WAITING;
	run_begin(&ledger, "t1");
	journal_say(&intended);
	ledger_free(&ledger);
	ck_assert_uint_eq(lines(), 2);
	ck_assert_str_eq(seen(&knob_numvfs, PF)->value, "4");
	ledger = opened();
	ck_assert_int_eq(ledger_run_end(&ledger, &journal, &survey, &report), 0);
	ck_assert_str_eq(ledger.runs[0].outcome, LEDGER_DIED);
	ck_assert_uint_eq(lines(), 4);
	ck_assert_int_eq(ledger_run_end(&ledger, &journal, &survey, &report), 0);
	ck_assert_uint_eq(lines(), 4);
	ledger_free(&ledger);
	ck_assert_str_eq(seen(&knob_numvfs, PF)->original, "0");
}
END_TEST

static void ledger_cut(size_t lines_left)
{
	struct done done = { 0 }, written = { 0 };
	char *end;

	host_do(host, &(struct op){ .verb = OP_READ, .path = "var/lib/pawl/ledger" }, &done);
	end = done.data;
	for (size_t i = 0; i < lines_left; i++)
		end = strchr(end, '\n') + 1;
	ck_assert_int_eq(host_do(host,
				 &(struct op){ .verb = OP_REPLACE,
					 .path = "var/lib/pawl/ledger",
					 .in = done.data,
					 .in_len = (size_t)(end - (char *)done.data) },
				 &written),
		0);
	done_free(&written);
	done_free(&done);
}

/* The append was cut off behind a line that gives a knob free: that is no news the second time. */
START_TEST(half_of_a_runs_lines_and_then_all_are_the_same)
{
	struct ledger ledger;

	run_says("t1", &made, 1);
	run_says("t2", &unmade, 1);
	ck_assert_uint_eq(lines(), 7); /* machine, and begin, setting, end of each */
	ledger_cut(6);
	ck_assert_ptr_null(seen(&knob_numvfs, PF));
	ledger = opened();
	ck_assert_int_eq(ledger_run_end(&ledger, &journal, &survey, &report), 0);
	ledger_free(&ledger);
	ck_assert_uint_eq(lines(), 7);
	ck_assert_ptr_null(seen(&knob_numvfs, PF));
}
END_TEST

/* Between the ledger's first line of a run and the journal's. */
/* Who has a namespace: `original` are those to whom somebody else gave it. */
START_TEST(what_runs_gave_adds_up)
{
#define NAMESPACE "0000:31:00.0 nsid 3"
	static const struct said gives[] = {
		{ &knob_controllers, NAMESPACE, "", "2", NULL, STEP_DONE, NULL },
		{ &knob_controllers, NAMESPACE, "2", "2 5", NULL, STEP_DONE, NULL },
		{ &knob_controllers, NAMESPACE, "2 5", "2 5 6", NULL, STEP_REFUSED, NULL },
	};
	static const struct said takes = { &knob_controllers, NAMESPACE, "2 5 7", "2 7", NULL, STEP_DONE,
		NULL };
	static const struct said refused = { &knob_controllers, NAMESPACE, "2 7", "7", NULL, STEP_REFUSED,
		NULL };
	const struct applied *holders;

	run_says("t1", gives, 3);
	run_says("t2", &takes, 1);
	run_says("t3", &refused, 1);
	seen(&knob_controllers, NAMESPACE);
	holders = applied_find(&survey.kept, &knob_controllers, NAMESPACE);
	ck_assert_ptr_nonnull(holders);
	ck_assert_str_eq(holders->original, "7");
	ck_assert_str_eq(holders->value, "2 7");
}
END_TEST

START_TEST(a_run_that_never_began_has_set_nothing)
{
	const struct plan plan = { .id = "abcd", .n = 3 };
	struct journal_entry begin = journal_begin_entry(&plan, "boot-a", "t2");
	struct ledger ledger;

	run_says("t1", &made, 1);
	ledger = opened();
	ck_assert_int_eq(ledger_run_begin(&ledger, &begin, &goal, &survey, &report), 0);
	ck_assert_int_eq(ledger_run_end(&ledger, &journal, &survey, &report), 0);
	ck_assert_uint_eq(ledger.n_runs, 2);
	ck_assert_str_eq(ledger.runs[1].outcome, LEDGER_DIED);
	ck_assert_uint_eq(ledger.runs[1].turned.n, 0);
	ledger_free(&ledger);
}
END_TEST

START_TEST(a_run_is_told_with_what_it_changed)
{
	const struct said both[] = { made, overridden };
	struct ledger ledger;

	run_says("t1", both, 2);
	ledger = opened();
	ck_assert_uint_eq(ledger.n_runs, 1);
	ck_assert_str_eq(ledger.runs[0].began, "t1");
	ck_assert_str_eq(ledger.runs[0].note, "a note");
	ck_assert_str_eq(ledger.runs[0].outcome, "0");
	ck_assert_uint_eq(ledger.runs[0].steps, 3);
	ck_assert_uint_eq(ledger.runs[0].done, 2);
	ck_assert_uint_eq(ledger.runs[0].turned.n, 2);
	ledger_free(&ledger);
}
END_TEST

static void boot_b(char *run_for)
{
	boot_id = "boot-b";
	what = run_for;
}

START_TEST(each_word_has_the_boot_of_its_run)
{
	run_says("t1", &made, 1);
	ck_assert_str_eq(seen(&knob_numvfs, PF)->boot_id, "boot-a");
	boot_b((char *)RUN_RESTORE);
	run_says("t2", &made, 1);
	ck_assert_str_eq(seen(&knob_numvfs, PF)->boot_id, "boot-b");
	ck_assert_str_eq(seen(&knob_numvfs, PF)->original, "0");
}
END_TEST

/* It may never have come: then what is there is as the boot made it, and nobody else's. */
START_TEST(a_write_without_a_result_keeps_the_boot_that_is_known)
{
	struct said running = made;

	run_says("t1", &made, 1);
	boot_b((char *)RUN_RESTORE);
	running.result = STEP_STILL_RUNNING;
	run_says("t2", &running, 1);
	ck_assert_str_eq(seen(&knob_numvfs, PF)->value, "4");
	ck_assert_str_eq(seen(&knob_numvfs, PF)->boot_id, "boot-a");
}
END_TEST

START_TEST(new_vfs_have_nothing_of_those_before_a_boot)
{
	const struct said both[] = { made, overridden };

	run_says("t1", both, 2);
	boot_b(NULL);
	run_says("t2", &made, 1);
	ck_assert_str_eq(seen(&knob_numvfs, PF)->value, "4");
	ck_assert_ptr_null(seen(&knob_override, VF));
}
END_TEST

START_TEST(but_of_a_restore_they_are_to_have_it)
{
	const struct said both[] = { made, overridden };

	run_says("t1", both, 2);
	boot_b((char *)RUN_RESTORE);
	run_says("t2", &made, 1);
	ck_assert_str_eq(seen(&knob_override, VF)->boot_id, "boot-a");
}
END_TEST

/* Twice, with the ledger's own strings: the first frees what the second would read. */
START_TEST(a_line_may_have_the_ledgers_strings)
{
	struct ledger ledger;
	const struct applied *applied;
	struct ledger_line lines_of[2] = { 0 };

	run_says("t1", &made, 1);
	run_begin(&ledger, "t2");
	applied = applied_find(&ledger.applied, &knob_numvfs, PF);
	for (size_t i = 0; i < 2; i++)
		lines_of[i] = (struct ledger_line){ .event = (char *)ledger_event_at(LEDGER_APPLIED)->name,
			.knob = (char *)"numvfs",
			.target = applied->target,
			.original = applied->original,
			.before = applied->value,
			.value = applied->value };
	ck_assert_int_eq(ledger_append(&ledger, lines_of, 2, &survey, &report), 0);
	ck_assert_str_eq(applied_find(&ledger.applied, &knob_numvfs, PF)->value, "4");
	ledger_free(&ledger);
}
END_TEST

static void add_tests(TCase *tests)
{
	tcase_add_checked_fixture(tests, begin, end);
	tcase_add_test(tests, what_was_set_is_known_with_its_original);
	tcase_add_test(tests, what_is_back_at_its_original_is_released);
	tcase_add_test(tests, what_was_for_the_moment_leaves_no_line);
	tcase_add_test(tests, what_the_kernel_refused_was_never_set);
	tcase_add_test(tests, what_a_write_has_come_to_is_set);
	tcase_add_test(tests, what_came_to_another_value_is_not_released);
	tcase_add_test(tests, settings_of_vfs_go_with_them);
	tcase_add_test(tests, what_a_dead_run_intended_counts_before_the_ledger_has_it);
	tcase_add_test(tests, half_of_a_runs_lines_and_then_all_are_the_same);
	tcase_add_test(tests, what_runs_gave_adds_up);
	tcase_add_test(tests, a_run_that_never_began_has_set_nothing);
	tcase_add_test(tests, a_run_is_told_with_what_it_changed);
	tcase_add_test(tests, each_word_has_the_boot_of_its_run);
	tcase_add_test(tests, a_write_without_a_result_keeps_the_boot_that_is_known);
	tcase_add_test(tests, new_vfs_have_nothing_of_those_before_a_boot);
	tcase_add_test(tests, but_of_a_restore_they_are_to_have_it);
	tcase_add_test(tests, a_line_may_have_the_ledgers_strings);
}

int main(void)
{
	return suite_run("ledger_absorb", add_tests);
}
