/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One step's life: read, skip or stop, journal, write, wait until it settles, read back. */
#include "apply.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* How long the machine may take to show what a write has done; a driver's probe ends within the write. */
static const uint64_t settle_ns = 3 * UINT64_C(1000000000);

/* The path that the step's knob is read at, for messages. */
static const char *step_path(const struct step *step, const struct filled *filled, struct text *scratch)
{
	struct op op = { 0 };

	return filled->target && step->knob->read(filled->target, &op, scratch) == 0 ? op.path : NULL;
}

/* Adds an ERROR like `like` about the step in hand: whose it is, where it was wished, at which path. */
static void complain(
	struct run *run, const struct lane_run *lane, const struct finding *like, const char *text)
{
	AUTO_TEXT struct text scratch = { 0 };
	struct finding finding = *like;

	finding.severity = ERROR;
	finding.outcome = like->outcome ? like->outcome : FAILED;
	finding.object = lane->step->object;
	finding.at = step_place(lane->step);
	finding.path = step_path(lane->step, &lane->filled, &scratch);
	report_add(run->report, &finding, "%s", text);
}

/* The step leaves the lane's hand. */
static void end_step(struct run *run, struct lane_run *lane, enum step_result result, const char *note)
{
	const struct step *step = lane->step;
	const char *target = lane->filled.target ? lane->filled.target : step->target;

	*result_of(run, step) = result;
	run->n_done += result == STEP_DONE;
	if (result == STEP_STOPPED || result == STEP_REFUSED || result == STEP_STILL_RUNNING)
		lane->stopped = run->failed = true;
	if (!run->broken && result != STEP_NEEDLESS &&
		journal_result(run->journal, step, target, result, note, run->report) < 0)
		run->broken = true;
	if (run->progress && run->progress->ends)
		run->progress->ends(run->progress->data, step, target, result);
	filled_free(&lane->filled);
	lane->step = NULL;
	lane->write = 0;
	run->in_hand--;
}

static void read_knob(struct run *run, const struct knob *knob, const char *target, const char *lock,
	struct reading *reading)
{
	AUTO_TEXT struct text scratch = { 0 };
	struct done done = { .err = EINVAL };
	struct op op = { 0 };

	if (knob->read(target, &op, &scratch) == 0) {
		op.lock = lock;
		host_do(run->host, &op, &done);
	}
	knob->parse(&done, reading);
	done_free(&done);
}

void step_leave_lock(struct run *run, struct lane_run *lane)
{
	struct done done = { 0 };

	if (!lane->lock)
		return;
	host_do(run->host, &(struct op){ .verb = OP_UNLOCK, .path = lane->lock }, &done);
	done_free(&done);
	free(lane->lock);
	lane->lock = NULL;
}

/* The device's lock: a write of an earlier run that still sits in the kernel holds it. */
static int take_lock(struct run *run, struct lane_run *lane)
{
	const char *device = lane->step->lock;
	AUTO_FREE char *lock = device ? text_print(LOCK_DEVICE "%s", device) : NULL;
	AUTO_FREE char *text = device ? text_print("the device %s is locked", device) : NULL;
	struct done done = { 0 };
	int error;

	if (string_equal(lock, lane->lock))
		return 0;
	step_leave_lock(run, lane);
	if (!lock) /* the host's own lock is enough */
		return 0;
	error = host_do(run->host, &(struct op){ .verb = OP_LOCK, .path = lock }, &done);
	if (error)
		complain(run, lane,
			&(struct finding){ .id = "device-locked",
				.outcome = error == EWOULDBLOCK ? LOCKED : FAILED,
				.error = error == EWOULDBLOCK ? 0 : error,
				.holder = done.data,
				.hint = "`pawl status` tells which write is under way; run again when it is "
					"done" },
			text);
	else
		lane->lock = string_copy(lock);
	done_free(&done);
	return error ? -1 : 0;
}

