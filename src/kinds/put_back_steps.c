/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The steps by which what pawl has set goes back to what it was before. */
#include "put_back.h"
#include <stdlib.h>
#include <string.h>

static struct step *add_step(
	const struct taking *taking, const struct applied *applied, const char *before, const char *after)
{
	const char *object = put_back_object(applied);
	const char *dot = applied->pf ? strrchr(object, '.') : NULL;
	AUTO_FREE char *lock = function_device(function_by_target(taking->survey, applied->target));
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
	namespaces_order_count(taking->plan, taking->survey, step);
	if (!string_equal(after, "0"))
		return step;
	step->flags |= STEP_DISRUPTIVE;
	step_takes_vfs(step, pf, true);
	return step;
}

/* The last of them; NULL: there is none. A drive's VF's were added with its PF. */
static struct step *take_settings(const struct taking *taking, const struct function *vf, const char *target)
{
	struct step *last = target ? share_last(taking, target) : NULL;

	for (enum vf_setting i = 0; i < N_VF_NET_SETTINGS; i++) {
		const struct applied *setting = put_back_due(taking->survey, vf_settings[i].knob, target);

		if (!setting)
			continue;
		last = step_then(add_step(taking, setting, setting->value, setting->original), last);
		step_cuts_traffic(last, vf, i);
	}
	return last;
}

/*
 * The override in between: with it first, a run that dies would leave a driver that its override does not
 * name, and who wishes for that driver would see nothing to do. It must not see its controller go offline,
 * of which `first` is the first step, and none of the host's stays at one that ends so.
 */
static struct step *take_driver(
	const struct taking *taking, const char *target, struct step *first, struct step *last)
{
	const struct applied *override = put_back_due(taking->survey, &knob_override, target);
	const struct applied *driver = put_back_due(taking->survey, &knob_driver, target);
	const struct function *function = survey_function(taking->survey, target);

	if (driver && *driver->value) {
		struct step *off = add_step(taking, driver, driver->value, "");

		off->flags = STEP_DISRUPTIVE;
		step_takes_driver(off, function);
		namespaces_order_driver(taking->plan, taking->survey, off);
		if (first)
			step_needs(first, off, AFTER_DONE);
		else
			last = step_then(off, last);
	}
	if (override)
		last = step_then(add_step(taking, override, override->value, override->original), last);
	if (driver && *driver->original && !share_finds_nothing(taking->survey, target, driver->original)) {
		last = step_then(add_step(taking, driver, "", driver->original), last);
		namespaces_order_driver(taking->plan, taking->survey, last);
	}
	return last;
}

/* Without the VFs that pawl made, which some drivers want gone before (eswitch.h). */
static struct step *take_switch(const struct taking *taking, const struct function *pf, struct step *last)
{
	const struct applied *mode = put_back_due(taking->survey, &knob_eswitch, pf->address);
	bool vfs_are_gone = last && last->knob == &knob_numvfs;

	if (!mode)
		return last;
	last = step_then(add_step(taking, mode, mode->value, mode->original), last);
	last->flags = STEP_SLOW | STEP_DISRUPTIVE;
	step_takes_switch(last, pf, vfs_are_gone);
	return last;
}

/*
 * VFs go before their PF's driver, which alone can remove them, and come back after it. From one number to
 * another the kernel goes through 0 (drivers/pci/iov.c, sriov_numvfs_store).
 */
static void take_function(const struct taking *taking, const struct function *function)
{
	const struct applied *vfs = put_back_due(taking->survey, &knob_numvfs, function->address);
	AUTO_FREE char *target =
		function->physfn ? vf_target(function->physfn->address, function->vf_number) : NULL;
	struct step *last = take_settings(taking, function, target);

	if (vfs && !string_equal(vfs->value, "0"))
		last = add_count(taking, vfs, vfs->value, "0");
	if (last && last->knob == &knob_numvfs && !string_equal(vfs->original, "0"))
		last->flags |= STEP_PASSING;
	last = take_switch(taking, function, last);
	last = take_driver(taking, function->address, target ? share_first(taking, target) : NULL, last);
	if (vfs && !string_equal(vfs->original, "0"))
		step_then(add_count(taking, vfs, "0", vfs->original), last);
}

void put_back_steps(const struct changes *changes, const struct survey *survey, struct plan *plan)
{
	for (size_t i = 0; i < changes->n; i++) {
		const struct taking taking = { &changes->all[i], survey, plan };

		put_back_holders(&taking);
		for (size_t k = 0; k < survey->n; k++)
			put_back_shares(&taking, survey->functions[k]);
		for (size_t k = 0; k < survey->n; k++)
			take_function(&taking, survey->functions[k]);
	}
}
