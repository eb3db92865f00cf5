/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The device lock that a lane holds while it writes, and the wait for it. */
#include "apply.h"
#include <errno.h>
#include <stdlib.h>

void lock_leave(struct applying *run, struct lane_run *lane)
{
	struct done done = { 0 };

	if (!lane->lock)
		return;
	host_do(run->host, &(struct op){ .verb = OP_UNLOCK, .path = lane->lock }, &done);
	done_free(&done);
	free(lane->lock);
	lane->lock = NULL;
}

static char *lock_name(const struct step *step)
{
	return step->lock ? text_print(LOCK_DEVICE "%s", step->lock) : NULL;
}

static void report_locked(struct applying *run, struct lane_run *lane, const struct done *done)
{
	bool held = done->err == EWOULDBLOCK;
	uint64_t seconds = run->manner->lock_timeout_ns / 1000000000;
	AUTO_FREE char *waited = held && seconds ? text_print(" after %lu s", (unsigned long)seconds) : NULL;
	AUTO_FREE char *text = NULL;

	lane->locked_out = true;
	if (held)
		text = text_print("the device %s is locked%s%s", lane->step->lock, waited ? ", still" : "",
			waited ? waited : "");
	else
		text = text_print("the lock of the device %s cannot be taken%s%s", lane->step->lock,
			done->len ? ": " : "", done->len ? (const char *)done->data : "");
	step_complain(run, lane,
		&(struct finding){
			.id = "device-locked",
			.outcome = held ? LOCKED : FAILED,
			.error = held ? 0 : done->err,
			.holder = held ? done->data : NULL,
			.hint = held ? "`pawl status` tells which write is under way; run again when it is "
				       "done, or wait for it with --lock-timeout"
				     : NULL,
		},
		text);
}

static void lock_keep(struct lane_run *lane, const char *lock)
{
	free(lane->lock);
	lane->lock = string_copy(lock);
}

/* Other lanes go on meanwhile. */
static void lock_wait(struct applying *run, struct lane_run *lane, const char *lock, const char *holder)
{
	if (run->progress->waits)
		run->progress->waits(run->progress->data, lane->step, holder);
	lane->phase = LOCKING;
	lane->waiting = run->host->ops->begin(run->host,
		&(struct op){ .verb = OP_LOCK, .path = lock, .deadline_ns = run->manner->lock_timeout_ns });
}

int lock_take(struct applying *run, struct lane_run *lane)
{
	AUTO_FREE char *lock = lock_name(lane->step);
	bool stopping = run->asked_to_stop || run->host->asked_to_stop;
	struct done done = { 0 };
	int result = 0;

	if (string_equal(lock, lane->lock))
		return 0;
	lock_leave(run, lane);
	if (!lock) /* the host's own lock is enough */
		return 0;
	host_do(run->host, &(struct op){ .verb = OP_LOCK, .path = lock }, &done);
	if (done.err == 0) {
		lock_keep(lane, lock);
	} else if (done.err == EWOULDBLOCK && stopping && !lane->step->restores) {
		result = LOCK_LEFT;
	} else if (done.err == EWOULDBLOCK && run->manner->lock_timeout_ns && !stopping) {
		lock_wait(run, lane, lock, done.data);
		result = LOCK_AWAITED;
	} else {
		report_locked(run, lane, &done);
		result = -1;
	}
	done_free(&done);
	return result;
}

int lock_waited(struct applying *run, struct lane_run *lane, const struct done *done)
{
	AUTO_FREE char *lock = lock_name(lane->step);

	if (done->err) {
		report_locked(run, lane, done);
		return -1;
	}
	lock_keep(lane, lock);
	return 0;
}

/* An unlock of what is waited for ends the wait (host.h); each comes back by itself. */
void locks_give_up(struct applying *run)
{
	for (size_t i = 0; i < run->plan->n_lanes; i++) {
		const struct lane_run *lane = &run->lanes[i];
		AUTO_FREE char *lock = lane->waiting ? lock_name(lane->step) : NULL;
		struct done done = { 0 };

		if (!lock)
			continue;
		host_do(run->host, &(struct op){ .verb = OP_UNLOCK, .path = lock }, &done);
		done_free(&done);
	}
}
