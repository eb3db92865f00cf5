/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbers of VFs that a run has only passed through. */
#include "../../src/engine/ledger_line.h"
#include "ledger_fixture.h"

#define PF    "0000:17:00.0"
#define VF    "0000:17:10.0"
#define OTHER "0000:18:10.0"

static struct applied_list turned, passed, all;

static struct applied word_of(
	const struct knob *knob, const char *target, const char *original, const char *value)
{
	return (struct applied){ .knob = knob,
		.target = (char *)target,
		.pf = (char *)(knob == &knob_numvfs ? NULL : PF),
		.original = (char *)original,
		.value = (char *)value,
		.boot_id = (char *)"boot-a" };
}

static void begin_passing(void)
{
	const struct applied gone = word_of(&knob_override, VF, "vfio-pci", NULL);
	const struct applied bare = word_of(&knob_driver, VF, "", NULL);
	struct applied count = word_of(&knob_numvfs, PF, "2", "0");
	struct applied elsewhere = word_of(&knob_override, OTHER, "vfio-pci", NULL);

	begin();
	elsewhere.pf = (char *)"0000:18:00.0";
	count.passing = true;
	applied_keep(&turned, &gone);
	applied_keep(&turned, &bare);
	applied_keep(&turned, &elsewhere);
	applied_keep(&turned, &count);
	passed_take(&passed, &turned, &count);
}

static void end_passing(void)
{
	applied_free(&turned);
	applied_free(&passed);
	applied_free(&all);
	end();
}

static const char *comes_back(const struct knob *knob, const char *target)
{
	const struct applied *word;

	passed_survey(&passed, &survey, &all);
	word = applied_find(&all, knob, target);
	return word ? word->value : NULL;
}

START_TEST(another_boot_brings_back_what_stood_before)
{
	machine_set(M_BOOT_ID, "boot-b");
	ck_assert_str_eq(comes_back(&knob_numvfs, PF), "2");
	ck_assert_str_eq(comes_back(&knob_override, VF), "vfio-pci");
	ck_assert_str_eq(applied_find(&all, &knob_numvfs, PF)->original, "0");
	ck_assert_uint_eq(all.n, 2);
}
END_TEST

START_TEST(the_boot_of_the_run_does_not)
{
	machine_set(M_BOOT_ID, "boot-a");
	ck_assert_ptr_null(comes_back(&knob_numvfs, PF));
}
END_TEST

START_TEST(what_stands_by_now_stays)
{
	const struct applied stands = word_of(&knob_override, VF, "", "other");

	machine_set(M_BOOT_ID, "boot-b");
	applied_keep(&all, &stands);
	ck_assert_str_eq(comes_back(&knob_override, VF), "other");
}
END_TEST

START_TEST(a_later_number_has_the_last_word)
{
	const struct applied count = word_of(&knob_numvfs, PF, "0", "4");

	machine_set(M_BOOT_ID, "boot-b");
	passed_take(&passed, &turned, &count);
	ck_assert_ptr_null(comes_back(&knob_numvfs, PF));
	ck_assert_ptr_null(comes_back(&knob_override, VF));
}
END_TEST

static void add_tests(TCase *tests)
{
	tcase_add_checked_fixture(tests, begin_passing, end_passing);
	tcase_add_test(tests, another_boot_brings_back_what_stood_before);
	tcase_add_test(tests, the_boot_of_the_run_does_not);
	tcase_add_test(tests, what_stands_by_now_stays);
	tcase_add_test(tests, a_later_number_has_the_last_word);
}

int main(void)
{
	return suite_run("ledger_passed", add_tests);
}
