/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The one loop that turns knobs. */
#include "apply.h"
#include <errno.h>
#include <stdlib.h>

/* Lanes may run side by side; one at a time until their gates are judged again when groups appear. */
enum { LANES_AT_ONCE = 1 };

enum step_result *result_of(const struct run *run, const struct step *step)
{
	return &run->results[step->number - 1];
}

static struct lane_run *lane_of(const struct run *run, const struct step *step)
{
	return &run->lanes[step->lane->number];
}

static bool is_over(enum step_result result)
{
	return result == STEP_DONE || result == STEP_ALREADY || result == STEP_NEEDLESS;
}

static bool need_met(const struct run *run, const struct need *need)
{
	enum step_result result = *result_of(run, need->on);

	return is_over(result) ||
	       (need->how == AFTER_TRIED && (result == STEP_STOPPED || result == STEP_REFUSED));
}

static bool is_ready(const struct run *run, const struct step *step)
{
	for (size_t i = 0; i < step->n_needs; i++)
		if (!need_met(run, &step->needs[i]))
			return false;
	return true;
}

/* A write whose read-back did not succeed may have set the value all the same. */
bool may_be_set(const struct run *run, const struct step *step)
{
	enum step_result result = *result_of(run, step);

	return run->written[step->number - 1] && (result == STEP_DONE || result == STEP_STOPPED);
}

/*
 * In a lane that has stopped, only temporary values are put back, those that this run has set: also when what
 * they guarded was never tried, but not while its write is still in the kernel.
 */
static bool must_put_back(const struct run *run, const struct step *step)
{
	const struct step *temporary = step->restores;

	return temporary && may_be_set(run, temporary) &&
	       *result_of(run, temporary->guard_of) != STEP_STILL_RUNNING;
}

/* Nothing is started past such a step before it is over, and it waits until nothing else is under way. */
static bool is_barrier(const struct step *step)
{
	return step->flags & (STEP_ONE_WAY | STEP_NEEDS_REBOOT);
}

/* After a failure nothing more is taken from anybody. */
static bool takes_away(const struct step *step)
{
	return is_barrier(step) || step->flags & (STEP_DISRUPTIVE | STEP_DATA_LOSS);
}

static bool may_start(const struct run *run, const struct step *step)
{
	const struct lane_run *lane = lane_of(run, step);

	if (*result_of(run, step) != STEP_WAITING || lane->step)
		return false;
	if (lane->stopped || run->asked_to_stop)
		return must_put_back(run, step);
	if (is_barrier(step) && run->in_hand > 0)
		return false;
	return !(run->failed && takes_away(step)) && is_ready(run, step);
}

static const struct step *next_step(struct run *run)
{
	const struct plan *plan = run->plan;
	bool past_barrier = false;

	if (run->in_hand >= LANES_AT_ONCE)
		return NULL;
	while (run->first_waiting < plan->n &&
		*result_of(run, plan->steps[run->first_waiting]) != STEP_WAITING)
		run->first_waiting++;
	for (size_t i = run->first_waiting; i < plan->n; i++) {
		const struct step *step = plan->steps[i];

		if (may_start(run, step) && (!past_barrier || step->restores))
			return step;
		past_barrier |= is_barrier(step) && *result_of(run, step) == STEP_WAITING;
	}
	return NULL;
}

static void route(struct run *run, const struct done *done)
{
	for (size_t i = 0; i < run->plan->n_lanes; i++) {
		struct lane_run *lane = &run->lanes[i];

		if (lane->write == done->ticket)
			step_written(run, lane, done);
		else if (lane->watch == done->ticket)
			step_noticed(run, lane);
	}
}

static void wait_for_answer(struct run *run)
{
	struct done done = { 0 };
	int answer = host_next(run->host, &done);

	if (answer == 1)
		route(run, &done);
	else if (answer == -EINTR)
		run->asked_to_stop = true;
	else
		run->broken = true;
	done_free(&done);
}

static void turn_knobs(struct run *run)
{
	while (!run->broken) {
		const struct step *step;

		run->asked_to_stop |= run->host->asked_to_stop;
		step = next_step(run);
		if (step)
			step_start(run, lane_of(run, step), step);
		else if (run->in_hand > 0)
			wait_for_answer(run);
		else
			return;
	}
}

/* A temporary value that could not be put back stays until the next run pays the debt. */
static void report_left(const struct run *run)
{
	for (size_t i = 0; i < run->plan->n; i++) {
		const struct step *step = run->plan->steps[i];

		if (step->restores && may_be_set(run, step->restores) && !is_over(*result_of(run, step)))
			report_add(run->report,
				&(struct finding){ .severity = WARNING,
					.id = "left-temporary",
					.object = step->object,
					.at = step_place(step),
					.hint = "the next `pawl apply` puts it back first" },
				"%s of %s is left at \"%s\", which was for the moment only", step->knob->name,
				step->target, step->before);
	}
}

/* What is left over when nothing more can be started. */
static int report_end(struct run *run)
{
	size_t over = 0, running = 0;
	struct finding finding = { .severity = ERROR,
		.id = "stopped-part-way",
		.outcome = STOPPED_PART_WAY,
		.hint = "`pawl status` tells what is pending; the next `pawl apply` goes on from here" };

	for (size_t i = 0; i < run->plan->n; i++) {
		over += is_over(run->results[i]);
		running += run->results[i] == STEP_STILL_RUNNING;
	}
	if (over == run->plan->n && !run->broken)
		return 0;
	report_left(run);
	if (run->asked_to_stop)
		report_add(run->report, &(struct finding){ .severity = NOTE, .id = "asked-to-stop" },
			"stopped at a safe point, as asked");
	if (run->n_done + running == 0)
		finding.outcome = FAILED, finding.id = "nothing-changed", finding.hint = NULL;
	report_add(run->report, &finding, "%zu of %zu steps are done", over, run->plan->n);
	return -1;
}

static void free_run(struct run *run)
{
	for (size_t i = 0; i < run->plan->n_lanes; i++) {
		filled_free(&run->lanes[i].filled);
		step_leave_lock(run, &run->lanes[i]);
	}
	learned_free(run);
	free(run->lanes);
	free(run->results);
	free(run->written);
}

int plan_apply(const struct plan *plan, struct host *host, struct journal *journal,
	const struct manner *manner, struct report *report)
{
	struct run run = {
		.plan = plan, .host = host, .journal = journal, .progress = manner->progress, .report = report
	};
	int result;

	run.results = memory_new(plan->n, sizeof(*run.results));
	run.written = memory_new(plan->n, sizeof(*run.written));
	run.lanes = memory_new(plan->n_lanes, sizeof(*run.lanes));
	turn_knobs(&run);
	result = report_end(&run);
	free_run(&run);
	return result;
}
