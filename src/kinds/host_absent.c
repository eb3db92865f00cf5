/* SPDX-License-Identifier: GPL-2.0-or-later */
/* hosts.NAME.state absent: what pawl has set goes back to what it was before. */
#include "kinds_rows.h"
#include <stdlib.h>
#include <string.h>

/* A function whose knobs are taken back, and the steps that others wait for. */
struct taking {
	const struct change *change;
	const struct survey *survey;
	struct plan *plan;
};

/* What is set for the moment only is a debt, and paid. */
static bool is_ours(const struct applied *applied)
{
	return !(applied->knob->flags & KNOB_TEMPORARY);
}

static bool reads(const struct applied *applied, const char *now, const char *value)
{
	const struct reading reading = { .is = R_VALUE, .text = (char *)now };

	return now && knob_matches(applied->knob, &reading, value);
}

static bool is_due(const struct survey *survey, const struct applied *applied)
{
	const char *now = applied_now(survey, applied);

	return is_ours(applied) && reads(applied, now, applied->value) &&
	       !reads(applied, now, applied->original);
}

/* What is taken back; NULL: nothing is to be, or it goes away with its VF. */
static const struct applied *due(const struct survey *survey, const struct knob *knob, const char *target)
{
	const struct applied *applied = target ? applied_find(&survey->applied, knob, target) : NULL;
	const struct applied *vfs;

	if (!applied || !is_due(survey, applied))
		return NULL;
	vfs = applied->pf ? due(survey, &knob_numvfs, applied->pf) : NULL;
	return vfs ? NULL : applied;
}

static bool is_known(const struct survey *survey, const struct applied *applied, const struct resource *host,
	struct report *report)
{
	const struct function *function = survey_function(survey, applied->target);
	const char *value;

	for (size_t i = 0; function && i < N_ATTRIBUTES; i++)
		if (attributes[i].knob == applied->knob &&
			attribute_known(function, (enum attribute)i, host, HOST_STATE, report, &value) < 0)
			return false;
	return true;
}

/* Somebody else's word is not taken back (DESIGN rule 9). */
static void note_changed(const struct survey *survey, const struct applied *applied,
	const struct resource *host, struct report *report)
{
	const char *now = applied_now(survey, applied);
	const struct finding note = { .severity = NOTE,
		.id = "changed-since",
		.object = applied->object ? applied->object : applied->target,
		.at = resource_place(host, HOST_STATE) };

	if (!now || !is_ours(applied) || reads(applied, now, applied->value) ||
		reads(applied, now, applied->original))
		return;
	AUTO_FREE char *is = knob_say(applied->knob, now);
	AUTO_FREE char *was = knob_say(applied->knob, applied->value);
	report_add(report, &note, "%s of %s is %s; pawl had set %s, so this is somebody else's and stays",
		applied->knob->name, applied->target, is, was);
}

/* What was never noted, or cannot be read, cannot be taken back: that is no host that is as wished. */
static int report_unknown(const struct resource *want, const struct remembered *ledger, struct report *report)
{
	report_add(report,
		&(struct finding){ .severity = ERROR,
			.outcome = FAILED,
			.id = "set-unknown",
			.object = want->name,
			.at = resource_place(want, HOST_STATE),
			.hint = "what the ledger's own finding tells to do; what pawl has set since is to be "
				"taken back by hand" },
		"what pawl has set here is not known: %s", ledger->why);
	return -1;
}

int host_observe(const struct survey *survey, const struct resource *want, struct resource *have,
	struct report *report)
{
	const struct host_body *wish = want->body;
	struct host_body *body = have->body;
	const struct applied_list *list = &survey->applied;
	bool stands = false;

	if (!field_given(wish, HOST_STATE))
		return 0;
	if (host_is_absent(wish) && survey->ledger.why)
		return report_unknown(want, &survey->ledger, report);
	for (size_t i = 0; host_is_absent(wish) && i < list->n; i++) {
		if (!is_known(survey, &list->all[i], want, report))
			return -1;
		note_changed(survey, &list->all[i], want, report);
		stands = stands || due(survey, list->all[i].knob, list->all[i].target);
	}
	body->state = string_copy(stands ? HOST_PRESENT : wish->state);
	field_set_given(body, HOST_STATE);
	return 0;
}

static struct step *add_step(
	const struct taking *taking, const struct applied *applied, const char *before, const char *after)
{
	const struct function *function = survey_function(taking->survey, applied->target);
	const char *object = applied->object ? applied->object : applied->target;
	const char *dot = applied->pf ? strrchr(object, '.') : NULL;
	AUTO_FREE char *lock = function_device(function);
	AUTO_FREE char *batch = dot ? text_print("%.*s", (int)(dot - object), object) : string_copy(object);

	return plan_add(taking->plan, &(struct step){ .knob = applied->knob,
					      .target = applied->target,
					      .before = (char *)before,
					      .after = (char *)after,
					      .object = (char *)object,
					      .lock = lock,
					      .batch = batch,
					      .why = taking->change });
}

static struct step *add_count(
	const struct taking *taking, const struct applied *applied, const char *before, const char *after)
{
	const struct function *pf = survey_function(taking->survey, applied->target);
	struct step *step = add_step(taking, applied, before, after);

	step->flags = STEP_SLOW | STEP_VF_COUNT;
	step->patience_ns =
		patience_ns(function_link(pf, A_DRIVER), strtol(before, NULL, 10), strtol(after, NULL, 10));
	if (!string_equal(after, "0"))
		return step;
	step->flags |= STEP_DISRUPTIVE;
	step_takes_vfs(step, pf, true);
	return step;
}

static struct step *then(struct step *step, const struct step *last)
{
	if (last)
		step_needs(step, last, AFTER_DONE);
	return step;
}

/* The override first, as when it was set: it says who may bind the function from then on. */
static struct step *take_driver(const struct taking *taking, const char *target, struct step *last)
{
	const struct applied *override = due(taking->survey, &knob_override, target);
	const struct applied *driver = due(taking->survey, &knob_driver, target);

	if (override)
		last = then(add_step(taking, override, override->value, override->original), last);
	if (driver && *driver->value) {
		last = then(add_step(taking, driver, driver->value, ""), last);
		last->flags = STEP_DISRUPTIVE;
		step_takes_driver(last, survey_function(taking->survey, target));
	}
	if (driver && *driver->original)
		last = then(add_step(taking, driver, "", driver->original), last);
	return last;
}

/*
 * VFs go before their PF's driver, which alone can remove them, and come back after it. From one number to
 * another the kernel goes through 0 (drivers/pci/pci-sysfs.c, sriov_numvfs_store).
 */
static void take_function(const struct taking *taking, const struct function *function)
{
	const struct applied *vfs = due(taking->survey, &knob_numvfs, function->address);
	struct step *last = NULL;

	if (vfs && !string_equal(vfs->value, "0"))
		last = add_count(taking, vfs, vfs->value, "0");
	last = take_driver(taking, function->address, last);
	if (vfs && !string_equal(vfs->original, "0"))
		then(add_count(taking, vfs, "0", vfs->original), last);
}

void host_steps(const struct changes *changes, const struct survey *survey, struct plan *plan)
{
	for (size_t i = 0; i < changes->n; i++) {
		const struct taking taking = { &changes->all[i], survey, plan };

		for (size_t k = 0; k < survey->n; k++)
			take_function(&taking, survey->functions[k]);
	}
}
