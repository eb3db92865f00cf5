/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Messages of devlink, byte by byte as they go over the wire: what is asked, what is understood. */
#include "../../src/host/linux_net_devlink.h"
#include "suite.h"
#include "text.h"
#include <linux/netlink.h>

/* As genetlink.h and devlink.h of include/uapi/linux lay them out, on a little-endian machine. */
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__

/* CTRL_CMD_NEWFAMILY: CTRL_ATTR_FAMILY_NAME "devlink", CTRL_ATTR_FAMILY_ID 0x14. */
static _Alignas(4) const unsigned char family[] = { 0x2c, 0, 0, 0, 0x10, 0, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1,
	2, 0, 0, 0x0c, 0, 2, 0, 'd', 'e', 'v', 'l', 'i', 'n', 'k', 0, 6, 0, 1, 0, 0x14, 0, 0, 0, 4, 0, 6, 0 };

/* DEVLINK_CMD_NEW: DEVLINK_ATTR_BUS_NAME "pci", DEVLINK_ATTR_DEV_NAME "0000:41:00.0". */
static _Alignas(4) const unsigned char device[] = { 0x30, 0, 0, 0, 0x14, 0, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 3,
	1, 0, 0, 8, 0, 1, 0, 'p', 'c', 'i', 0, 0x11, 0, 2, 0, '0', '0', '0', '0', ':', '4', '1', ':', '0',
	'0', '.', '0', 0, 0, 0, 0 };

/* DEVLINK_CMD_ESWITCH_GET's answer: the same names, DEVLINK_ATTR_ESWITCH_MODE (25) 1. */
static _Alignas(4) const unsigned char mode[] = { 0x38, 0, 0, 0, 0x14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x1d,
	1, 0, 0, 8, 0, 1, 0, 'p', 'c', 'i', 0, 0x11, 0, 2, 0, '0', '0', '0', '0', ':', '4', '1', ':', '0',
	'0', '.', '0', 0, 0, 0, 0, 6, 0, 25, 0, 1, 0, 0, 0 };

static const struct nlmsghdr *message(const unsigned char *bytes)
{
	return (const struct nlmsghdr *)(const void *)bytes;
}

START_TEST(the_family_is_found_by_its_name)
{
	_Alignas(4) unsigned char other[sizeof(family)];
	uint16_t id = 0;

	devlink_family_take(message(family), &id);
	ck_assert_uint_eq(id, 0x14);
	memcpy(other, family, sizeof(family));
	other[24] = 'D';
	id = 0;
	devlink_family_take(message(other), &id);
	ck_assert_uint_eq(id, 0);
}
END_TEST

START_TEST(functions_are_told_and_other_buses_are_not)
{
	_Alignas(4) unsigned char other[sizeof(device)];
	AUTO_TEXT struct text lines = { 0 };

	devlink_address_take(message(device), &lines);
	memcpy(other, device, sizeof(device));
	other[24] = 'u';
	devlink_address_take(message(other), &lines);
	ck_assert_str_eq(text_string(&lines), "0000:41:00.0\n");
}
END_TEST

START_TEST(a_name_without_its_end_is_none)
{
	_Alignas(4) unsigned char torn[sizeof(device)];
	AUTO_TEXT struct text lines = { 0 };

	memcpy(torn, device, sizeof(device));
	torn[44] = 'x';
	devlink_address_take(message(torn), &lines);
	ck_assert_uint_eq(lines.length, 0);
}
END_TEST

START_TEST(a_mode_is_told_or_not)
{
	uint16_t told = DEVLINK_NO_MODE;

	devlink_mode_take(message(device), &told);
	ck_assert_uint_eq(told, DEVLINK_NO_MODE);
	devlink_mode_take(message(mode), &told);
	ck_assert_uint_eq(told, 1);
}
END_TEST

/* What it asks is what the kernel answers, but for the head. */
START_TEST(a_request_names_function_and_mode)
{
	struct devlink_room room = { 0 };
	const struct nlmsghdr *request = devlink_request(&room, 0x14, "0000:41:00.0", 1);

	ck_assert_uint_eq(request->nlmsg_len, sizeof(mode));
	ck_assert_uint_eq(request->nlmsg_flags, NLM_F_REQUEST | NLM_F_ACK);
	ck_assert_uint_eq((unsigned char)room.bytes[16], 0x1e);
	ck_assert_mem_eq(room.bytes + 17, mode + 17, sizeof(mode) - 17);
	room = (struct devlink_room){ 0 };
	request = devlink_request(&room, 0x14, "0000:41:00.0", DEVLINK_NO_MODE);
	ck_assert_uint_eq(request->nlmsg_flags, NLM_F_REQUEST);
	ck_assert_mem_eq(room.bytes + 17, device + 17, sizeof(device) - 17);
	ck_assert_uint_eq((unsigned char)room.bytes[16], 0x1d);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, the_family_is_found_by_its_name);
	tcase_add_test(tests, functions_are_told_and_other_buses_are_not);
	tcase_add_test(tests, a_name_without_its_end_is_none);
	tcase_add_test(tests, a_mode_is_told_or_not);
	tcase_add_test(tests, a_request_names_function_and_mode);
}
#else
static void tests_add(TCase *tests)
{
	(void)tests;
	printf("SKIP linux_net_devlink: the messages are little-endian, this machine is not\n");
}
#endif

int main(void)
{
	return suite_run("linux_net_devlink", tests_add);
}
