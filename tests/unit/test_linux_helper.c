/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * test_linux_helper.c: helper processes are made, used again, replaced and ended.
 */
#include "../../src/host/linux.h"
#include "linux_fixture.h"
#include <sys/resource.h>
#include <sys/socket.h>

static uint64_t begin(struct op op)
{
	return host->ops->begin(host, &op);
}

/* How many processes this one has made that are still there; -1 where the kernel does not tell. */
static int children(void)
{
	char path[64], list[4096];
	int n = 0;

	snprintf(path, sizeof(path), "/proc/self/task/%d/children", (int)getpid());
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd == -1)
		return -1;
	ssize_t length = read(fd, list, sizeof(list) - 1);
	close(fd);
	ck_assert_int_ge(length, 0);
	list[length] = '\0';
	for (char *at = list; (at = strchr(at, ' ')); at++)
		n++;
	return n;
}

START_TEST(every_verb_goes_through_a_helper)
{
	const uint64_t deadline = 20 * SECOND;

	make_text("value", "7\n");
	ck_assert_int_eq(symlink("value", below("link")), 0);
	ck_assert_int_eq(do_op((struct op){ OP_READ, "value", NULL, 0, deadline, NULL }), 0);
	ck_assert_str_eq(done.data, "7\n");
	ck_assert_int_eq(do_op((struct op){ OP_WRITE, "value", "8", 1, deadline, NULL }), 0);
	ck_assert_str_eq(file_text("value"), "8\n");
	ck_assert_int_eq(do_op((struct op){ OP_LINK, "link", NULL, 0, deadline, NULL }), 0);
	ck_assert_str_eq(done.data, "value");
	ck_assert_int_eq(do_op((struct op){ OP_GATHER, ".", "value\0none", 11, deadline, NULL }), 0);
	ck_assert_mem_eq(done.data, "=8\0-\0", 6);
	ck_assert_int_eq(do_op((struct op){ OP_LIST, ".", NULL, 0, deadline, NULL }), 0);
	ck_assert_str_eq(done.data, "link\nvalue\n");
	ck_assert_int_eq(do_op((struct op){ OP_READ, "missing", NULL, 0, deadline, NULL }), ENOENT);
	ck_assert_uint_eq(done.len, 0);
	ck_assert_int_eq(do_op((struct op){ OP_WRITE, "missing", "8", 1, deadline, NULL }), ENOENT);
	ck_assert_int_le(children(), 1);
}
END_TEST

START_TEST(each_ticket_comes_back_once)
{
	enum { N = 64 };
	uint64_t tickets[N];
	unsigned seen[N] = { 0 };

	make_text("value", "7\n");
	for (int i = 0; i < N; i++) {
		tickets[i] = begin((struct op){
			.verb = OP_READ,
			.path = "value",
			.deadline_ns = i % 3 ? 20 * SECOND : 0,
		});
	}
	for (int i = 0; i < N; i++) {
		ck_assert_int_eq(next(), 1);
		ck_assert_int_eq(done.err, 0);
		ck_assert_str_eq(done.data, "7\n");
		for (int j = 0; j < N; j++)
			seen[j] += tickets[j] == done.ticket;
	}
	ck_assert_int_eq(next(), 0);
	for (int i = 0; i < N; i++)
		ck_assert_uint_eq(seen[i], 1);
	/* one on a machine with time; far from one a read on any */
	ck_assert_int_le(children(), N / 4);
}
END_TEST

/* The helper that was made for a lock. */
static pid_t only_child(void)
{
	char path[64], list[64] = "";

	ck_assert_int_eq(children(), 1);
	snprintf(path, sizeof(path), "/proc/self/task/%d/children", (int)getpid());
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ck_assert_int_ne(fd, -1);
	ck_assert_int_gt(read(fd, list, sizeof(list) - 1), 0);
	close(fd);
	return (pid_t)atoi(list);
}

START_TEST(an_idle_helper_that_was_killed_is_replaced)
{
	make_text("value", "7\n");
	ck_assert_int_eq(do_path(OP_LOCK, "host"), 0);
	int status;
	pid_t helper = only_child();
	ck_assert_int_eq(kill(helper, SIGKILL), 0);
	siginfo_t about;
	ck_assert_int_eq(waitid(P_PID, (id_t)helper, &about, WEXITED | WNOWAIT), 0);
	ck_assert_int_eq(do_op((struct op){ OP_WRITE, "value", "9", 1, 20 * SECOND, "0000:17:00" }), 0);
	ck_assert_str_eq(file_text("value"), "9\n");
	ck_assert_int_eq(waitpid(helper, &status, WNOHANG), -1);
}
END_TEST

