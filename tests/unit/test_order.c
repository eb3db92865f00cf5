/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The order of a plan: needs, kinds, lanes, barriers. */
#include "lanes.h"
#include "plan.h"
#include "suite.h"
#include <string.h>
#include <time.h>

/* The first is what others are after, directly or not: guest after driver after pool. */
static const struct kind pool = { .name = "pool" };
static const struct kind driver = { .name = "driver", .after = { &pool } };
static const struct kind guest = { .name = "guest", .after = { &driver } };
static const struct kind nvme = { .name = "nvme" };

static struct resource resources[] = { { .kind = &pool }, { .kind = &driver }, { .kind = &guest },
	{ .kind = &nvme } };
enum { POOL, DRIVER, GUEST, NVME, N_KINDS, DEBT = N_KINDS };
static struct change changes[N_KINDS];

static struct plan plan;
static struct lanes *lanes;
static struct report report;

static void start(void)
{
	for (size_t i = 0; i < N_KINDS; i++)
		changes[i].want = &resources[i];
	lanes = lanes_new();
}

static void stop(void)
{
	lanes_free(lanes);
	report_free(&report);
	plan_free(&plan);
}

/* A step named by a letter, whose kind's steps these are, in the lane of that name. */
static struct step *add(char *name, char *lane, size_t kind, unsigned flags)
{
	return plan_add(&plan, &(struct step){
				       .object = name,
				       .lock = lane,
				       .why = kind == DEBT ? NULL : &changes[kind],
				       .flags = flags,
			       });
}

/* Orders, and compares the letters; says as well whether the numbers are right. */
static void assert_order(const char *expected)
{
	AUTO_TEXT struct text order = { 0 };

	ck_assert_int_eq(plan_order(&plan, lanes, &report), 0);
	for (size_t i = 0; i < plan.n; i++) {
		ck_assert_uint_eq(plan.steps[i]->number, i + 1);
		text_add(&order, plan.steps[i]->object);
	}
	ck_assert_str_eq(text_string(&order), expected);
	ck_assert_uint_eq(report.n, 0);
}

START_TEST(nothing_is_in_order)
{
	assert_order("");
	ck_assert_uint_eq(plan.n_lanes, 0);
}
END_TEST

START_TEST(without_a_reason_nothing_moves)
{
	add("a", "x", NVME, 0);
	add("b", "x", POOL, 0);
	add("c", "x", NVME, 0);
	add("d", "x", POOL, 0);
	assert_order("abcd");
	assert_order("abcd");
}
END_TEST

START_TEST(needs_come_first)
{
	struct step *a = add("a", "x", POOL, 0), *b = add("b", "x", POOL, 0), *c = add("c", "x", POOL, 0);

	add("d", "x", POOL, 0);
	step_needs(a, c, AFTER_DONE);
	step_needs(c, b, AFTER_TRIED);
	assert_order("bcad");
	assert_order("bcad");
}
END_TEST

START_TEST(the_same_need_may_be_said_twice)
{
	struct step *a = add("a", "x", POOL, 0), *b = add("b", "x", POOL, 0);

	step_needs(a, b, AFTER_DONE);
	step_needs(a, b, AFTER_TRIED);
	assert_order("ba");
}
END_TEST

START_TEST(kinds_come_in_their_order)
{
	add("a", "x", GUEST, 0);
	add("b", "x", DRIVER, 0);
	add("c", "x", POOL, 0);
	add("d", "x", DRIVER, 0);
	add("e", "x", POOL, 0);
	assert_order("cebda");
}
END_TEST

/* A guest is after the pool even where no driver stands between them. */
START_TEST(kinds_are_followed_through)
{
	add("a", "x", GUEST, 0);
	add("b", "x", NVME, 0);
	add("c", "x", POOL, 0);
	assert_order("bca");
}
END_TEST

START_TEST(kinds_are_ordered_within_their_lane_only)
{
	add("a", "x", DRIVER, 0);
	add("b", "y", POOL, 0);
	assert_order("ab");
}
END_TEST

START_TEST(a_change_without_a_wish_has_its_kind)
{
	struct change removal = { .have = &resources[POOL] };

	add("a", "x", DRIVER, 0);
	plan_add(&plan, &(struct step){ .object = "b", .lock = "x", .why = &removal });
	assert_order("ba");
}
END_TEST

START_TEST(debts_come_first_in_their_lane)
{
	add("a", "x", POOL, 0);
	add("b", "y", POOL, 0);
	add("c", "y", DEBT, 0);
	add("d", "x", DEBT, 0);
	assert_order("dacb");
}
END_TEST

/* Taking a pool away: first the drivers of its VFs, although drivers come after pools. */
START_TEST(needs_go_before_the_order_of_kinds)
{
	struct step *count = add("a", "x", POOL, 0), *first, *second;

	add("b", "x", DRIVER, 0);
	first = add("c", "x", DRIVER, 0);
	second = add("d", "x", DRIVER, 0);
	step_needs(second, first, AFTER_DONE);
	step_needs(count, second, AFTER_DONE);
	assert_order("cdab");
}
END_TEST

