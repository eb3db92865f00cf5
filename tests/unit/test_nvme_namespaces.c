/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The namespaces of a drive as one text. */
#include "nvme_namespaces.h"
#include "suite.h"

#define ONE   "1:2048x512:eui.0025385b71b00001"
#define TWO   "2:4096x512:-"
#define THREE "3:976773168x4096:nguid.00112233445566778899aabbccddeeff"
#define ASKED "*:976773168x4096"

static struct drive_namespace *add(struct drive *drive, uint32_t nsid, uint64_t blocks, uint32_t bytes)
{
	struct drive_namespace *namespace = drive_add_namespace(drive, nsid);

	namespace->blocks = blocks;
	namespace->block_bytes = bytes;
	return namespace;
}

START_TEST(what_has_come_is_what_the_list_before_had_not)
{
	struct text came = { 0 };

	listing_beyond(ONE " " TWO " " THREE, TWO "+", &came);
	ck_assert_str_eq(text_string(&came), ONE " " THREE);
	text_free(&came);
	listing_beyond("3 5 13", "5 3 13", &came);
	ck_assert_str_eq(text_string(&came), "");
	text_free(&came);
}
END_TEST

START_TEST(a_word_tells_number_size_and_identity)
{
	struct drive *drive = drive_new();
	struct text text = { 0 };

	add(drive, 2, 4096, 512);
	add(drive, 1, 2048, 512)->eui64 = string_copy("0025385b71b00001");
	namespace_attach(drive_namespace(drive, 2), 5);
	drive_namespace(drive, 2)->shared = true;
	namespaces_print(drive, &text);
	ck_assert_str_eq(text_string(&text), ONE " 2:4096x512s:-+");
	ck_assert(namespace_is(drive_namespace(drive, 1), ONE));
	ck_assert(namespace_is(drive_namespace(drive, 1), "1:256x4096:eui.0025385b71b00001"));
	ck_assert(!namespace_is(drive_namespace(drive, 1), "2:2048x512:eui.0025385b71b00001"));
	ck_assert(!namespace_is(drive_namespace(drive, 2), TWO));
	ck_assert(namespace_is(drive_namespace(drive, 2), "2:4096x512s:-"));
	ck_assert_uint_eq(namespace_number(THREE), 3);
	ck_assert_uint_eq(namespace_number(ASKED), 0);
	text_free(&text);
	drive_free(drive);
}
END_TEST

START_TEST(one_of_a_list_is_there_and_as_large_as_was_asked)
{
	struct drive *drive = drive_new();
	struct drive_namespace *two = add(drive, 2, 4096, 512);

	namespace_attach(two, 5);
	ck_assert(namespaces_have(ONE " " TWO, two));
	ck_assert(!namespaces_have(ONE " 2:4096x512:eui.0025385b71b00001", two));
	ck_assert(namespace_fits(two, "*:4096x512"));
	ck_assert(!namespace_fits(two, "*:4096x512s"));
	ck_assert(!namespace_fits(two, "*:409x512"));
	ck_assert(!namespace_fits(two, TWO));
	drive_free(drive);
}
END_TEST

START_TEST(bytes_end_at_64_bits)
{
	ck_assert_uint_eq(blocks_bytes(4096, 512), 2097152);
	ck_assert_uint_eq(blocks_bytes(UINT64_MAX / 512, 512), UINT64_MAX - 511);
	ck_assert_uint_eq(blocks_bytes(UINT64_MAX / 512 + 1, 512), UINT64_MAX);
	ck_assert_uint_eq(blocks_bytes(UINT64_MAX, 0), 0);
}
END_TEST

START_TEST(one_is_left_out_whoever_has_it)
{
	struct text rest = { 0 };

	listing_leave(ONE " " TWO "+ " THREE, TWO, &rest);
	ck_assert_str_eq(text_string(&rest), ONE " " THREE);
	text_free(&rest);
	listing_leave("3 5 13", "3", &rest);
	ck_assert_str_eq(text_string(&rest), "5 13");
	text_free(&rest);
}
END_TEST

START_TEST(the_order_and_who_holds_them_do_not_matter)
{
	ck_assert(listing_match(ONE " " TWO, TWO " " ONE));
	ck_assert(listing_match(ONE "+ " TWO, ONE " " TWO "+"));
	ck_assert(listing_match("", ""));
	ck_assert(!listing_match(ONE, ONE " " TWO));
	ck_assert(!listing_match(ONE " " TWO, ONE));
	ck_assert(!listing_match("", ONE));
}
END_TEST

START_TEST(one_that_was_asked_for_is_exactly_one_new_one_of_that_size)
{
	ck_assert(listing_match(ONE " " THREE, ONE " " ASKED));
	ck_assert(listing_match(THREE, ASKED));
	ck_assert(!listing_match(ONE, ONE " " ASKED));
	ck_assert(!listing_match(ONE " " TWO, ONE " " ASKED));
	ck_assert(!listing_match(ONE " " TWO " " THREE, ONE " " ASKED));
	ck_assert(!listing_match(THREE, ONE " " ASKED));
	ck_assert(!listing_match(ONE " 3:976773168x4096s:-", ONE " " ASKED));
	ck_assert(listing_match(ONE " 3:976773168x4096s:-", ONE " " ASKED "s"));
	ck_assert(!listing_match(ONE " 3:9767731680x4096:-", ONE " " ASKED));
}
END_TEST