/* A temporary value is needless when what it guards is already there. */
static bool is_needless(struct run *run, const struct lane_run *lane)
{
	const struct step *guarded = lane->step->guard_of;
	struct reading reading = { 0 };
	struct filled filled = { 0 };
	bool already = false;

	if (guarded && step_fill(run, guarded, &filled) == 0) {
		read_knob(run, guarded->knob, filled.target, lane->lock, &reading);
		already = knob_matches(guarded->knob, &reading, filled.after);
	}
	reading_free(&reading);
	filled_free(&filled);
	return already;
}

/* Nothing of ours to put back: the value was somebody else's already, or never set. */
static bool restores_nothing(const struct run *run, const struct step *step)
{
	return step->restores && !may_be_set(run, step->restores);
}

static void report_unexpected(struct run *run, const struct lane_run *lane, const struct reading *reading)
{
	const struct filled *filled = &lane->filled;
	AUTO_FREE char *reads = reading->is == R_VALUE ? text_print("reads \"%s\"", reading->text) : NULL;
	const char *other = reading->is == R_BUSY     ? "is busy: a write to the device is in the kernel"
			    : reading->is == R_ABSENT ? "is gone"
						      : "cannot be read";
	AUTO_FREE char *text = text_print(
		"%s of %s %s, where the plan says \"%s\" and then \"%s\": not touched",
		lane->step->knob->name, filled->target, reads ? reads : other, filled->before, filled->after);

	complain(run, lane,
		&(struct finding){ .id = "not-as-planned",
			.holder = reading->is == R_BUSY ? reading->text : NULL,
			.hint = "someone else changes it too: look at `pawl plan` again" },
		text);
}

/* The drivers of one device's VFs are taken one after the other: once a second is often enough for these. */
static bool must_ask_again(struct run *run, const struct step *step)
{
	const struct resource *device = step_resource(step) ? step_resource(step)->under : NULL;
	uint64_t now = run->host->ops->now_ns(run->host);
	bool just_asked = device && device == run->asked_about && now - run->asked_ns < UINT64_C(1000000000);

	if (!(step->flags & (STEP_ONE_WAY | STEP_DATA_LOSS | STEP_VF_COUNT)) &&
		(just_asked || !(step->flags & STEP_DISRUPTIVE)))
		return false;
	run->asked_about = device;
	run->asked_ns = now;
	return true;
}

/*
 * What cannot be taken back, what changes a number of VFs or takes a driver away is asked about once more
 * right before its write, on the machine as it is now (rule 5). NULL when it may go on, else what the journal
 * notes.
 */
static const char *refusal_now(struct run *run, const struct step *step)
{
	struct survey now = { 0 };
	const char *why = NULL;

	if (!must_ask_again(run, step))
		return NULL;
	if (survey_take(run->host, &now, run->report) < 0)
		why = run->host->asked_to_stop ? "asked to stop" : "the machine could not be read again";
	else if (plan_judge(run->plan, step, &now, NULL, run->report) < 0)
		why = "refused by a gate";
	survey_free(&now);
	return why;
}

/* Everything between "this knob reads before" and the operation under way. */
static void start_write(struct run *run, struct lane_run *lane)
{
	const struct knob *knob = lane->step->knob;
	const struct filled *filled = &lane->filled;
	AUTO_TEXT struct text scratch = { 0 }, watched = { 0 };
	struct op op = { 0 }, watch = { 0 };

	if (knob->write(filled->target, filled->before, filled->after, &op, &scratch) < 0) {
		complain(run, lane, &(struct finding){ .id = "not-writable" },
			"there is no write that sets this value");
		end_step(run, lane, STEP_STOPPED, "no such write");
		return;
	}
	if (journal_intend(run->journal, lane->step, filled->target, run->report) < 0) {
		run->broken = true;
		end_step(run, lane, STEP_STOPPED, NULL);
		return;
	}
	/* armed before the write: an event between write and watch would never be seen */
	if (knob->settle && knob->settle(filled->target, &watch, &watched) == 0)
		lane->watch = run->host->ops->begin(run->host, &watch);
	op.lock = lane->lock;
	run->written[lane->step->number - 1] = true;
	lane->phase = WRITING;
	lane->write_error = 0;
	lane->write = run->host->ops->begin(run->host, &op);
}

