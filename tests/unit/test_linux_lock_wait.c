/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * test_linux_lock_wait.c: waiting for a lock that another host has.
 */
#include "linux_fixture.h"

#define LOCK "0000:17:00"

static struct host *other;

static int other_do(enum op_verb verb, const char *path)
{
	done_free(&done);
	return host_do(other, &(struct op){ .verb = verb, .path = path }, &done);
}

static void two_hosts(void)
{
	other = host_open();
	make_text("value", "1\n");
}

#define MS UINT64_C(1000000)

static uint64_t wait_begin(uint64_t ns)
{
	return other->ops->begin(other, &(struct op){ .verb = OP_LOCK, .path = LOCK, .deadline_ns = ns });
}

/* Other operations of the one who waits are done meanwhile. */
START_TEST(wait_ends_when_the_lock_is_given_back)
{
	two_hosts();
	ck_assert_int_eq(do_path(OP_LOCK, LOCK), 0);
	uint64_t ticket = wait_begin(60000 * MS);
	ck_assert_int_eq(other_do(OP_READ, "value"), 0);
	ck_assert_str_eq(done.data, "1\n");
	ck_assert_int_eq(do_path(OP_UNLOCK, LOCK), 0);
	done_free(&done);
	ck_assert_int_eq(host_next(other, &done), 1);
	ck_assert_uint_eq(done.ticket, ticket);
	ck_assert_int_eq(done.err, 0);
	ck_assert_int_eq(do_path(OP_LOCK, LOCK), EWOULDBLOCK);
	host_free(other);
}
END_TEST

START_TEST(wait_ends_at_its_deadline)
{
	two_hosts();
	ck_assert_int_eq(do_path(OP_LOCK, LOCK), 0);
	uint64_t ticket = wait_begin(120 * MS), began = other->ops->now_ns(other);
	done_free(&done);
	ck_assert_int_eq(host_next(other, &done), 1);
	ck_assert_uint_eq(done.ticket, ticket);
	ck_assert_int_eq(done.err, EWOULDBLOCK);
	ck_assert_ptr_nonnull(strstr(done.data, "): lock " LOCK));
	ck_assert_uint_ge(other->ops->now_ns(other) - began, 120 * MS);
	done_free(&done);
	ck_assert_int_eq(host_next(other, &done), 0);
	host_free(other);
}
END_TEST

START_TEST(unlock_ends_the_wait)
{
	two_hosts();
	ck_assert_int_eq(do_path(OP_LOCK, LOCK), 0);
	uint64_t ticket = wait_begin(60000 * MS);
	ck_assert_int_eq(other_do(OP_UNLOCK, LOCK), 0);
	done_free(&done);
	ck_assert_int_eq(host_next(other, &done), 1);
	ck_assert_uint_eq(done.ticket, ticket);
	ck_assert_int_eq(done.err, ECANCELED);
	ck_assert_int_eq(other_do(OP_UNLOCK, LOCK), ENOLCK);
	host_free(other);
}
END_TEST

static void tests_add(TCase *tests)
{
	fixture_use(tests);
	tcase_add_test(tests, wait_ends_when_the_lock_is_given_back);
	tcase_add_test(tests, wait_ends_at_its_deadline);
	tcase_add_test(tests, unlock_ends_the_wait);
}

int main(void)
{
	return suite_run("linux_lock_wait", tests_add);
}
