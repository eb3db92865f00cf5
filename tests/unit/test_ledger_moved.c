/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is known of a device goes with it, and nobody else gets it. */
#include "../../src/engine/ledger_line.h"
#include "ledger_fixture.h"

#define HERE  "0000:17:00.0"
#define THERE "0000:98:00.0"

static void pinned(const char *handle, const char *address, const char *serial)
{
	pins_keep(&found, &(struct pin){ .handle = (char *)handle,
				  .address = (char *)address,
				  .serial = (char *)serial,
				  .vendor = (char *)"0x8086" });
}

static void note(void)
{
	struct ledger ledger = opened();

	ck_assert_int_eq(ledger_keep(&ledger, &found, true, &survey, &report), 0);
	ledger_free(&ledger);
	pins_free(&found);
}

static void set(const struct knob *knob, const char *target, const char *pf, const char *value)
{
	struct ledger ledger = opened();
	struct ledger_line line = { .event = (char *)ledger_event_at(LEDGER_APPLIED)->name,
		.knob = (char *)knob->name,
		.target = (char *)target,
		.object = (char *)"nic0.vfs",
		.pf = (char *)pf,
		.original = (char *)"",
		.before = (char *)"",
		.value = (char *)value };

	ck_assert_int_eq(ledger_append(&ledger, &line, 1, &survey, &report), 0);
	ledger_free(&ledger);
}

/* What the ledger has of it, read anew; "": nothing. The caller frees it. */
static char *has(const struct knob *knob, const char *target)
{
	struct ledger ledger = opened();
	const struct applied *word = applied_find(&ledger.applied, knob, target);
	char *value = string_copy(word && word->value ? word->value : "");

	ledger_free(&ledger);
	return value;
}

static void expect(const struct knob *knob, const char *target, const char *value)
{
	AUTO_FREE char *is = has(knob, target);

	ck_assert_str_eq(is, value);
}

static void nic0_has_words(void)
{
	pins_free(&found);
	pinned("nic0", HERE, "A1");
	note();
	set(&knob_numvfs, HERE, NULL, "2");
	set(&knob_driver, "0000:17:02.1", HERE, "vfio-pci");
}

START_TEST(words_go_with_their_device)
{
	nic0_has_words();
	pinned("nic0", THERE, "A1");
	note();
	expect(&knob_numvfs, THERE, "2");
	expect(&knob_driver, "0000:98:02.1", "vfio-pci");
	expect(&knob_numvfs, HERE, "");
	expect(&knob_driver, "0000:17:02.1", "");
}
END_TEST

START_TEST(two_change_places)
{
	nic0_has_words();
	pinned("nic1", THERE, "B2");
	note();
	set(&knob_numvfs, THERE, NULL, "7");
	pinned("nic0", THERE, "A1");
	pinned("nic1", HERE, "B2");
	note();
	expect(&knob_numvfs, THERE, "2");
	expect(&knob_numvfs, HERE, "7");
}
END_TEST

START_TEST(words_of_who_is_away_wait_for_it)
{
	nic0_has_words();
	pinned("nic1", HERE, "B2");
	note();
	expect(&knob_numvfs, HERE, "");
	expect(&knob_numvfs, "A1@" HERE, "2");
	set(&knob_numvfs, HERE, NULL, "7");
	pinned("disk", THERE, "A1");
	note();
	expect(&knob_numvfs, THERE, "2");
	expect(&knob_driver, "0000:98:02.1", "vfio-pci");
	expect(&knob_numvfs, HERE, "7");
}
END_TEST

/* Of two that have changed places one was noted when the machine died. */
START_TEST(lines_that_were_cut_off_are_written_again)
{
	struct ledger_line line = { .event = (char *)ledger_event_at(LEDGER_MOVED)->name,
		.pin = { .address = (char *)THERE, .serial = (char *)"A1", .vendor = (char *)"0x8086" },
		.from = (char *)HERE };
	struct ledger ledger;

	nic0_has_words();
	pinned("nic1", THERE, "B2");
	note();
	set(&knob_numvfs, THERE, NULL, "7");
	ledger = opened();
	ck_assert_int_eq(ledger_append(&ledger, &line, 1, &survey, &report), 0);
	ledger_free(&ledger);
	pinned("nic0", THERE, "A1");
	pinned("nic1", HERE, "B2");
	note();
	expect(&knob_numvfs, THERE, "2");
	expect(&knob_numvfs, HERE, "7");
}
END_TEST

/* Its old place has it still: a maker gave two one number. */
START_TEST(a_twin_takes_nothing)
{
	struct function *function = survey_add(&survey, HERE);

	function->identity[I_SERIAL] = (struct reading){ .is = R_VALUE, .text = string_copy("A1") };
	nic0_has_words();
	pinned("nic1", THERE, "A1");
	note();
	expect(&knob_numvfs, HERE, "2");
	expect(&knob_numvfs, THERE, "");
}
END_TEST

START_TEST(without_a_number_nothing_is_told)
{
	nic0_has_words();
	pinned("nic0", THERE, NULL);
	note();
	expect(&knob_numvfs, HERE, "2");
	expect(&knob_numvfs, THERE, "");
}
END_TEST

static void add_tests(TCase *tests)
{
	tcase_add_checked_fixture(tests, begin, end);
	tcase_add_test(tests, words_go_with_their_device);
	tcase_add_test(tests, two_change_places);
	tcase_add_test(tests, words_of_who_is_away_wait_for_it);
	tcase_add_test(tests, lines_that_were_cut_off_are_written_again);
	tcase_add_test(tests, a_twin_takes_nothing);
	tcase_add_test(tests, without_a_number_nothing_is_told);
}

int main(void)
{
	return suite_run("ledger_moved", add_tests);
}
