/* SPDX-License-Identifier: GPL-2.0-or-later */
/* PCI addresses and their order. */
#include "address.h"
#include "suite.h"
#include "text.h"

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
			ck_assert_int_eq(address_rank(ordered[i]) > address_rank(ordered[k]), i > k);
		}
	ck_assert_str_eq(address_device("10000:e1:1f.7"), "1f.7");
}
END_TEST

START_TEST(people_write_capitals_and_leave_domains_out)
{
	ck_assert_uint_eq(address_length("0000:AB:1F.7/00.0"), 12);
	ck_assert_uint_eq(address_length("10000:e1:00.0"), 13);
	ck_assert_uint_eq(address_length("17:00.0"), 0);
	ck_assert_uint_eq(address_length("0000:17:00"), 0);
	ck_assert_uint_eq(address_length("00000:17:00.0"), 0);
	ck_assert_uint_eq(address_length(""), 0);
	ck_assert_uint_eq(address_bus_length("17:00.0"), 7);
	ck_assert_uint_eq(address_bus_length("17:20.0"), 0);
	ck_assert_uint_eq(address_device_length("1f.7/"), 4);
	ck_assert_uint_eq(address_device_length("1f.8"), 0);
	ck_assert_uint_eq(address_device_length("1"), 0);
}
END_TEST

START_TEST(routing_ids_are_numbers)
{
	struct routing routing = address_routing("10000:e1:1f.7");

	ck_assert_uint_eq(routing.domain, 0x10000);
	ck_assert_int_eq(routing.number, 0xe1ff);
	routing.number++;
	AUTO_FREE char *next = routing_print(&routing);
	ck_assert_str_eq(next, "10000:e2:00.0");
	routing = address_routing("0000:ff:1f.7");
	routing.number++;
	ck_assert_ptr_null(routing_print(&routing));
	routing.number = -1;
	ck_assert_ptr_null(routing_print(&routing));
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, addresses_are_told_from_other_words);
	tcase_add_test(tests, the_order_is_that_of_numbers);
	tcase_add_test(tests, people_write_capitals_and_leave_domains_out);
	tcase_add_test(tests, routing_ids_are_numbers);
}

int main(void)
{
	return suite_run("address", tests_add);
}
