/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The operations that are under way on the twin: whose turn it is on the virtual clock. */
#include "twin_inside.h"
#include <errno.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

/* Reading 14 attributes of each of 4,160 functions took 92 ms (measured): 22 us a function. */
#define CALL  (20 * MICROSECOND)
#define NEVER UINT64_MAX

/* xorshift64*, G. Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8 (2003). */
unsigned twin_random(struct twin *twin)
{
	twin->random ^= twin->random >> 12;
	twin->random ^= twin->random << 25;
	twin->random ^= twin->random >> 27;
	return (unsigned)((twin->random * UINT64_C(2685821657736338717)) >> 33);
}

static void *bytes_copy(const void *bytes, size_t length)
{
	char *copy = memory_new(length + 1, 1);

	if (length)
		memcpy(copy, bytes, length);
	return copy;
}

static bool pending_is_late(const struct pending *pending)
{
	if (pending->detached || !pending->deadline || pending->stage == QUEUED)
		return false;
	return pending->stage == WAITING || pending->due > pending->deadline;
}

/* When something happens to it. */
static uint64_t pending_time(const struct pending *pending)
{
	if (pending_is_late(pending))
		return pending->deadline;
	return pending->stage == WAITING ? NEVER : pending->due;
}

static bool pending_before(const struct pending *a, const struct pending *b)
{
	uint64_t time_a = pending_time(a), time_b = pending_time(b);

	if (time_a != time_b)
		return time_a < time_b;
	if (a->detached != b->detached)
		return b->detached;
	return a->tie != b->tie ? a->tie < b->tie : a->ticket < b->ticket;
}

static void turn_put(struct twin *twin, struct pending *pending, size_t turn)
{
	twin->turns[turn] = pending;
	pending->turn = turn;
}

void pending_moved(struct twin *twin, struct pending *pending)
{
	size_t turn = pending->turn, child;

	for (; turn > 0 && pending_before(pending, twin->turns[(turn - 1) / 2]); turn = (turn - 1) / 2)
		turn_put(twin, twin->turns[(turn - 1) / 2], turn);
	while ((child = 2 * turn + 1) < twin->n_pending) {
		if (child + 1 < twin->n_pending && pending_before(twin->turns[child + 1], twin->turns[child]))
			child++;
		if (!pending_before(twin->turns[child], pending))
			break;
		turn_put(twin, twin->turns[child], turn);
		turn = child;
	}
	turn_put(twin, pending, turn);
}

void pending_detach(struct twin *twin, struct pending *pending)
{
	twin->n_detached += !pending->detached;
	pending->detached = true;
	pending_moved(twin, pending);
}

bool op_turns(const struct op *op)
{
	return op->verb == OP_WRITE || ((op->verb == OP_NETLINK || op->verb == OP_NVME) && op->in_len > 0);
}

bool op_writes(const struct op *op)
{
	return op_turns(op) || op->verb == OP_REPLACE || op->verb == OP_APPEND || guest_op_changes(op);
}

/* A watch is armed at once: events queue in the socket from when it was opened (netlink(7)). */
struct pending *pending_add(struct twin *twin, const struct op *op)
{
	struct pending *pending = memory_new(1, sizeof(*pending));

	pending->ticket = pending->done.ticket = ++twin->tickets;
	pending->operation = twin->operations;
	pending->stage = op->verb == OP_WATCH ? WAITING : QUEUED;
	pending->since = twin->now;
	pending->due = twin->now + twin_random(twin) % CALL;
	pending->deadline = op->deadline_ns ? twin->now + op->deadline_ns : 0;
	pending->tie = twin_random(twin);
	pending->op = *op;
	pending->op.path = string_copy(op->path);
	pending->op.lock = string_copy(op->lock);
	pending->op.in = op->in ? bytes_copy(op->in, op->in_len) : NULL;
	twin->pending = memory_grow(twin->pending, twin->n_pending, sizeof(struct pending *));
	twin->turns = memory_grow(twin->turns, twin->n_pending, sizeof(struct pending *));
	pending->at = pending->turn = twin->n_pending++;
	twin->pending[pending->at] = twin->turns[pending->turn] = pending;
	twin->n_writes += op_turns(op);
	pending_moved(twin, pending);
	return pending;
}

static void pending_unlock(struct pending *pending)
{
	for (size_t i = 0; i < LOCKS; i++) {
		free(pending->locked[i]);
		pending->locked[i] = NULL;
	}
}

static void pending_free(struct pending *pending)
{
	free((void *)pending->op.path);
	free((void *)pending->op.lock);
	free((void *)pending->op.in);
	pending_unlock(pending);
	free(pending->done.data);
	free(pending);
}

