/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A plan as it is filled. */
#include "lanes.h"
#include "plan.h"
#include "suite.h"

struct knob {
	int unused;
};

static const struct knob knob;
static struct plan plan;

START_TEST(a_step_is_a_copy)
{
	char target[] = "0000:17:00.0", before[] = "0", after[] = "8", object[] = "nic0",
	     lock[] = "0000:17:00", batch[] = "b";
	const struct change why = { .differs = 1 };
	struct need need = { .on = NULL };
	const struct step like = {
		.number = 99,
		.knob = &knob,
		.target = target,
		.before = before,
		.after = after,
		.object = object,
		.lock = lock,
		.batch = batch,
		.why = &why,
		.flags = STEP_SLOW,
		.needs = &need,
		.n_needs = 1,
	};
	struct step *step = plan_add(&plan, &like);

	target[0] = before[0] = after[0] = object[0] = lock[0] = batch[0] = '!';
	ck_assert_str_eq(step->target, "0000:17:00.0");
	ck_assert_str_eq(step->before, "0");
	ck_assert_str_eq(step->after, "8");
	ck_assert_str_eq(step->object, "nic0");
	ck_assert_str_eq(step->lock, "0000:17:00");
	ck_assert_str_eq(step->batch, "b");
	ck_assert_ptr_eq(step->knob, &knob);
	ck_assert_ptr_eq(step->why, &why);
	ck_assert_uint_eq(step->flags, STEP_SLOW);
	ck_assert_uint_eq(step->number, 1);
	ck_assert_uint_eq(step->n_needs, 0);
	ck_assert_ptr_null(step->needs);
	plan_free(&plan);
}
END_TEST

START_TEST(what_is_not_given_stays_away)
{
	struct step *step = plan_add(&plan, &(struct step){ .knob = &knob });

	ck_assert_ptr_null(step->target);
	ck_assert_ptr_null(step->before);
	ck_assert_ptr_null(step->object);
	ck_assert_ptr_null(step->lock);
	ck_assert_ptr_null(step->batch);
	ck_assert_ptr_null(step->guard_of);
	plan_free(&plan);
}
END_TEST

START_TEST(steps_stay_where_they_are_while_a_plan_grows)
{
	struct step *first = plan_add(&plan, &(struct step){ .object = "first" }), *guarded = NULL;

	for (size_t i = 2; i < 2000; i++) {
		guarded = plan_add(&plan, &(struct step){ .object = "next", .guard_of = first });
		ck_assert_uint_eq(guarded->number, i);
	}
	ck_assert_ptr_eq(plan.steps[0], first);
	ck_assert_str_eq(first->object, "first");
	ck_assert_ptr_eq(guarded->guard_of, first);
	plan_free(&plan);
	ck_assert_uint_eq(plan.n, 0);
	plan_free(&plan);
}
END_TEST

START_TEST(steps_keep_what_they_need_learn_and_affect)
{
	struct step *on = plan_add(&plan, &(struct step){ .object = "on" });
	struct step *step = plan_add(&plan, &(struct step){ .object = "step" });
	char object[] = "eth0", name[] = "nic0.vf.*.address", link[] = "virtfn*";

	for (size_t i = 0; i < 3; i++) {
		step_needs(step, on, i == 1 ? AFTER_TRIED : AFTER_DONE);
		step_learns(step, &(struct binding){ .name = name, .link = link, .back = "physfn" });
		step_affects(step, EFFECT_INTERFACE_LOST, object, i == 2);
		step_sets(step, &knob, object, link);
	}
	object[0] = name[0] = link[0] = '!';
	ck_assert_uint_eq(step->n_needs, 3);
	ck_assert_ptr_eq(step->needs[1].on, on);
	ck_assert_int_eq(step->needs[1].how, AFTER_TRIED);
	ck_assert_int_eq(step->needs[2].how, AFTER_DONE);
	ck_assert_uint_eq(step->n_learns, 3);
	ck_assert_str_eq(step->learns[2].name, "nic0.vf.*.address");
	ck_assert_str_eq(step->learns[2].link, "virtfn*");
	ck_assert_uint_eq(step->n_effects, 3);
	ck_assert_int_eq(step->effects[0].kind, EFFECT_INTERFACE_LOST);
	ck_assert_str_eq(step->effects[0].object, "eth0");
	ck_assert_int_eq(step->effects[0].how, MAY);
	ck_assert_int_eq(step->effects[2].how, WILL);
	ck_assert_uint_eq(step->n_besides, 3);
	ck_assert_ptr_eq(step->besides[2].knob, &knob);
	ck_assert_str_eq(step->besides[2].before, "eth0");
	ck_assert_str_eq(step->besides[2].after, "virtfn*");
	ck_assert_uint_eq(on->n_needs + on->n_learns + on->n_effects + on->n_besides, 0);
	plan_free(&plan);
}
END_TEST

START_TEST(lanes_are_those_of_the_locks)
{
	static char *const locks[] = { "0000:18:00", "0000:17:00", NULL, "0000:19:00", "0000:17:00", NULL };
	static const char *const names[] = { "0000:17:00", "0000:17:00", "", "0000:19:00", "0000:17:00", "" };
	struct lanes *lanes = lanes_new();
	struct report report = { 0 };
	struct step *steps[6];

	for (size_t i = 0; i < 6; i++)
		steps[i] = plan_add(&plan, &(struct step){ .lock = locks[i] });
	lanes_join(lanes, "0000:18:00", "group 7");
	lanes_join(lanes, "0000:17:00", "group 7");
	for (size_t again = 0; again < 2; again++) {
		ck_assert_int_eq(plan_order(&plan, lanes, &report), 0);
		ck_assert_uint_eq(plan.n_lanes, 3);
		for (size_t i = 0; i < 6; i++) {
			ck_assert_str_eq(steps[i]->lane->name, names[i]);
			ck_assert_ptr_eq(plan.lanes[steps[i]->lane->number], steps[i]->lane);
		}
	}
	lanes_free(lanes);
	plan_free(&plan);
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_test(tests, a_step_is_a_copy);
	tcase_add_test(tests, what_is_not_given_stays_away);
	tcase_add_test(tests, steps_stay_where_they_are_while_a_plan_grows);
	tcase_add_test(tests, steps_keep_what_they_need_learn_and_affect);
	tcase_add_test(tests, lanes_are_those_of_the_locks);
}

int main(void)
{
	return suite_run("plan", tests_add);
}
