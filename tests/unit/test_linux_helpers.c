/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Helper processes beside each other: who hangs, who answers first, and their end. */
#include "linux_fixture.h"
#include "waiting.h"

static uint64_t begin(struct op op)
{
	return host->ops->begin(host, &op);
}

START_TEST(a_read_that_hangs_holds_up_nobody)
{
	uint64_t now = host->ops->now_ns(host), hangs, reads;
	struct waiting waiting;

	make_text("value", "7\n");
	ck_assert_int_eq(mkfifo(below("pipe"), 0600), 0);
	hangs = begin((struct op){ .verb = OP_READ, .path = "pipe", .deadline_ns = 300 * MILLISECOND });
	reads = begin((struct op){ .verb = OP_READ, .path = "value", .deadline_ns = 20 * SECOND });
	ck_assert_int_eq(next(), 1);
	ck_assert_uint_eq(host_waiting(host, &waiting, 1), 1);
	ck_assert_str_eq(waiting.path, "pipe");
	ck_assert_uint_ge(waiting.since_ns, now);
	ck_assert_uint_eq(waiting.patience_ns, 300 * MILLISECOND);
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
	fixture_use(tests);
	tcase_add_test(tests, a_read_that_hangs_holds_up_nobody);
	tcase_add_test(tests, writes_run_side_by_side);
	tcase_add_test(tests, helpers_end_with_the_host);
}

int main(void)
{
	return suite_run("linux_helpers", tests_add);
}
