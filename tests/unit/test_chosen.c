/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The words that choose functions. */
#include "../../src/cli/chosen.h"
#include "identify.h"
#include "suite.h"
#include <string.h>

static struct survey survey;
static struct function *pf, *vf;

static void start(void)
{
	pf = survey_add(&survey, "0000:17:00.0");
	vf = survey_add(&survey, "0000:17:01.0");
	survey_link_virtfn(pf, 0, vf);
	function_set(pf, A_VENDOR, "0x19e5");
	function_set(pf, A_CLASS, "0x020000");
	function_set(pf, A_PATH, "../../../devices/pci0000:16/0000:16:00.0/0000:17:00.0");
	function_set(pf, A_DRIVER, "../../../bus/pci/drivers/hisdk3");
	function_set(vf, A_DRIVER, NULL);
	function_set(vf, A_OVERRIDE, "none");
	function_set(pf, A_GROUP, "../../../kernel/iommu_groups/12");
	identify(pf, I_NETDEV, "eth0\neth1");
	identify(pf, I_ALTNAME, "enp23s0");
	pf->identity[I_SERIAL] = (struct reading){ R_UNKNOWN, string_copy("asleep") };
}

static void stop(void)
{
	survey_free(&survey);
	survey = (struct survey){ 0 };
}

/* 'p' when the PF is chosen, 'v' when the VF is; "?" when the words are none. */
static const char *choose(const char *one, const char *other)
{
	static char answer[3];
	const char *words[] = { one, other, NULL };
	struct report report = { 0 };
	struct chosen chosen = { 0 };
	size_t n = 0;

	if (chosen_make(&chosen, words, NULL, &report) < 0) {
		answer[n++] = '?';
	} else {
		if (chosen_has(&chosen, pf))
			answer[n++] = 'p';
		if (chosen_has(&chosen, vf))
			answer[n++] = 'v';
	}
	answer[n] = '\0';
	chosen_free(&chosen);
	report_free(&report);
	return answer;
}

START_TEST(an_address_may_lack_its_end_and_the_first_domain)
{
	ck_assert_str_eq(choose("0000:17", NULL), "pv");
	ck_assert_str_eq(choose("17:00.0", NULL), "p");
	ck_assert_str_eq(choose("17:01", "17:00"), "pv");
	ck_assert_str_eq(choose("0000:18", NULL), "");
}
END_TEST

START_TEST(ids_are_hexadecimal)
{
	ck_assert_str_eq(choose("vendor=19e5", NULL), "p");
	ck_assert_str_eq(choose("vendor=0x19E5", NULL), "p");
	ck_assert_str_eq(choose("vendor=6629", NULL), "");
	ck_assert_str_eq(choose("vendor=", NULL), "");
}
END_TEST

START_TEST(a_class_may_be_a_base_class)
{
	ck_assert_str_eq(choose("class=02", NULL), "p");
	ck_assert_str_eq(choose("class=0x0200", NULL), "p");
	ck_assert_str_eq(choose("class=020000", NULL), "p");
	ck_assert_str_eq(choose("class=0201", NULL), "");
}
END_TEST

START_TEST(drivers_are_those_that_are_shown)
{
	ck_assert_str_eq(choose("driver=hisdk3", NULL), "p");
	ck_assert_str_eq(choose("driver=his*", NULL), "p");
	ck_assert_str_eq(choose("driver=none", NULL), "v");
	ck_assert_str_eq(choose("driver=none", "driver=hisdk3"), "pv");
}
END_TEST

START_TEST(an_interface_has_all_of_its_names)
{
	ck_assert_str_eq(choose("netdev=eth1", NULL), "p");
	ck_assert_str_eq(choose("netdev=enp23s0", NULL), "p");
	ck_assert_str_eq(choose("netdev=eth", NULL), "");
}
END_TEST

START_TEST(a_path_has_all_that_is_behind_it)
{
	ck_assert_str_eq(choose("path=0000:16:00.0", NULL), "p");
	ck_assert_str_eq(choose("path=0000:16:00.0/00.0", NULL), "p");
	ck_assert_str_eq(choose("path=0000:16:00", NULL), "");
}
END_TEST

START_TEST(several_keys_must_all_fit)
{
	ck_assert_str_eq(choose("group=12", "vendor=19e5"), "p");
	ck_assert_str_eq(choose("group=12", "driver=none"), "");
	ck_assert_str_eq(choose("17:01", "driver=none"), "v");
}
END_TEST

START_TEST(each_key_of_select_is_taken)
{
	for (const struct field *field = select_fields; field->name; field++) {
		AUTO_FREE char *word = text_print("%s=none-such", field->name);

		ck_assert_msg(*choose(word, NULL) != '?', "%s", word);
	}
	ck_assert_str_eq(choose("pci=0000:17:00.0", NULL), "p");
	ck_assert_str_eq(choose("pci=17:01", NULL), "v");
	ck_assert_str_eq(choose("function=0", "driver=hisdk3"), "p");
	ck_assert_str_eq(choose("function=1", NULL), "");
}
END_TEST

START_TEST(what_is_no_key_is_refused)
{
	ck_assert_str_eq(choose("colour=red", NULL), "?");
	ck_assert_str_eq(choose("nic0", NULL), "?");
	ck_assert_str_eq(choose("iommu-group=12", NULL), "p");
}
END_TEST

START_TEST(what_is_not_known_is_told)
{
	const char *words[] = { "serial=1", NULL };
	AUTO_TEXT struct text why = { 0 };
	struct report report = { 0 };
	struct chosen chosen = { 0 };

	ck_assert_int_eq(chosen_make(&chosen, words, NULL, &report), 0);
	ck_assert(!chosen_has(&chosen, pf));
	ck_assert_str_eq(chosen_unknown(&chosen, &survey, &why), "serial");
	ck_assert_str_eq(text_string(&why), "asleep");
	chosen_free(&chosen);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, an_address_may_lack_its_end_and_the_first_domain);
	tcase_add_test(tests, ids_are_hexadecimal);
	tcase_add_test(tests, a_class_may_be_a_base_class);
	tcase_add_test(tests, drivers_are_those_that_are_shown);
	tcase_add_test(tests, an_interface_has_all_of_its_names);
	tcase_add_test(tests, a_path_has_all_that_is_behind_it);
	tcase_add_test(tests, several_keys_must_all_fit);
	tcase_add_test(tests, each_key_of_select_is_taken);
	tcase_add_test(tests, what_is_no_key_is_refused);
	tcase_add_test(tests, what_is_not_known_is_told);
}

int main(void)
{
	return suite_run("chosen", tests_add);
}
