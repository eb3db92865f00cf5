/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What pawl has set: one word a knob and target, the later one holds. */
#include "../support/suite.h"
#include "survey.h"
#include <check.h>

static struct applied_list list;

static void keep(const struct knob *knob, const char *target, const char *value)
{
	applied_keep(&list, &(struct applied){ .knob = knob,
				    .target = (char *)target,
				    .original = (char *)"0",
				    .value = (char *)value });
}

static void end(void)
{
	applied_free(&list);
}

START_TEST(later_word_holds)
{
	keep(&knob_numvfs, "0000:17:00.0", "4");
	keep(&knob_numvfs, "0000:17:00.0", "8");
	ck_assert_uint_eq(list.n, 1);
	ck_assert_str_eq(applied_find(&list, &knob_numvfs, "0000:17:00.0")->value, "8");
}
END_TEST

START_TEST(each_knob_of_each_target_is_one)
{
	keep(&knob_numvfs, "0000:17:00.0", "4");
	keep(&knob_autoprobe, "0000:17:00.0", "1");
	keep(&knob_numvfs, "0000:98:00.0", "2");
	ck_assert_uint_eq(list.n, 3);
	ck_assert_str_eq(applied_find(&list, &knob_autoprobe, "0000:17:00.0")->value, "1");
	ck_assert_ptr_null(applied_find(&list, &knob_driver, "0000:17:00.0"));
}
END_TEST

START_TEST(what_it_was_may_be_kept_again)
{
	keep(&knob_numvfs, "0000:17:00.0", "4");
	applied_keep(&list, &list.all[0]);
	ck_assert_uint_eq(list.n, 1);
	ck_assert_str_eq(list.all[0].value, "4");
}
END_TEST

#define ONE "1:4096x512:eui.0025385b71b00001"
#define TWO "2:4096x512:eui.0025385b71b00002"

static void keep_list(const char *object, const char *original, const char *value)
{
	AUTO_FREE char *target = text_print("0000:a1:00.0 ns %s", object);

	applied_keep(&list, &(struct applied){ .knob = &knob_namespace,
				    .target = target,
				    .object = (char *)object,
				    .original = (char *)original,
				    .value = (char *)value });
}

/* The later word's, and none of what it is kept over. */
START_TEST(what_came_and_what_went_is_found)
{
	keep_list("ssd0.ns.a", ONE, ONE " " TWO);
	ck_assert_str_eq(list.all[0].came, TWO);
	ck_assert_ptr_null(list.all[0].went);
	ck_assert_uint_eq(list.all[0].nsid, 2);
	keep_list("ssd0.ns.a", ONE " " TWO, TWO);
	ck_assert_str_eq(list.all[0].went, ONE);
	ck_assert_ptr_null(list.all[0].came);
	ck_assert_uint_eq(list.all[0].nsid, 0);
	keep_list("ssd0.ns.a", "", "*:4096x512");
	ck_assert_str_eq(list.all[0].came, "*:4096x512");
	ck_assert_uint_eq(list.all[0].nsid, 0);
	keep_list("ssd0.ns.a", "", NULL);
	ck_assert_ptr_null(list.all[0].came);
}
END_TEST

static size_t count_of(const char *object)
{
	size_t n = 0;

	for (size_t cursor = 0; applied_of(&list, &knob_namespace, object, &cursor);)
		n++;
	return n;
}

/* One target has another object later on: that of a name that was given anew. */
START_TEST(all_of_an_object_are_found)
{
	struct applied other = { .knob = &knob_namespace, .target = (char *)"0000:b1:00.0 ns ssd0.ns.a" };

	keep_list("ssd0.ns.a", "", ONE);
	other.object = (char *)"ssd0.ns.a";
	applied_keep(&list, &other);
	ck_assert_uint_eq(count_of("ssd0.ns.a"), 2);
	other.object = (char *)"ssd0.ns.b";
	applied_keep(&list, &other);
	ck_assert_uint_eq(count_of("ssd0.ns.a"), 1);
	ck_assert_uint_eq(count_of("ssd0.ns.b"), 1);
	other.object = (char *)"ssd0.ns.a";
	applied_keep(&list, &other);
	ck_assert_uint_eq(count_of("ssd0.ns.a"), 2);
	other.object = NULL;
	applied_keep(&list, &other);
	ck_assert_uint_eq(count_of("ssd0.ns.b"), 0);
}
END_TEST

static size_t count_numbered(uint32_t number)
{
	size_t n = 0;

	for (size_t cursor = 0; applied_numbered(&list, number, &cursor);)
		n++;
	return n;
}

/* By what came, or else by what went; 0 is of what was only asked for, and a plain knob has none. */
START_TEST(all_of_a_number_are_found)
{
	keep(&knob_numvfs, "0000:17:00.0", "4");
	keep_list("ssd0.ns.a", "", TWO);
	keep_list("ssd0.ns.b", ONE, ONE " " TWO);
	keep_list("ssd0.ns.c", ONE " " TWO, ONE);
	keep_list("ssd0.ns.d", "", "*:4096x512");
	ck_assert_uint_eq(count_numbered(2), 3);
	ck_assert_uint_eq(count_numbered(1), 0);
	ck_assert_uint_eq(count_numbered(0), 1);
	keep_list("ssd0.ns.d", "", ONE);
	ck_assert_uint_eq(count_numbered(0), 0);
	ck_assert_uint_eq(count_numbered(1), 1);
	keep_list("ssd0.ns.a", "", "");
	ck_assert_uint_eq(count_numbered(2), 2);
}
END_TEST

START_TEST(what_was_put_back_is_not_copied)
{
	struct applied_list copy = { 0 };

	keep(&knob_numvfs, "0000:17:00.0", NULL);
	keep(&knob_numvfs, "0000:98:00.0", "2");
	applied_copy(&list, &copy);
	ck_assert_uint_eq(copy.n, 1);
	ck_assert_str_eq(copy.all[0].target, "0000:98:00.0");
	applied_free(&copy);
}
END_TEST

START_TEST(setting_of_a_vf_is_read_by_its_number)
{
	struct survey survey = { 0 };
	struct function *pf = survey_add(&survey, "0000:17:00.0"), *vf = survey_add(&survey, "0000:17:00.2");
	struct applied mac = { .knob = &knob_vf_mac, .target = (char *)"0000:17:00.0 vf 1" };

	survey_link_virtfn(pf, 1, vf);
	vf->setting[VF_MAC] = (struct reading){ .is = R_VALUE, .text = string_copy("02:17:00:00:00:01") };
	ck_assert_str_eq(applied_now(&survey, &mac), "02:17:00:00:00:01");
	mac.target = (char *)"0000:17:00.0 vf 2";
	ck_assert_ptr_null(applied_now(&survey, &mac));
	mac.target = (char *)"0000:17:00.0";
	ck_assert_ptr_null(applied_now(&survey, &mac));
	survey_free(&survey);
}
END_TEST

static void add_tests(TCase *tests)
{
	tcase_add_checked_fixture(tests, NULL, end);
	tcase_add_test(tests, later_word_holds);
	tcase_add_test(tests, each_knob_of_each_target_is_one);
	tcase_add_test(tests, what_it_was_may_be_kept_again);
	tcase_add_test(tests, what_was_put_back_is_not_copied);
	tcase_add_test(tests, what_came_and_what_went_is_found);
	tcase_add_test(tests, all_of_an_object_are_found);
	tcase_add_test(tests, all_of_a_number_are_found);
	tcase_add_test(tests, setting_of_a_vf_is_read_by_its_number);
}

int main(void)
{
	return suite_run("survey_applied", add_tests);
}
