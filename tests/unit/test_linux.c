/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * test_linux.c: the linux host as a whole: its root, its queue, the signals that ask it to stop.
 */
#include "descriptors.h"
#include "linux_fixture.h"
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

static uint64_t begin(enum op_verb verb, const char *path, uint64_t deadline)
{
	return host->ops->begin(host, &(struct op){ .verb = verb, .path = path, .deadline_ns = deadline });
}

static void assert_refused(const char *path, int error, const char *word)
{
	struct report report = { 0 };

	ck_assert_ptr_null(host_linux_new(path, &report));
	ck_assert_uint_eq(report.n, 1);
	ck_assert_int_eq(report.findings[0].severity, ERROR);
	ck_assert_int_eq(report.findings[0].outcome, UNAVAILABLE);
	ck_assert_int_eq(report.findings[0].error, error);
	ck_assert_str_eq(report.findings[0].path, path);
	ck_assert_ptr_nonnull(strstr(report.findings[0].hint, word));
	report_free(&report);
}

START_TEST(root_that_is_none)
{
	make_text("file", "");
	assert_refused(below("missing"), ENOENT, "--root");
	assert_refused(below("file"), ENOTDIR, "--root");
}
END_TEST

START_TEST(root_may_be_relative_or_a_link)
{
	make_directory("here");
	make_text("here/value", "1\n");
	ck_assert_int_eq(symlink("here", below("link")), 0);
	ck_assert_int_eq(chdir(root), 0);
	for (int i = 0; i < 2; i++) {
		host_free(host);
		host = host_linux_new(i == 0 ? "here" : below("link"), NULL);
		ck_assert_ptr_nonnull(host);
		ck_assert_int_eq(do_path(OP_READ, "value"), 0);
		ck_assert_int_eq(do_path(OP_READ, "/value"), 0);
	}
	ck_assert_int_eq(chdir("/"), 0);
}
END_TEST

/* A kernel before 5.6, or a container whose filter does not know the call. */
static void openat2_forbid(int error)
{
	struct sock_filter rules[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat2, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (unsigned)error),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = { .len = sizeof(rules) / sizeof(rules[0]), .filter = rules };

	ck_assert_int_eq(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), 0);
	ck_assert_int_eq(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program), 0);
}

START_TEST(kernel_without_openat2)
{
	const int errors[] = { ENOSYS, EPERM };

	openat2_forbid(errors[_i]);
	assert_refused(root, errors[_i], "openat2");
}
END_TEST

START_TEST(doors_of_later_kinds_are_shut)
{
	ck_assert_int_eq(do_path(OP_RUN, "true"), ENOSYS);
	ck_assert_int_eq(do_path(OP_GUEST, "vm1"), ENOSYS);
}
END_TEST

/* A node below this root is not of the device that sysfs below it tells of. */
START_TEST(no_drive_is_asked_below_another_root)
{
	ck_assert_int_eq(do_path(OP_NVME, "nvme/0000:01:00.0"), EXDEV);
	ck_assert_str_eq(done.data, "an NVMe drive is asked of the running kernel, not of what --root names");
}
END_TEST

START_TEST(results_come_in_order)
{
	uint64_t tickets[5];

	make_text("value", "1\n");
	for (int i = 0; i < 5; i++)
		tickets[i] = begin(OP_READ, i % 2 ? "value" : "missing", 0);
	for (int i = 0; i < 5; i++) {
		ck_assert_int_eq(next(), 1);
		ck_assert_uint_eq(done.ticket, tickets[i]);
		ck_assert_int_eq(done.err, i % 2 ? 0 : ENOENT);
	}
	ck_assert_int_eq(next(), 0);
	begin(OP_READ, "value", 0);
}
END_TEST

START_TEST(operation_is_copied)
{
	char path[] = "value", bytes[] = "2";
	struct op op = { OP_WRITE, path, bytes, 1, 20 * SECOND, NULL };

	make_text("value", "1\n");
	host->ops->begin(host, &op);
	memset(path, 'x', sizeof(path) - 1);
	memset(bytes, 'x', sizeof(bytes) - 1);
	ck_assert_int_eq(next(), 1);
	ck_assert_int_eq(done.err, 0);
	ck_assert_str_eq(file_text("value"), "2\n");
}
END_TEST

