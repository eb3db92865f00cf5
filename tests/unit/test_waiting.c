/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who listens while the machine is waited for, and what is told then. */
#include "suite.h"
#include "twin_world.h"
#include "waiting.h"
#include <stdio.h>

/* What was under way at each tick. */
struct heard {
	struct twin *twin;
	size_t ticks, most;
	char first[64];
	uint64_t since_ns, patience_ns;
};

static void ticks(void *data)
{
	struct heard *heard = data;
	struct waiting one;
	size_t n = host_waiting(twin_host(heard->twin), &one, 1);

	heard->ticks++;
	if (n > heard->most)
		heard->most = n;
	if (n == 0)
		return;
	heard->since_ns = one.since_ns;
	heard->patience_ns = one.patience_ns;
	snprintf(heard->first, sizeof(heard->first), "%d %s", one.verb, one.path);
}

static struct host *listen_to(struct twin *twin, struct heard *heard, struct listener *listener)
{
	*heard = (struct heard){ .twin = twin };
	*listener = (struct listener){ .data = heard, .ticks = ticks, .tick_ns = SECONDS };
	twin_slow(twin, "*/sriov_numvfs", 3 * SECONDS + SECONDS / 2);
	twin_host(twin)->listener = listener;
	return twin_host(twin);
}

START_TEST(each_second_is_heard)
{
	const struct op op = write_op(NUMVFS, "2");
	struct twin *twin = twin_make();
	struct listener listener;
	struct heard heard;
	struct done done;

	listen_to(twin, &heard, &listener);
	ck_assert_int_eq(operate(twin, &(struct op){ .verb = OP_LOCK, .path = DEVICE_LOCK }, NULL), 0);
	ck_assert_int_eq(host_do(twin_host(twin), &op, &done), 0);
	done_free(&done);
	ck_assert_uint_eq(heard.ticks, 3);
	ck_assert_uint_eq(heard.most, 1);
	ck_assert_str_eq(heard.first, "1 " NUMVFS);
	ck_assert_uint_eq(heard.patience_ns, 10 * SECONDS);
	ck_assert_uint_eq(host_waiting(twin_host(twin), &(struct waiting){ 0 }, 1), 0);
	twin_end(twin);
}
END_TEST

START_TEST(the_longest_comes_first)
{
	struct op second = write_op(DEVICES NVME "/sriov_numvfs", "2"), first = write_op(NUMVFS, "2");
	struct twin *twin = twin_make();
	struct listener listener;
	struct heard heard;
	struct done done;

	listen_to(twin, &heard, &listener);
	first.lock = second.lock = NULL;
	begin(twin, &second); /* together: by their paths */
	begin(twin, &first);
	ck_assert_int_eq(host_next(twin_host(twin), &done), 1);
	done_free(&done);
	ck_assert_uint_eq(heard.most, 2);
	ck_assert_str_eq(heard.first, "1 " NUMVFS);
	twin_end(twin);
}
END_TEST

/* It comes back to nobody, and to no one else. */
START_TEST(a_tick_may_come_too_late)
{
	struct twin *twin = twin_make();
	struct listener listener;
	struct heard heard;
	struct done done;

	listen_to(twin, &heard, &listener);
	expect_read(twin, NUMVFS, "0\n");
	twin_host(twin)->listener = NULL;
	ck_assert_int_eq(host_next(twin_host(twin), &done), 0);
	ck_assert_uint_eq(heard.ticks, 0);
	twin_end(twin);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, each_second_is_heard);
	tcase_add_test(tests, the_longest_comes_first);
	tcase_add_test(tests, a_tick_may_come_too_late);
}

int main(void)
{
	return suite_run("waiting", tests_add);
}
