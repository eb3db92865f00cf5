/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names of devices, with and without a name in the list. */
#include "names.h"
#include "suite.h"
#include <string.h>
#include <unistd.h>

#define LIST "/usr/share/misc/pci.ids"

START_TEST(numbers_stand_where_no_name_is_known)
{
	char buffer[128];

	ck_assert_ptr_eq(names_device("0xfff0", "0x1234", buffer, sizeof(buffer)), buffer);
	ck_assert_ptr_nonnull(strstr(buffer, "fff0"));
	ck_assert_ptr_nonnull(strstr(buffer, "1234"));
	ck_assert_ptr_nonnull(strstr(names_device(NULL, NULL, buffer, sizeof(buffer)), "0000"));
}
END_TEST

START_TEST(known_devices_have_names)
{
	char buffer[128];

	ck_assert_msg(access(LIST, R_OK) == 0, "%s is missing: libpci's package brings it", LIST);
	names_device("0x8086", "0x10c9", buffer, sizeof(buffer));
	ck_assert_msg(strncmp(buffer, "Intel", strlen("Intel")) == 0, "%s", buffer);
	ck_assert_msg(strstr(buffer, "82576"), "%s", buffer);
}
END_TEST

/* Each vendor's lines are looked for by themselves. */
START_TEST(each_vendor_has_its_own_devices)
{
	char buffer[128];

	ck_assert_ptr_nonnull(strstr(names_device("0x8086", "0x10ca", buffer, sizeof(buffer)), "82576"));
	ck_assert_ptr_nonnull(strstr(names_device("0x19e5", "0xa222", buffer, sizeof(buffer)), "Huawei"));
	ck_assert_ptr_nonnull(strstr(buffer, "HNS"));
	ck_assert_ptr_nonnull(strstr(names_device("0x8086", "0xa222", buffer, sizeof(buffer)), "Intel"));
	ck_assert_ptr_null(strstr(buffer, "HNS"));
	ck_assert_ptr_nonnull(strstr(names_device("0xffff", "0x1", buffer, sizeof(buffer)), "Illegal"));
	ck_assert_ptr_nonnull(strstr(names_device("0x0001", "0x1", buffer, sizeof(buffer)), "SafeNet"));
}
END_TEST

START_TEST(long_names_are_cut)
{
	char buffer[16];

	names_device("0xfff0", "0x1234", buffer, sizeof(buffer));
	ck_assert_uint_eq(strlen(buffer), sizeof(buffer) - 1);
	ck_assert_str_eq(buffer + sizeof(buffer) - 4, "...");
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, numbers_stand_where_no_name_is_known);
	tcase_add_test(tests, known_devices_have_names);
	tcase_add_test(tests, each_vendor_has_its_own_devices);
	tcase_add_test(tests, long_names_are_cut);
}

int main(void)
{
	return suite_run("names", tests_add);
}