void step_start(struct run *run, struct lane_run *lane, const struct step *step)
{
	struct reading reading = { 0 };
	const char *refusal;

	lane->step = step;
	run->in_hand++;
	if (take_lock(run, lane) < 0 || step_fill(run, step, &lane->filled) < 0) {
		end_step(run, lane, STEP_STOPPED, NULL);
		return;
	}
	if (run->progress && run->progress->starts)
		run->progress->starts(run->progress->data, step, lane->filled.target);
	if (is_needless(run, lane) || restores_nothing(run, step)) {
		end_step(run, lane, STEP_NEEDLESS, NULL);
		return;
	}
	read_knob(run, step->knob, lane->filled.target, lane->lock, &reading);
	if (knob_matches(step->knob, &reading, lane->filled.after)) {
		end_step(run, lane, STEP_ALREADY, NULL);
	} else if (!knob_matches(step->knob, &reading, lane->filled.before)) {
		report_unexpected(run, lane, &reading);
		end_step(run, lane, STEP_STOPPED, "not as planned");
	} else if ((refusal = refusal_now(run, step))) {
		end_step(run, lane, STEP_STOPPED, refusal);
	} else {
		start_write(run, lane);
	}
	reading_free(&reading);
}

static void report_unsettled(struct run *run, const struct lane_run *lane, const struct reading *reading)
{
	const struct filled *filled = &lane->filled;
	const char *knob = lane->step->knob->name, *reads = reading->text ? reading->text : "";
	AUTO_FREE char *text = lane->write_error
				       ? text_print("the kernel does not take \"%s\" as %s of %s",
						 filled->after, knob, filled->target)
				       : text_print("%s of %s still reads \"%s\" after \"%s\" was written",
						 knob, filled->target, reads, filled->after);

	complain(run, lane,
		&(struct finding){ .id = "not-taken",
			.error = lane->write_error,
			.hint = "`dmesg` tells what driver and kernel say of it" },
		text);
}

/* Success is what the knob reads, never what the write returned (rule 2). */
static void read_back(struct run *run, struct lane_run *lane)
{
	const struct knob *knob = lane->step->knob;
	AUTO_TEXT struct text scratch = { 0 };
	struct reading reading = { 0 };
	struct op watch = { 0 };
	bool waits =
		knob->settle && !lane->write_error && run->host->ops->now_ns(run->host) < lane->give_up_ns;

	read_knob(run, knob, lane->filled.target, lane->lock, &reading);
	if (knob_matches(knob, &reading, lane->filled.after)) {
		end_step(run, lane, STEP_DONE, NULL);
	} else if (waits && knob->settle(lane->filled.target, &watch, &scratch) == 0) {
		lane->phase = SETTLING;
		if (!lane->watch)
			lane->watch = run->host->ops->begin(run->host, &watch);
	} else {
		report_unsettled(run, lane, &reading);
		end_step(run, lane,
			knob_matches(knob, &reading, lane->filled.before) ? STEP_REFUSED : STEP_STOPPED,
			lane->write_error ? strerrorname_np(lane->write_error) : "not taken");
	}
	reading_free(&reading);
}

void step_written(struct run *run, struct lane_run *lane, const struct done *done)
{
	lane->write = 0;
	lane->write_error = done->err;
	lane->give_up_ns = run->host->ops->now_ns(run->host) + settle_ns;
	if (done->flags & DONE_STILL_RUNNING) {
		complain(run, lane,
			&(struct finding){ .id = "still-running",
				.holder = done->data,
				.hint = "`pawl status` tells who waits for what; run again when it is done" },
			"the write is still in the kernel after its deadline, and keeps the device's lock");
		end_step(run, lane, STEP_STILL_RUNNING, NULL);
		return;
	}
	read_back(run, lane);
}

void step_noticed(struct run *run, struct lane_run *lane)
{
	lane->watch = 0;
	if (lane->step && lane->phase == SETTLING)
		read_back(run, lane);
}
