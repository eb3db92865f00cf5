/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether what a step says that it does has come of it on a twin. */
#include "effects_watch.h"
#include "nvme_namespaces.h"
#include <string.h>

static bool is_handed_out(const struct guests *guests, const char *address)
{
	for (size_t i = 0; i < guests->n; i++)
		if (guest_is_ordinary(&guests->all[i]) && words_hold(guests->all[i].owns, address))
			return true;
	return false;
}

/* Whether the function, through its controller, has the namespace that was taken from it. */
static bool has_namespace(
	const struct sight *after, const struct step *step, uint32_t nsid, const struct function *function)
{
	AUTO_FREE char *address = target_address(step->target);
	const struct function *pf = survey_function(&after->machine, address);
	const struct drive_namespace *there = pf && pf->drive ? drive_namespace(pf->drive, nsid) : NULL;
	struct function *holder;

	for (size_t i = 0; there && i < there->n_controllers; i++)
		if (subsystem_controller(&after->machine, pf, there->controllers[i], &holder) ==
				CONTROLLER_HERE &&
			holder == function)
			return true;
	return false;
}

static bool comes_true(const struct sight *after, const struct step *step, const struct effect *effect,
	const struct function *function)
{
	switch (effect->kind) {
	case EFFECT_DEVICE_GONE:
		return !function;
	case EFFECT_SECURED:
		return !function || sight_is_secure(after, function->address);
	case EFFECT_HANDED_OUT:
		return function && is_handed_out(&after->machine.guests, function->address);
	case EFFECT_DISK_LOST: /* of a drive's VF */
		return !function || string_equal(function->setting[VF_ONLINE].text, "false");
	case EFFECT_NAMESPACE_LOST:
		return !has_namespace(after, step, effect->nsid, function);
	default:
		return !function || !function_link(function, A_DRIVER);
	}
}

/* What the machine has, of a knob that is one attribute or setting, or a guest's state; NULL: of another. */
static const char *value_now(const struct survey *machine, const struct step *step, const char *target)
{
	const struct guest *guest =
		step->knob == &knob_guest_state ? guests_find(&machine->guests, target) : NULL;

	if (guest)
		return guest->owns ? GUEST_RUNNING : GUEST_STOPPED;
	return applied_now(machine, &(struct applied){ .knob = step->knob, .target = (char *)target });
}

static void knob_comes_true(
	const struct sight *after, const struct step *step, const char *target, struct text *breaches)
{
	const char *now = value_now(&after->machine, step, target);
	const struct reading reading = { .is = R_VALUE, .text = (char *)now };

	if (now && !strstr(step->after, "${") && !knob_matches(step->knob, &reading, step->after))
		text_addf(breaches, "%s of %s to %s is done, and the machine has %s\n", step->knob->name,
			target, step->after, now);
}

void effects_come_true(const struct sight *after, const struct step *step, const char *target,
	const struct state *want, struct text *breaches)
{
	knob_comes_true(after, step, target, breaches);
	for (size_t i = 0; i < step->n_besides; i++)
		knob_comes_true(after,
			&(struct step){ .knob = step->besides[i].knob, .after = step->besides[i].after },
			target, breaches);
	for (size_t i = 0; i < step->n_effects; i++) {
		const struct effect *effect = &step->effects[i];
		const struct function *function = object_function(&after->machine, want, effect->object);

		if (effect->how == WILL && !comes_true(after, step, effect, function))
			text_addf(breaches, "%s of %s to %s is done, and what it said of %s has not come\n",
				step->knob->name, step->target, step->after, effect->object);
	}
}
