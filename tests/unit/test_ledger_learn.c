/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a name of a namespace stands for, and what pawl gave of it, whoever came in between. */
#include "../../src/engine/ledger_line.h"
#include "../support/suite.h"

#define DRIVE "0000:31:00.0"
#define A     "2:100x512:nguid.aa"
#define B     "3:100x512:nguid.bb"
#define OTHER "2:100x512:nguid.cc" /* has A's number since */

static struct applied_list learned;

static void learn(
	const struct knob *knob, const char *target, const char *name, const char *before, const char *now)
{
	ledger_learn(&learned, &(struct applied){ .knob = knob,
				       .target = (char *)target,
				       .object = (char *)name,
				       .original = (char *)before,
				       .value = (char *)now });
}

static void list_came_to(const char *name, const char *before, const char *now)
{
	AUTO_FREE char *target = text_print(DRIVE " ns %s", name);

	learn(&knob_namespace, target, name, before, now);
}

static void given(const char *name, const char *word, const char *before, const char *now)
{
	AUTO_FREE char *target = text_print(DRIVE " nsid %s", word);

	learn(&knob_controllers, target, name, before, now);
}

static const struct applied *named(const char *name)
{
	AUTO_FREE char *target = text_print(DRIVE " ns %s", name);

	return applied_find(&learned, &knob_namespace, target);
}

static const struct applied *holders(const char *word)
{
	AUTO_FREE char *target = text_print(DRIVE " nsid %s", word);

	return applied_find(&learned, &knob_controllers, target);
}

static void expect(const struct applied *word, const char *original, const char *value)
{
	ck_assert_ptr_nonnull(word);
	ck_assert_str_eq(word->original, original);
	ck_assert_str_eq(word->value, value);
}

START_TEST(of_a_list_the_word_that_came_is_kept)
{
	list_came_to("ssd0.ns.a", "1:50x512:-", "1:50x512:- " A);
	expect(named("ssd0.ns.a"), "", A);
	applied_free(&learned);
}
END_TEST

START_TEST(what_was_only_asked_for_names_nothing)
{
	list_came_to("ssd0.ns.a", "1:50x512:-", "1:50x512:- *:100x512");
	expect(named("ssd0.ns.a"), "1:50x512:-", "1:50x512:- *:100x512");
	list_came_to("ssd0.ns.a", "1:50x512:-", "1:50x512:- " A);
	expect(named("ssd0.ns.a"), "", A);
	applied_free(&learned);
}
END_TEST

/* `adopt` by another name: the namespace has the last name alone. */
START_TEST(one_namespace_has_one_name)
{
	list_came_to("ssd0.ns.a", "", A);
	list_came_to("ssd0.ns.b", A, A " " B);
	list_came_to("ssd0.ns.c", "", A);
	expect(named("ssd0.ns.a"), "", "");
	expect(named("ssd0.ns.b"), "", B);
	expect(named("ssd0.ns.c"), "", A);
	applied_free(&learned);
}
END_TEST

/* Namespaces of other drives have the same numbers, and what tells no identity the same words. */
START_TEST(another_drive_keeps_its_name)
{
	list_came_to("ssd0.ns.a", "", "2:100x512:-");
	learn(&knob_namespace, "0000:41:00.0 ns ssd1.ns.a", "ssd1.ns.a", "", "2:100x512:-");
	expect(named("ssd0.ns.a"), "", "2:100x512:-");
	applied_free(&learned);
}
END_TEST

START_TEST(pawl_gave_what_was_not_there_before)
{
	given("ssd0.ns.a", A, "7", "7 1");
	expect(holders(A), "7", "7 1");
	given("ssd0.ns.a", A, "7 1", "7 1 2");
	expect(holders(A), "7", "7 1 2");
	applied_free(&learned);
}
END_TEST

START_TEST(what_somebody_gave_in_between_is_not_pawls)
{
	given("ssd0.ns.a", A, "", "1");
	given("ssd0.ns.a", A, "1 9", "1 9 2");
	expect(holders(A), "9", "1 9 2");
	applied_free(&learned);
}
END_TEST

START_TEST(what_was_taken_and_given_again_is_whose_hand_gave_it)
{
	given("ssd0.ns.a", A, "", "1");
	given("ssd0.ns.a", A, "1", "");
	expect(holders(A), "", "");
	given("ssd0.ns.a", A, "1", "1 2");
	expect(holders(A), "1", "1 2");
	applied_free(&learned);
}
END_TEST

