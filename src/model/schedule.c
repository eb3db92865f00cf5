/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Takes the steps of a plan one by one, the best of those that may come next. */
#include "order.h"
#include <assert.h>
#include <stdlib.h>

/* Steps that may come next, the smallest key at the root of a binary heap. */
struct ready {
	uint64_t *keys;
	size_t n;
};

/*
 * Those of a later rank come only when none of an earlier one may: so a barrier has everything before it that
 * does not depend on it. What cannot be taken back comes after what can.
 */
enum rank { PLAIN, REBOOT, ONE_WAY, N_RANKS };

/*
 * Lanes take turns, in the order in which they were added; a turn lasts as long as the lane has a step that
 * may come next. A lane that was left queues up again, so that it does not break into another one's turn.
 */
struct schedule {
	struct order *order;
	struct ready ready[N_RANKS];
	enum rank rank; /* of the step taken last */
	uint64_t *turns, turn, last_turn;
	size_t *unfinished; /* steps to come, by lane and kind */
	size_t *members;    /* the first node of each lane, + 1 */
	size_t taken;
};

static void swap(uint64_t *a, uint64_t *b)
{
	uint64_t key = *a;

	*a = *b;
	*b = key;
}

static void ready_push(struct ready *ready, uint64_t key)
{
	size_t at = ready->n;

	ready->keys = memory_grow(ready->keys, ready->n, sizeof(*ready->keys));
	ready->keys[ready->n++] = key;
	for (; at > 0 && ready->keys[at] < ready->keys[(at - 1) / 2]; at = (at - 1) / 2)
		swap(&ready->keys[at], &ready->keys[(at - 1) / 2]);
}

static uint64_t ready_pop(struct ready *ready)
{
	uint64_t key = ready->keys[0];
	size_t at = 0, child;

	ready->keys[0] = ready->keys[--ready->n];
	while ((child = 2 * at + 1) < ready->n) {
		if (child + 1 < ready->n && ready->keys[child + 1] < ready->keys[child])
			child++;
		if (ready->keys[at] <= ready->keys[child])
			break;
		swap(&ready->keys[at], &ready->keys[child]);
		at = child;
	}
	return key;
}

static enum rank step_rank(const struct step *step)
{
	if (step->flags & STEP_ONE_WAY)
		return ONE_WAY;
	return step->flags & STEP_NEEDS_REBOOT ? REBOOT : PLAIN;
}

/* Turn and number in one key: the lower turn first, within it as the steps were added. */
static void schedule_offer(struct schedule *schedule, size_t node)
{
	const struct step *step = schedule->order->nodes[node].step;
	uint64_t *turn = &schedule->turns[step->lane->number];

	if (*turn < schedule->turn)
		*turn = ++schedule->last_turn;
	ready_push(&schedule->ready[step_rank(step)], *turn << 32 | node);
}

static void schedule_unblock(struct schedule *schedule, size_t node)
{
	if (--schedule->order->nodes[node].blockers == 0)
		schedule_offer(schedule, node);
}

static size_t *schedule_unfinished(struct schedule *schedule, const struct node *node, size_t kind)
{
	return &schedule->unfinished[node->step->lane->number * schedule->order->precedence.n + kind];
}

/* One reboot is enough for all that wait for one: the reboot steps that are ready stay together. */
static size_t schedule_take(struct schedule *schedule)
{
	enum rank rank = schedule->rank;
	uint64_t key;

	if (rank != REBOOT || schedule->ready[rank].n == 0)
		for (rank = PLAIN; rank < N_RANKS && schedule->ready[rank].n == 0; rank++)
			;
	assert(rank < N_RANKS); /* else the kinds' table has a kind that is after itself */
	key = ready_pop(&schedule->ready[rank]);
	schedule->rank = rank;
	if (rank == PLAIN)
		schedule->turn = key >> 32;
	else if (schedule->ready[PLAIN].n == 0)
		schedule->turn = ++schedule->last_turn;
	return (uint32_t)key;
}

static void schedule_place(struct schedule *schedule, size_t at)
{
	struct order *order = schedule->order;
	const struct node *node = &order->nodes[at];

	order->plan->steps[schedule->taken++] = node->step;
	node->step->number = schedule->taken;
	for (size_t i = node->dependents; i < node[1].dependents; i++)
		schedule_unblock(schedule, order->dependents[i]);
	if (--*schedule_unfinished(schedule, node, node->kind) > 0)
		return;
	for (size_t next = schedule->members[node->step->lane->number]; next;
		next = order->nodes[next - 1].neighbour) {
		if (order->nodes[next - 1].waits >> node->kind & 1)
			schedule_unblock(schedule, next - 1);
	}
}

static void schedule_open(struct schedule *schedule, struct order *order)
{
	size_t n_lanes = order->plan->n_lanes;

	schedule->order = order;
	schedule->turns = memory_new(n_lanes, sizeof(*schedule->turns));
	schedule->members = memory_new(n_lanes, sizeof(*schedule->members));
	schedule->unfinished = memory_new(n_lanes * order->precedence.n, sizeof(*schedule->unfinished));
	for (size_t lane = 0; lane < n_lanes; lane++)
		schedule->turns[lane] = ++schedule->last_turn;
	for (size_t i = order->n; i-- > 0;) {
		struct node *node = &order->nodes[i];
		size_t *first = &schedule->members[node->step->lane->number];

		node->neighbour = *first;
		*first = i + 1;
		++*schedule_unfinished(schedule, node, node->kind);
	}
}

/* A node is blocked by each step that it needs, and by each kind of its lane that it comes after. */
static void schedule_start(struct schedule *schedule)
{
	struct order *order = schedule->order;

	for (size_t i = 0; i < order->n; i++) {
		struct node *node = &order->nodes[i];

		node->blockers = node->step->n_needs;
		for (size_t kind = 0; kind < order->precedence.n; kind++)
			node->blockers +=
				node->waits >> kind & 1 && *schedule_unfinished(schedule, node, kind) > 0;
		if (node->blockers == 0)
			schedule_offer(schedule, i);
	}
}

static void schedule_close(struct schedule *schedule)
{
	for (size_t rank = 0; rank < N_RANKS; rank++)
		free(schedule->ready[rank].keys);
	free(schedule->turns);
	free(schedule->members);
	free(schedule->unfinished);
}

void schedule_steps(struct order *order)
{
	struct schedule schedule = { 0 };

	schedule_open(&schedule, order);
	schedule_start(&schedule);
	while (schedule.taken < order->n)
		schedule_place(&schedule, schedule_take(&schedule));
	schedule_close(&schedule);
}
