/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * test_linux_helper.c: operations that run in helper processes, many at once.
 */
#include "linux_fixture.h"

static uint64_t begin(struct op op)
{
	return host->ops->begin(host, &op);
}

static int next(void)
{
	done_free(&done);
	return host->ops->next(host, &done);
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
	ck_assert_int_le(children(), 4);
}
END_TEST

START_TEST(a_read_that_hangs_holds_up_nobody)
{
	uint64_t now = host->ops->now_ns(host), hangs, reads;

	make_text("value", "7\n");
	ck_assert_int_eq(mkfifo(below("pipe"), 0600), 0);
	hangs = begin((struct op){ .verb = OP_READ, .path = "pipe", .deadline_ns = 300 * MILLISECOND });
	reads = begin((struct op){ .verb = OP_READ, .path = "value", .deadline_ns = 20 * SECOND });
	ck_assert_int_eq(next(), 1);
	ck_assert_uint_eq(done.ticket, reads);
	ck_assert_str_eq(done.data, "7\n");
	ck_assert_int_eq(next(), 1);
	ck_assert_uint_eq(done.ticket, hangs);
	ck_assert_int_eq(done.err, ETIMEDOUT);
	ck_assert_uint_eq(done.flags, DONE_STILL_RUNNING);
	ck_assert_ptr_nonnull(strstr(done.data, "read pipe"));
	ck_assert_uint_ge(host->ops->now_ns(host) - now, 300 * MILLISECOND);
	ck_assert_int_eq(next(), 0);
	ck_assert_int_eq(do_op((struct op){ .verb = OP_READ, .path = "value", .deadline_ns = SECOND }), 0);
	close(open(below("pipe"), O_WRONLY | O_CLOEXEC));
}
END_TEST

START_TEST(writes_run_side_by_side)
{
	char byte;

	ck_assert_int_eq(mkfifo(below("a"), 0600), 0);
	ck_assert_int_eq(mkfifo(below("b"), 0600), 0);
	uint64_t a = begin((struct op){ OP_WRITE, "a", "A", 1, 20 * SECOND, "0000:17:00" });
	uint64_t b = begin((struct op){ OP_WRITE, "b", "B", 1, 20 * SECOND, "0000:18:00" });
	int fd = open(below("b"), O_RDONLY | O_CLOEXEC);
	ck_assert_int_eq(read(fd, &byte, 1), 1);
	ck_assert_int_eq(byte, 'B');
	close(fd);
	ck_assert_int_eq(next(), 1);
	ck_assert_uint_eq(done.ticket, b);
	ck_assert_int_eq(done.err, 0);
	fd = open(below("a"), O_RDONLY | O_CLOEXEC);
	ck_assert_int_eq(read(fd, &byte, 1), 1);
	close(fd);
	ck_assert_int_eq(next(), 1);
	ck_assert_uint_eq(done.ticket, a);
	ck_assert_int_eq(done.err, 0);
	ck_assert_int_eq(next(), 0);
}
END_TEST

START_TEST(an_idle_helper_that_was_killed_is_replaced)
{
	make_text("value", "7\n");
	ck_assert_int_eq(do_path(OP_LOCK, "host"), 0);
	int status, n = children();
	ck_assert_int_eq(n, 1);
	/* the helper made for the lock is the only child of this process */
	char path[64], list[64] = "";
	snprintf(path, sizeof(path), "/proc/self/task/%d/children", (int)getpid());
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ck_assert_int_ne(fd, -1);
	ck_assert_int_gt(read(fd, list, sizeof(list) - 1), 0);
	close(fd);
	pid_t helper = (pid_t)atoi(list);
	ck_assert_int_eq(kill(helper, SIGKILL), 0);
	siginfo_t about;
	ck_assert_int_eq(waitid(P_PID, (id_t)helper, &about, WEXITED | WNOWAIT), 0);
	ck_assert_int_eq(do_op((struct op){ OP_WRITE, "value", "9", 1, 20 * SECOND, "0000:17:00" }), 0);
	ck_assert_str_eq(file_text("value"), "9\n");
	ck_assert_int_eq(waitpid(helper, &status, WNOHANG), -1);
}
END_TEST

START_TEST(helpers_end_with_the_host)
{
	make_text("value", "7\n");
	ck_assert_int_eq(do_op((struct op){ OP_READ, "value", NULL, 0, SECOND, NULL }), 0);
	host_free(host);
	host = NULL;
	ck_assert_int_eq(waitpid(-1, NULL, WNOHANG), -1);
	ck_assert_int_eq(errno, ECHILD);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, every_verb_goes_through_a_helper);
	tcase_add_test(tests, each_ticket_comes_back_once);
	tcase_add_test(tests, a_read_that_hangs_holds_up_nobody);
	tcase_add_test(tests, writes_run_side_by_side);
	tcase_add_test(tests, an_idle_helper_that_was_killed_is_replaced);
	tcase_add_test(tests, helpers_end_with_the_host);
}

int main(void)
{
	return suite_run("linux_helper", tests_add);
}
