/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the ledger keeps of secure domains: consent, what was assumed, and the operator's words on them. */
#include "ledger_fixture.h"

#define PORT "0000:16:00.0"

static int say(int what, const char *digest)
{
	const struct ledger_word word = {
		.what = what, .port = (char *)PORT, .digest = (char *)digest, .who = (char *)"root"
	};
	struct ledger ledger = opened();
	int result = ledger_say(&ledger, &word, &survey, &report);

	ledger_free(&ledger);
	return result;
}

static void assume(const char *boot_id)
{
	struct function *card = survey_function(&survey, "0000:17:00.0");
	struct effect effect = { .kind = EFFECT_SECURED, .object = "0000:17:00.0", .how = WILL };
	const struct step start = { .effects = &effect, .n_effects = 1 };
	struct ledger ledger;

	machine_set(M_BOOT_ID, boot_id);
	if (!card)
		card = survey_add(&survey, "0000:17:00.0");
	function_set(card, A_PATH, "../../../devices/pci0000:16/0000:16:00.0/0000:17:00.0");
	function_set(card, A_CLASS, "0x020000");
	ledger = opened();
	if (!journal.record.host)
		ck_assert_int_eq(journal_open(&journal, host, &report), 0);
	ck_assert_int_eq(ledger_assume(&ledger, &journal, &start, &survey, &report), 0);
	ledger_free(&ledger);
}

START_TEST(what_is_revoked_is_asked_for_again)
{
	struct ledger ledger;

	assume("boot-1");
	ck_assert_int_eq(say(SAID_CONSENT, "3f2a"), 0);
	ledger = opened();
	ck_assert_str_eq(domains_find(&ledger.domains, PORT)->consent, "3f2a");
	ledger_free(&ledger);
	ck_assert_int_eq(say(SAID_REVOKED, NULL), 0);
	ledger = opened();
	ck_assert_ptr_null(domains_find(&ledger.domains, PORT)->consent);
	ck_assert_str_eq(domains_find(&ledger.domains, PORT)->assumed, "boot-1");
	ledger_free(&ledger);
}
END_TEST

START_TEST(what_is_settled_is_ordinary_until_it_is_assumed_again)
{
	struct ledger ledger;

	ck_assert_int_eq(say(SAID_CONSENT, "3f2a"), 0);
	assume("boot-1");
	machine_set(M_BOOT_ID, "boot-2");
	ck_assert_int_eq(say(SAID_SETTLED, NULL), 0);
	ledger = opened();
	ck_assert_ptr_null(domains_find(&ledger.domains, PORT)->assumed);
	ck_assert_str_eq(domains_find(&ledger.domains, PORT)->consent, "3f2a");
	ledger_free(&ledger);
	assume("boot-2");
	ledger = opened();
	ck_assert_str_eq(domains_find(&ledger.domains, PORT)->assumed, "boot-2");
	ledger_free(&ledger);
}
END_TEST

START_TEST(who_said_it_and_when_is_kept)
{
	const struct ledger_word *word;
	struct ledger ledger;

	assume("boot-1");
	machine_set(M_BOOT_ID, "boot-2");
	ck_assert_int_eq(say(SAID_SETTLED, NULL), 0);
	ledger = opened();
	word = ledger_last_word(&ledger, PORT, SAID_ASSUMED, SAID_SETTLED);
	ck_assert_int_eq(word->what, SAID_SETTLED);
	ck_assert_str_eq(word->who, "root");
	ck_assert_str_eq(word->boot_id, "boot-2");
	ck_assert_ptr_nonnull(word->time);
	ck_assert_ptr_null(ledger_last_word(&ledger, PORT, SAID_CONSENT, SAID_REVOKED));
	ck_assert_ptr_null(ledger_last_word(&ledger, "0000:97:00.0", SAID_ASSUMED, SAID_SETTLED));
	ledger_free(&ledger);
}
END_TEST

/* What may be secure on this machine cannot be told from another one's ledger. */
START_TEST(another_machines_ledger_takes_no_word)
{
	ck_assert_int_eq(say(SAID_CONSENT, "3f2a"), 0);
	machine_set(M_MACHINE_ID, "ffffffffffffffffffffffffffffffff");
	ck_assert_int_eq(say(SAID_SETTLED, NULL), -1);
}
END_TEST

/* Nor is it printed, whatever it would do to the terminal. */
START_TEST(what_is_no_digest_is_no_consent)
{
	ck_assert_int_eq(say(SAID_CONSENT, "\033[31m"), -1);
	ck_assert_str_eq(report.findings[0].id, "ledger-unwritable");
}
END_TEST

