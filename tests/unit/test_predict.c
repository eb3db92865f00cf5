/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is predicted of a plan: as far as its twin comes, and what a run then makes of it. */
#include "predict.h"
#include "suite.h"
#include "twin_world.h"

static struct {
	struct twin *twin;
	struct wish wish;
	struct planning planning;
	struct prediction *prediction;
	struct report report;
} made;

static void plan_make(const char *devices)
{
	const struct asked asked = { .host_name = "kp001" };
	AUTO_FREE char *yaml = text_print("pawl: 1\nhosts:\n  kp001:\n    devices:\n%s", devices);

	made.twin = twin_make();
	ck_assert_int_eq(wish_parse(&made.wish, "wish.yaml", yaml, strlen(yaml), &made.report), 0);
	ck_assert_int_eq(wish_join(&made.wish, &made.report), 0);
	ck_assert_int_eq(survey_take(twin_host(made.twin), &made.planning.survey, &made.report), 0);
	ck_assert_int_eq(planning_make(&made.planning, &made.wish, &asked, &made.report), 0);
	made.prediction = planning_predict(&made.planning);
}

static void end(void)
{
	prediction_free(made.prediction);
	planning_free(&made.planning);
	wish_free(&made.wish);
	report_free(&made.report);
	twin_end(made.twin);
	memset(&made, 0, sizeof(made));
}

static void apply(void)
{
	const struct manner manner = { .parallel = 1 };
	struct host *host = twin_host(made.twin);
	struct journal journal;
	struct done done = { 0 };

	ck_assert_int_eq(host_do(host, &(struct op){ .verb = OP_LOCK, .path = LOCK_HOST }, &done), 0);
	ck_assert_int_eq(journal_open(&journal, host, &made.report), 0);
	ck_assert_int_eq(plan_apply(&made.planning, host, &journal, &manner, &made.report), 0);
	journal_free(&journal);
	done_free(&done);
}

static void same_machine(const struct survey *one, const struct survey *other)
{
	ck_assert_uint_eq(one->n, other->n);
	for (size_t i = 0; i < one->n; i++) {
		ck_assert_str_eq(one->functions[i]->address, other->functions[i]->address);
		for (size_t k = 0; k < N_ATTRIBUTES; k++)
			ck_assert_pstr_eq(function_text(one->functions[i], (enum attribute)k),
				function_text(other->functions[i], (enum attribute)k));
	}
}

static const char *const wishes[] = {
	"      nic0: {select: {pci: \"" IGB "\"}, vfs: {count: 3}}\n",
	"      nic0: {select: {pci: \"" IGB "\"}, vfs: {count: 3, driver: none, "
	"groups: [{range: \"1\", driver: vfio-pci}]}}\n",
	"      nic0: {select: {pci: \"" IGB "\"}, driver: vfio-pci}\n",
	"      ssd0: {select: {pci: \"" NVME "\"}, vfs: {count: 2, driver: vfio-pci}}\n"
	"      nic1: {select: {pci: \"" WIDE "\"}, vfs: {count: 70, driver: none}}\n",
};

START_TEST(the_end_is_what_a_run_comes_to)
{
	plan_make(wishes[_i]);
	made.prediction->make(made.prediction);
	ck_assert_ptr_null(made.prediction->first);
	for (size_t i = 0; i < made.planning.plan.n; i++)
		ck_assert(made.prediction->done[i]);
	apply();
	same_machine(made.prediction->end, twin_world(made.twin));
	end();
}
END_TEST

START_TEST(the_plan_keeps_its_own_survey)
{
	plan_make(wishes[0]);
	made.prediction->make(made.prediction);
	ck_assert_ptr_nonnull(survey_function(made.prediction->end, IGB_VF1));
	ck_assert_ptr_null(survey_function(&made.planning.survey, IGB_VF1));
	same_machine(&made.planning.survey, twin_world(made.twin));
	end();
}
END_TEST

START_TEST(where_the_twin_stops_the_rest_of_the_lane_is_not_known)
{
	const struct stop *stop;
	bool makes_others = false;

	plan_make(wishes[3]);
	function_set(survey_function(&made.planning.survey, NVME), A_NUMVFS, "1");
	made.prediction->make(made.prediction);
	stop = made.prediction->first;
	ck_assert_pstr_ne(stop->why, NULL);
	ck_assert_ptr_eq(stop->at->knob, &knob_numvfs);
	ck_assert_str_eq(stop->at->target, NVME);
	ck_assert_ptr_eq(stop, &made.prediction->stops[stop->at->lane->number]);
	ck_assert_ptr_null(survey_function(made.prediction->end, NVME_VF0));
	/* another lane goes its way */
	for (size_t i = 0; i < made.planning.plan.n; i++) {
		const struct step *step = made.planning.plan.steps[i];

		ck_assert(step->lane == stop->at->lane || made.prediction->done[i]);
		makes_others |= step->knob == &knob_numvfs && string_equal(step->target, WIDE);
	}
	ck_assert(makes_others);
	end();
}
END_TEST

/* A plan of which nobody asks what it comes to costs nothing. */
START_TEST(nothing_is_made_before_it_is_asked_for)
{
	plan_make(wishes[1]);
	ck_assert_int_eq(
		plan_judge(&made.planning.plan, NULL, &made.planning.survey, made.prediction, &made.report),
		0);
	ck_assert_ptr_null(made.prediction->end);
	end();
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_loop_test(
		tests, the_end_is_what_a_run_comes_to, 0, (int)(sizeof(wishes) / sizeof(wishes[0])));
	tcase_add_test(tests, the_plan_keeps_its_own_survey);
	tcase_add_test(tests, where_the_twin_stops_the_rest_of_the_lane_is_not_known);
	tcase_add_test(tests, nothing_is_made_before_it_is_asked_for);
}

int main(void)
{
	return suite_run("predict", tests_add);
}
