/* SPDX-License-Identifier: GPL-2.0-or-later */
/* devices.HANDLE.eswitch: the mode of the switch inside the card. */
#include "eswitch.h"
#include "kinds_rows.h"

static const struct field fields[] = {
	[ESWITCH_MODE] = { .name = "mode",
		.help = "the mode of the card's embedded switch; switchdev gives each VF a representor on "
			"this host; set before or after the VFs are made, as the driver needs it",
		.type = &value_choice,
		.offset = FIELD_AT(struct eswitch_body, mode, char *),
		.choices = eswitch_modes,
		.flags = FIELD_REQUIRED | FIELD_ALONE },
	{ 0 },
};

static void report_missing(const struct function *pf, const struct resource *want, struct report *report)
{
	report_add(report,
		&(struct finding){
			.severity = ERROR,
			.outcome = FAILED,
			.id = "eswitch-missing",
			.object = want->name,
			.at = resource_place(want, ESWITCH_MODE),
			.hint = "leave `eswitch` out, or first give the function a driver that has one; "
				"mlx5_core of older kernels has it only while there are VFs: apply their "
				"`count` first",
		},
		"%s has no embedded switch: devlink tells no mode for the driver %s", pf->address,
		function_link(pf, A_DRIVER));
}

static void report_untold(const struct function *pf, const struct resource *want, struct report *report)
{
	const struct reading *mode = &pf->identity[I_ESWITCH];

	fact_unknown(report, want, ESWITCH_MODE,
		mode->is == R_VALUE
			? "this pawl knows legacy and switchdev alone"
			: "run as root, or capture the facts anew as root: the kernel tells nobody else",
		"the mode of the embedded switch of %s is not known%s%s", pf->address, mode->text ? ": " : "",
		mode->text ? mode->text : "");
}

/* It comes with the driver: what has none may have a switch when one is bound. */
static int observe(const struct survey *survey, const struct resource *want, struct resource *have,
	struct report *report)
{
	const struct function *pf = device_function(survey, want);
	const struct reading *mode = pf ? &pf->identity[I_ESWITCH] : NULL;
	AUTO_TEXT struct text unused = { 0 };

	if (!pf || (mode->is == R_ABSENT && !function_link(pf, A_DRIVER)))
		return 0;
	if (mode->is == R_VALUE && field_parse(fields, ESWITCH_MODE, have->body, mode->text, &unused) == 0)
		return 0;
	if (mode->is == R_ABSENT)
		report_missing(pf, want, report);
	else
		report_untold(pf, want, report);
	return -1;
}

static bool has_word(const struct resource *mode, const struct knob *knob, int64_t vf)
{
	(void)mode;
	return knob == &knob_eswitch && vf < 0;
}

static struct step *add_step(const struct change *change, const struct function *pf, struct plan *plan)
{
	const struct eswitch_body *have = change->have ? change->have->body : NULL,
				  *want = change->want->body;
	AUTO_FREE char *lock = function_device(pf);

	return plan_add(plan, &(struct step){ .knob = &knob_eswitch,
				      .target = pf->address,
				      .before = have ? have->mode : (char *)"",
				      .after = want->mode,
				      .object = change->want->under->name,
				      .lock = lock,
				      .batch = change->want->under->name,
				      .why = change,
				      .flags = STEP_SLOW | STEP_DISRUPTIVE });
}

/* A mode's step and those of the same device. */
struct relating {
	struct step *own;
	const struct eswitch_row *row;
	bool makes, removes; /* VFs: one of these does */
};

static bool step_makes_vfs(const struct step *step)
{
	return step->flags & STEP_VF_COUNT && !string_equal(step->after, "0");
}

/* Before the VFs are made, unless the driver wants them first: then while there are any. */
static void relate_count(const struct relating *with, struct step *count)
{
	bool last = with->row->vfs_first;

	if (last == step_makes_vfs(count))
		step_needs(with->own, count, AFTER_DONE);
	else if (!last || !with->makes)
		step_needs(count, with->own, AFTER_DONE);
}

/* A VF that was bound is let go of before, and gets its driver after: that one sees the mode in force. */
static void relate_vf_driver(const struct relating *with, struct step *step)
{
	bool unbinds = step->knob == &knob_driver && !*step->after;

	if (unbinds && string_equal(step->before, with->row->unbinds))
		step_needs(with->own, step, AFTER_DONE);
	else if (step->knob == &knob_driver && !unbinds)
		step_needs(step, with->own, AFTER_DONE);
}

/* The PF's driver comes first; what VFs get comes last: the mode says which settings they have. */
static void relate(const struct relating *with, struct step *step)
{
	const struct resource *want = step->why->want;

	if (step->flags & STEP_VF_COUNT)
		relate_count(with, step);
	else if (step->guard_of && !with->row->vfs_first)
		step_needs(step, with->own, AFTER_DONE);
	else if (want->kind == &kind_driver && ((const struct driver_body *)want->body)->vfs == 0)
		step_needs(with->own, step, AFTER_DONE);
	else if (want->kind == &kind_driver)
		relate_vf_driver(with, step);
	else if (want->kind == &kind_vf_net)
		step_needs(step, with->own, AFTER_DONE);
}

/* Those of the same device were added a moment ago: what is before them is another's. */
static size_t device_first(const struct plan *plan, const struct resource *device)
{
	size_t first = plan->n;

	while (first > 0 && plan->steps[first - 1]->why &&
		resource_above(plan->steps[first - 1]->why->want, &kind_device) == device)
		first--;
	return first;
}

static void steps(const struct changes *changes, const struct survey *survey, struct plan *plan)
{
	for (size_t i = 0; i < changes->n; i++) {
		const struct change *change = &changes->all[i];
		const struct function *pf = device_function(survey, change->want);
		size_t first = device_first(plan, change->want->under), own = plan->n;
		struct relating with = { 0 };

		if (!pf)
			continue;
		with.row = eswitch_row(function_link(pf, A_DRIVER));
		with.own = add_step(change, pf, plan);
		for (size_t k = first; k < own; k++) {
			with.makes |= step_makes_vfs(plan->steps[k]);
			with.removes |= plan->steps[k]->flags & STEP_VF_COUNT && !with.makes;
		}
		for (size_t k = first; k < own; k++)
			relate(&with, plan->steps[k]);
		step_takes_switch(with.own, pf, with.removes);
	}
}

const struct kind kind_eswitch = {
	.name = "eswitch",
	.summary = "the mode of the switch inside a network card",
	.under = "device",
	.key = "eswitch",
	.size = sizeof(struct eswitch_body),
	.fields = fields,
	.observe = observe,
	.has_word = has_word,
	.steps = steps,
};