/* Whoever has it has data on it, perhaps. */
START_TEST(what_a_controller_holds_is_nobodys_new_one)
{
	ck_assert(!listing_match(ONE " " THREE "+", ONE " " ASKED));
}
END_TEST

START_TEST(what_came_is_found_when_it_is_the_only_one)
{
	AUTO_FREE char *one = listing_added(ONE "+", THREE "+ " ONE), *none = listing_added(ONE, ONE),
		       *two = listing_added(ONE, ONE " " TWO " " THREE);

	ck_assert_str_eq(one, THREE);
	ck_assert_ptr_null(none);
	ck_assert_ptr_null(two);
}
END_TEST

static void one_added(const char *before, const char *now, const char *word)
{
	AUTO_FREE char *added = listing_added(before, now);

	ck_assert_str_eq(added, word);
}

/* The texts go on alike before and behind it, or nearly. */
START_TEST(what_came_is_found_wherever_it_stands)
{
	one_added("1 3 4", "1 2 3 4", "2");
	one_added("3 4 1", "1 2 3 4", "2");
	one_added("1 2", "2 1 22", "22");
	one_added("1 22 3", "1 2 22 3", "2");
	one_added("1 2", "1 2  3", "3");
	one_added("1  2", "1 2 3", "3");
	one_added(ONE "+ " TWO, ONE " " TWO "+ " THREE, THREE);
	ck_assert_ptr_null(listing_added("1 2 3", "3 2 1"));
	ck_assert_ptr_null(listing_added("1 2 3", "1 2"));
	ck_assert_ptr_null(listing_added("1 2", "1 5 6 7"));
	ck_assert(listing_match("1  2", "1 2"));
	ck_assert(!listing_match("1 2 4", "1 2 44"));
}
END_TEST

START_TEST(what_is_asked_for_tells_its_size)
{
	AUTO_FREE char *asked = namespace_ask(976773168, 4096, true);
	uint64_t blocks;
	uint32_t block_bytes;

	ck_assert_str_eq(asked, ASKED "s");
	ck_assert(namespace_is_asked(asked));
	ck_assert(!namespace_is_asked(ONE));
	namespace_size(asked, &blocks, &block_bytes);
	ck_assert_uint_eq(blocks, 976773168);
	ck_assert_uint_eq(block_bytes, 4096);
	namespace_size("3:12x512:-", &blocks, &block_bytes);
	ck_assert_uint_eq(blocks, 12);
	namespace_size("no such word", &blocks, &block_bytes);
	ck_assert_uint_eq(blocks, 0);
	ck_assert(namespace_is_told("3:12x512:eui.0025385b71b00001"));
	ck_assert(!namespace_is_told("3:12x512:-"));
	ck_assert_str_eq(word_identity("3:12x512:eui.0025385b71b00001"), "eui.0025385b71b00001");
	ck_assert_str_eq(word_identity("3:12x512:-"), "nothing but its number");
}
END_TEST

#define UUID "2:4096x512:uuid.00112233445566778899aabbccddeeff"

/* Its UUID is told while the controller that is asked has it. */
START_TEST(one_whose_uuid_is_not_told_may_be_the_same)
{
	struct drive *drive = drive_new();
	struct drive_namespace *two = add(drive, 2, 4096, 512);

	ck_assert(namespace_same(TWO, UUID));
	ck_assert(namespace_same(UUID "+ " ONE, TWO));
	ck_assert(!namespace_same(UUID, UUID "0"));
	ck_assert(!namespace_same(TWO, "2:4096x512s:uuid.00112233445566778899aabbccddeeff"));
	ck_assert(!namespace_same(TWO, "2:4096x512:eui.0025385b71b00001"));
	ck_assert(!namespace_same("5", "6"));
	ck_assert(namespace_may_be(two, UUID));
	ck_assert(!namespace_is(two, UUID));
	ck_assert(!namespaces_have(ONE " " UUID, two));
	ck_assert(namespaces_may_have(ONE " " UUID, two));
	ck_assert(listing_match(ONE " " TWO, UUID "+ " ONE));
	ck_assert_ptr_null(listing_added(ONE " " TWO, UUID "+ " ONE));
	drive_free(drive);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, what_has_come_is_what_the_list_before_had_not);
	tcase_add_test(tests, one_whose_uuid_is_not_told_may_be_the_same);
	tcase_add_test(tests, what_is_asked_for_tells_its_size);
	tcase_add_test(tests, a_word_tells_number_size_and_identity);
	tcase_add_test(tests, one_of_a_list_is_there_and_as_large_as_was_asked);
	tcase_add_test(tests, bytes_end_at_64_bits);
	tcase_add_test(tests, one_is_left_out_whoever_has_it);
	tcase_add_test(tests, the_order_and_who_holds_them_do_not_matter);
	tcase_add_test(tests, one_that_was_asked_for_is_exactly_one_new_one_of_that_size);
	tcase_add_test(tests, what_a_controller_holds_is_nobodys_new_one);
	tcase_add_test(tests, what_came_is_found_when_it_is_the_only_one);
	tcase_add_test(tests, what_came_is_found_wherever_it_stands);
}

int main(void)
{
	return suite_run("nvme_namespaces", tests_add);
}
