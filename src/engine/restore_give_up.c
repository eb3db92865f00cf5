/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Chooses what a configuration's plan gives up of what pawl had set, and what of a half it confirms. */
#include "object.h"
#include "restore.h"
#include "restore_words.h"

/* Strings are the survey's. */
struct giving_up {
	const struct applied_list *applied;
	const struct plan *plan;
	const struct survey *survey;
	struct lookup devices, steps; /* of plan->want by address, of the plan by knob and target */
	bool is_decommissioned;       /* nothing is to come back, whatever it reads */
};

static void plan_index(struct giving_up *on)
{
	const struct state *want = on->plan->want;

	for (size_t i = 0; i < want->n; i++) {
		if (want->all[i]->kind == &kind_device)
			lookup_add(&on->devices,
				hash_string(0, ((const struct device_body *)want->all[i]->body)->address), i);
		on->is_decommissioned |=
			want->all[i]->kind == &kind_host && host_is_absent(want->all[i]->body);
	}
	for (size_t i = 0; i < on->plan->n; i++)
		lookup_add(
			&on->steps, hash_pair(on->plan->steps[i]->knob->name, on->plan->steps[i]->target), i);
}

/* The device of the wish that this function is; NULL: none. */
static const struct resource *device_indexed(const struct giving_up *on, const char *address)
{
	size_t cursor = 0, at;

	while (address && lookup_next(&on->devices, hash_string(0, address), &cursor, &at)) {
		const struct resource *device = on->plan->want->all[at];

		if (string_equal(((const struct device_body *)device->body)->address, address) &&
			survey_function(on->survey, address))
			return device;
	}
	return NULL;
}

static bool plan_turns(const struct giving_up *on, const struct knob *knob, const char *target)
{
	size_t cursor = 0, at;

	while (lookup_next(&on->steps, hash_pair(knob->name, target), &cursor, &at))
		if (on->plan->steps[at]->knob == knob && string_equal(on->plan->steps[at]->target, target))
			return true;
	return false;
}

/* It reads otherwise, or its VF is gone; what cannot be read is not known to be either. */
static bool is_changed(const struct giving_up *on, const struct applied *applied)
{
	const char *now = applied_now(on->survey, applied);

	return now ? !knob_is(applied->knob, now, restore_value(applied, on->survey))
		   : !function_by_target(on->survey, applied->target);
}

/* The configuration says what the knob is to be, whether the plan has to turn it or not. */
static bool has_word(
	const struct giving_up *on, const struct applied *applied, const struct resource *device, int64_t vf)
{
	const struct state *want = on->plan->want;

	for (size_t i = 0; i < want->n; i++)
		if (want->all[i]->kind->has_word && resource_above(want->all[i], &kind_device) == device &&
			want->all[i]->kind->has_word(want->all[i], applied->knob, vf))
			return true;
	return false;
}

/* A boot has taken it away, or may have: nobody knows of any in which it was set. */
static bool is_of_boot(const struct giving_up *on, const struct applied *applied)
{
	const char *now = applied_now(on->survey, applied);
	bool is_told = on->survey->machine[M_BOOT_ID].is == R_VALUE && applied->boot_id;

	if (is_told && applied_is_of_this_boot(on->survey, applied))
		return false;
	return !now || boot_makes(applied, function_by_target(on->survey, applied->target), now);
}

/* No restore would bring it back: its handle is another card's. */
static bool is_elsewhere(const struct giving_up *on, const struct applied *applied, const char *address)
{
	AUTO_FREE char *handle =
		applied->object ? string_part(applied->object, name_device_length(applied->object)) : NULL;
	const struct word_device device = { .address = (char *)address, .handle = handle };

	return handle && device_elsewhere(on->survey, &device);
}

/* A VF may be named by its own address. */
static const struct resource *device_of(
	const struct giving_up *on, const struct applied *applied, int64_t *ret_vf)
{
	const struct resource *pf = device_indexed(on, applied->pf);

	*ret_vf = -1;
	if (pf && applied->object)
		name_vf(applied->object, ret_vf);
	return pf ? pf : device_indexed(on, applied->target);
}

