/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The files of other managers on a machine, and what lies in their place. */
#include "linux_fixture.h"
#include "suite.h"

static const char *claims_told(void)
{
	done_free(&done);
	ck_assert_int_eq(host_do(host, &(struct op){ .verb = OP_CLAIMS, .path = "" }, &done), 0);
	return done.data;
}

START_TEST(files_claim)
{
	make_directory("etc/driverctl.d");
	make_text("etc/driverctl.d/pci-0000:02:00.0", "igb\n");
	ck_assert_str_eq(claims_told(),
		"driverctl\tetc/driverctl.d/pci-0000:02:00.0\t1\taddress=0000:02:00.0\t"
		"override\t-\tigb\n");
}
END_TEST

/* Opening one waits for the other end; nobody knows what would come out. */
START_TEST(a_pipe_is_in_doubt)
{
	alarm(10);
	make_directory("etc/udev/rules.d");
	make_directory("etc/systemd/network/10-a.network.d");
	ck_assert_int_eq(mkfifo(below("etc/udev/rules.d/a.rules"), 0600), 0);
	ck_assert_int_eq(mkfifo(below("etc/systemd/network/10-a.network.d/b.conf"), 0600), 0);
	ck_assert_str_eq(claims_told(),
		"?\tudev\t/etc/udev/rules.d/a.rules is a pipe or a device, not a file\n"
		"?\tsystemd-network\t/etc/systemd/network/10-a.network.d/b.conf is a pipe or a device, not "
		"a file\n");
	alarm(0);
}
END_TEST

static void add_tests(TCase *tests)
{
	tcase_add_checked_fixture(tests, fixture_start, fixture_end);
	tcase_add_test(tests, files_claim);
	tcase_add_test(tests, a_pipe_is_in_doubt);
}

int main(void)
{
	return suite_run("linux_claims", add_tests);
}
