/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What differs between two states. */
#include "change.h"
#include "suite.h"

struct body {
	uint64_t set;
	int64_t count, speed, seen;
};

enum { COUNT, SPEED, SEEN };
static const struct field fields[] = {
	[COUNT] = { .name = "count",
		.type = &value_number,
		.cost = COST_RECREATE,
		.offset = FIELD_AT(struct body, count, int64_t) },
	[SPEED] = { .name = "speed",
		.type = &value_number,
		.cost = COST_REBIND,
		.offset = FIELD_AT(struct body, speed, int64_t) },
	[SEEN] = { .name = "seen",
		.type = &value_number,
		.flags = FIELD_OBSERVED,
		.offset = FIELD_AT(struct body, seen, int64_t) },
	{ .name = NULL },
};

static int observe(const struct survey *survey, const struct resource *want, struct resource *have,
	struct report *report)
{
	(void)survey, (void)want, (void)have, (void)report;
	return 0;
}

static const struct kind pool = {
	.name = "pool", .size = sizeof(struct body), .fields = fields, .observe = observe
};
static const struct kind wished_only = { .name = "host", .size = sizeof(struct body), .fields = fields };
static const struct kind bare = { .name = "bare", .observe = observe };

static struct state have, want;
static struct changes changes;

/* The same resource on both sides. */
static void pair_add(const struct kind *kind, const char *name)
{
	state_add(&have, kind, name, NULL);
	state_add(&want, kind, name, NULL);
}

static void set_last(struct state *state, size_t row, const char *text)
{
	AUTO_TEXT struct text why = { 0 };

	ck_assert_int_eq(field_parse(fields, row, state->all[state->n - 1]->body, text, &why), 0);
}

static void stop(void)
{
	state_free(&have);
	state_free(&want);
	changes_free(&changes);
}

START_TEST(equal_states_make_no_change)
{
	pair_add(&pool, "a");
	set_last(&have, COUNT, "4");
	set_last(&want, COUNT, "4");
	pair_add(&pool, "nothing wished");
	set_last(&have, COUNT, "4");
	pair_add(&pool, "nothing there");
	pair_add(&bare, "no fields");
	changes_compare(&have, &want, &changes);
	ck_assert_uint_eq(changes.n, 0);
	stop();
}
END_TEST

START_TEST(a_change_is_a_pair)
{
	pair_add(&pool, "a");
	set_last(&have, COUNT, "4");
	set_last(&have, SPEED, "1");
	set_last(&want, COUNT, "8");
	set_last(&want, SPEED, "1");
	changes_compare(&have, &want, &changes);
	ck_assert_uint_eq(changes.n, 1);
	ck_assert_ptr_eq(changes.all[0].have, have.all[0]);
	ck_assert_ptr_eq(changes.all[0].want, want.all[0]);
	ck_assert_uint_eq(changes.all[0].differs, 1 << COUNT);
	stop();
}
END_TEST

START_TEST(what_is_not_there_is_made)
{
	pair_add(&pool, "a");
	set_last(&want, COUNT, "8");
	changes_compare(&have, &want, &changes);
	ck_assert_uint_eq(changes.n, 1);
	ck_assert_ptr_null(changes.all[0].have);
	ck_assert_ptr_eq(changes.all[0].want, want.all[0]);
	stop();
}
END_TEST

START_TEST(something_else_was_there)
{
	pair_add(&pool, "a");
	set_last(&have, SEEN, "0");
	set_last(&want, COUNT, "8");
	changes_compare(&have, &want, &changes);
	ck_assert_uint_eq(changes.n, 1);
	ck_assert_ptr_eq(changes.all[0].have, have.all[0]);
	stop();
}
END_TEST

START_TEST(the_dearest_field_is_the_cost)
{
	pair_add(&pool, "a");
	set_last(&have, SEEN, "1");
	set_last(&want, SPEED, "1");
	pair_add(&pool, "b");
	set_last(&want, COUNT, "1");
	set_last(&want, SPEED, "1");
	pair_add(&pool, "c");
	set_last(&want, SEEN, "1");
	changes_compare(&have, &want, &changes);
	ck_assert_uint_eq(changes.n, 3);
	ck_assert_int_eq(changes.all[0].cost, COST_REBIND);
	ck_assert_int_eq(changes.all[1].cost, COST_RECREATE);
	ck_assert_int_eq(changes.all[2].cost, COST_LIVE);
	stop();
}
END_TEST

START_TEST(what_is_nowhere_on_the_machine_is_not_compared)
{
	pair_add(&wished_only, "host");
	set_last(&want, COUNT, "1");
	changes_compare(&have, &want, &changes);
	ck_assert_uint_eq(changes.n, 0);
	stop();
}
END_TEST

START_TEST(changes_come_in_the_order_of_the_wish)
{
	for (size_t i = 0; i < 100; i++) {
		AUTO_FREE char *name = text_print("%zu", 99 - i);

		pair_add(&pool, name);
		if (i % 3)
			set_last(&want, COUNT, "1");
	}
	changes_compare(&have, &want, &changes);
	ck_assert_uint_eq(changes.n, 66);
	for (size_t i = 0; i < changes.n; i++)
		ck_assert_ptr_eq(changes.all[i].want, want.all[i + i / 2 + 1]);
	stop();
	changes_free(&changes);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, equal_states_make_no_change);
	tcase_add_test(tests, a_change_is_a_pair);
	tcase_add_test(tests, what_is_not_there_is_made);
	tcase_add_test(tests, something_else_was_there);
	tcase_add_test(tests, the_dearest_field_is_the_cost);
	tcase_add_test(tests, what_is_nowhere_on_the_machine_is_not_compared);
	tcase_add_test(tests, changes_come_in_the_order_of_the_wish);
}

int main(void)
{
	return suite_run("change", tests_add);
}
