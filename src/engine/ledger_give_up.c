/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gives up what reads otherwise than pawl had set it, where a plan leaves it so. */
#include "kind.h"
#include "ledger_line.h"
#include <stdlib.h>

/* Strings are the ledger's. */
struct giving_up {
	const struct applied_list *applied;
	const struct plan *plan;
	const struct survey *survey;
	struct lookup devices, steps; /* of plan->want by address, of the plan by knob and target */
	struct ledger_line *lines;
	size_t n;
	struct report *report;
};

static uint64_t step_hash(const struct knob *knob, const char *target)
{
	return hash_string(hash_string(0, knob->name), target);
}

static void plan_index(struct giving_up *on)
{
	const struct state *want = on->plan->want;

	for (size_t i = 0; i < want->n; i++)
		if (want->all[i]->kind == &kind_device)
			lookup_add(&on->devices,
				hash_string(0, ((const struct device_body *)want->all[i]->body)->address), i);
	for (size_t i = 0; i < on->plan->n; i++)
		lookup_add(&on->steps, step_hash(on->plan->steps[i]->knob, on->plan->steps[i]->target), i);
}

static bool device_is_named(const struct giving_up *on, const char *address)
{
	size_t cursor = 0, at;

	while (address && lookup_next(&on->devices, hash_string(0, address), &cursor, &at)) {
		const struct device_body *body = on->plan->want->all[at]->body;

		if (string_equal(body->address, address) && survey_function(on->survey, address))
			return true;
	}
	return false;
}

static bool plan_turns(const struct giving_up *on, const struct knob *knob, const char *target)
{
	size_t cursor = 0, at;

	while (lookup_next(&on->steps, step_hash(knob, target), &cursor, &at))
		if (on->plan->steps[at]->knob == knob && string_equal(on->plan->steps[at]->target, target))
			return true;
	return false;
}

static bool is_there(const struct survey *survey, const char *target)
{
	return survey_function(survey, target) || vf_by_target(survey, target);
}

/* It reads otherwise, or its VF is gone; what cannot be read is not known to be either. */
static bool is_changed(const struct giving_up *on, const struct applied *applied)
{
	const char *now = applied_now(on->survey, applied);
	const struct reading reading = { .is = R_VALUE, .text = (char *)now };

	return now ? !knob_matches(applied->knob, &reading, applied->value)
		   : !is_there(on->survey, applied->target);
}

/* With a new number of VFs the run says itself what becomes of what was set on the old ones. */
static bool is_given_up(const struct giving_up *on, const struct applied *applied)
{
	if (!applied->value || (applied->knob->flags & (KNOB_TEMPORARY | KNOB_REMEMBERED | KNOB_GUEST)))
		return false;
	if (!device_is_named(on, applied->target) && !device_is_named(on, applied->pf))
		return false;
	return is_changed(on, applied) && !plan_turns(on, applied->knob, applied->target) &&
	       !(applied->pf && plan_turns(on, &knob_numvfs, applied->pf));
}

/* What goes with the number of VFs is not told one by one. */
static void note_given_up(const struct giving_up *on, const struct applied *applied)
{
	const char *now = applied_now(on->survey, applied);
	AUTO_FREE char *is = now ? knob_say(applied->knob, now) : string_copy("gone");
	AUTO_FREE char *was = knob_say(applied->knob, applied->value);
	const struct applied *count =
		applied->pf ? applied_find(on->applied, &knob_numvfs, applied->pf) : NULL;

	if (count && is_given_up(on, count))
		return;
	report_add(on->report,
		&(struct finding){ .severity = NOTE,
			.id = "given-up",
			.object = applied->object ? applied->object : applied->target },
		"%s of %s is %s; pawl had set %s, and the configuration leaves it so: no boot brings it back",
		applied->knob->name, applied->target, is, was);
}

static void give_up(struct giving_up *on)
{
	for (size_t i = 0; i < on->applied->n; i++) {
		const struct applied *applied = &on->applied->all[i];

		if (!is_given_up(on, applied))
			continue;
		note_given_up(on, applied);
		on->lines = memory_grow(on->lines, on->n, sizeof(*on->lines));
		on->lines[on->n++] = ledger_line_released(applied);
	}
}

int ledger_give_up(
	struct ledger *ledger, const struct plan *plan, const struct survey *survey, struct report *report)
{
	struct giving_up on = {
		.applied = &ledger->applied, .plan = plan, .survey = survey, .report = report
	};
	int result;

	plan_index(&on);
	give_up(&on);
	result = ledger_append(ledger, on.lines, on.n, survey, report);
	lookup_free(&on.devices);
	lookup_free(&on.steps);
	free(on.lines);
	return result;
}
