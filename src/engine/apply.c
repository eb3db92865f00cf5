/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The one loop that turns knobs. */
#include "apply.h"
#include "lanes.h"
#include <errno.h>
#include <stdlib.h>

enum step_result *result_of(const struct applying *run, const struct step *step)
{
	return &run->results[step->number - 1];
}

static struct lane_run *lane_of(const struct applying *run, const struct step *step)
{
	return &run->lanes[step->lane->number];
}

uint64_t run_now(const struct applying *run)
{
	return run->host->ops->now_ns(run->host);
}

static bool is_over(enum step_result result)
{
	return result == STEP_DONE || result == STEP_ALREADY || result == STEP_NEEDLESS;
}

/* After one that is still in hand, its lane is looked at. */
static bool need_met(const struct applying *run, const struct need *need)
{
	enum step_result result = *result_of(run, need->on);

	if (lane_of(run, need->on)->step == need->on)
		return false;
	return is_over(result) ||
	       (need->how == AFTER_TRIED && (result == STEP_STOPPED || result == STEP_REFUSED));
}

static bool is_ready(const struct applying *run, const struct step *step)
{
	for (size_t i = 0; i < step->n_needs; i++)
		if (!need_met(run, &step->needs[i]))
			return false;
	return true;
}

/* A write whose read-back did not succeed may have set the value all the same. */
bool may_be_set(const struct applying *run, const struct step *step)
{
	enum step_result result = *result_of(run, step);

	return run->written[step->number - 1] && (result == STEP_DONE || result == STEP_STOPPED);
}

/*
 * In a lane that has stopped, only temporary values are put back, those that this run has set: also when what
 * they guarded was never tried, but not while its write is still in the kernel.
 */
static bool must_put_back(const struct applying *run, const struct step *step)
{
	const struct step *temporary = step->restores;

	return temporary && may_be_set(run, temporary) &&
	       *result_of(run, temporary->guard_of) != STEP_STILL_RUNNING;
}

/* So is what an earlier run has left, if it is to be had. Who is asked to stop leaves it to the next. */
static bool must_pay(const struct applying *run, const struct step *step)
{
	bool may = !step->why && !run->asked_to_stop && !lane_of(run, step)->locked_out;

	for (size_t i = 0; may && i < step->n_needs; i++)
		may = *result_of(run, step->needs[i].on) != STEP_STILL_RUNNING;
	return may;
}

/* Nothing is started past such a step before it is over, and it waits until nothing else is under way. */
static bool is_barrier(const struct step *step)
{
	return step->flags & (STEP_ONE_WAY | STEP_NEEDS_REBOOT);
}

/* After a failure nothing more is taken from anybody, unless lanes have nothing to do with each other. */
static bool takes_away(const struct step *step)
{
	return is_barrier(step) || step->flags & (STEP_DISRUPTIVE | STEP_DATA_LOSS);
}

static bool may_start(const struct applying *run, const struct step *step)
{
	if (*result_of(run, step) != STEP_WAITING)
		return false;
	if (run->sets[lane_of(run, step)->set].stopped || run->asked_to_stop)
		return must_put_back(run, step) || must_pay(run, step);
	if (is_barrier(step) && run->in_hand > 0)
		return false;
	return !(run->failed && !run->manner->lanes_apart && takes_away(step)) && is_ready(run, step);
}

/* A barrier that waits; not one of a lane that has stopped, when that is nothing to others. */
static bool holds_back(const struct applying *run, const struct step *step)
{
	return is_barrier(step) && *result_of(run, step) == STEP_WAITING &&
	       !(run->manner->lanes_apart && run->sets[lane_of(run, step)->set].stopped);
}

/* The number of the first barrier that waits; beyond the plan when none does. */
static size_t next_barrier(struct applying *run)
{
	const struct plan *plan = run->plan;

	while (run->first_barrier < plan->n && !holds_back(run, plan->steps[run->first_barrier]))
		run->first_barrier++;
	return run->first_barrier + 1;
}

/* NULL: the lane has none that may start. */
static const struct step *lane_next(struct applying *run, struct lane_run *lane, size_t barrier)
{
	while (lane->first_waiting < lane->n &&
		*result_of(run, lane->steps[lane->first_waiting]) != STEP_WAITING)
		lane->first_waiting++;
	for (size_t i = lane->first_waiting; i < lane->n; i++) {
		const struct step *step = lane->steps[i];

		if ((step->number <= barrier || step->restores || !step->why) && may_start(run, step))
			return step;
	}
	return NULL;
}

/* In the plan's order among the lanes that have nothing in hand. */
static const struct step *next_step(struct applying *run)
{
	const struct step *next = NULL;
	size_t barrier = next_barrier(run);

	if (run->in_hand >= run->manner->parallel)
		return NULL;
	for (size_t i = 0; i < run->plan->n_lanes; i++) {
		struct lane_run *lane = &run->lanes[i];
		const struct step *step = run->sets[lane->set].in_hand ? NULL : lane_next(run, lane, barrier);

		if (step && (!next || step->number < next->number))
			next = step;
	}
	return next;
}

