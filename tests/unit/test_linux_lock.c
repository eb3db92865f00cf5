/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * test_linux_lock.c: locks between hosts, processes and helpers that outlive both.
 */
#include "linux_fixture.h"
#include <poll.h>

#define LOCK      "0000:17:00"
#define LOCK_FILE "run/pawl/0000:17:00.lock"

static struct host *other;

static int other_do(enum op_verb verb, const char *path, const char *lock)
{
	done_free(&done);
	return host_do(other, &(struct op){ .verb = verb, .path = path, .lock = lock }, &done);
}

static int do_read(const char *path)
{
	return do_op((struct op){ .verb = OP_READ, .path = path, .lock = LOCK });
}

/* A write into a pipe that nobody reads blocks as one to sriov_numvfs with a held VF does. */
static struct op pipe_write(uint64_t deadline)
{
	return (struct op){ OP_WRITE, "pipe", "4", 1, deadline, LOCK };
}

static void two_hosts(void)
{
	other = host_open();
	ck_assert_int_eq(mkfifo(below("pipe"), 0600), 0);
	make_text("value", "1\n");
}

static pid_t lock_pid(void)
{
	pid_t pid = (pid_t)strtol(file_text(LOCK_FILE), NULL, 10);

	ck_assert_int_gt(pid, 1);
	return pid;
}

/* Lets the write into the pipe end. */
static void pipe_release(void)
{
	char byte;
	int fd = open(below("pipe"), O_RDONLY | O_CLOEXEC);

	ck_assert_int_eq(read(fd, &byte, 1), 1);
	ck_assert_int_eq(byte, '4');
	close(fd);
}

static void assert_freed_within_seconds(void)
{
	int err = EWOULDBLOCK;

	for (int i = 0; i < 500 && err == EWOULDBLOCK; i++)
		err = other_do(OP_LOCK, LOCK, NULL);
	ck_assert_int_eq(err, 0);
}

START_TEST(lock_is_one_hosts)
{
	char expected[128];

	two_hosts();
	ck_assert_int_eq(do_path(OP_LOCK, LOCK), 0);
	snprintf(expected, sizeof(expected), "%d lock " LOCK "\n", (int)getpid());
	ck_assert_str_eq(file_text(LOCK_FILE), expected);
	ck_assert_uint_eq(file_mode(LOCK_FILE), 0600);
	ck_assert_uint_eq(file_mode("run/pawl"), 0700);
	ck_assert_int_eq(other_do(OP_LOCK, LOCK, NULL), EWOULDBLOCK);
	snprintf(expected, sizeof(expected), "process %d (", (int)getpid());
	ck_assert(string_starts(done.data, expected));
	ck_assert_ptr_nonnull(strstr(done.data, "): lock " LOCK));
	ck_assert_int_eq(other_do(OP_LOCK, "0000:18:00", NULL), 0);
	ck_assert_int_eq(do_path(OP_UNLOCK, LOCK), 0);
	ck_assert_int_eq(other_do(OP_LOCK, LOCK, NULL), 0);
	ck_assert_int_eq(do_path(OP_LOCK, LOCK), EWOULDBLOCK);
	host_free(other);
	ck_assert_int_eq(do_path(OP_LOCK, LOCK), 0);
}
END_TEST

START_TEST(lock_says_why_not)
{
	ck_assert_int_eq(do_path(OP_UNLOCK, LOCK), ENOLCK);
	ck_assert_int_eq(do_path(OP_LOCK, LOCK), 0);
	ck_assert_int_eq(do_path(OP_LOCK, LOCK), EALREADY);
	ck_assert_int_eq(do_path(OP_LOCK, "device/0000:17:00"), 0);
	ck_assert_uint_eq(file_mode("run/pawl/device/0000:17:00.lock"), 0600);
	ck_assert_uint_eq(file_mode("run/pawl/device"), 0700);
	ck_assert_int_eq(do_path(OP_LOCK, "../escape"), EINVAL);
	ck_assert_int_eq(do_path(OP_LOCK, ""), EINVAL);
	ck_assert_int_eq(symlink("elsewhere", below("run/pawl/link.lock")), 0);
	ck_assert_int_eq(do_path(OP_LOCK, "link"), ELOOP);
}
END_TEST

START_TEST(a_pipe_is_no_lock)
{
	make_directory("run/pawl");
	make_text("value", "1\n");
	ck_assert_int_eq(mkfifo(below(LOCK_FILE), 0600), 0);
	alarm(10);
	ck_assert_int_eq(do_path(OP_LOCK, LOCK), EINVAL);
	ck_assert_ptr_nonnull(strstr(done.data, "is a pipe"));
	ck_assert_int_eq(do_op((struct op){ OP_WRITE, "value", "2", 1, SECOND, LOCK }), EINVAL);
	ck_assert_int_eq(do_read("value"), 0);
	ck_assert_str_eq(done.data, "1\n");
	alarm(0);
}
END_TEST

