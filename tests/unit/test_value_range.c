/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sets of numbers: what is read, what is refused, and what is in them. */
#include "value_checks.h"
#include <string.h>

static const struct field any = { .name = "any", .type = &value_range };
static const struct field vfs = { .name = "range", .type = &value_range, .min = 0, .max = 65534 };

static const struct {
	const char *text, *printed;
} good[] = {
	{ "0", NULL },
	{ "7", NULL },
	{ "0-3", NULL },
	{ "0,2-5", NULL },
	{ "3-3", "3" },
	{ "5,0-3", "0-3,5" },
	{ "8-9,0,2-5", "0,2-5,8-9" },
	{ "0-3,4", "0-4" },
	{ "2,1,0", "0-2" },
	{ "0-9223372036854775807", NULL },
};

START_TEST(good_text_is_taken)
{
	assert_taken(&any, good[_i].text, good[_i].printed);
	ck_assert(pattern_takes(&value_range, good[_i].text));
}
END_TEST

#define MUST "must be numbers and ranges of them such as 0,2-5, not "
static const struct {
	const char *text, *why;
} bad[] = {
	{ "", MUST "\"\"" },
	{ " ", MUST "\" \"" },
	{ "0 ", MUST "\"0 \"" },
	{ "0, 2", MUST "\"0, 2\"" },
	{ ",", MUST "\",\"" },
	{ "0,", MUST "\"0,\"" },
	{ ",0", MUST "\",0\"" },
	{ "0,,1", MUST "\"0,,1\"" },
	{ "-3", MUST "\"-3\"" },
	{ "0-", MUST "\"0-\"" },
	{ "0--3", MUST "\"0--3\"" },
	{ "0-3-5", MUST "\"0-3-5\"" },
	{ "+1", MUST "\"+1\"" },
	{ "0x1", MUST "\"0x1\"" },
	{ "01", MUST "\"01\"" },
	{ "1.5", MUST "\"1.5\"" },
	{ "all", MUST "\"all\"" },
	{ "0..3", MUST "\"0..3\"" },
	{ "99999999999999999999", MUST "\"99999999999999999999\"" },
};

START_TEST(bad_text_is_refused)
{
	assert_refused(&any, bad[_i].text, bad[_i].why);
	ck_assert(!pattern_takes(&value_range, bad[_i].text) || strlen(bad[_i].text) == 20);
}
END_TEST

START_TEST(what_makes_no_sense_is_refused_in_its_own_words)
{
	assert_refused(&any, "3-0", "3-0 is the wrong way round: write 0-3");
	assert_refused(&any, "0-3,2", "0-3 and 2 overlap: both name 2");
	assert_refused(&any, "4-9,0-5", "0-5 and 4-9 overlap: both name 4");
	assert_refused(&any, "1,1", "1 and 1 overlap: both name 1");
	assert_refused(&vfs, "65535", "must be of 0 to 65534, 65535 is not");
	assert_refused(&vfs, "0,7-70000", "must be of 0 to 65534, 70000 is not");
}
END_TEST

START_TEST(what_is_in_a_set_is_held)
{
	struct range all[] = { { 0, 0 }, { 2, 5 }, { 9, 9 } };
	struct ranges ranges = { all, 3 }, empty = { 0 };

	for (int64_t i = -1; i < 12; i++)
		ck_assert_int_eq(ranges_hold(&ranges, i), i == 0 || (i >= 2 && i <= 5) || i == 9);
	ck_assert(!ranges_hold(&empty, 0));
}
END_TEST

START_TEST(two_sets_meet_at_their_smallest_common_number)
{
	struct range some[] = { { 0, 1 }, { 6, 8 } }, others[] = { { 2, 5 }, { 8, 9 } },
		     none[] = { { 2, 5 } };
	int64_t number = -1;

	ck_assert(!ranges_meet(&(struct ranges){ some, 2 }, &(struct ranges){ none, 1 }, &number));
	ck_assert_int_eq(number, -1);
	ck_assert(ranges_meet(&(struct ranges){ some, 2 }, &(struct ranges){ others, 2 }, &number));
	ck_assert_int_eq(number, 8);
	ck_assert(ranges_meet(&(struct ranges){ others, 2 }, &(struct ranges){ none, 1 }, &number));
	ck_assert_int_eq(number, 2);
}
END_TEST

START_TEST(a_new_set_replaces_the_old_one)
{
	struct ranges value = { 0 }, other = { 0 };
	AUTO_TEXT struct text why = { 0 };

	ck_assert_int_eq(value_range.parse(&any, "0-3", &value, &why), 0);
	ck_assert_int_eq(value_range.parse(&any, "0-2,4", &value, &why), 0);
	ck_assert_int_eq(value_range.parse(&any, "0-2,5", &other, &why), 0);
	ck_assert(!value_range.equal(&value, &other));
	ck_assert_uint_eq(value.n, 2);
	value_range.clear(&value);
	value_range.clear(&other);
	ck_assert_ptr_null(value.all);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_loop_test(tests, good_text_is_taken, 0, sizeof(good) / sizeof(*good));
	tcase_add_loop_test(tests, bad_text_is_refused, 0, sizeof(bad) / sizeof(*bad));
	tcase_add_test(tests, what_makes_no_sense_is_refused_in_its_own_words);
	tcase_add_test(tests, what_is_in_a_set_is_held);
	tcase_add_test(tests, two_sets_meet_at_their_smallest_common_number);
	tcase_add_test(tests, a_new_set_replaces_the_old_one);
}

int main(void)
{
	return suite_run("value_range", tests_add);
}