static void route(struct applying *run, struct done *done)
{
	for (size_t i = 0; i < run->plan->n_lanes; i++) {
		struct lane_run *lane = &run->lanes[i];

		if (lane->write == done->ticket)
			step_written(run, lane, done);
		else if (lane->read == done->ticket)
			step_read(run, lane, done);
		else if (lane->watch == done->ticket)
			step_noticed(run, lane);
		else if (lane->waiting == done->ticket)
			step_locked(run, lane, done);
		else if (asks_hear(&lane->asks, done))
			step_asked(run, lane);
		else
			continue;
		return;
	}
}

static void hear_stop(struct applying *run)
{
	if (run->asked_to_stop)
		return;
	run->asked_to_stop = true;
	steps_leave(run);
	if (run->progress->stops)
		run->progress->stops(run->progress->data);
	locks_give_up(run);
}

static void wait_for_answer(struct applying *run)
{
	struct done done = { 0 };
	int answer = host_next(run->host, &done);

	if (answer == 1)
		route(run, &done);
	else if (answer == -EINTR)
		hear_stop(run);
	else
		run->gone = run->broken = true;
	done_free(&done);
}

/* What is in the kernel is waited for also when nothing more may be written. */
static void turn_knobs(struct applying *run)
{
	while (!run->gone) {
		const struct step *step;

		if (run->host->asked_to_stop)
			hear_stop(run);
		if (run->broken) {
			locks_give_up(run);
			steps_leave(run);
		}
		step = run->broken ? NULL : next_step(run);
		if (step)
			step_start(run, lane_of(run, step), step);
		else if (run->in_hand > 0)
			wait_for_answer(run);
		else
			return;
	}
}

/* A temporary value that could not be put back stays until the next run pays the debt. */
static void report_left(struct applying *run)
{
	for (size_t i = 0; i < run->plan->n; i++) {
		const struct step *step = run->plan->steps[i];

		if (step->restores && may_be_set(run, step->restores) && !is_over(*result_of(run, step)) &&
			!function_is_gone(run, step->target))
			report_add(run->report,
				&(struct finding){
					.severity = WARNING,
					.id = "left-temporary",
					.object = step->object,
					.at = step_place(step),
					.hint = "the next `pawl apply` puts it back",
				},
				"%s of %s is left at \"%s\", which was for the moment only", step->knob->name,
				step->target, step->before);
	}
}

/* What is left over when nothing more can be started. */
static int report_end(struct applying *run)
{
	const char *goes_on = run->manner->goes_on;
	AUTO_FREE char *hint =
		goes_on ? text_print("`pawl status` tells what is pending; %s goes on from here", goes_on)
			: NULL;
	size_t over = 0, running = 0;
	struct finding finding = {
		.severity = ERROR,
		.id = "stopped-part-way",
		.outcome = STOPPED_PART_WAY,
		.hint = hint,
	};

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
	if (run->n_changed + running == 0) {
		finding.outcome = FAILED;
		finding.id = "nothing-changed";
		finding.hint = "mend what the findings above name, then run it again";
	}
	report_add(run->report, &finding, "%zu of %zu %s done", over, run->plan->n,
		run->plan->n == 1 ? "step is" : "steps are");
	return -1;
}

/* A gate that says no when all is done has kept nothing from being changed. */
static void own_up(const struct applying *run, size_t first)
{
	for (size_t i = first; run->n_changed && i < run->report->n; i++)
		if (run->report->findings[i].outcome == REFUSED)
			run->report->findings[i].outcome = NOT_VERIFIED;
}

static void lanes_open(struct applying *run)
{
	const struct plan *plan = run->plan;

	run->lanes = memory_new(plan->n_lanes, sizeof(*run->lanes));
	run->sets = memory_new(plan->n_lanes, sizeof(*run->sets));
	for (size_t i = 0; i < plan->n_lanes; i++)
		run->lanes[i].set = i;
	for (size_t i = 0; i < plan->n; i++) {
		struct lane_run *lane = lane_of(run, plan->steps[i]);

		lane->steps = memory_grow(lane->steps, lane->n, sizeof(*lane->steps));
		lane->steps[lane->n++] = plan->steps[i];
	}
}

static void lanes_close(struct applying *run)
{
	for (size_t i = 0; i < run->plan->n_lanes; i++) {
		lane_empty(&run->lanes[i]);
		lock_leave(run, &run->lanes[i]);
		free(run->lanes[i].steps);
	}
	free(run->lanes);
	free(run->sets);
}

static void run_free(struct applying *run)
{
	lanes_close(run);
	learned_free(run);
	survey_free(&run->now);
	lanes_free(run->united);
	free(run->results);
	free(run->written);
}

int plan_apply(const struct planning *planning, struct host *host, struct journal *journal,
	const struct manner *manner, struct report *report)
{
	static const struct progress nobody;
	const struct plan *plan = &planning->plan;
	struct applying run = {
		.planning = planning,
		.plan = plan,
		.host = host,
		.journal = journal,
		.manner = manner,
		.progress = manner->progress ? manner->progress : &nobody,
		.report = report,
	};
	size_t n_before = report->n;
	int result;

	run.results = memory_new(plan->n, sizeof(*run.results));
	run.written = memory_new(plan->n, sizeof(*run.written));
	lanes_open(&run);
	turn_knobs(&run);
	result = report_end(&run);
	own_up(&run, n_before);
	run_free(&run);
	return result;
}
