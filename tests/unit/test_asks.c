/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Drives are asked ahead of a survey, which then waits for none of them. */
#include "asks.h"
#include "drive_fixture.h"
#include "identify.h"
#include "suite.h"
#include "twin_world.h"

static const char *const devices[] = { "0000:03:00", "0000:02:00" };

static struct twin *twin;
static struct survey survey;
static struct asks asks;

static void start(void)
{
	struct function *pf;
	struct report report = { 0 };

	twin = twin_make();
	pf = survey_function(twin_world(twin), NVME);
	pf->drive = drive_make();
	identify(pf, I_NVME_MODEL, "PAWL slow");
	ck_assert_int_eq(survey_take(twin_host(twin), &survey, &report), 0);
	asks_begin(&asks, twin_host(twin), &survey, devices, 2);
}

static void stop(void)
{
	asks_free(&asks);
	survey_free(&survey);
	survey = (struct survey){ 0 };
	twin_end(twin);
}

static void hear_all(void)
{
	struct done done;

	while (asks.n_open > 0) {
		ck_assert_int_eq(host_next(twin_host(twin), &done), 1);
		ck_assert(asks_hear(&asks, &done));
	}
}

/* How long the survey of the devices takes, and what it finds. */
static uint64_t time_to_take(struct asks *given)
{
	struct host *host = twin_host(twin);
	uint64_t began = host->ops->now_ns(host);
	struct report report = { 0 };

	ck_assert_int_eq(survey_take_again(host, &survey, devices, 2, given, &report), 0);
	ck_assert_uint_eq(survey_function(&survey, NVME)->drive->n_secondaries, FIXTURE_VFS);
	return host->ops->now_ns(host) - began;
}

START_TEST(a_survey_takes_what_was_answered)
{
	ck_assert_uint_eq(asks.n, 1); /* the other device is no drive */
	hear_all();
	ck_assert_uint_lt(time_to_take(&asks), SECONDS / 10);
}
END_TEST

/* What was answered is as old as the answer. */
START_TEST(an_answer_serves_one_survey)
{
	hear_all();
	time_to_take(&asks);
	ck_assert_uint_gt(time_to_take(&asks), SECONDS);
	ck_assert_uint_gt(time_to_take(NULL), SECONDS);
}
END_TEST

START_TEST(other_answers_are_not_heard)
{
	struct done done = { .ticket = 0 }, nothing;

	ck_assert(!asks_hear(&asks, &done));
	done.ticket = UINT64_MAX;
	ck_assert(!asks_hear(&asks, &done));
	ck_assert(!asks_take(&asks, NVME, &nothing)); /* not yet */
	hear_all();
	ck_assert(!asks_take(&asks, IGB, &nothing));
	ck_assert(!asks_take(NULL, NVME, &nothing));
}
END_TEST

static void tests_add(TCase *tests)
{
	tcase_add_checked_fixture(tests, start, stop);
	tcase_add_test(tests, a_survey_takes_what_was_answered);
	tcase_add_test(tests, an_answer_serves_one_survey);
	tcase_add_test(tests, other_answers_are_not_heard);
}

int main(void)
{
	return suite_run("asks", tests_add);
}
