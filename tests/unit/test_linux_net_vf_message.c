/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Messages of rtnetlink on VFs, byte by byte as they go over the wire: what is asked, what is understood. */
#include "../../src/host/linux_net_vf_message.h"
#include "netlink_recorded.h"
#include "suite.h"
#include "text.h"
#include <linux/netlink.h>

/* As if_link.h and rtnetlink.h of include/uapi/linux lay them out, on a little-endian machine. */
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__

/*
 * RTM_NEWLINK of eth0 with IFLA_VFINFO_LIST: VF 0 has MAC, VLAN 110 with priority 3, a rate, spoof check; of
 * VF 1 the driver tells no spoof check, no link state and no trust (UINT32_MAX).
 */
static _Alignas(4) const unsigned char two_vfs[] = { 0x10, 1, 0, 0, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	0, 1, 0, 2, 0, 0, 0, 0x43, 0x10, 0, 0, 0, 0, 0, 0, 9, 0, 3, 0, 0x65, 0x74, 0x68, 0x30, 0, 0, 0, 0,
	0xe4, 0, 0x16, 0, 0x70, 0, 1, 0, 0x28, 0, 1, 0, 0, 0, 0, 0, 2, 0x17, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10, 0, 2, 0, 0, 0, 0, 0, 0x6e, 0, 0, 0, 3,
	0, 0, 0, 0x10, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xe8, 3, 0, 0, 0x0c, 0, 4, 0, 0, 0, 0, 0, 1, 0, 0, 0,
	0x0c, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x0c, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x70, 0, 1, 0, 0x28, 0,
	1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0x10, 0, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10, 0, 6, 0, 1, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0x0c, 0, 4, 0, 1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0x0c, 0, 5, 0, 1, 0, 0, 0, 0xff, 0xff,
	0xff, 0xff, 0x0c, 0, 9, 0, 1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff };

/* RTM_SETLINK of eth0: IFLA_VF_VLAN of VF 1 is 7 with priority 1; the two around it are NLA_F_NESTED. */
static _Alignas(4) const unsigned char set_vlan[] = { 0x44, 0, 0, 0, 0x13, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 3, 0, 0x65, 0x74, 0x68, 0x30, 0, 0, 0, 0, 0x18, 0,
	0x16, 0x80, 0x14, 0, 1, 0x80, 0x10, 0, 2, 0, 1, 0, 0, 0, 7, 0, 0, 0, 1, 0, 0, 0 };

static char *told_of(const void *message, const char *asked, struct vf_hearing *hearing)
{
	struct text text = { 0 };
	struct vf_path path;

	ck_assert_int_eq(vf_path_parse(asked, &path), 0);
	*hearing = (struct vf_hearing){ .path = &path, .data = &text };
	vf_message_take(message, hearing);
	hearing->path = NULL;
	return text_take(&text);
}

static char *told(const char *asked, struct vf_hearing *hearing)
{
	return told_of(two_vfs, asked, hearing);
}

static char *told_recorded(const char *hex, const char *asked, struct vf_hearing *hearing)
{
	static _Alignas(4) unsigned char message[2048];
	size_t n = recorded_bytes(hex, message, sizeof(message));

	ck_assert_uint_gt(n, 0);
	ck_assert_uint_eq(((const struct nlmsghdr *)(const void *)message)->nlmsg_len, n);
	return told_of(message, asked, hearing);
}

START_TEST(what_the_kernel_sends_is_understood)
{
	struct vf_hearing hearing;
	AUTO_FREE char *lines = told_recorded(recorded_two_vfs, "vfs/0000:02:00.0", &hearing);
	AUTO_FREE char *vlan = told_recorded(recorded_two_vfs, "vfs/0000:02:00.0/0/vlan", &hearing);

	ck_assert(hearing.heard);
	ck_assert_uint_eq(hearing.flags, 0x1002); /* IFF_BROADCAST and IFF_MULTICAST: it is down */
	ck_assert_str_eq(lines, "0\ttrue\t02:17:01:00:00:fe\t110 qos 3\tfalse\tauto\tmin 0 max 0\n"
				"1\tfalse\t00:00:00:00:00:00\t0 qos 0\ttrue\tauto\tmin 0 max 0\n");
	ck_assert_str_eq(vlan, "110 qos 3");
}
END_TEST

START_TEST(who_has_no_vfs_tells_of_none)
{
	static const char *const none[] = { recorded_without_vfs, recorded_loopback };
	struct vf_hearing hearing;

	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++) {
		AUTO_FREE char *lines = told_recorded(none[i], "vfs/0000:02:00.0", &hearing);
		AUTO_FREE char *mac = told_recorded(none[i], "vfs/0000:02:00.0/0/mac", &hearing);

		ck_assert(!hearing.heard);
		ck_assert_str_eq(lines, "");
		ck_assert_str_eq(mac, "");
	}
}
END_TEST

START_TEST(all_vfs_are_a_line_each)
{
	struct vf_hearing hearing;
	AUTO_FREE char *lines = told("vfs/0000:02:00.0", &hearing);

	ck_assert(hearing.heard);
	ck_assert_uint_eq(hearing.flags, 0x1043);
	ck_assert_str_eq(lines, "0\tfalse\t02:17:01:00:00:00\t110 qos 3\ttrue\tauto\tmin 0 max 1000\n"
				"1\t-\t00:00:00:00:00:00\t0 qos 0\t-\t-\tmin 0 max 0\n");
}
END_TEST

START_TEST(one_setting_of_one_vf_is_its_value)
{
	struct vf_hearing hearing;
	AUTO_FREE char *vlan = told("vfs/0000:02:00.0/0/vlan", &hearing);
	AUTO_FREE char *trust = told("vfs/0000:02:00.0/1/trust", &hearing);

	ck_assert_str_eq(vlan, "110 qos 3");
	ck_assert_str_eq(trust, "");
	ck_assert(hearing.heard);
}
END_TEST

START_TEST(a_vf_that_is_not_there_is_not_heard)
{
	struct vf_hearing hearing;
	AUTO_FREE char *mac = told("vfs/0000:02:00.0/2/mac", &hearing);

	ck_assert_str_eq(mac, "");
	ck_assert(!hearing.heard);
}
END_TEST

START_TEST(a_setting_is_sent_as_the_kernel_takes_it)
{
	struct vf_room room = { 0 };
	struct vf_value value;
	struct vf_path path;
	const struct nlmsghdr *request;

	ck_assert_int_eq(vf_path_parse("vfs/0000:02:00.0/1/vlan", &path), 0);
	ck_assert_int_eq(vf_value_parse(VF_VLAN, "7 qos 1", &value), 0);
	request = vf_message_set(&room, "eth0", &path, &value);
	ck_assert_uint_eq(request->nlmsg_len, sizeof(set_vlan));
	ck_assert_mem_eq(room.bytes, set_vlan, sizeof(set_vlan));
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, what_the_kernel_sends_is_understood);
	tcase_add_test(tests, who_has_no_vfs_tells_of_none);
	tcase_add_test(tests, all_vfs_are_a_line_each);
	tcase_add_test(tests, one_setting_of_one_vf_is_its_value);
	tcase_add_test(tests, a_vf_that_is_not_there_is_not_heard);
	tcase_add_test(tests, a_setting_is_sent_as_the_kernel_takes_it);
}
#else
static void tests_add(TCase *tests)
{
	(void)tests;
	printf("SKIP linux_net_vf_message: the messages are little-endian, this machine is not\n");
}
#endif

int main(void)
{
	return suite_run("linux_net_vf_message", tests_add);
}
