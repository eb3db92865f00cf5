/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Applies a plan to the twin of its host when a gate asks what the plan comes to. */
#include "predict.h"
#include "ledger.h"
#include "platform.h"
#include "twin.h"
#include <stdlib.h>

struct twin *planning_twin(const struct planning *planning)
{
	const struct state *want = &planning->want;
	const struct platform *platform = NULL;
	struct survey world;

	for (size_t i = 0; i < want->n && !platform; i++)
		if (want->all[i]->kind == &kind_host)
			platform = platform_of(want->all[i]);
	survey_copy(&planning->survey, &world);
	return twin_new(&world, platform ? platform->reactions : NULL);
}

/* `prediction` is the first member: it is what gates know of it. */
struct predicting {
	struct prediction prediction;
	const struct planning *planning;
	struct twin *twin;
};

/* The first that is not done is what the others wait for. */
static void see_end(void *data, const struct step *step, const char *target, enum step_result result)
{
	struct prediction *prediction = data;
	bool stops = result == STEP_REFUSED || result == STEP_STOPPED || result == STEP_STILL_RUNNING;

	(void)target;
	if (stops && !prediction->stops_at)
		prediction->stops_at = step;
}

static int twin_apply(struct predicting *own, struct report *report)
{
	const struct planning *planning = own->planning;
	struct host *host = twin_host(own->twin);
	struct ledger ledger = { 0 };
	struct journal journal = { 0 };
	const struct progress progress = { .data = &own->prediction, .ends = see_end };
	const struct manner manner = {
		.parallel = 1, .progress = &progress, .ledger = &ledger, .unjudged = true
	};
	struct done locked = { 0 };
	int result = -1;

	/* nobody else is there, but the twin watches that a run has its lock */
	host_do(host, &(struct op){ .verb = OP_LOCK, .path = LOCK_HOST }, &locked);
	done_free(&locked);
	if (ledger_open(&ledger, host, &planning->survey, report) == 0 &&
		journal_open(&journal, host, report) == 0)
		result = plan_apply(planning, host, &journal, &manner, report);
	journal_free(&journal);
	ledger_free(&ledger);
	return result;
}

/* The first error is what stopped it; the others follow from that. */
static char *reason_of(const struct report *report)
{
	for (size_t i = 0; i < report->n; i++)
		if (report->findings[i].severity == ERROR)
			return string_copy(report->findings[i].text);
	return string_copy("no error says why; `pawl rehearse` shows where");
}

static void make(struct prediction *prediction)
{
	struct predicting *own = (struct predicting *)prediction;
	struct report report = { 0 };

	own->twin = planning_twin(own->planning);
	if (twin_apply(own, &report) < 0)
		prediction->stops = reason_of(&report);
	prediction->end = twin_world(own->twin);
	report_free(&report);
}

struct prediction *planning_predict(const struct planning *planning)
{
	struct predicting *own = memory_new(1, sizeof(*own));

	own->planning = planning;
	own->prediction.make = make;
	return &own->prediction;
}

void prediction_free(struct prediction *prediction)
{
	struct predicting *own = (struct predicting *)prediction;

	if (own->twin)
		host_free(twin_host(own->twin));
	free(prediction->stops);
	free(own);
}

int planning_judge(const struct planning *planning, struct report *report)
{
	struct prediction *prediction = planning_predict(planning);
	int result = plan_judge(&planning->plan, NULL, &planning->survey, prediction, report);

	prediction_free(prediction);
	return result;
}
