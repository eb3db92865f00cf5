/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Interfaces of the machine that the tests run on: every network namespace has `lo`. */
#include "linux_fixture.h"

static int ask(const char *directory, const char *request, uint64_t deadline)
{
	struct report report = { 0 };
	struct host *machine = host_linux_new(directory, &report);
	struct op op = { .verb = OP_NETLINK, .path = request, .deadline_ns = deadline };

	ck_assert_ptr_nonnull(machine);
	int err = host_do(machine, &op, &done);
	host_free(machine);
	return err;
}

START_TEST(lo_has_no_function_and_no_permanent_address)
{
	for (unsigned i = 0; i < 2; i++) {
		ck_assert_int_eq(ask("/", NETLINK_LINKS, i * 10 * SECOND), 0);
		ck_assert_msg(strncmp(done.data, "lo\t\t\t", 5) == 0 || strstr(done.data, "\nlo\t\t\t"), "%s",
			(char *)done.data);
		done_free(&done);
	}
}
END_TEST

START_TEST(other_requests_are_unknown)
{
	ck_assert_int_eq(ask("/", "routes", 0), ENOSYS);
	done_free(&done);
}
END_TEST

START_TEST(another_root_has_no_netlink)
{
	ck_assert_int_eq(ask(root, NETLINK_LINKS, SECOND), EXDEV);
	done_free(&done);
}
END_TEST

static void tests_add(TCase *tests)
{
	fixture_use(tests);
	tcase_add_test(tests, lo_has_no_function_and_no_permanent_address);
	tcase_add_test(tests, other_requests_are_unknown);
	tcase_add_test(tests, another_root_has_no_netlink);
}

int main(void)
{
	return suite_run("linux_net", tests_add);
}
