/* SPDX-License-Identifier: GPL-2.0-or-later */
/* PCI addresses and their order. */
#include "../../src/host/address.h"
#include "suite.h"

START_TEST(addresses_are_told_from_other_words)
{
	static const char *const good[] = { "0000:00:00.0", "0000:17:1f.7", "ffff:ff:0a.3", "10000:e1:00.0",
		"abcdef01:00:00.0" };
	static const char *const wrong[] = { "", "0", "17:00.0", "0000:17:00", "0000:17:20.0", "0000:17:00.8",
		"0000:1G:00.0", "0000:1A:00.0", "0000-17:00.0", "000:17:00.0", "00001:17:00.0",
		"0000:17:00.0 ", " 0000:17:00.0", "0000:17:00.0/", "../:17:00.0", "123456789:00:00.0",
		"pci0000:00", "virtfn0" };

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		ck_assert_msg(address_valid(good[i]), "%s", good[i]);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		ck_assert_msg(!address_valid(wrong[i]), "%s", wrong[i]);
	ck_assert(!address_valid(NULL));
	ck_assert(address_valid_bytes("0000:17:00.0/sriov_numvfs", 12));
	ck_assert(!address_valid_bytes("0000:17:00.0/sriov_numvfs", 11));
}
END_TEST

START_TEST(the_order_is_that_of_numbers)
{
	static const char *const ordered[] = { "0000:00:00.0", "0000:00:00.1", "0000:09:00.0", "0000:0a:00.0",
		"0000:a0:00.0", "0001:00:00.0", "ffff:00:00.0", "10000:00:00.0", "10000:00:00.1",
		"f0000:00:00.0" };
	size_t n = sizeof(ordered) / sizeof(ordered[0]);

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < n; k++) {
			int order = address_compare(ordered[i], ordered[k]);

			ck_assert_int_eq((order > 0) - (order < 0), (i > k) - (i < k));
		}
	ck_assert_str_eq(address_device("10000:e1:1f.7"), "1f.7");
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, addresses_are_told_from_other_words);
	tcase_add_test(tests, the_order_is_that_of_numbers);
}

int main(void)
{
	return suite_run("address", tests_add);
}
