/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Applies a plan to the twin of its host when a gate asks what the plan comes to. */
#include "predict.h"
#include "ledger.h"
#include "platform.h"
#include "twin.h"
#include <stdlib.h>

static bool pays(const struct plan *plan, const struct debt *debt)
{
	for (size_t i = 0; i < plan->n; i++) {
		const struct step *step = plan->steps[i];

		if (!step->why && step->knob == debt->knob && string_equal(step->target, debt->target))
			return true;
	}
	return false;
}

/* Those that wait do not count as paid there. */
static void debts_leave(const struct planning *planning, struct survey *world)
{
	const struct survey *survey = &planning->survey;

	for (size_t i = 0; i < survey->n_debts; i++)
		if (!pays(&planning->plan, &survey->debts[i]))
			survey_leave_debt(world, &survey->debts[i]);
}

struct twin *planning_twin(const struct planning *planning)
{
	const struct state *want = &planning->want;
	const struct platform *platform = NULL;
	struct survey world;

	for (size_t i = 0; i < want->n && !platform; i++)
		if (want->all[i]->kind == &kind_host)
			platform = platform_of(want->all[i]);
	survey_copy(&planning->survey, &world);
	debts_leave(planning, &world);
	return twin_new(&world, platform ? platform->reactions : NULL);
}

/* `prediction` is the first member: it is what gates know of it. */
struct predicting {
	struct prediction prediction;
	const struct planning *planning;
	struct twin *twin;
	struct report report;
	size_t n_heard; /* findings, of steps that are over */
};

/* The first error of a step is what stopped it; the others follow from that. */
static char *reason_of(const struct predicting *own)
{
	for (size_t i = own->n_heard; i < own->report.n; i++)
		if (own->report.findings[i].severity == ERROR)
			return string_copy(own->report.findings[i].text);
	return string_copy("no error says why; `pawl rehearse` shows where");
}

static void note_stop(struct predicting *own, const struct step *step)
{
	struct prediction *prediction = &own->prediction;
	struct stop *stop = &prediction->stops[step ? step->lane->number : own->planning->plan.n_lanes];

	if (stop->why)
		return;
	stop->at = step;
	stop->why = reason_of(own);
	if (!prediction->first)
		prediction->first = stop;
}

static void see_end(void *data, const struct step *step, const char *target, enum step_result result)
{
	struct predicting *own = data;

	(void)target;
	if (result == STEP_REFUSED || result == STEP_STOPPED || result == STEP_STILL_RUNNING)
		note_stop(own, step);
	else
		own->prediction.done[step->number - 1] = true;
	own->n_heard = own->report.n;
}

/* Each lane as far as it comes: a guest is asked about whatever becomes of others. */
static int twin_apply(struct predicting *own)
{
	const struct planning *planning = own->planning;
	struct host *host = twin_host(own->twin);
	struct report *report = &own->report;
	struct ledger ledger = { 0 };
	struct journal journal = { 0 };
	const struct progress progress = { .data = own, .ends = see_end };
	const struct manner manner = {
		.parallel = 1, .progress = &progress, .ledger = &ledger, .lanes_apart = true, .unjudged = true
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

static void make(struct prediction *prediction)
{
	struct predicting *own = (struct predicting *)prediction;

	own->twin = planning_twin(own->planning);
	if (twin_apply(own) < 0)
		note_stop(own, NULL);
	prediction->end = twin_world(own->twin);
}

struct prediction *planning_predict(const struct planning *planning)
{
	struct predicting *own = memory_new(1, sizeof(*own));

	own->planning = planning;
	own->prediction.make = make;
	own->prediction.done = memory_new(planning->plan.n, sizeof(bool));
	own->prediction.stops = memory_new(planning->plan.n_lanes + 1, sizeof(struct stop));
	return &own->prediction;
}

void prediction_free(struct prediction *prediction)
{
	struct predicting *own = (struct predicting *)prediction;

	if (own->twin)
		host_free(twin_host(own->twin));
	for (size_t i = 0; i <= own->planning->plan.n_lanes; i++)
		free(prediction->stops[i].why);
	free(prediction->stops);
	free(prediction->done);
	report_free(&own->report);
	free(own);
}

int planning_judge(const struct planning *planning, struct report *report)
{
	struct prediction *prediction = planning_predict(planning);
	int result = plan_judge(&planning->plan, NULL, &planning->survey, prediction, report);

	prediction_free(prediction);
	return result;
}
