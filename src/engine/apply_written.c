/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One step's life after its write: wait until it settles, read back, and say what it has come to. */
#include "apply.h"
#include <errno.h>

/* How long the machine may take to show what a write has done; a driver's probe ends within the write. */
static const uint64_t settle_ns = 3 * UINT64_C(1000000000);

bool step_asks_only(const struct step *step)
{
	return step->knob->learn && step->n_learns > 0;
}

/* Neither what it was, nor what was written. */
static void read_other(struct lane_run *lane, const struct reading *reading)
{
	if (reading->is == R_VALUE && !lane->write_error &&
		!knob_matches(lane->step->knob, reading, lane->filled.before))
		lane->reads = string_copy(reading->text);
}

/* What is there then is somebody else's, however much it looks like what was asked for. */
static bool asked_in_vain(const struct lane_run *lane)
{
	return lane->write_error && step_asks_only(lane->step);
}

/* By who was asked: of the others nobody knows how far it came. */
static bool is_answered_no(const struct lane_run *lane)
{
	int error = lane->write_error;

	return asked_in_vain(lane) && error != EIO && error != ENODEV && error != EINTR && error != ETIMEDOUT;
}

/* What was only asked for is noted as what it came to. */
static void end_done(struct applying *run, struct lane_run *lane, const struct reading *reading)
{
	if (step_asks_only(lane->step))
		lane->reads = string_copy(reading->text);
	if (step_learn(run, lane, reading->text) < 0)
		step_ends(run, lane, STEP_STOPPED, "what it came to cannot be told");
	else
		step_ends(run, lane, STEP_DONE, NULL);
}

/* Success is what the knob reads, never what the write returned (rule 2). */
void step_read_back(struct applying *run, struct lane_run *lane)
{
	step_read_begin(run, lane, READING_BACK);
}

void step_was_read_back(struct applying *run, struct lane_run *lane, const struct reading *reading)
{
	const struct knob *knob = lane->step->knob;
	AUTO_TEXT struct text scratch = { 0 };
	struct op watch = { 0 };
	bool waits = knob->settle && !lane->write_error && run_now(run) < lane->give_up_ns;

	if (!asked_in_vain(lane) && knob_matches(knob, reading, lane->filled.after)) {
		end_done(run, lane, reading);
	} else if (waits && knob->settle(lane->filled.target, &watch, &scratch) == 0) {
		lane->phase = SETTLING;
		if (!lane->watch)
			lane->watch = run->host->ops->begin(run->host, &watch);
	} else {
		if (!step_is_gone(run, lane, reading))
			step_complain_of_refusal(run, lane, reading);
		read_other(lane, reading);
		step_ends(run, lane,
			is_answered_no(lane) || knob_matches(knob, reading, lane->filled.before)
				? STEP_REFUSED
				: STEP_STOPPED,
			lane->write_error ? strerrorname_np(lane->write_error)
			: lane->reads     ? NULL
					  : "not taken");
	}
}

void step_written(struct applying *run, struct lane_run *lane, const struct done *done)
{
	lane->write = 0;
	lane->write_error = done->err;
	lane->said = done->err ? string_copy(done->data) : NULL;
	lane->answer = done->err ? NULL : string_copy(done->data);
	lane->give_up_ns = run_now(run) + settle_ns;
	if (done->flags & DONE_STILL_RUNNING) {
		step_complain(run, lane,
			&(struct finding){
				.id = "still-running",
				.holder = done->data,
				.hint = "`pawl status` tells who waits for what; run again when it is done",
			},
			"the write is still in the kernel after its deadline, and keeps the device's lock");
		step_ends(run, lane, STEP_STILL_RUNNING, NULL);
		return;
	}
	step_read_back(run, lane);
}

void step_noticed(struct applying *run, struct lane_run *lane)
{
	lane->watch = 0;
	if (lane->step && lane->phase == SETTLING)
		step_read_back(run, lane);
}
