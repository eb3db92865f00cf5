/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The ledger: whose it is, and which function each device was. */
#include "ledger_fixture.h"
#include <errno.h>

/* A run's: opens, pins, ends. */
static int run(void)
{
	struct ledger ledger;
	int result = ledger_open(&ledger, host, &survey, &report);

	if (result == 0)
		result = ledger_keep(&ledger, &found, true, &survey, &report);
	ledger_free(&ledger);
	return result;
}

START_TEST(what_was_pinned_is_known)
{
	struct ledger ledger;

	ck_assert_int_eq(run(), 0);
	ledger = opened();
	ledger_survey(&ledger, &journal, &survey);
	ck_assert_uint_eq(survey.pins.n, 1);
	ck_assert_str_eq(survey.pins.all[0].handle, "nic0");
	ck_assert_str_eq(survey.pins.all[0].address, "0000:17:00.0");
	ck_assert_str_eq(survey.pins.all[0].serial, "A1");
	ck_assert_str_eq(survey.pins.all[0].select, "driver=igb");
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
	ck_assert_uint_eq(lines(), 4);
	ledger = opened();
	ck_assert_uint_eq(ledger.pins.n, 1);
	ck_assert_str_eq(ledger.pins.all[0].address, "0000:98:00.0");
	ledger_free(&ledger);
}
END_TEST

START_TEST(another_machines_is_not_believed)
{
	struct ledger ledger;

	ck_assert_int_eq(run(), 0);
	machine_set(M_DMI_SERIAL, "S2");
	ledger = opened();
	ck_assert_int_eq(ledger.stands.is, LEDGER_IS_ELSEWHERE);
	ck_assert_str_eq(report.findings[0].id, "ledger-elsewhere");
	ledger_survey(&ledger, &journal, &survey);
	ck_assert_uint_eq(survey.pins.n, 0);
	ck_assert_int_eq(survey.ledger.is, LEDGER_IS_ELSEWHERE);
	ck_assert_ptr_nonnull(survey.domains.unknown);
	ck_assert_int_eq(ledger_keep(&ledger, &found, true, &survey, &report), 0);
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
	ck_assert_int_eq(ledger.stands.is, LEDGER_IS_WHOLE);
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

/* Lines that another version wrote, with right CRCs: what reads like damage is none. */
START_TEST(newer_is_told)
{
	struct ledger ledger;

	twin_write(twin, "var/lib/pawl/ledger",
		"{\"crc\":\"0bd4b7d0\",\"event\":\"machine\",\"seq\":1,\"version\":2}\n"
		"{\"crc\":\"4d9c3679\",\"event\":\"hostage\",\"seq\":2,\"soul\":\"new\",\"version\":0}\n");
	ledger = opened();
	ck_assert_int_eq(ledger.stands.is, LEDGER_IS_NEWER);
	ck_assert_str_eq(report.findings[0].id, "ledger-newer");
	ck_assert_uint_eq(report.n, 1);
	ledger_free(&ledger);
}
END_TEST

/* Of what stands before the damage only what bids caution holds. */
START_TEST(damage_is_told)
{
	struct domain *domain;
	struct ledger ledger = opened();
	struct done done = { 0 };

	ck_assert_int_eq(ledger_consent(&ledger, "0000:16:00.0", "abc", &survey, &report), 0);
	ledger_free(&ledger);
	ck_assert_int_eq(run(), 0);
	host_do(host,
		&(struct op){ .verb = OP_APPEND, .path = "var/lib/pawl/ledger", .in = "x\n", .in_len = 2 },
		&done);
	done_free(&done);
	ledger = opened();
	ck_assert_int_eq(ledger.stands.is, LEDGER_IS_DAMAGED);
	ck_assert_str_eq(ledger.stands.why, "the ledger's line 4 is not an entry of it");
	ledger_survey(&ledger, &journal, &survey);
	domain = domains_find(&survey.domains, "0000:16:00.0");
	ck_assert_ptr_nonnull(domain);
	ck_assert_ptr_null(domain->consent);
	ck_assert_ptr_nonnull(survey.domains.unknown);
	ck_assert_int_eq(ledger_consent(&ledger, "0000:16:00.0", "abc", &survey, &report), -1);
	ck_assert_uint_eq(lines(), 4);
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
	tcase_add_test(tests, newer_is_told);
	tcase_add_test(tests, damage_is_told);
}

int main(void)
{
	return suite_run("ledger", add_tests);
}
