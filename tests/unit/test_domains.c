/* SPDX-License-Identifier: GPL-2.0-or-later */
/* In which world a function is, as far as anybody knows. */
#include "suite.h"
#include "survey.h"

#define PORT "0000:16:00.0"

static struct function *add(struct survey *survey, const char *address, const char *path, const char *class)
{
	struct function *function = survey_add(survey, address);

	function_set(function, A_PATH, path);
	function_set(function, A_CLASS, class);
	return function;
}

START_TEST(a_function_is_below_its_root_port)
{
	struct survey survey = { 0 };
	struct function *port = add(&survey, PORT, "../../../devices/pci0000:16/0000:16:00.0", "0x060400");
	struct function *card = add(
		&survey, "0000:17:00.1", "../../../devices/pci0000:16/0000:16:00.0/0000:17:00.1", "0x020000");
	struct function *disk =
		add(&survey, "0000:30:04.0", "../../../devices/pci0000:30/0000:30:04.0", "0x010700");
	AUTO_FREE char *above = function_root_port(card);

	ck_assert_str_eq(above, PORT);
	ck_assert_ptr_null(function_root_port(port));
	ck_assert_ptr_null(function_root_port(disk));
	survey_free(&survey);
}
END_TEST

START_TEST(another_boot_proves_nothing)
{
	struct survey survey = { 0 };

	survey.machine[M_BOOT_ID] = (struct reading){ .is = R_VALUE, .text = string_copy("boot-1") };
	ck_assert_int_eq(domain_world(&survey, PORT), WORLD_ORDINARY);
	domain_assume(domains_keep(&survey.domains, PORT), "boot-1");
	ck_assert_int_eq(domain_world(&survey, PORT), WORLD_SECURE);
	domain_assume(domains_keep(&survey.domains, PORT), "boot-0");
	ck_assert_int_eq(domain_world(&survey, PORT), WORLD_UNKNOWN);
	survey.domains.unknown = string_copy("not captured");
	ck_assert_int_eq(domain_world(&survey, "0000:97:00.0"), WORLD_UNKNOWN);
	survey_free(&survey);
}
END_TEST

/* Its VF may be gone, and that the guest runs is all that is known. */
START_TEST(a_running_confidential_guest_proves_its_domain)
{
	struct survey survey = { 0 }, copy;
	struct function *card = add(
		&survey, "0000:17:00.0", "../../../devices/pci0000:16/0000:16:00.0/0000:17:00.0", "0x020000");

	function_set(card, A_TOTALVFS, "60");
	function_set(card, A_OFFSET, "8");
	function_set(card, A_STRIDE, "1");
	guests_set(&survey.guests, "qemu:///system/web1", "none 0000:17:01.0", "0000:17:01.0");
	guests_set(&survey.guests, "qemu:///system/cvm1", "virtcca 0000:17:01.1", NULL);
	domains_prove(&survey);
	ck_assert_int_eq(domain_world(&survey, PORT), WORLD_ORDINARY);
	guests_set(&survey.guests, "qemu:///system/cvm1", "virtcca 0000:17:01.1", "0000:17:01.1");
	domains_prove(&survey);
	ck_assert_int_eq(function_world(&survey, card), WORLD_SECURE);
	survey_copy(&survey, &copy);
	ck_assert_str_eq(domains_find(&copy.domains, PORT)->guest, "qemu:///system/cvm1");
	guests_set(&copy.guests, "qemu:///system/cvm1", "virtcca 0000:17:01.1", NULL);
	domains_prove(&copy);
	ck_assert_int_eq(function_world(&copy, card), WORLD_ORDINARY);
	survey_free(&copy);
	survey_free(&survey);
}
END_TEST

START_TEST(consent_may_be_none)
{
	struct domains domains = { 0 }, copy;

	domain_consent(domains_keep(&domains, PORT), "3f2a");
	domains_copy(&domains, &copy);
	ck_assert_str_eq(domains_find(&copy, PORT)->consent, "3f2a");
	domain_consent(domains_keep(&copy, PORT), "");
	ck_assert_ptr_null(domains_find(&copy, PORT)->consent);
	ck_assert_uint_eq(copy.n, 1);
	domains_free(&domains);
	domains_free(&copy);
}
END_TEST

START_TEST(what_is_taken_back_is_copied)
{
	const struct revocation revoked = {
		.time = (char *)"2026-01-01T00:00:00Z", .who = (char *)"root", .boot_id = (char *)"boot-a"
	};
	struct domains domains = { 0 }, copy;

	domain_consent(domains_keep(&domains, PORT), "3f2a");
	domain_revoke(domains_keep(&domains, PORT), &revoked);
	domains_copy(&domains, &copy);
	domains_free(&domains);
	ck_assert_ptr_null(domains_find(&copy, PORT)->consent);
	ck_assert_str_eq(domains_find(&copy, PORT)->revoked.time, "2026-01-01T00:00:00Z");
	ck_assert_str_eq(domains_find(&copy, PORT)->revoked.who, "root");
	ck_assert_str_eq(domains_find(&copy, PORT)->revoked.boot_id, "boot-a");
	domains_free(&copy);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, a_function_is_below_its_root_port);
	tcase_add_test(tests, another_boot_proves_nothing);
	tcase_add_test(tests, a_running_confidential_guest_proves_its_domain);
	tcase_add_test(tests, consent_may_be_none);
	tcase_add_test(tests, what_is_taken_back_is_copied);
}

int main(void)
{
	return suite_run("domains", tests_add);
}