START_TEST(each_signal_is_told_once)
{
	static const int numbers[] = { SIGINT, SIGTERM, SIGHUP };

	make_text("value", "1\n");
	for (int i = 0; i < 3; i++) {
		begin(OP_READ, "value", 0);
		raise(numbers[i]);
		ck_assert_int_eq(next(), -EINTR);
		ck_assert_int_eq(next(), 1);
		ck_assert_int_eq(next(), 0);
	}
	raise(SIGINT);
	raise(SIGINT);
	ck_assert_int_eq(next(), -EINTR);
	ck_assert_int_eq(next(), -EINTR);
	ck_assert_int_eq(next(), 0);
}
END_TEST

START_TEST(signal_ends_a_wait)
{
	uint64_t before = host->ops->now_ns(host);
	pid_t sender = fork();

	if (sender == 0) {
		usleep(100000);
		_exit(kill(getppid(), SIGTERM));
	}
	begin(OP_WATCH, "0000:17:00.0", 2 * SECOND);
	ck_assert_int_eq(next(), -EINTR);
	ck_assert_uint_lt(host->ops->now_ns(host) - before, 2 * SECOND);
	ck_assert_int_eq(next(), 1);
	ck_assert_int_eq(done.err, ETIMEDOUT);
	ck_assert_int_eq(waitpid(sender, NULL, 0), sender);
}
END_TEST

START_TEST(signal_during_host_do_is_kept)
{
	make_text("value", "1\n");
	ck_assert(!host->asked_to_stop);
	raise(SIGTERM);
	ck_assert_int_eq(do_path(OP_READ, "value"), 0);
	ck_assert_str_eq(done.data, "1\n");
	ck_assert(host->asked_to_stop);
	ck_assert_int_eq(next(), 0);
}
END_TEST

START_TEST(signals_go_back_to_what_they_were)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN }, normal = { .sa_handler = SIG_DFL }, now;

	host_free(host);
	sigaction(SIGTERM, &normal, NULL);
	sigaction(SIGHUP, &ignore, NULL);
	host = host_open();
	raise(SIGHUP);
	ck_assert_int_eq(next(), 0);
	raise(SIGTERM);
	ck_assert_int_eq(next(), -EINTR);
	host_free(host);
	host = NULL;
	sigaction(SIGHUP, NULL, &now);
	ck_assert(now.sa_handler == SIG_IGN);
	sigaction(SIGTERM, NULL, &now);
	ck_assert(now.sa_handler == SIG_DFL);
}
END_TEST

static int closed_but; /* 3: all three */

/* Its status says what is wrong, because nothing can be printed. */
static void fill_descriptors(void)
{
	char byte = 'x';

	for (int fd = 0; fd < 3; fd++)
		if (fd != closed_but)
			close(fd);
	if (descriptors_fill() == -1)
		_exit(1);
	int next = open("/dev/null", O_RDONLY | O_CLOEXEC);
	for (int fd = 0; fd < 3; fd++)
		if (fcntl(fd, F_GETFD) == -1)
			_exit(2);
	if (next < 3)
		_exit(3);
	if (closed_but != 0 && (read(0, &byte, 1) != -1 || errno != EBADF))
		_exit(4);
	if (closed_but != 1 && (write(1, &byte, 1) != -1 || errno != EBADF))
		_exit(5);
	if (closed_but != 2 && (write(2, &byte, 1) != -1 || errno != EBADF))
		_exit(6);
}

START_TEST(what_was_closed_gets_no_file_of_ours)
{
	closed_but = _i;
	ck_assert_int_eq(child_do(fill_descriptors), 0);
}
END_TEST

START_TEST(time_goes_on)
{
	uint64_t before = host->ops->now_ns(host);

	usleep(2000);
	ck_assert_uint_ge(host->ops->now_ns(host) - before, 2 * MILLISECOND);
}
END_TEST

static void tests_add(TCase *tests)
{
	fixture_use(tests);
	tcase_add_test(tests, root_that_is_none);
	tcase_add_test(tests, root_may_be_relative_or_a_link);
	tcase_add_loop_test(tests, kernel_without_openat2, 0, 2);
	tcase_add_test(tests, doors_of_later_kinds_are_shut);
	tcase_add_test(tests, no_drive_is_asked_below_another_root);
	tcase_add_test(tests, results_come_in_order);
	tcase_add_test(tests, operation_is_copied);
	tcase_add_test(tests, each_signal_is_told_once);
	tcase_add_test(tests, signal_ends_a_wait);
	tcase_add_test(tests, signal_during_host_do_is_kept);
	tcase_add_test(tests, signals_go_back_to_what_they_were);
	tcase_add_loop_test(tests, what_was_closed_gets_no_file_of_ours, 0, 4);
	tcase_add_test(tests, time_goes_on);
}

int main(void)
{
	return suite_run("linux", tests_add);
}
