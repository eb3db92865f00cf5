/* SPDX-License-Identifier: GPL-2.0-or-later */
/* VFs of interfaces of the machine that the tests run on, where only `lo` is sure; the lab has VFs. */
#include "../../src/host/linux.h"
#include "linux_fixture.h"

#define NET "sys/bus/pci/devices/0000:02:00.0/net"
#define ALL "vfs/0000:02:00.0"

/* The fixture's root says which interfaces the function has. */
static int ask(const char *path, const char *value, struct text *data)
{
	int directory = open(root, O_PATH | O_DIRECTORY | O_CLOEXEC), err;
	const struct op op = {
		.verb = OP_NETLINK, .path = path, .in = value, .in_len = value ? strlen(value) + 1 : 0
	};

	ck_assert_int_ge(directory, 0);
	err = net_vfs_do(directory, &op, data);
	close(directory);
	return err;
}

static int ask_only(const char *path, const char *value)
{
	AUTO_TEXT struct text unused = { 0 };

	return ask(path, value, &unused);
}

START_TEST(a_path_that_is_none_is_not_asked)
{
	ck_assert_int_eq(ask_only("vfs/0000:02:00.0/0/colour", NULL), ENOSYS);
	ck_assert_int_eq(ask_only("vfs/02:00.0", NULL), ENOSYS);
	ck_assert_int_eq(ask_only("links", NULL), ENOSYS);
}
END_TEST

START_TEST(a_function_without_interfaces_has_no_vfs)
{
	ck_assert_int_eq(ask_only(ALL, NULL), ENOENT);
	make_directory(NET);
	ck_assert_int_eq(ask_only(ALL, NULL), ENOENT);
	ck_assert_int_eq(ask_only(ALL "/0/trust", "true"), ENOENT);
}
END_TEST

START_TEST(an_interface_that_tells_of_no_vfs_is_passed_over)
{
	AUTO_TEXT struct text data = { 0 };

	make_directory(NET "/lo");
	ck_assert_int_eq(ask(ALL, NULL, &data), ENOENT);
	ck_assert_int_eq(ask(ALL "/0/mac", NULL, &data), ENOENT);
	ck_assert_uint_eq(data.length, 0);
}
END_TEST

/* Nothing is sent to an interface that has no such VF. */
START_TEST(what_is_to_be_set_needs_its_vf)
{
	AUTO_TEXT struct text data = { 0 };

	make_directory(NET "/lo");
	ck_assert_int_eq(ask(ALL "/0/mac", "02:17:01:00:00:00", &data), ENOENT);
	ck_assert_int_eq(ask(ALL "/0/mac", "nonsense", &data), ENOENT);
	ck_assert_uint_eq(data.length, 0);
}
END_TEST

START_TEST(an_interface_that_goes_meanwhile_is_the_kernels_word)
{
	make_directory(NET "/no-such-one");
	ck_assert_int_eq(ask_only(ALL, NULL), ENODEV);
	ck_assert_int_eq(ask_only(ALL "/0/mac", "02:17:01:00:00:00"), ENODEV);
}
END_TEST

static void tests_add(TCase *tests)
{
	fixture_use(tests);
	tcase_add_test(tests, a_path_that_is_none_is_not_asked);
	tcase_add_test(tests, a_function_without_interfaces_has_no_vfs);
	tcase_add_test(tests, an_interface_that_tells_of_no_vfs_is_passed_over);
	tcase_add_test(tests, what_is_to_be_set_needs_its_vf);
	tcase_add_test(tests, an_interface_that_goes_meanwhile_is_the_kernels_word);
}

int main(void)
{
	return suite_run("linux_net_vfs", tests_add);
}
