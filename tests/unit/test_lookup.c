/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From hashes to positions. */
#include "lookup.h"
#include "suite.h"
#include "text.h"
#include <time.h>

enum { MANY = 10000 };

/* How often the lookup has the position under the hash. */
static size_t count(const struct lookup *lookup, uint64_t hash, size_t wanted)
{
	size_t cursor = 0, position, times = 0;

	while (lookup_next(lookup, hash, &cursor, &position))
		times += position == wanted;
	return times;
}

START_TEST(an_empty_lookup_has_nothing)
{
	struct lookup lookup = { 0 };

	ck_assert_uint_eq(count(&lookup, 0, 0), 0);
	lookup_free(&lookup);
}
END_TEST

START_TEST(every_position_is_found)
{
	struct lookup lookup = { 0 };

	for (size_t i = 0; i < MANY; i++)
		lookup_add(&lookup, i * 0x9e3779b97f4a7c15, i);
	ck_assert_uint_eq(lookup.n, MANY);
	for (size_t i = 0; i < MANY; i++)
		ck_assert_uint_eq(count(&lookup, i * 0x9e3779b97f4a7c15, i), 1);
	ck_assert_uint_eq(count(&lookup, MANY * 0x9e3779b97f4a7c15, MANY), 0);
	lookup_free(&lookup);
	ck_assert_uint_eq(lookup.n, 0);
	ck_assert_uint_eq(count(&lookup, 0, 0), 0);
}
END_TEST

START_TEST(hashes_may_collide)
{
	struct lookup lookup = { 0 };

	/* one hash for all, and others whose low bits are the same */
	for (size_t i = 0; i < 40; i++)
		lookup_add(&lookup, 7, i);
	for (size_t i = 1; i < 40; i++)
		lookup_add(&lookup, 7 + (i << 40), 100 + i);
	for (size_t i = 0; i < 40; i++)
		ck_assert_uint_eq(count(&lookup, 7, i), 1);
	for (size_t i = 1; i < 40; i++) {
		ck_assert_uint_eq(count(&lookup, 7, 100 + i), 0);
		ck_assert_uint_eq(count(&lookup, 7 + (i << 40), 100 + i), 1);
	}
	lookup_free(&lookup);
}
END_TEST

START_TEST(hashes_that_differ_high_up_spread)
{
	struct lookup lookup = { 0 };
	clock_t start = clock();

	for (uint64_t i = 0; i < 200000; i++)
		lookup_add(&lookup, i << 40, i);
	ck_assert_uint_eq(count(&lookup, UINT64_C(199999) << 40, 199999), 1);
	/* all in one row of slots would be 2 * 10^10 probes: minutes */
	ck_assert_int_lt((clock() - start) / CLOCKS_PER_SEC, 3);
	lookup_free(&lookup);
}
END_TEST

START_TEST(strings_hash_with_their_ends)
{
	uint64_t one = hash_string(hash_string(0, "ab"), "c"), other = hash_string(hash_string(0, "a"), "bc");

	ck_assert_uint_ne(one, other);
	ck_assert_uint_ne(hash_string(0, ""), hash_string(0, NULL));
	ck_assert_uint_ne(hash_string(1, "a"), hash_string(2, "a"));
	ck_assert_uint_eq(hash_string(0, "0000:17:00.0"), hash_string(0, "0000:17:00.0"));
}
END_TEST

START_TEST(addresses_spread)
{
	struct lookup lookup = { 0 };
	size_t same = 0;

	for (size_t i = 0; i < 1 << 16; i++) {
		AUTO_FREE char *address = text_print("0000:%02zx:%02zx.%zx", i >> 8, i >> 3 & 31, i & 7);
		size_t cursor = 0, position;

		same += lookup_next(&lookup, hash_string(0, address), &cursor, &position);
		lookup_add(&lookup, hash_string(0, address), i);
	}
	ck_assert_uint_eq(same, 0);
	lookup_free(&lookup);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, an_empty_lookup_has_nothing);
	tcase_add_test(tests, every_position_is_found);
	tcase_add_test(tests, hashes_may_collide);
	tcase_add_test(tests, hashes_that_differ_high_up_spread);
	tcase_add_test(tests, strings_hash_with_their_ends);
	tcase_add_test(tests, addresses_spread);
}

int main(void)
{
	return suite_run("lookup", tests_add);
}
