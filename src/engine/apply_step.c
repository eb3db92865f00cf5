/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One step's life until its write: read, skip or stop, journal, write; and how it ends. */
#include "apply.h"
#include "ledger.h"
#include <stdlib.h>

static void stop_lane(struct applying *run, const struct lane_run *lane)
{
	run->sets[lane->set].stopped = run->failed = true;
}

void lane_empty(struct lane_run *lane)
{
	filled_free(&lane->filled);
	free(lane->said);
	free(lane->answer);
	free(lane->reads);
	lane->said = lane->answer = lane->reads = NULL;
	asks_free(&lane->asks);
	lane->step = NULL;
}

/* Nothing is in the lane's hand any more. */
static void let_go(struct applying *run, struct lane_run *lane)
{
	lane_empty(lane);
	lane->read = lane->write = 0;
	run->in_hand--;
	run->sets[lane->set].in_hand--;
}

/* As the machine has it, for who reads the journal without the plan. */
static struct step as_filled(const struct lane_run *lane)
{
	struct step step = *lane->step;

	step.before = lane->filled.before ? lane->filled.before : step.before;
	step.after = lane->filled.after ? lane->filled.after : step.after;
	return step;
}

/* Its lane is looked at; one without a drive at once. */
static void ask(struct applying *run, struct lane_run *lane, int phase)
{
	lane->phase = phase;
	lane_ask(run, lane);
	if (lane->asks.n_open == 0)
		step_asked(run, lane);
}

/* Whoever has taken the write may have done it, whatever is read afterwards. */
static bool has_changed(const struct applying *run, const struct lane_run *lane)
{
	return lane->reads || *result_of(run, lane->step) == STEP_DONE ||
	       (may_be_set(run, lane->step) && lane->write_error == 0);
}

/* The step leaves the lane's hand, but for one after which its lane is looked at. */
void step_ends(struct applying *run, struct lane_run *lane, enum step_result result, const char *note)
{
	const struct step *step = lane->step;
	const char *target = lane->filled.target ? lane->filled.target : step->target;
	const struct step noted = as_filled(lane);
	const struct step_end end = { .result = result, .note = note, .reads = lane->reads };

	*result_of(run, step) = result;
	run->n_changed += has_changed(run, lane);
	if (result == STEP_STOPPED || result == STEP_REFUSED || result == STEP_STILL_RUNNING)
		stop_lane(run, lane);
	if (!run->broken && result != STEP_NEEDLESS &&
		journal_result(run->journal, &noted, target, &end, run->report) < 0)
		run->broken = true;
	if (run->progress->ends)
		run->progress->ends(run->progress->data, step, target, result);
	if (result == STEP_DONE && !run->broken && must_ask_after(run, lane))
		ask(run, lane, ASKING_AFTER);
	else
		let_go(run, lane);
}

static void read_first(struct applying *, struct lane_run *, const struct reading *);

static void read_done(struct applying *run, struct lane_run *lane, const struct reading *reading)
{
	if (lane->phase == READING_BACK)
		step_was_read_back(run, lane, reading);
	else
		read_first(run, lane, reading);
}

/* The knob of the step in hand: one that may wait holds up no other lane. */
void step_read_begin(struct applying *run, struct lane_run *lane, int phase)
{
	const struct knob *knob = lane->step->knob;
	AUTO_TEXT struct text scratch = { 0 };
	struct reading reading = { 0 };
	struct op op = { 0 };

	lane->phase = phase;
	if (!(knob->flags & KNOB_REMEMBERED) && knob->read(knob, lane->filled.target, &op, &scratch) == 0 &&
		op.deadline_ns) {
		op.lock = lane->lock;
		lane->read = run->host->ops->begin(run->host, &op);
		return;
	}
	knob_read(run, knob, lane->filled.target, lane->lock, &reading);
	read_done(run, lane, &reading);
	reading_free(&reading);
}

/* Nothing of ours to put back: the value was somebody else's already, or never set. */
static bool restores_nothing(const struct applying *run, const struct step *step)
{
	return step->restores && !may_be_set(run, step->restores);
}

/* What the ledger must say before the write: an intend, and of a one-way step what it may do from now on. */
static int note_write(struct applying *run, const struct lane_run *lane)
{
	const struct step *step = lane->step, noted = as_filled(lane);

	if (journal_intend(run->journal, &noted, lane->filled.target, run->report) < 0)
		return -1;
	if (!(step->flags & STEP_ONE_WAY) || !run->manner->ledger)
		return 0;
	return ledger_assume(run->manner->ledger, run->journal, step, &run->planning->survey, run->report);
}

/* The ledger has the value: there is no operation to wait for. */
static void write_remembered(struct applying *run, struct lane_run *lane)
{
	if (note_write(run, lane) < 0 ||
		ledger_consent(run->manner->ledger, lane->filled.target, lane->filled.after,
			&run->planning->survey, run->report) < 0) {
		run->broken = true;
		step_ends(run, lane, STEP_STOPPED, NULL);
		return;
	}
	run->written[lane->step->number - 1] = true;
	lane->write_error = 0;
	step_read_back(run, lane);
}