START_TEST(read_of_a_locked_device_is_busy)
{
	two_hosts();
	ck_assert_int_eq(do_read("value"), 0);
	ck_assert_int_eq(access(below("run"), F_OK), -1);
	ck_assert_int_eq(other_do(OP_LOCK, LOCK, NULL), 0);
	ck_assert_int_eq(do_read("value"), EBUSY);
	ck_assert_ptr_nonnull(strstr(done.data, "lock " LOCK));
	ck_assert_int_eq(other_do(OP_READ, "value", LOCK), 0);
	ck_assert_str_eq(done.data, "1\n");
	ck_assert_int_eq(do_path(OP_READ, "value"), 0);
	ck_assert_int_eq(other_do(OP_UNLOCK, LOCK, NULL), 0);
	ck_assert_int_eq(do_read("value"), 0);
	host_free(other);
}
END_TEST

START_TEST(write_takes_the_lock_and_gives_it_back)
{
	struct op write = { OP_WRITE, "value", "2", 1, 0, LOCK };

	two_hosts();
	ck_assert_int_eq(other_do(OP_LOCK, LOCK, NULL), 0);
	ck_assert_int_eq(do_op(write), EWOULDBLOCK);
	write.deadline_ns = 20 * SECOND;
	ck_assert_int_eq(do_op(write), EWOULDBLOCK);
	ck_assert_str_eq(file_text("value"), "1\n");
	ck_assert_int_eq(other_do(OP_UNLOCK, LOCK, NULL), 0);
	ck_assert_int_eq(do_op(write), 0);
	ck_assert_int_eq(other_do(OP_LOCK, LOCK, NULL), 0);
	ck_assert_int_eq(other_do(OP_UNLOCK, LOCK, NULL), 0);
	write.deadline_ns = 0;
	ck_assert_int_eq(do_op(write), 0);
	ck_assert_int_eq(other_do(OP_LOCK, LOCK, NULL), 0);
	host_free(other);
}
END_TEST

START_TEST(write_shares_a_lock_that_is_held)
{
	struct op write = { OP_WRITE, "value", "2", 1, 20 * SECOND, LOCK };

	two_hosts();
	ck_assert_int_eq(do_path(OP_LOCK, LOCK), 0);
	ck_assert_int_eq(do_op(write), 0);
	ck_assert_int_eq(lock_pid(), getpid());
	ck_assert_int_eq(other_do(OP_LOCK, LOCK, NULL), EWOULDBLOCK);
	ck_assert_int_eq(do_path(OP_UNLOCK, LOCK), 0);
	ck_assert_int_eq(other_do(OP_LOCK, LOCK, NULL), 0);
	host_free(other);
}
END_TEST

/* `held`: by an OP_LOCK before, or by the write alone. */
/* Between the two words stands what the process waits in. */
static void expect_helper_holds(void)
{
	ck_assert_ptr_nonnull(strstr(done.data, "(pawl-helper)"));
	ck_assert_ptr_nonnull(strstr(done.data, ": write pipe"));
}

static void deadline_passes(bool held)
{
	two_hosts();
	if (held)
		ck_assert_int_eq(do_path(OP_LOCK, LOCK), 0);
	ck_assert_int_eq(do_op(pipe_write(50 * MILLISECOND)), ETIMEDOUT);
	ck_assert_uint_eq(done.flags, DONE_STILL_RUNNING);
	expect_helper_holds();
	ck_assert_int_eq(do_read("value"), EBUSY);
	expect_helper_holds();
	ck_assert_int_eq(do_op(pipe_write(50 * MILLISECOND)), EWOULDBLOCK);
	if (held)
		ck_assert_int_eq(do_path(OP_UNLOCK, LOCK), 0);
	ck_assert_int_eq(do_path(OP_LOCK, LOCK), EWOULDBLOCK);
	ck_assert_int_eq(other_do(OP_LOCK, LOCK, NULL), EWOULDBLOCK);
	expect_helper_holds();
}

START_TEST(deadline_is_not_a_cancel)
{
	deadline_passes(_i == 1);
	host_free(host);
	host = NULL;
	ck_assert_int_eq(other_do(OP_LOCK, LOCK, NULL), EWOULDBLOCK);
	ck_assert_int_eq(other_do(OP_READ, "value", LOCK), EBUSY);
	pipe_release();
	assert_freed_within_seconds();
	host_free(other);
}
END_TEST

START_TEST(the_same_host_goes_on_after_a_deadline)
{
	deadline_passes(_i == 1);
	pipe_release();
	assert_freed_within_seconds();
	ck_assert_int_eq(other_do(OP_UNLOCK, LOCK, NULL), 0);
	int err = EBUSY;
	for (int i = 0; i < 500 && err == EBUSY; i++, usleep(10000))
		err = do_read("value");
	ck_assert_int_eq(err, 0);
	ck_assert_int_eq(do_path(OP_LOCK, LOCK), 0);
	host_free(other);
}
END_TEST

