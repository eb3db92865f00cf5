/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads knobs while the run waits for the answer. */
#include "apply.h"
#include "ledger.h"
#include <errno.h>

void knob_read(struct applying *run, const struct knob *knob, const char *target, const char *lock,
	struct reading *reading)
{
	AUTO_TEXT struct text scratch = { 0 };
	struct done done = { .err = EINVAL };
	struct op op = { 0 };

	if (knob->flags & KNOB_REMEMBERED) {
		ledger_read(run->manner->ledger, target, reading);
		return;
	}
	if (knob->read(knob, target, &op, &scratch) == 0) {
		op.lock = lock;
		host_do(run->host, &op, &done);
	}
	knob->parse(&done, reading);
	done_free(&done);
}

/* A temporary value is needless when what it guards is already there. */
bool step_is_needless(struct applying *run, const struct lane_run *lane)
{
	const struct step *guarded = lane->step->guard_of;
	struct reading reading = { 0 };
	struct filled filled = { 0 };
	bool already = false;

	if (guarded && step_fill(run, guarded, &filled) == 0) {
		knob_read(run, guarded->knob, filled.target, lane->lock, &reading);
		already = knob_matches(guarded->knob, &reading, filled.after);
	}
	reading_free(&reading);
	filled_free(&filled);
	return already;
}

/* Gathering of a function that is there says whether it has a driver (knob_driver.c). */
bool function_is_gone(struct applying *run, const char *address)
{
	struct reading reading = { 0 };
	bool gone;

	knob_read(run, &knob_driver, address, NULL, &reading);
	gone = reading.is == R_ABSENT;
	reading_free(&reading);
	return gone;
}
