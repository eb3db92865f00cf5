/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The ledger: whose it is, and which function each device was. */
#include "../support/suite.h"
#include "ledger.h"
#include "twin.h"
#include <errno.h>
#include <string.h>

static struct twin *twin;
static struct host *host;
static struct report report;
static struct survey survey;
static struct survey found;
static struct journal journal;

static void machine_set(enum machine_fact fact, const char *text)
{
	reading_free(&survey.machine[fact]);
	survey.machine[fact] = (struct reading){ .is = R_VALUE, .text = string_copy(text) };
}

/* The device is that function now. */
static void find(const char *handle, const char *address)
{
	const struct pin pin = {
		.handle = (char *)handle,
		.select = (char *)"driver=igb",
		.address = (char *)address,
		.serial = (char *)"A1",
	};

	pins_keep(&found.pins, &found.n_pins, &pin);
}

static void begin(void)
{
	struct survey world = { 0 };

	twin = twin_new(&world, NULL);
	host = twin_host(twin);
	survey = (struct survey){ 0 };
	found = (struct survey){ 0 };
	machine_set(M_MACHINE_ID, "0123456789abcdef0123456789abcdef");
	machine_set(M_DMI_SERIAL, "S1");
	find("nic0", "0000:17:00.0");
}

static void end(void)
{
	report_free(&report);
	journal_free(&journal);
	survey_free(&found);
	survey_free(&survey);
	host_free(host);
}

/* A run's: opens, pins, ends. */
static int run(void)
{
	struct ledger ledger;
	int result = ledger_open(&ledger, host, &survey, &report);

	if (result == 0)
		result = ledger_keep(&ledger, &found, &survey, &report);
	ledger_free(&ledger);
	return result;
}

/* How many lines the file has. */
static size_t lines(void)
{
	struct done done = { 0 };
	size_t n = 0;

	host_do(host, &(struct op){ .verb = OP_READ, .path = "var/lib/pawl/ledger" }, &done);
	for (const char *at = done.data; at && (at = strchr(at, '\n')); at++)
		n++;
	done_free(&done);
	return n;
}

static struct ledger opened(void)
{
	struct ledger ledger;

	ck_assert_int_eq(ledger_open(&ledger, host, &survey, &report), 0);
	return ledger;
}

START_TEST(what_was_pinned_is_known)
{
	struct ledger ledger;

	ck_assert_int_eq(run(), 0);
	ledger = opened();
	ledger_survey(&ledger, &journal, &survey);
	ck_assert_uint_eq(survey.n_pins, 1);
	ck_assert_str_eq(survey.pins[0].handle, "nic0");
	ck_assert_str_eq(survey.pins[0].address, "0000:17:00.0");
	ck_assert_str_eq(survey.pins[0].serial, "A1");
	ck_assert_str_eq(survey.pins[0].select, "driver=igb");
	ledger_free(&ledger);
}
END_TEST

START_TEST(nothing_new_writes_nothing)
{
	ck_assert_int_eq(run(), 0);
	ck_assert_uint_eq(lines(), 2);
	ck_assert_int_eq(run(), 0);
	ck_assert_uint_eq(lines(), 2);
}
END_TEST

START_TEST(what_moved_is_a_new_line_and_holds)
{
	struct ledger ledger;

	ck_assert_int_eq(run(), 0);
	find("nic0", "0000:98:00.0");
	ck_assert_int_eq(run(), 0);
	ck_assert_uint_eq(lines(), 3);
	ledger = opened();
	ck_assert_uint_eq(ledger.n_pins, 1);
	ck_assert_str_eq(ledger.pins[0].address, "0000:98:00.0");
	ledger_free(&ledger);
}
END_TEST

START_TEST(another_machines_is_not_believed)
{
	struct ledger ledger;

	ck_assert_int_eq(run(), 0);
	machine_set(M_DMI_SERIAL, "S2");
	ledger = opened();
	ck_assert(ledger.elsewhere);
	ck_assert_str_eq(report.findings[0].id, "ledger-elsewhere");
	ledger_survey(&ledger, &journal, &survey);
	ck_assert_uint_eq(survey.n_pins, 0);
	ck_assert_int_eq(ledger_keep(&ledger, &found, &survey, &report), 0);
	ck_assert_uint_eq(lines(), 2);
	ledger_free(&ledger);
}
END_TEST

START_TEST(what_one_side_does_not_know_tells_nothing)
{
	struct ledger ledger;

	ck_assert_int_eq(run(), 0);
	reading_free(&survey.machine[M_DMI_SERIAL]);
	survey.machine[M_DMI_SERIAL] = (struct reading){ .is = R_UNKNOWN };
	ledger = opened();
	ck_assert(!ledger.elsewhere);
	ledger_free(&ledger);
}
END_TEST