/* A write into a full pipe waits in the kernel in a way that a signal could end. */
START_TEST(helper_outlives_signals)
{
	static const int numbers[] = { SIGINT, SIGTERM, SIGHUP };
	char bytes[65536] = "";

	two_hosts();
	int fd = open(below("pipe"), O_RDWR | O_NONBLOCK | O_CLOEXEC);
	while (write(fd, bytes, sizeof(bytes)) > 0)
		;
	ck_assert_int_eq(errno, EAGAIN);
	ck_assert_int_eq(do_op(pipe_write(50 * MILLISECOND)), ETIMEDOUT);
	pid_t helper = lock_pid();
	ck_assert_int_ne(helper, getpid());
	ck_assert_int_ne(getsid(helper), getsid(0));
	for (size_t i = 0; i < 3; i++) {
		ck_assert_int_eq(kill(helper, numbers[i]), 0);
		usleep(20000);
		ck_assert_int_eq(other_do(OP_LOCK, LOCK, NULL), EWOULDBLOCK);
	}
	while (read(fd, bytes, sizeof(bytes)) > 0)
		;
	assert_freed_within_seconds();
	close(fd);
	host_free(other);
}
END_TEST

START_TEST(helper_that_was_killed)
{
	uint64_t ticket;

	two_hosts();
	ticket = host->ops->begin(host, &(struct op){ OP_WRITE, "pipe", "4", 1, 20 * SECOND, LOCK });
	ck_assert_int_eq(kill(lock_pid(), SIGKILL), 0);
	ck_assert_int_eq(host->ops->next(host, &done), 1);
	ck_assert_uint_eq(done.ticket, ticket);
	ck_assert_int_eq(done.err, EIO);
	ck_assert_ptr_nonnull(strstr(done.data, "write pipe"));
	assert_freed_within_seconds();
	ck_assert_int_eq(other_do(OP_UNLOCK, LOCK, NULL), 0);
	ck_assert_int_eq(do_op((struct op){ OP_WRITE, "value", "3", 1, 20 * SECOND, LOCK }), 0);
	host_free(other);
}
END_TEST

/* An apply that is killed by force while the kernel is at work. */
START_TEST(helper_outlives_its_parent)
{
	int begun[2];
	char byte;

	two_hosts();
	ck_assert_int_eq(pipe(begun), 0);
	pid_t parent = fork();
	if (parent == 0) {
		struct op blocks = pipe_write(50 * SECOND);
		struct host *mine = host_open();

		if (_i == 1)
			host_do(mine, &(struct op){ .verb = OP_LOCK, .path = LOCK }, &done);
		mine->ops->begin(mine, &blocks);
		(void)!write(begun[1], "x", 1);
		mine->ops->next(mine, &done);
		_exit(1);
	}
	close(begun[1]);
	ck_assert_int_eq(read(begun[0], &byte, 1), 1);
	ck_assert_int_eq(kill(parent, SIGKILL), 0);
	ck_assert_int_eq(waitpid(parent, NULL, 0), parent);
	/* the helper holds none of its parent's other descriptors */
	ck_assert_int_eq(read(begun[0], &byte, 1), 0);
	ck_assert_int_ne(lock_pid(), parent);
	ck_assert_int_eq(other_do(OP_LOCK, LOCK, NULL), EWOULDBLOCK);
	expect_helper_holds();
	pipe_release();
	assert_freed_within_seconds();
	close(begun[0]);
	host_free(other);
}
END_TEST

START_TEST(lock_ends_with_its_process)
{
	two_hosts();
	pid_t holder = fork();
	if (holder == 0) {
		struct host *mine = host_open();

		_exit(host_do(mine, &(struct op){ .verb = OP_LOCK, .path = LOCK }, &done));
	}
	int status;
	ck_assert_int_eq(waitpid(holder, &status, 0), holder);
	ck_assert_int_eq(status, 0);
	ck_assert_int_eq(lock_pid(), holder);
	assert_freed_within_seconds();
	host_free(other);
}
END_TEST

static void tests_add(TCase *tests)
{
	fixture_use(tests);
	tcase_add_test(tests, lock_is_one_hosts);
	tcase_add_test(tests, lock_says_why_not);
	tcase_add_test(tests, a_pipe_is_no_lock);
	tcase_add_test(tests, read_of_a_locked_device_is_busy);
	tcase_add_test(tests, write_takes_the_lock_and_gives_it_back);
	tcase_add_test(tests, write_shares_a_lock_that_is_held);
	tcase_add_loop_test(tests, deadline_is_not_a_cancel, 0, 2);
	tcase_add_loop_test(tests, the_same_host_goes_on_after_a_deadline, 0, 2);
	tcase_add_test(tests, helper_outlives_signals);
	tcase_add_test(tests, helper_that_was_killed);
	tcase_add_loop_test(tests, helper_outlives_its_parent, 0, 2);
	tcase_add_test(tests, lock_ends_with_its_process);
}

int main(void)
{
	return suite_run("linux_lock", tests_add);
}