/* By another name pawl has given nothing of it. */
START_TEST(what_another_name_gave_is_a_strangers)
{
	given("ssd0.ns.a", A, "", "1");
	given("ssd0.ns.b", A, "1", "1 2");
	expect(holders(A), "1", "1 2");
	applied_free(&learned);
}
END_TEST

START_TEST(a_name_that_becomes_anothers_has_given_nothing)
{
	list_came_to("ssd0.ns.a", "", A);
	given("ssd0.ns.a", A, "", "1");
	given("ssd0.ns.b", B, "", "4");
	list_came_to("ssd0.ns.a", "", OTHER);
	expect(named("ssd0.ns.a"), "", OTHER);
	expect(holders(A), "", "");
	expect(holders(B), "", "4");
	applied_free(&learned);
}
END_TEST

START_TEST(what_was_given_goes_round_with_the_names)
{
	list_came_to("ssd0.ns.a", "", A);
	list_came_to("ssd0.ns.b", A, A " " B);
	given("ssd0.ns.a", A, "", "1");
	given("ssd0.ns.b", B, "", "4");
	list_came_to("ssd0.ns.a", "", B);
	ck_assert_str_eq(holders(A)->object, "");
	list_came_to("ssd0.ns.b", "", A);
	expect(holders(A), "", "1");
	ck_assert_str_eq(holders(A)->object, "ssd0.ns.b");
	expect(holders(B), "", "4");
	ck_assert_str_eq(holders(B)->object, "ssd0.ns.a");
	applied_free(&learned);
}
END_TEST

START_TEST(the_same_namespace_by_the_same_name_keeps_what_was_given)
{
	list_came_to("ssd0.ns.a", "", A);
	given("ssd0.ns.a", A, "", "1");
	list_came_to("ssd0.ns.a", "", A);
	expect(holders(A), "", "1");
	applied_free(&learned);
}
END_TEST

static bool is_naming(const char *name, const char *word, const char **ret_former)
{
	AUTO_FREE char *target = text_print(DRIVE " ns %s", name);

	return ledger_is_naming(&learned,
		&(struct applied){ .knob = &knob_namespace,
			.target = target,
			.object = (char *)name,
			.original = (char *)"",
			.value = (char *)word },
		ret_former);
}

START_TEST(a_name_is_news_but_for_the_namespace_that_has_it)
{
	const char *former;

	ck_assert(is_naming("ssd0.ns.a", A, &former));
	ck_assert_ptr_null(former);
	list_came_to("ssd0.ns.a", "", A);
	ck_assert(!is_naming("ssd0.ns.a", A, &former));
	ck_assert(is_naming("ssd0.ns.b", A, &former));
	ck_assert_str_eq(former, "ssd0.ns.a");
	ck_assert(is_naming("ssd0.ns.b", B, &former));
	ck_assert_ptr_null(former);
	ck_assert(!is_naming("ssd0.ns.a", "", &former));
	applied_free(&learned);
}
END_TEST

START_TEST(what_numbers_itself_not_is_not_learned)
{
	learn(&knob_numvfs, DRIVE, "ssd0", "0", "4");
	ledger_learn(&learned, &(struct applied){ .target = (char *)DRIVE, .value = (char *)"4" });
	ck_assert_uint_eq(learned.n, 0);
	applied_free(&learned);
}
END_TEST

static void add_tests(TCase *tests)
{
	tcase_add_test(tests, of_a_list_the_word_that_came_is_kept);
	tcase_add_test(tests, what_was_only_asked_for_names_nothing);
	tcase_add_test(tests, one_namespace_has_one_name);
	tcase_add_test(tests, another_drive_keeps_its_name);
	tcase_add_test(tests, pawl_gave_what_was_not_there_before);
	tcase_add_test(tests, what_somebody_gave_in_between_is_not_pawls);
	tcase_add_test(tests, what_was_taken_and_given_again_is_whose_hand_gave_it);
	tcase_add_test(tests, what_another_name_gave_is_a_strangers);
	tcase_add_test(tests, a_name_that_becomes_anothers_has_given_nothing);
	tcase_add_test(tests, what_was_given_goes_round_with_the_names);
	tcase_add_test(tests, the_same_namespace_by_the_same_name_keeps_what_was_given);
	tcase_add_test(tests, a_name_is_news_but_for_the_namespace_that_has_it);
	tcase_add_test(tests, what_numbers_itself_not_is_not_learned);
}

int main(void)
{
	return suite_run("ledger_learn", add_tests);
}