/* Kinds and needs together would be a circle through two lanes; needs win. */
START_TEST(needs_go_before_the_order_of_kinds_across_lanes)
{
	struct step *a = add("a", "x", POOL, 0), *b = add("b", "x", DRIVER, 0);
	struct step *c = add("c", "y", POOL, 0), *d = add("d", "y", DRIVER, 0);

	step_needs(a, d, AFTER_DONE);
	step_needs(c, b, AFTER_DONE);
	assert_order("bcda");
}
END_TEST

START_TEST(lanes_stay_together_as_they_first_came)
{
	add("a", "y", POOL, 0);
	add("b", "x", POOL, 0);
	add("c", "y", POOL, 0);
	add("d", "z", POOL, 0);
	add("e", "x", POOL, 0);
	assert_order("acbed");
	assert_order("acbed");
}
END_TEST

START_TEST(joined_lanes_are_one)
{
	lanes_join(lanes, "x", "group 1");
	lanes_join(lanes, "z", "group 1");
	add("a", "x", DRIVER, 0);
	add("b", "y", POOL, 0);
	add("c", "z", POOL, 0);
	assert_order("cab");
}
END_TEST

START_TEST(needs_across_lanes_break_a_lane_only_where_they_must)
{
	struct step *a = add("a", "x", POOL, 0), *b, *d;

	b = add("b", "x", POOL, 0);
	add("c", "x", POOL, 0);
	d = add("d", "y", POOL, 0);
	add("e", "y", POOL, 0);
	add("f", "z", POOL, 0);
	step_needs(b, d, AFTER_DONE);
	step_needs(d, a, AFTER_DONE);
	assert_order("acdefb");
}
END_TEST

START_TEST(a_lane_that_could_not_start_does_not_break_into_another)
{
	struct step *a = add("a", "x", POOL, 0), *b, *c = add("c", "y", POOL, 0);

	b = add("b", "x", POOL, 0);
	add("d", "y", POOL, 0);
	add("e", "y", POOL, 0);
	step_needs(a, c, AFTER_DONE);
	step_needs(b, c, AFTER_DONE);
	assert_order("cdeab");
}
END_TEST

static const unsigned barriers[] = { STEP_ONE_WAY, STEP_NEEDS_REBOOT, STEP_ONE_WAY | STEP_NEEDS_REBOOT };

START_TEST(a_barrier_stands_between_what_needs_it_and_all_else)
{
	struct step *b = add("b", "x", POOL, barriers[_i]), *c, *e;

	add("a", "x", POOL, 0);
	c = add("c", "x", POOL, 0);
	add("d", "y", POOL, 0);
	e = add("e", "z", POOL, 0);
	add("f", "z", POOL, 0);
	step_needs(c, b, AFTER_DONE);
	step_needs(e, c, AFTER_DONE);
	assert_order("adfbce");
}
END_TEST

START_TEST(a_barrier_comes_before_the_kinds_that_are_after_it)
{
	add("a", "x", DRIVER, 0);
	add("b", "x", POOL, barriers[_i]);
	add("c", "y", DRIVER, 0);
	add("d", "x", NVME, 0);
	assert_order("dcba");
}
END_TEST

START_TEST(what_cannot_be_taken_back_comes_last)
{
	struct step *a = add("a", "x", POOL, STEP_ONE_WAY), *b = add("b", "y", POOL, STEP_NEEDS_REBOOT);
	struct step *c = add("c", "x", POOL, 0), *d = add("d", "y", POOL, 0);

	step_needs(c, a, AFTER_DONE);
	step_needs(d, b, AFTER_DONE);
	assert_order("bdac");
}
END_TEST

START_TEST(one_reboot_is_enough)
{
	struct step *a = add("a", "x", POOL, STEP_NEEDS_REBOOT), *b = add("b", "x", POOL, 0);
	struct step *c = add("c", "y", POOL, STEP_NEEDS_REBOOT), *d = add("d", "y", POOL, 0);
	struct step *e = add("e", "y", POOL, STEP_NEEDS_REBOOT), *f = add("f", "x", POOL, 0);

	step_needs(b, a, AFTER_DONE);
	step_needs(f, a, AFTER_DONE);
	step_needs(d, c, AFTER_DONE);
	step_needs(e, c, AFTER_DONE);
	assert_order("acebfd");
}
END_TEST

START_TEST(after_a_barrier_lanes_come_as_before)
{
	struct step *barrier = add("a", "w", POOL, STEP_ONE_WAY), *step;
	char *const names[] = { "b", "c", "d", "e", "f", "g" }, *const of[] = { "x", "y", "z", "x", "y",
		"z" };

	for (size_t i = 0; i < 6; i++) {
		step = add(names[i], of[i], POOL, 0);
		if (i > 2)
			step_needs(step, barrier, AFTER_DONE);
	}
	assert_order("bcdaefg");
}
END_TEST