/* As the journal tells it when the ledger is lost: with whatever is noted next, and once. */
START_TEST(what_the_survey_has_beyond_the_ledger_is_noted_first)
{
	const struct ledger_word *word;
	struct ledger ledger;

	domain_assume(domains_keep(&survey.domains, PORT), "boot-1");
	ledger = opened();
	ck_assert_int_eq(ledger_keep(&ledger, &found, true, &survey, &report), 0);
	ck_assert_int_eq(ledger_keep(&ledger, &found, true, &survey, &report), 0);
	ck_assert_uint_eq(lines(), 3);
	word = ledger_last_word(&ledger, PORT, SAID_ASSUMED, SAID_SETTLED);
	ck_assert_str_eq(word->boot_id, "boot-1");
	ledger_free(&ledger);
}
END_TEST

static struct domain *surveyed(const char *begin_boot_id)
{
	struct ledger ledger = opened();
	struct journal_entry entries[] = {
		{ .event = (char *)"begin",
			.plan = (char *)"1",
			.time = (char *)"2026-01-01T00:00:00Z",
			.boot_id = (char *)begin_boot_id },
		{ .event = (char *)JOURNAL_ASSUMED, .target = (char *)PORT },
	};

	ledger_survey(&ledger, &(struct journal){ .entries = entries, .n = 2 }, &survey);
	ledger_free(&ledger);
	return domains_find(&survey.domains, PORT);
}

/* A word of before says nothing about what came after it. */
START_TEST(what_an_older_ledger_has_settled_is_assumed_again)
{
	assume("boot-1");
	machine_set(M_BOOT_ID, "boot-2");
	ck_assert_int_eq(say(SAID_SETTLED, NULL), 0);
	ck_assert_ptr_null(surveyed("boot-1")->assumed);
	ck_assert_str_eq(surveyed("boot-3")->assumed, "boot-3");
}
END_TEST

START_TEST(a_run_that_did_not_know_its_boot_counts_as_well)
{
	ck_assert_str_eq(surveyed(NULL)->assumed, "unknown");
}
END_TEST

static void revoke(void)
{
	const struct ledger_word word = { .port = (char *)PORT, .who = (char *)"root" };
	struct ledger ledger = opened();

	ck_assert_int_eq(ledger_revoke(&ledger, &word, &survey, &report), 0);
	ledger_free(&ledger);
}

START_TEST(what_an_older_ledger_does_not_know_to_be_revoked_is_noted_once)
{
	const struct revocation *revoked;
	struct ledger ledger;

	ck_assert_int_eq(say(SAID_CONSENT, "3f2a"), 0);
	revoke();
	ck_assert_int_eq(say(SAID_CONSENT, "3f2a"), 0);
	ck_assert_int_eq(journal_open(&journal, host, &report), 0);
	journal.entries[0].time[0] = '3'; /* as if the ledger were one of before */
	ledger = opened();
	ledger_survey(&ledger, &journal, &survey);
	ledger_free(&ledger);
	revoked = &domains_find(&survey.domains, PORT)->revoked;
	ck_assert_ptr_null(domains_find(&survey.domains, PORT)->consent);
	ck_assert_str_eq(revoked->who, "root");
	ledger = opened();
	ck_assert_ptr_null(domains_find(&ledger.domains, PORT)->consent);
	ck_assert_int_eq(ledger_keep(&ledger, &found, true, &survey, &report), 0);
	ck_assert_int_eq(ledger_keep(&ledger, &found, true, &survey, &report), 0);
	ck_assert_uint_eq(lines(), 6);
	ledger_free(&ledger);
	ck_assert_int_eq(say(SAID_CONSENT, "3f2a"), 0);
	ledger = opened();
	ck_assert_str_eq(domains_find(&ledger.domains, PORT)->consent, "3f2a");
	ledger_free(&ledger);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, begin, end);
	tcase_add_test(tests, what_is_revoked_is_asked_for_again);
	tcase_add_test(tests, what_is_settled_is_ordinary_until_it_is_assumed_again);
	tcase_add_test(tests, who_said_it_and_when_is_kept);
	tcase_add_test(tests, another_machines_ledger_takes_no_word);
	tcase_add_test(tests, what_is_no_digest_is_no_consent);
	tcase_add_test(tests, what_the_survey_has_beyond_the_ledger_is_noted_first);
	tcase_add_test(tests, what_an_older_ledger_has_settled_is_assumed_again);
	tcase_add_test(tests, what_an_older_ledger_does_not_know_to_be_revoked_is_noted_once);
	tcase_add_test(tests, a_run_that_did_not_know_its_boot_counts_as_well);
}

int main(void)
{
	return suite_run("ledger_domains", tests_add);
}