/* Output that found its way into the socket would ask for gigabytes of memory, or turn something. */
START_TEST(what_is_no_message_is_refused)
{
	char text[65536];
	struct message message = { .code = OP_WRITE, .path = text, .bytes = text, .length = 1, .fd = -1 };
	int ends[2];

	memset(text, 'x', sizeof(text));
	text[4] = '\0';
	for (size_t length = 1; length < 100; length++) {
		ck_assert_int_eq(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends), 0);
		ck_assert_int_eq(send(ends[0], text, length, 0), (ssize_t)length);
		ck_assert_int_eq(message_receive(ends[1], &message), -1);
		close(ends[0]);
		close(ends[1]);
	}
	ck_assert_int_eq(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends), 0);
	message.code = -1;
	ck_assert_int_eq(message_send(ends[0], &message), -1);
	message = (struct message){ .code = OP_WRITE, .path = NULL, .bytes = NULL, .length = 1, .fd = -1 };
	ck_assert_int_eq(message_send(ends[0], &message), -1);
	message = (struct message){ .code = OP_WRITE, .path = text, .bytes = text, .length = 3, .fd = -1 };
	ck_assert_int_eq(message_send(ends[0], &message), 0);
	ck_assert_int_eq(message_receive(ends[1], &message), 0);
	ck_assert_str_eq(message.path, "xxxx");
	ck_assert_str_eq(message.bytes, "xxx");
	free(message.path);
	free(message.bytes);
	close(ends[0]);
	close(ends[1]);
}
END_TEST

static rlim_t descriptors;

/* Whatever can be had, it comes to an end. */
static void end_with_few_descriptors(void)
{
	const struct rlimit few = { descriptors, descriptors };
	struct report report = { 0 };

	/* of the test's own: as few as a shell gives a program */
	closefrom(3);
	if (setrlimit(RLIMIT_NOFILE, &few) == -1)
		_exit(1);
	struct host *mine = host_linux_new(root, &report);
	if (!mine)
		_exit(0);
	host_do(mine, &(struct op){ .verb = OP_LOCK, .path = "host" }, &done);
	host_do(mine, &(struct op){ .verb = OP_READ, .path = "value", .deadline_ns = SECOND }, &done);
	if (done.err == 0 && !string_equal(done.data, "7\n"))
		_exit(2);
	host_free(mine);
}

START_TEST(few_descriptors)
{
	make_text("value", "7\n");
	for (descriptors = 4; descriptors < 24; descriptors++) {
		int status = child_do(end_with_few_descriptors);

		ck_assert_msg(
			status == 0, "%u descriptors: status %#x", (unsigned)descriptors, (unsigned)status);
	}
}
END_TEST

static void close_and_serve(void)
{
	/* the helper's socket and the root get the numbers of what was closed */
	for (int fd = 0; fd < 32; fd++)
		close(fd);
	struct host *mine = host_linux_new(root, &(struct report){ 0 });
	host_do(mine, &(struct op){ .verb = OP_READ, .path = "value", .deadline_ns = 5 * SECOND }, &done);
	if (done.err != 0)
		_exit(1);
	host_free(mine);
}

START_TEST(a_helper_of_a_program_without_input_and_output)
{
	make_text("value", "7\n");
	ck_assert_int_eq(child_do(close_and_serve), 0);
}
END_TEST

/* Someone stopped it, or looks at it with a debugger: pawl ends all the same. */
START_TEST(an_idle_helper_that_does_not_end_is_killed)
{
	make_text("value", "7\n");
	ck_assert_int_eq(do_path(OP_LOCK, "host"), 0);
	pid_t helper = only_child();
	ck_assert_int_eq(kill(helper, SIGSTOP), 0);
	uint64_t before = host->ops->now_ns(host);
	alarm(10);
	host_free(host);
	alarm(0);
	host = host_open();
	ck_assert_uint_ge(host->ops->now_ns(host) - before, 900 * MILLISECOND);
	ck_assert_uint_lt(host->ops->now_ns(host) - before, 5 * SECOND);
	ck_assert_int_eq(kill(helper, 0), -1);
	ck_assert_int_eq(errno, ESRCH);
}
END_TEST

static void tests_add(TCase *tests)
{
	fixture_use(tests);
	tcase_add_test(tests, every_verb_goes_through_a_helper);
	tcase_add_test(tests, each_ticket_comes_back_once);
	tcase_add_test(tests, an_idle_helper_that_was_killed_is_replaced);
	tcase_add_test(tests, what_is_no_message_is_refused);
	tcase_add_test(tests, few_descriptors);
	tcase_add_test(tests, a_helper_of_a_program_without_input_and_output);
	tcase_add_test(tests, an_idle_helper_that_does_not_end_is_killed);
}

int main(void)
{
	return suite_run("linux_helper", tests_add);
}
