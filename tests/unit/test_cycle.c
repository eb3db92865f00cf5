/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Steps that wait for one another are named, with their places. */
#include "lanes.h"
#include "plan.h"
#include "suite.h"

static const struct source source = { .name = "hosts.yaml", .bytes = "a\nb\nc\n", .length = 6 };
static const struct field fields[] = { { .name = "count" }, { .name = "driver" }, { .name = NULL } };
static const struct kind pool = { .name = "pool", .fields = fields };

static struct plan plan;
static struct lanes *lanes;
static struct report report;

static void start(void)
{
	lanes = lanes_new();
}

static void stop(void)
{
	lanes_free(lanes);
	report_free(&report);
	plan_free(&plan);
}

static struct step *add(char *object)
{
	return plan_add(&plan, &(struct step){ .object = object, .before = "0", .after = "1" });
}

static struct place line(unsigned line)
{
	return (struct place){ .source = &source, .line = line, .column = 1, .width = 1 };
}

static void assert_cycle(const char *steps)
{
	static const char head[] =
		"each of these steps must come after the next one, and the last after the first: ";

	ck_assert_int_eq(plan_order(&plan, lanes, &report), -1);
	ck_assert_uint_eq(report.n, 1);
	ck_assert_str_eq(report.findings[0].id, "plan-cycle");
	ck_assert_int_eq(report_outcome(&report), BAD_CONFIGURATION);
	ck_assert(string_starts(report.findings[0].text, head));
	ck_assert_str_eq(report.findings[0].text + sizeof(head) - 1, steps);
}

START_TEST(steps_and_their_places_are_named)
{
	struct place places[2] = { { 0 }, line(2) };
	const struct resource own = { .kind = &pool, .at = line(1), .at_fields = places };
	const struct resource caused = { .kind = &pool, .cause = &own };
	const struct change count = { .want = &own, .differs = 2 },
			    derived = { .want = &caused, .differs = 1 };
	const struct change removal = { .have = &own };
	struct step *a, *b, *c;

	a = plan_add(&plan, &(struct step){ .object = "nic0", .before = "0", .after = "8", .why = &count });
	b = plan_add(&plan,
		&(struct step){ .object = "nic0.vf.0", .before = "", .after = "hns3", .why = &derived });
	c = plan_add(&plan,
		&(struct step){ .target = "0000:17:00.0", .before = "1", .after = "0", .why = &removal });
	step_needs(a, b, AFTER_DONE);
	step_needs(b, c, AFTER_TRIED);
	step_needs(c, a, AFTER_DONE);
	assert_cycle("nic0 from \"0\" to \"8\" (hosts.yaml:2:1); nic0.vf.0 from \"\" to \"hns3\" "
		     "(hosts.yaml:1:1); 0000:17:00.0 from \"1\" to \"0\" (hosts.yaml:1:1)");
	ck_assert_str_eq(report.findings[0].object, "nic0");
	ck_assert_uint_eq(report.findings[0].at.line, 2);
}
END_TEST

/* Those before the circle wait for it, those behind it do not wait for anything: neither is part of it. */
START_TEST(only_the_circle_is_named)
{
	struct step *waiting = add("waiting"), *before = add("free before"), *b = add("b"), *a = add("a");

	step_needs(waiting, a, AFTER_DONE);
	step_needs(b, before, AFTER_DONE);
	step_needs(b, add("free after"), AFTER_DONE);
	step_needs(b, a, AFTER_DONE);
	step_needs(a, b, AFTER_DONE);
	assert_cycle("b from \"0\" to \"1\"; a from \"0\" to \"1\"");
}
END_TEST

START_TEST(a_step_may_not_need_itself)
{
	struct step *a = add("a");

	add("b");
	step_needs(a, a, AFTER_DONE);
	assert_cycle("a from \"0\" to \"1\"");
}
END_TEST

START_TEST(a_plan_with_a_circle_can_still_be_shown)
{
	struct step *a = add("a"), *b = add("b"), *c = add("c");

	step_needs(a, b, AFTER_DONE);
	step_needs(b, a, AFTER_DONE);
	ck_assert_int_eq(plan_order(&plan, lanes, &report), -1);
	for (size_t i = 0; i < 3; i++) {
		ck_assert_ptr_eq(plan.steps[i], ((struct step *[]){ a, b, c })[i]);
		ck_assert_uint_eq(plan.steps[i]->number, i + 1);
		ck_assert_ptr_eq(plan.steps[i]->lane, plan.lanes[0]);
	}
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, steps_and_their_places_are_named);
	tcase_add_test(tests, only_the_circle_is_named);
	tcase_add_test(tests, a_step_may_not_need_itself);
	tcase_add_test(tests, a_plan_with_a_circle_can_still_be_shown);
}

int main(void)
{
	return suite_run("cycle", tests_add);
}
