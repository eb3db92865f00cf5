/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From wish and survey to an ordered plan. */
#include "engine.h"
#include "grounds.h"
#include "lanes.h"
#include "lookup.h"
#include "net.h"
#include "recall.h"
#include <stdlib.h>

static const struct resource *device_of(const struct change *change)
{
	return resource_above(change->want, &kind_device);
}

/* Where a change stands: its device's place in the wish, its kind's in the table, its own in the wish. */
struct standing {
	struct change change;
	size_t device, kind, order;
};

static size_t kind_rank(const struct kind *kind)
{
	size_t rank = 0;

	while (kinds[rank] && kinds[rank] != kind)
		rank++;
	return rank;
}

static int compare_standing(const void *a, const void *b)
{
	const struct standing *one = a, *other = b;

	if (one->device != other->device)
		return one->device < other->device ? -1 : 1;
	if (one->kind != other->kind)
		return one->kind < other->kind ? -1 : 1;
	return one->order < other->order ? -1 : one->order > other->order;
}

/* What stands on no device stands on several: it comes last. */
static size_t device_rank(
	const struct lookup *devices, const struct state *want, const struct resource *device)
{
	size_t cursor = 0, at;

	while (device && lookup_next(devices, hash_string(0, device->name), &cursor, &at))
		if (want->all[at] == device)
			return at;
	return want->n;
}

/*
 * Device by device, and kind by kind within one: a VF gets its override as soon after it was made as can be.
 */
static void sort_changes(struct changes *changes, const struct state *want)
{
	struct standing *standings = memory_new(changes->n, sizeof(*standings));
	struct lookup devices = { 0 };

	for (size_t i = 0; i < want->n; i++)
		if (want->all[i]->kind == &kind_device)
			lookup_add(&devices, hash_string(0, want->all[i]->name), i);
	for (size_t i = 0; i < changes->n; i++)
		standings[i] = (struct standing){
			.change = changes->all[i],
			.device = device_rank(&devices, want, device_of(&changes->all[i])),
			.kind = kind_rank(changes->all[i].want->kind),
			.order = i,
		};
	qsort(standings, changes->n, sizeof(*standings), compare_standing);
	for (size_t i = 0; i < changes->n; i++)
		changes->all[i] = standings[i].change;
	lookup_free(&devices);
	free(standings);
}

/* While the survey tells whose the ids are that the values have. */
static void tell_steps(struct plan *plan, const struct survey *survey)
{
	for (size_t i = 0; i < plan->n; i++) {
		struct step *step = plan->steps[i];
		AUTO_FREE char *was =
			knob_say_side(step->knob, survey, step->target, step->before, step->after);
		AUTO_FREE char *will =
			knob_say_side(step->knob, survey, step->target, step->after, step->before);

		step->was = arena_copy(&plan->memory, was);
		step->will = arena_copy(&plan->memory, will);
	}
}

/* The changes of one device and kind, from `first` on; they stay the plan's, where a step's `why` points. */
static struct changes next_changes(const struct changes *sorted, size_t first)
{
	struct changes own = { .all = sorted->all + first };

	while (first + own.n < sorted->n && own.all[own.n].want->kind == own.all->want->kind &&
		device_of(&own.all[own.n]) == device_of(own.all))
		own.n++;
	return own;
}

static void add_steps(struct planning *planning)
{
	struct plan *plan = &planning->plan;
	struct changes own;

	for (size_t first = 0; first < plan->changes.n; first += own.n) {
		const struct kind *kind = plan->changes.all[first].want->kind;

		own = next_changes(&plan->changes, first);
		if (kind->steps)
			kind->steps(&own, &planning->survey, plan);
	}
}

static int make_steps(struct planning *planning, const struct asked *asked, struct report *report)
{
	struct plan *plan = &planning->plan;
	struct lanes *lanes;
	int result;

	plan->have = &planning->have;
	plan->want = &planning->want;
	plan->left_out = &planning->left_out;
	plan->allowed = asked->allowed;
	changes_compare(&planning->have, &planning->want, &plan->changes);
	sort_changes(&plan->changes, &planning->want);
	add_steps(planning);
	macs_take_turns(plan, &planning->survey);
	plan_pay_debts(plan, &planning->survey, asked, report);
	lanes = survey_lanes(&planning->survey, &planning->want);
	result = plan_order(plan, lanes, report);
	lanes_free(lanes);
	tell_steps(plan, &planning->survey);
	plan_identify(plan, &planning->survey);
	return result;
}

/* What the ledger told at the start of the run holds to its end. */
static void remember(struct planning *planning, const struct planning *before)
{
	planning_pins(before, &planning->survey.pins);
	applied_copy(&before->survey.applied, &planning->survey.applied);
}

static int wish_take(
	struct planning *planning, const struct wish *wish, const struct asked *asked, struct report *report)
{
	if (!asked->recall)
		return wish_for_host(wish, asked->host_name, &planning->survey, &planning->want, report);
	recall_wish(asked->recall, &planning->survey, &planning->want, report);
	return 0;
}

int planning_make(
	struct planning *planning, const struct wish *wish, const struct asked *asked, struct report *report)
{
	if (asked->before)
		remember(planning, asked->before);
	if (wish_take(planning, wish, asked, report) < 0)
		return -1;
	wish_identify(&planning->want, asked->targets, asked->n_targets, planning->wish);
	wish_resolve(&planning->want, &planning->survey, report);
	wish_derive(&planning->want, &planning->survey);
	if (wish_target(&planning->want, asked->targets, asked->n_targets, &planning->left_out, report) < 0)
		return -1;
	if (asked->n_targets > 0)
		wish_narrow(&planning->want, &planning->survey);
	wish_note_out_of_service(&planning->want, report);
	if (!asked->before) {
		wish_note_pinned(&planning->want, &planning->survey, report);
		wish_note_moved(&planning->want, &planning->survey, report);
	}
	survey_overlay_debts(&planning->survey);
	if (state_observe(&planning->survey, &planning->want, &planning->have, report) < 0)
		return -1;
	return make_steps(planning, asked, report);
}

void planning_free(struct planning *planning)
{
	plan_free(&planning->plan);
	state_free(&planning->have);
	state_free(&planning->want);
	state_free(&planning->left_out);
	survey_free(&planning->survey);
}
