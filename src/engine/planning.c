/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From wish and survey to an ordered plan. */
#include "engine.h"
#include "lanes.h"
#include <stdlib.h>

static const struct resource *device_of(const struct change *change)
{
	return resource_above(change->want, &kind_device);
}

/* Moves the changes of one device and one kind to the end of `sorted`. */
static void take_changes(const struct changes *from, const struct resource *device, const struct kind *kind,
	struct changes *sorted)
{
	for (size_t i = 0; i < from->n; i++)
		if (from->all[i].want->kind == kind && device_of(&from->all[i]) == device)
			sorted->all[sorted->n++] = from->all[i];
}

/*
 * Device by device, and kind by kind within one: a VF gets its override as soon after it was made as can be.
 * What stands on no device comes first.
 */
static void sort_changes(struct changes *changes, const struct state *want)
{
	struct changes sorted = { .all = memory_new(changes->n, sizeof(*sorted.all)) };

	for (const struct kind *const *kind = kinds; *kind; kind++)
		take_changes(changes, NULL, *kind, &sorted);
	for (size_t i = 0; i < want->n; i++)
		for (const struct kind *const *kind = kinds; want->all[i]->kind == &kind_device && *kind;
			kind++)
			take_changes(changes, want->all[i], *kind, &sorted);
	free(changes->all);
	*changes = sorted;
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

static int add_steps(struct planning *planning, struct report *report)
{
	struct plan *plan = &planning->plan;
	struct changes own;

	for (size_t first = 0; first < plan->changes.n; first += own.n) {
		const struct kind *kind = plan->changes.all[first].want->kind;

		own = next_changes(&plan->changes, first);
		if (kind->steps && kind->steps(&own, &planning->have, &planning->want, &planning->survey,
					   plan, report) < 0)
			return -1;
	}
	return 0;
}

/* IOMMU groups join the physical devices of their functions: what is in one group is handed over as one. */
static struct lanes *lanes_of(const struct survey *survey)
{
	struct lanes *lanes = lanes_new();

	for (size_t i = 0; i < survey->n; i++) {
		const char *group = function_link(survey->functions[i], A_GROUP);
		AUTO_FREE char *device = group ? function_device(survey->functions[i]) : NULL;
		AUTO_FREE char *name = group ? text_print("group %s", group) : NULL;

		if (group)
			lanes_join(lanes, device, name);
	}
	return lanes;
}

static int make_steps(struct planning *planning, struct report *report)
{
	struct plan *plan = &planning->plan;
	struct lanes *lanes;
	int result;

	plan->have = &planning->have;
	plan->want = &planning->want;
	changes_compare(&planning->have, &planning->want, &plan->changes);
	sort_changes(&plan->changes, &planning->want);
	plan_pay_debts(plan, &planning->survey);
	if (add_steps(planning, report) < 0)
		return -1;
	lanes = lanes_of(&planning->survey);
	result = plan_order(plan, lanes, report);
	lanes_free(lanes);
	plan_identify(plan, &planning->survey);
	return result;
}

int planning_make(
	struct planning *planning, const struct wish *wish, const char *host_name, struct report *report)
{
	if (wish_for_host(wish, host_name, &planning->survey, &planning->want, report) < 0)
		return -1;
	wish_resolve(&planning->want, &planning->survey);
	wish_derive(&planning->want);
	survey_overlay_debts(&planning->survey);
	if (state_observe(&planning->survey, &planning->want, &planning->have, report) < 0)
		return -1;
	return make_steps(planning, report);
}

void planning_free(struct planning *planning)
{
	plan_free(&planning->plan);
	state_free(&planning->have);
	state_free(&planning->want);
	survey_free(&planning->survey);
}
