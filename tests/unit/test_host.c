/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * test_host.c: one operation from begin to end, on a host that answers as it is told.
 */
#include "host.h"
#include "suite.h"
#include <errno.h>

/* What next() returns, one after the other, and whose ticket it brings. */
struct answer {
	int is;
	uint64_t ticket;
};

struct teller {
	struct host host;
	const struct answer *answers;
	bool freed;
};

static uint64_t teller_begin(struct host *host, const struct op *op)
{
	(void)host, (void)op;
	return 7;
}

static int teller_next(struct host *host, struct done *done)
{
	struct teller *teller = (struct teller *)host;
	const struct answer *answer = teller->answers++;

	if (answer->is == 1)
		*done = (struct done){
			.ticket = answer->ticket, .err = ENOENT, .data = string_copy("x"), .len = 1
		};
	return answer->is;
}

static void teller_free(struct host *host)
{
	((struct teller *)host)->freed = true;
}

static const struct host_ops teller_ops = { .begin = teller_begin, .next = teller_next, .free = teller_free };

static int tell(struct teller *teller, const struct answer *answers, struct done *done)
{
	*teller = (struct teller){ .host.ops = &teller_ops, .answers = answers };
	return host_do(&teller->host, &(struct op){ .verb = OP_READ, .path = "value" }, done);
}

START_TEST(the_operations_own_result)
{
	static const struct answer answers[] = { { 1, 7 } };
	struct teller teller;
	struct done done;

	ck_assert_int_eq(tell(&teller, answers, &done), ENOENT);
	ck_assert_uint_eq(done.ticket, 7);
	ck_assert_str_eq(done.data, "x");
	ck_assert(!teller.host.asked_to_stop);
	done_free(&done);
	ck_assert_ptr_null(done.data);
	done_free(&done);
}
END_TEST

START_TEST(a_signal_is_kept)
{
	static const struct answer answers[] = { { -EINTR, 0 }, { -EINTR, 0 }, { 1, 7 } };
	struct teller teller;
	struct done done;

	ck_assert_int_eq(tell(&teller, answers, &done), ENOENT);
	ck_assert(teller.host.asked_to_stop);
	done_free(&done);
}
END_TEST

START_TEST(results_of_others_are_put_aside)
{
	static const struct answer answers[] = { { 1, 3 }, { 1, 4 }, { 1, 7 }, { 1, 9 }, { 0, 0 } };
	static const uint64_t later[] = { 3, 4, 9 };
	struct teller teller;
	struct done done;

	ck_assert_int_eq(tell(&teller, answers, &done), ENOENT);
	ck_assert_uint_eq(done.ticket, 7);
	done_free(&done);
	for (size_t i = 0; i < 3; i++) {
		ck_assert_int_eq(host_next(&teller.host, &done), 1);
		ck_assert_uint_eq(done.ticket, later[i]);
		ck_assert_str_eq(done.data, "x");
		done_free(&done);
	}
	ck_assert_int_eq(host_next(&teller.host, &done), 0);
	host_free(&teller.host);
}
END_TEST

START_TEST(what_nobody_fetched_is_freed)
{
	static const struct answer answers[] = { { 1, 3 }, { 1, 7 } };
	struct teller teller;
	struct done done;

	ck_assert_int_eq(tell(&teller, answers, &done), ENOENT);
	done_free(&done);
	host_free(&teller.host);
	ck_assert(teller.freed);
}
END_TEST

START_TEST(a_host_that_died)
{
	static const struct answer answers[] = { { 0, 0 }, { -ECONNRESET, 0 } };
	struct teller teller;
	struct done done;

	ck_assert_int_eq(tell(&teller, answers + _i, &done), ECANCELED);
	ck_assert_int_eq(done.err, ECANCELED);
	ck_assert_ptr_null(done.data);
}
END_TEST

START_TEST(free_is_the_hosts_own)
{
	struct teller teller = { .host.ops = &teller_ops };

	host_free(NULL);
	host_free(&teller.host);
	ck_assert(teller.freed);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, the_operations_own_result);
	tcase_add_test(tests, a_signal_is_kept);
	tcase_add_test(tests, results_of_others_are_put_aside);
	tcase_add_test(tests, what_nobody_fetched_is_freed);
	tcase_add_loop_test(tests, a_host_that_died, 0, 2);
	tcase_add_test(tests, free_is_the_hosts_own);
}

int main(void)
{
	return suite_run("host", tests_add);
}