/* Every need and every kind's order is kept, whatever the plan. */
START_TEST(random_plans_are_in_order)
{
	static char *const names[] = { "x", "y", "z" };
	struct step *steps[60];

	srand((unsigned)_i);
	for (size_t i = 0; i < 60; i++)
		steps[i] =
			add("s", names[rand() % 3], (size_t)rand() % N_KINDS, rand() % 9 ? 0 : STEP_ONE_WAY);
	for (size_t i = 0; i < 40; i++) {
		size_t one = (size_t)rand() % 60, other = (size_t)rand() % 60;

		if (one != other)
			step_needs(steps[one > other ? one : other], steps[one < other ? one : other],
				AFTER_DONE);
	}
	ck_assert_int_eq(plan_order(&plan, lanes, &report), 0);
	for (size_t i = 0; i < 60; i++) {
		ck_assert_ptr_eq(plan.steps[steps[i]->number - 1], steps[i]);
		for (size_t need = 0; need < steps[i]->n_needs; need++)
			ck_assert_uint_lt(steps[i]->needs[need].on->number, steps[i]->number);
	}
}
END_TEST

START_TEST(random_plans_without_needs_keep_the_order_of_kinds)
{
	static char *const names[] = { "x", "y", "z" };

	srand((unsigned)_i);
	for (size_t i = 0; i < 60; i++)
		add("s", names[rand() % 3], (size_t)rand() % N_KINDS, rand() % 9 ? 0 : 1 << 3 * (rand() % 2));
	ck_assert_int_eq(plan_order(&plan, lanes, &report), 0);
	for (size_t i = 0; i < 60; i++) {
		for (size_t j = i + 1; j < 60; j++) {
			const struct step *one = plan.steps[i], *next = plan.steps[j];

			if (one->lane == next->lane && one->why != &changes[NVME] &&
				next->why != &changes[NVME])
				ck_assert_uint_le(one->why->want - resources, next->why->want - resources);
		}
	}
}
END_TEST

/* 64 devices of 64 VFs each, and 50 times as many steps in one lane: neither may take time. */
START_TEST(large_plans_take_no_time)
{
	clock_t from = clock();
	struct step *last = NULL;

	for (size_t i = 0; i < 100000; i++) {
		AUTO_FREE char *name = text_print("%zu", i), *lane = text_print("%zu", _i ? i / 65 : 0);
		struct step *step = add(name, lane, i % 3 ? DRIVER : POOL, 0);

		if (last && i % 7)
			step_needs(step, last, AFTER_DONE);
		last = step;
	}
	ck_assert_int_eq(plan_order(&plan, lanes, &report), 0);
	ck_assert_int_lt((clock() - from) / CLOCKS_PER_SEC, 3);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, nothing_is_in_order);
	tcase_add_test(tests, without_a_reason_nothing_moves);
	tcase_add_test(tests, needs_come_first);
	tcase_add_test(tests, the_same_need_may_be_said_twice);
	tcase_add_test(tests, kinds_come_in_their_order);
	tcase_add_test(tests, kinds_are_followed_through);
	tcase_add_test(tests, kinds_are_ordered_within_their_lane_only);
	tcase_add_test(tests, a_change_without_a_wish_has_its_kind);
	tcase_add_test(tests, debts_come_first_in_their_lane);
	tcase_add_test(tests, needs_go_before_the_order_of_kinds);
	tcase_add_test(tests, needs_go_before_the_order_of_kinds_across_lanes);
	tcase_add_test(tests, lanes_stay_together_as_they_first_came);
	tcase_add_test(tests, joined_lanes_are_one);
	tcase_add_test(tests, needs_across_lanes_break_a_lane_only_where_they_must);
	tcase_add_test(tests, a_lane_that_could_not_start_does_not_break_into_another);
	tcase_add_loop_test(tests, a_barrier_stands_between_what_needs_it_and_all_else, 0,
		(int)(sizeof(barriers) / sizeof(*barriers)));
	tcase_add_loop_test(tests, a_barrier_comes_before_the_kinds_that_are_after_it, 0,
		(int)(sizeof(barriers) / sizeof(*barriers)));
	tcase_add_test(tests, what_cannot_be_taken_back_comes_last);
	tcase_add_test(tests, one_reboot_is_enough);
	tcase_add_test(tests, after_a_barrier_lanes_come_as_before);
	tcase_add_loop_test(tests, random_plans_are_in_order, 0, 200);
	tcase_add_loop_test(tests, random_plans_without_needs_keep_the_order_of_kinds, 0, 200);
	tcase_add_loop_test(tests, large_plans_take_no_time, 0, 2);
}

int main(void)
{
	return suite_run("order", tests_add);
}
