/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is asked of strings, and of the words in them. */
#include "suite.h"
#include "text.h"
#include <string.h>

START_TEST(a_part_ends_with_its_string)
{
	AUTO_FREE char *part = string_part("0000:17", 4), *whole = string_part("0000", 9);

	ck_assert_str_eq(part, "0000");
	ck_assert_str_eq(whole, "0000");
}
END_TEST

START_TEST(strings_compare_with_null)
{
	AUTO_FREE char *copy = string_copy("word");

	ck_assert_str_eq(copy, "word");
	ck_assert_ptr_null(string_copy(NULL));
	ck_assert(string_equal(copy, "word"));
	ck_assert(string_equal(NULL, NULL));
	ck_assert(!string_equal("a", NULL));
	ck_assert(!string_equal(NULL, "a"));
	ck_assert(!string_equal("a", "b"));
	ck_assert(string_starts("0x17", "0x"));
	ck_assert(string_starts("0x", ""));
	ck_assert(!string_starts("0", "0x"));
}
END_TEST

static const struct {
	const char *a, *b;
	size_t distance;
} distances[] = {
	{ "", "", 0 },
	{ "", "abc", 3 },
	{ "abc", "", 3 },
	{ "vfs", "vfs", 0 },
	{ "vfs", "vf", 1 },
	{ "vfs", "fvs", 2 },
	{ "kitten", "sitting", 3 },
	{ "driver", "drivre", 2 },
	{ "flaw", "lawn", 2 },
	{ "abc", "xyz", 3 },
	{ "a", "abcdefgh", 7 },
};

START_TEST(distance_counts_edits)
{
	ck_assert_uint_eq(string_distance(distances[_i].a, distances[_i].b), distances[_i].distance);
	ck_assert_uint_eq(string_distance(distances[_i].b, distances[_i].a), distances[_i].distance);
}
END_TEST

static const char *const words[] = { "select", "driver", "vfs", "vfio-pci", "none", "virtcca", "cca", NULL };

static const struct {
	const char *word, *meant;
} slips[] = {
	{ "selct", "select" },
	{ "drvier", "driver" },
	{ "drivers", "driver" },
	{ "vf", "vfs" },
	{ "vfio_pci", "vfio-pci" },
	{ "vifo-pci", "vfio-pci" },
	{ "virtca", "virtcca" },
	{ "cca", "cca" },
	{ "xyz", NULL },
	{ "q", NULL },
	{ "", NULL },
	{ "namespaces", NULL },
	{ "serial", NULL },
};

START_TEST(the_nearest_word_is_meant)
{
	const char *meant = string_nearest(slips[_i].word, words);

	ck_assert_msg(string_equal(meant, slips[_i].meant), "\"%s\" is taken for \"%s\"", slips[_i].word,
		meant ? meant : "nothing");
}
END_TEST

START_TEST(a_whole_file_is_near_nothing)
{
	AUTO_FREE char *file = text_print("%0*d", 4 << 20, 0);

	ck_assert_ptr_null(string_nearest(file, words));
}
END_TEST

START_TEST(words_are_taken_one_by_one)
{
	const char *rest = "0000:17:01.0  0000:a1:00.1 ";
	AUTO_FREE char *first = words_next(&rest), *second = words_next(&rest), *none = words_next(&rest);

	ck_assert_str_eq(first, "0000:17:01.0");
	ck_assert_str_eq(second, "0000:a1:00.1");
	ck_assert_str_eq(none, "");
	ck_assert_str_eq(rest, "");
}
END_TEST

START_TEST(a_word_is_whole)
{
	ck_assert(words_hold("0000:17:01.0 0000:17:01.1", "0000:17:01.1"));
	ck_assert(!words_hold("0000:17:01.0 0000:17:01.1", "0000:17:01"));
	ck_assert(!words_hold("", "0000:17:01.0"));
	ck_assert(!words_hold(NULL, "0000:17:01.0"));
}
END_TEST

/* The two are the same up to each byte of some hundreds, and one of them ends there, or goes on. */
START_TEST(strings_are_the_same_up_to_a_byte)
{
	char one[600], other[600];

	memset(one, 'a', sizeof(one));
	one[sizeof(one) - 1] = '\0';
	for (size_t at = 0; at < sizeof(one) - 1; at++) {
		memcpy(other, one, sizeof(one));
		other[at] = 'b';
		ck_assert_uint_eq(string_alike(one, other), at);
		other[at] = '\0';
		ck_assert_uint_eq(string_alike(one, other), at);
		ck_assert_uint_eq(string_alike(other, one), at);
	}
	ck_assert_uint_eq(string_alike(one, one), sizeof(one) - 1);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, strings_compare_with_null);
	tcase_add_test(tests, strings_are_the_same_up_to_a_byte);
	tcase_add_test(tests, a_part_ends_with_its_string);
	tcase_add_test(tests, words_are_taken_one_by_one);
	tcase_add_test(tests, a_word_is_whole);
	tcase_add_loop_test(tests, distance_counts_edits, 0, (int)(sizeof(distances) / sizeof(*distances)));
	tcase_add_loop_test(tests, the_nearest_word_is_meant, 0, (int)(sizeof(slips) / sizeof(*slips)));
	tcase_add_test(tests, a_whole_file_is_near_nothing);
}

int main(void)
{
	return suite_run("string", tests_add);
}
