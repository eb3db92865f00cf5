/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sizes: what is read, what is refused, and how they are printed. */
#include "value_checks.h"
#include <string.h>

static const struct field any = { .name = "size", .type = &value_size };
static const struct field capacity = { .name = "size", .type = &value_capacity };
static const struct field some = { .name = "size", .type = &value_size, .min = 1 << 20, .max = 1 << 30 };

static const struct {
	const char *text, *printed;
	int64_t bytes;
} good[] = {
	{ "500GiB", NULL, 536870912000 },
	{ "1TB", NULL, 1000000000000 },
	{ "1000GB", "1TB", 1000000000000 },
	{ "1024GiB", "1TiB", 1099511627776 },
	{ "1B", NULL, 1 },
	{ "512B", NULL, 512 },
	{ "1024B", "1KiB", 1024 },
	{ "1000B", "1KB", 1000 },
	{ "1048577B", NULL, 1048577 },
	{ "8191PiB", NULL, 9222246136947933184 },
	{ "9223372036854775807B", NULL, INT64_MAX },
	{ "3MB", NULL, 3000000 },
	{ "7KB", NULL, 7000 },
	{ "2PB", NULL, 2000000000000000 },
	{ "12MiB", NULL, 12582912 },
};

START_TEST(good_text_is_taken)
{
	AUTO_TEXT struct text why = { 0 };
	int64_t bytes = 0;

	assert_taken(&any, good[_i].text, good[_i].printed);
	ck_assert_int_eq(value_size.parse(&any, good[_i].text, &bytes, &why), 0);
	ck_assert_int_eq(bytes, good[_i].bytes);
	ck_assert(pattern_takes(&value_size, good[_i].text));
}
END_TEST

#define MUST "must be a size with its unit such as 500GiB or 1TB, not "
static const struct {
	const char *text, *why;
} bad[] = {
	{ "", MUST "\"\"" },
	{ "GiB", MUST "\"GiB\"" },
	{ " 1GiB", MUST "\" 1GiB\"" },
	{ "1 GiB", MUST "\"1 GiB\"; write 1GiB" },
	{ "1GiB ", MUST "\"1GiB \"" },
	{ "-1GiB", MUST "\"-1GiB\"" },
	{ "0GiB", MUST "\"0GiB\"; it must be more than 0" },
	{ "01GiB", MUST "\"01GiB\"; write it without the 0 before it" },
	{ "0x10GiB", MUST "\"0x10GiB\"" },
	{ "1gib", MUST "\"1gib\"; write 1GiB" },
	{ "100 gb", MUST "\"100 gb\"; write 100GB" },
	{ "8EiB", MUST "\"8EiB\"; the largest units are PiB and PB" },
	{ "500", MUST "\"500\"; for bytes write B, for blocks there is no unit" },
	{ "1.5TiB", MUST "\"1.5TiB\"; write whole numbers, of the next smaller unit" },
	{ "500G", MUST "\"500G\"; write GiB (powers of 1024) or GB (powers of 1000)" },
	{ "all-remaining", MUST "\"all-remaining\"" },
};

START_TEST(bad_text_is_refused)
{
	assert_refused(&any, bad[_i].text, bad[_i].why);
	ck_assert(!pattern_takes(&value_size, bad[_i].text));
}
END_TEST

START_TEST(what_remains_is_said_in_one_way)
{
	assert_taken(&capacity, "all-remaining", NULL);
	assert_refused(&capacity, "all",
		"must be a size with its unit such as 500GiB or 1TB, or all-remaining, not \"all\"");
}
END_TEST

START_TEST(what_is_too_large_or_out_of_range_is_refused)
{
	assert_refused(&any, "8192PiB", "must be less than 8192PiB, not 8192PiB");
	assert_refused(&any, "9223372036854775808B", "must be less than 8192PiB, not 9223372036854775808B");
	assert_refused(&any, "99999999999999999999999GiB",
		"must be less than 8192PiB, not 99999999999999999999999GiB");
	assert_refused(&some, "1KiB", "must be 1MiB to 1GiB, not 1KiB");
	assert_refused(&some, "2GiB", "must be 1MiB to 1GiB, not 2GiB");
	assert_taken(&some, "1GiB", NULL);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_loop_test(tests, good_text_is_taken, 0, sizeof(good) / sizeof(*good));
	tcase_add_loop_test(tests, bad_text_is_refused, 0, sizeof(bad) / sizeof(*bad));
	tcase_add_test(tests, what_remains_is_said_in_one_way);
	tcase_add_test(tests, what_is_too_large_or_out_of_range_is_refused);
}

int main(void)
{
	return suite_run("value_size", tests_add);
}