/* Everything between "this knob reads before" and the operation under way. */
static void start_write(struct applying *run, struct lane_run *lane)
{
	const struct knob *knob = lane->step->knob;
	const struct knob_turn turn = { lane->filled.target, lane->filled.before, lane->filled.after };
	AUTO_TEXT struct text scratch = { 0 }, watched = { 0 };
	struct op op = { 0 }, watch = { 0 };

	if (knob->flags & KNOB_REMEMBERED) {
		write_remembered(run, lane);
		return;
	}
	if (knob->write(knob, &turn, &op, &scratch) < 0) {
		step_complain(run, lane,
			&(struct finding){ .id = "not-writable",
				.hint = "please report it with the plan; set it by hand, then plan again" },
			"there is no write that sets this value");
		step_ends(run, lane, STEP_STOPPED, "no such write");
		return;
	}
	if (note_write(run, lane) < 0) {
		run->broken = true;
		step_ends(run, lane, STEP_STOPPED, NULL);
		return;
	}
	/* armed before the write: an event between write and watch would never be seen */
	if (knob->settle && knob->settle(turn.target, &watch, &watched) == 0)
		lane->watch = run->host->ops->begin(run->host, &watch);
	op.lock = lane->lock;
	step_set_deadline(run, lane, &op);
	run->written[lane->step->number - 1] = true;
	lane->phase = WRITING;
	lane->write_error = 0;
	lane->write = run->host->ops->begin(run->host, &op);
}

/* With the device's lock. */
static void begin(struct applying *run, struct lane_run *lane)
{
	const struct step *step = lane->step;

	if (step_fill(run, step, &lane->filled) < 0) {
		step_ends(run, lane, STEP_STOPPED, NULL);
		return;
	}
	if (run->progress->starts)
		run->progress->starts(run->progress->data, step, lane->filled.target);
	if (step_is_needless(run, lane) || restores_nothing(run, step)) {
		step_ends(run, lane, STEP_NEEDLESS, NULL);
		return;
	}
	step_read_begin(run, lane, READING);
}

/* To look at a lane takes time, in which somebody else may turn the same knob: it is read once more. */
void step_asked(struct applying *run, struct lane_run *lane)
{
	bool after = lane->phase == ASKING_AFTER;
	const char *refusal;

	if (lane->asks.n_open > 0)
		return;
	refusal = lane_refusal(run, lane);
	if (after && refusal)
		stop_lane(run, lane);
	if (after)
		let_go(run, lane);
	else if (refusal)
		step_ends(run, lane, STEP_STOPPED, refusal);
	else
		step_read_begin(run, lane, READING_AGAIN);
}

/* Before its write. */
static void leave(struct applying *run, struct lane_run *lane)
{
	if (run->progress->leaves && *result_of(run, lane->step) == STEP_WAITING)
		run->progress->leaves(run->progress->data, lane->step);
	let_go(run, lane);
}

/* What only reads is nothing to wait for. */
void steps_leave(struct applying *run)
{
	for (size_t i = 0; i < run->plan->n_lanes; i++) {
		struct lane_run *lane = &run->lanes[i];

		if ((lane->read && lane->phase != READING_BACK) || lane->asks.n_open > 0)
			leave(run, lane);
	}
}

/* Whether there is anything to write. What a step only asks for, and is there, somebody else has made. */
static void read_first(struct applying *run, struct lane_run *lane, const struct reading *reading)
{
	const struct step *step = lane->step;

	if (!step_asks_only(step) && knob_matches(step->knob, reading, lane->filled.after)) {
		step_ends(run, lane, STEP_ALREADY, NULL);
	} else if (!knob_matches(step->knob, reading, lane->filled.before)) {
		if (!step_is_gone(run, lane, reading))
			step_complain_of_now(run, lane, reading);
		step_ends(run, lane, STEP_STOPPED, "not as planned");
	} else if (lane->phase == READING && must_ask_again(run, lane)) {
		ask(run, lane, ASKING);
	} else {
		start_write(run, lane);
	}
}

void step_start(struct applying *run, struct lane_run *lane, const struct step *step)
{
	int locked;

	lane->step = step;
	run->in_hand++;
	run->sets[lane->set].in_hand++;
	locked = lock_take(run, lane);
	if (locked < 0)
		step_ends(run, lane, STEP_STOPPED, NULL);
	else if (locked == LOCK_LEFT)
		let_go(run, lane);
	else if (locked == 0)
		begin(run, lane);
}

/* Whoever gives up has given the lock back as well, had it come just then. */
void step_locked(struct applying *run, struct lane_run *lane, const struct done *done)
{
	lane->waiting = 0;
	if (run->broken || run->asked_to_stop)
		let_go(run, lane);
	else if (lock_waited(run, lane, done) < 0)
		step_ends(run, lane, STEP_STOPPED, NULL);
	else
		begin(run, lane);
}

/* Who is to stop writes nothing more; what is written is told. */
void step_read(struct applying *run, struct lane_run *lane, const struct done *done)
{
	struct reading reading = { 0 };

	lane->read = 0;
	lane->step->knob->parse(done, &reading);
	if (lane->phase != READING_BACK && (run->broken || run->asked_to_stop))
		leave(run, lane);
	else
		read_done(run, lane, &reading);
	reading_free(&reading);
}