/* With a new number of VFs the run says itself what becomes of what was set on the old ones. */
static bool is_turned(const struct giving_up *on, const struct applied *applied)
{
	return plan_turns(on, applied->knob, applied->target) ||
	       (applied->pf && plan_turns(on, &knob_numvfs, applied->pf));
}

/*
 * A run that died on the way to more had set it, and the configuration says the same, or the plan would turn
 * it: what stood before that run is nobody's wish any more.
 */
static bool is_meant(const struct giving_up *on, const struct applied *applied)
{
	const char *now = applied_now(on->survey, applied);
	int64_t vf;
	const struct resource *device = device_of(on, applied, &vf);

	return applied->stood && device && now && knob_is(applied->knob, now, applied->value) &&
	       has_word(on, applied, device, vf);
}

static bool is_given_up(const struct giving_up *on, const struct applied *applied)
{
	const struct resource *device;
	const struct applied *count;
	int64_t vf;

	if (!applied->value || (applied->knob->flags & (KNOB_TEMPORARY | KNOB_REMEMBERED | KNOB_KEPT)) ||
		is_turned(on, applied))
		return false;
	if (on->is_decommissioned)
		return true;
	device = device_of(on, applied, &vf);
	if (!device || !is_changed(on, applied) || is_meant(on, applied))
		return false;
	count = applied->pf ? applied_find(on->applied, &knob_numvfs, applied->pf) : NULL;
	if (count && is_given_up(on, count))
		return true;
	return !is_of_boot(on, applied) || has_word(on, applied, device, vf) ||
	       is_elsewhere(on, applied, applied->pf ? applied->pf : applied->target);
}

/* What goes with the number of VFs is not told one by one. */
static void note_given_up(const struct giving_up *on, const struct applied *applied, struct report *report)
{
	const char *now = applied_now(on->survey, applied);
	AUTO_FREE char *is = now ? knob_say(applied->knob, now) : string_copy("gone");
	AUTO_FREE char *was = knob_say(applied->knob, restore_value(applied, on->survey));
	const struct applied *count =
		applied->pf ? applied_find(on->applied, &knob_numvfs, applied->pf) : NULL;

	if ((count && is_given_up(on, count)) || !is_changed(on, applied))
		return;
	report_add(report,
		&(struct finding){ .severity = NOTE,
			.id = "given-up",
			.object = applied->object ? applied->object : applied->target },
		"%s of %s is %s; pawl had set %s, and the configuration leaves it so: no boot brings it back",
		applied->knob->name, applied->target, is, was);
}

void restore_give_up(const struct plan *plan, const struct survey *survey, struct applied_list *ret_words,
	struct report *report)
{
	struct giving_up on = { .applied = &survey->applied, .plan = plan, .survey = survey };

	if (survey->applied.n == 0)
		return;
	plan_index(&on);
	for (size_t i = 0; i < on.applied->n; i++) {
		const struct applied *applied = &on.applied->all[i];

		if (!is_given_up(&on, applied))
			continue;
		note_given_up(&on, applied, report);
		applied_keep(ret_words, applied);
	}
	lookup_free(&on.devices);
	lookup_free(&on.steps);
}

void restore_confirm(const struct plan *plan, const struct survey *survey, struct applied_list *ret_words)
{
	struct giving_up on = { .applied = &survey->applied, .plan = plan, .survey = survey };

	if (survey->applied.n == 0)
		return;
	plan_index(&on);
	for (size_t i = 0; i < on.applied->n; i++) {
		const struct applied *applied = &on.applied->all[i];

		if (applied->value && !is_turned(&on, applied) && is_meant(&on, applied))
			applied_keep(ret_words, applied);
	}
	lookup_free(&on.devices);
	lookup_free(&on.steps);
}