START_TEST(full_disk_is_said)
{
	twin_set_fault(twin,
		&(struct strike){ .fault = FAULT_FAIL, .at_write = "var/lib/pawl/ledger", .error = ENOSPC });
	ck_assert_int_eq(run(), -1);
	ck_assert_str_eq(report.findings[0].id, "ledger-unwritable");
	ck_assert_int_eq(report.findings[0].error, ENOSPC);
}
END_TEST

/* One step of a run: what the journal says of it. */
struct said {
	const struct knob *knob;
	const char *target, *before, *after, *pf;
	enum step_result result; /* STEP_WAITING: the run died after the intention */
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
	if (said->result != STEP_WAITING)
		ck_assert_int_eq(journal_append(&journal, &entry, &report), 0);
}

static void run_begin(struct ledger *ledger, const char *time)
{
	const struct plan plan = { .id = "abcd", .n = 3 };
	struct journal_entry begin = journal_begin_entry(&plan, "boot-a", time);

	*ledger = opened();
	journal_free(&journal);
	ck_assert_int_eq(journal_open(&journal, host, &report), 0);
	ck_assert_int_eq(ledger_run_begin(ledger, &begin, "a note", &survey, &report), 0);
	ck_assert_int_eq(journal_begin(&journal, &begin, &report), 0);
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

static const struct said made = { &knob_numvfs, PF, "0", "4", NULL, STEP_DONE };
static const struct said unmade = { &knob_numvfs, PF, "4", "0", NULL, STEP_DONE };
static const struct said overridden = { &knob_override, VF, "", "vfio-pci", PF, STEP_DONE };

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
	const struct said more = { &knob_numvfs, PF, "4", "8", NULL, STEP_DONE };
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
	const struct said off = { &knob_autoprobe, PF, "1", "0", NULL, STEP_DONE };
	const struct said on = { &knob_autoprobe, PF, "0", "1", NULL, STEP_DONE };
	const struct said both[] = { off, on };

	run_says("t1", both, 2);
	ck_assert_ptr_null(seen(&knob_autoprobe, PF));
	ck_assert_uint_eq(lines(), 3);
}
END_TEST

START_TEST(what_the_kernel_refused_was_never_set)
{
	const struct said refused = { &knob_numvfs, PF, "0", "4", NULL, STEP_REFUSED };

	run_says("t1", &refused, 1);
	ck_assert_ptr_null(seen(&knob_numvfs, PF));
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

/* Between the ledger's first line of a run and the journal's. */
START_TEST(a_run_that_never_began_has_set_nothing)
{
	const struct plan plan = { .id = "abcd", .n = 3 };
	struct journal_entry begin = journal_begin_entry(&plan, "boot-a", "t2");
	struct ledger ledger;

	run_says("t1", &made, 1);
	ledger = opened();
	ck_assert_int_eq(ledger_run_begin(&ledger, &begin, NULL, &survey, &report), 0);
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

/* A line that another version wrote, with a right CRC. */
START_TEST(newer_is_refused)
{
	static const char line[] = "{\"crc\":\"%s\",\"event\":\"machine\",\"seq\":1,\"version\":2}\n";
	AUTO_FREE char *text = text_print(line, "0bd4b7d0");
	struct ledger ledger;
	struct done done = { 0 };

	host_do(host,
		&(struct op){ .verb = OP_REPLACE,
			.path = "var/lib/pawl/ledger",
			.in = text,
			.in_len = strlen(text) },
		&done);
	done_free(&done);
	ck_assert_int_eq(ledger_open(&ledger, host, &survey, &report), -1);
	ck_assert_str_eq(report.findings[0].id, "ledger-newer");
	ledger_free(&ledger);
}
END_TEST

static void add_tests(TCase *tests)
{
	tcase_add_checked_fixture(tests, begin, end);
	tcase_add_test(tests, what_was_pinned_is_known);
	tcase_add_test(tests, nothing_new_writes_nothing);
	tcase_add_test(tests, what_moved_is_a_new_line_and_holds);
	tcase_add_test(tests, another_machines_is_not_believed);
	tcase_add_test(tests, what_one_side_does_not_know_tells_nothing);
	tcase_add_test(tests, full_disk_is_said);
	tcase_add_test(tests, newer_is_refused);
	tcase_add_test(tests, what_was_set_is_known_with_its_original);
	tcase_add_test(tests, what_is_back_at_its_original_is_released);
	tcase_add_test(tests, what_was_for_the_moment_leaves_no_line);
	tcase_add_test(tests, what_the_kernel_refused_was_never_set);
	tcase_add_test(tests, settings_of_vfs_go_with_them);
	tcase_add_test(tests, what_a_dead_run_intended_counts_before_the_ledger_has_it);
	tcase_add_test(tests, a_run_that_never_began_has_set_nothing);
	tcase_add_test(tests, a_run_is_told_with_what_it_changed);
}

int main(void)
{
	return suite_run("ledger", add_tests);
}
