/* SPDX-License-Identifier: GPL-2.0-or-later */
/* test_linux_log.c: a line for the system's log, heard by a log of the test's own. */
#include "linux_fixture.h"
#include <sys/socket.h>
#include <sys/un.h>

/* As journald and syslogd do: a datagram socket below the root. */
static int log_open(void)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int listener = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

	make_directory("dev");
	snprintf(address.sun_path, sizeof(address.sun_path), "%s/dev/log", root);
	ck_assert_int_ge(listener, 0);
	ck_assert_int_eq(bind(listener, (struct sockaddr *)&address, sizeof(address)), 0);
	return listener;
}

static int log_text(const char *text)
{
	return do_op((struct op){ .verb = OP_LOG, .in = text, .in_len = strlen(text) });
}

START_TEST(log_hears_the_line)
{
	int listener = log_open();
	char heard[200] = "", *pid = NULL;

	ck_assert_int_eq(log_text("plan 83b28c7f begins"), 0);
	ck_assert_int_gt(recv(listener, heard, sizeof(heard) - 1, 0), 0);
	ck_assert_int_eq(strncmp(heard, "<13>", 4), 0);
	ck_assert_int_gt(asprintf(&pid, " pawl[%d]: plan 83b28c7f begins", (int)getpid()), 0);
	ck_assert_ptr_nonnull(strstr(heard, pid));
	free(pid);
	close(listener);
}
END_TEST

START_TEST(nobody_hears)
{
	ck_assert_int_eq(log_text("x"), ENOENT);
	make_text("dev", "");
	ck_assert_int_eq(log_text("x"), ENOTDIR);
}
END_TEST

START_TEST(full_log_is_not_waited_for)
{
	int listener = log_open(), err = 0;

	for (int i = 0; i < 10000 && err == 0; i++)
		err = log_text("one more line");
	ck_assert_int_eq(err, EAGAIN);
	close(listener);
}
END_TEST

static void tests_add(TCase *tests)
{
	fixture_use(tests);
	tcase_add_test(tests, log_hears_the_line);
	tcase_add_test(tests, nobody_hears);
	tcase_add_test(tests, full_log_is_not_waited_for);
}

int main(void)
{
	return suite_run("linux_log", tests_add);
}
