/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lists the facts that a plan rests on. */
#include "grounds.h"
#include "kind.h"
#include <stdlib.h>

/* What a function is, not what is done with it. */
static const enum attribute identity[] = {
	A_PATH,
	A_VENDOR,
	A_DEVICE,
	A_SUBSYSTEM_VENDOR,
	A_SUBSYSTEM_DEVICE,
	A_CLASS,
	A_TOTALVFS,
};

/*
 * How a function stands that is changed: who holds it, and with whom it is in one group. Debts count as paid,
 * so that what a run has left behind makes no other plan.
 */
static const enum attribute standing[] = {
	A_DRIVER,
	A_OVERRIDE,
	A_GROUP,
	A_NUMVFS,
	A_AUTOPROBE,
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

void ground_add(struct grounds *grounds, const char *object, const char *fact, const char *value)
{
	grounds->all = memory_grow(grounds->all, grounds->n, sizeof(*grounds->all));
	grounds->all[grounds->n++] = (struct ground){ object, fact, value };
}

static void add_attributes(
	struct grounds *grounds, const struct function *function, const enum attribute *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		bool last_word = attributes[rows[i]].link && rows[i] != A_PATH;

		ground_add(grounds, function->address, attributes[rows[i]].name,
			last_word ? function_link(function, rows[i]) : function_text(function, rows[i]));
	}
}

static void add_machine(struct grounds *grounds, const struct survey *survey)
{
	static const enum machine_fact names[] = { M_HOSTNAME, M_MACHINE_ID };

	for (size_t i = 0; i < COUNT(names); i++) {
		const struct reading *name = &survey->machine[names[i]];

		ground_add(grounds, "machine", machine_facts[names[i]].name,
			name->is == R_VALUE ? name->text : NULL);
	}
}

static void add_devices(struct grounds *grounds, const struct state *want, const struct survey *survey)
{
	for (size_t i = 0; i < want->n; i++) {
		const struct function *function =
			want->all[i]->kind == &kind_device ? device_function(survey, want->all[i]) : NULL;

		if (!function)
			continue;
		ground_add(grounds, want->all[i]->name, kind_device.fields[DEVICE_ADDRESS].name,
			function->address);
		add_attributes(grounds, function, identity, COUNT(identity));
	}
}

/* By address, so that each comes once. */
static int compare_functions(const void *a, const void *b)
{
	const struct function *const *one = a, *const *other = b;

	return (*one)->rank < (*other)->rank ? -1 : (*one)->rank > (*other)->rank;
}

/* Steps of one function, and of one device, mostly follow each other. */
static size_t add_each(const struct function **functions, size_t n, const struct function *function)
{
	if (function && (n == 0 || functions[n - 1] != function))
		functions[n++] = function;
	return n;
}

static void add_changed(struct grounds *grounds, const struct plan *plan, const struct survey *survey)
{
	AUTO_FREE const struct function **changed = memory_new(2 * plan->n + 1, sizeof(*changed));
	size_t n = 0;

	for (size_t i = 0; i < plan->n; i++)
		if (plan->steps[i]->why)
			n = add_each(changed, n, survey_function(survey, plan->steps[i]->target));
	for (size_t i = 0; i < plan->n; i++)
		if (plan->steps[i]->why)
			n = add_each(changed, n, device_function(survey, plan->steps[i]->why->want));
	qsort(changed, n, sizeof(*changed), compare_functions);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || changed[i] != changed[i - 1])
			add_attributes(grounds, changed[i], standing, COUNT(standing));
}

/* Is it neither one attribute nor a guest's: a mode or a setting, which the driver keeps? */
static bool is_of_driver(const struct knob *knob)
{
	enum vf_setting setting;

	return knob == &knob_eswitch || vf_setting_of(knob, &setting);
}

/* What stands where a step sets another; of a VF that is yet to be made nothing does. */
static void add_turned(struct grounds *grounds, const struct plan *plan, const struct survey *survey)
{
	for (size_t i = 0; i < plan->n; i++) {
		const struct step *step = plan->steps[i];
		const struct applied at = { .knob = step->knob, .target = step->target };
		const char *now = step->why && is_of_driver(step->knob) ? applied_now(survey, &at) : NULL;

		if (now)
			ground_add(grounds, step->target, step->knob->name, now);
	}
}

void plan_grounds(const struct plan *plan, const struct survey *survey, struct grounds *grounds)
{
	add_machine(grounds, survey);
	add_devices(grounds, plan->want, survey);
	add_changed(grounds, plan, survey);
	add_turned(grounds, plan, survey);
}

void grounds_free(struct grounds *grounds)
{
	free(grounds->all);
	*grounds = (struct grounds){ 0 };
}