void pending_remove(struct twin *twin, struct pending *pending)
{
	size_t last = --twin->n_pending;
	struct pending *moved = twin->turns[last];

	twin->pending[pending->at] = twin->pending[last];
	twin->pending[pending->at]->at = pending->at;
	if (moved != pending) {
		turn_put(twin, moved, pending->turn);
		pending_moved(twin, moved);
	}
	twin->n_detached -= pending->detached;
	twin->n_writes -= op_turns(&pending->op);
	pending_free(pending);
}

/* What a write takes because a test wants it so. */
static uint64_t slow_ns(const struct twin *twin, const struct op *op)
{
	uint64_t ns = 0;

	for (size_t i = 0; op_turns(op) && i < twin->n_slow; i++)
		if (fnmatch(twin->slow[i].pattern, op->path, 0) == 0)
			ns += twin->slow[i].ns;
	return ns;
}

void pending_execute(struct twin *twin, struct pending *pending)
{
	AUTO_TEXT struct text out = { 0 };
	int err;

	twin->current = pending;
	twin->delay = 0;
	err = operation_do(twin, &pending->op, &out);
	twin->current = NULL;
	pending->stage = err == TWIN_BLOCKED ? WAITING : FINISHED;
	if (err != TWIN_BLOCKED) {
		twin->delay += slow_ns(twin, &pending->op);
		pending->due = twin->now + CALL + twin->delay;
		pending->done.err = err;
		pending->done.len = out.length;
		free(pending->done.data);
		pending->done.data = text_take(&out);
		if (pending->by_hand) /* as others of its kind, it takes no time */
			pending_unlock(pending);
	}
	pending_moved(twin, pending);
}

void pending_beats(struct twin *twin)
{
	struct pending *pending = twin->current;
	uint64_t now = twin->now + twin->delay;

	if (pending && pending->deadline && now <= pending->deadline)
		pending->deadline = now + pending->op.deadline_ns;
}

void pending_retry(struct twin *twin)
{
	for (size_t i = 0; i < twin->n_pending; i++) {
		struct pending *pending = twin->pending[i];

		if (pending->stage == WAITING && !pending->hung && pending->op.verb != OP_WATCH)
			pending_execute(twin, pending);
	}
}

void pending_settle(struct twin *twin)
{
	size_t before = 0;

	pending_retry(twin);
	while (before != twin->n_pending) {
		before = twin->n_pending;
		for (size_t i = before; i-- > 0;)
			if (twin->pending[i]->detached && twin->pending[i]->stage == FINISHED)
				pending_remove(twin, twin->pending[i]);
		pending_retry(twin);
	}
}

struct pending *pending_first(struct twin *twin)
{
	return twin->n_pending > twin->n_detached ? twin->turns[0] : NULL;
}

void pending_answer(struct twin *twin, struct pending *pending, int error)
{
	pending->stage = FINISHED;
	pending->done.err = error;
	pending_moved(twin, pending);
}

/* A deadline is not a cancel: what writes stays with the kernel. */
static void pending_overdue(struct twin *twin, struct pending *pending, struct done *done)
{
	AUTO_TEXT struct text helper = { 0 };

	*done = (struct done){ .ticket = pending->ticket, .err = ETIMEDOUT };
	if (pending->op.verb == OP_LOCK)
		lock_overdue(twin, pending, done);
	else if (pending->op.verb != OP_WATCH)
		done->flags = DONE_STILL_RUNNING;
	if (!op_turns(&pending->op)) {
		pending_remove(twin, pending);
		return;
	}
	helper_print(pending, &helper);
	done->len = helper.length;
	done->data = text_take(&helper);
	pending_detach(twin, pending);
}

void pending_release(struct twin *twin, struct pending *pending)
{
	AUTO_FREE char *object = string_copy(pending->op.path);

	pending_remove(twin, pending);
	twin_hold(twin, object, NULL);
}

bool pending_turn(struct twin *twin, struct pending *pending, struct done *done)
{
	uint64_t time = pending_time(pending);
	bool came_back, wrote = op_turns(&pending->op);

	if (time == NEVER)
		watch_stuck(twin, pending);
	else if (time > twin->now)
		twin->now = time;
	if (time == NEVER || pending_is_late(pending)) {
		pending_overdue(twin, pending, done);
		return true;
	}
	if (pending->releases) {
		pending_release(twin, pending);
		return false;
	}
	if (pending->stage == QUEUED) {
		pending_execute(twin, pending);
		return false;
	}
	came_back = !pending->detached;
	if (came_back) {
		*done = pending->done;
		pending->done.data = NULL;
	}
	pending_remove(twin, pending);
	if (wrote) /* what waits, waits for a device that a write has */
		pending_retry(twin);
	return came_back;
}
