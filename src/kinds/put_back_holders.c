/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who has a namespace of a drive is again who had it before. */
#include "nvme_namespaces.h"
#include "put_back.h"
#include <stdlib.h>

static const struct function *drive_of(const struct survey *survey, const struct applied *given)
{
	AUTO_FREE char *address = target_address(given->target);

	return survey_function(survey, address);
}

bool holders_are_known(const struct asking *asking, const struct applied *given)
{
	const struct function *pf = given->knob == &knob_controllers ? drive_of(asking->survey, given) : NULL;

	if (!pf || drive_told(pf))
		return true;
	report_add(asking->report,
		&(struct finding){ .severity = ERROR,
			.outcome = UNAVAILABLE,
			.id = "fact-unknown",
			.object = put_back_object(given),
			.at = resource_place(asking->whose, asking->row),
			.hint = "bind the physical function to nvme, or capture the facts anew as root" },
		"who has which namespace of %s is not known", pf->address);
	return false;
}

/* The steps of one namespace, and who has it as they so far leave it. */
struct giving {
	const struct taking *taking;
	const struct applied *given;
	const struct function *pf;
	const struct step *last; /* that took it from somebody */
	struct text now;
};

static struct step *add_step(struct giving *giving, const char *before)
{
	AUTO_FREE char *lock = function_device(giving->pf);
	struct step *step =
		plan_add(giving->taking->plan, &(struct step){ .knob = giving->given->knob,
						       .target = giving->given->target,
						       .before = (char *)before,
						       .after = (char *)text_string(&giving->now),
						       .object = (char *)put_back_object(giving->given),
						       .lock = lock,
						       .why = giving->taking->change,
						       .flags = STEP_SLOW });

	namespaces_order_ports(giving->taking->plan, giving->taking->survey, step);
	if (giving->last)
		step_needs(step, giving->last, AFTER_DONE);
	giving->last = step;
	return step;
}

static void add_detach(struct giving *giving, const char *controller)
{
	AUTO_FREE char *before = string_copy(text_string(&giving->now));
	uint16_t cntlid = (uint16_t)strtoul(controller, NULL, 10);
	struct function *function;
	struct step *step;

	text_free(&giving->now);
	listing_leave(before, controller, &giving->now);
	step = add_step(giving, before);
	step->flags |= STEP_DISRUPTIVE;
	if (subsystem_controller(giving->taking->survey, giving->pf, cntlid, &function) == CONTROLLER_HERE)
		step_affects(step, EFFECT_NAMESPACE_LOST, function->address, true)->nsid =
			namespace_number(holders_word(giving->given->target));
}

static void add_attach(struct giving *giving, const char *controller)
{
	AUTO_FREE char *before = string_copy(text_string(&giving->now));

	text_addf(&giving->now, "%s%s", giving->now.length ? " " : "", controller);
	add_step(giving, before);
}

static void take(struct giving *giving)
{
	const char *has = giving->given->value;

	text_add(&giving->now, has);
	while (*has) {
		AUTO_FREE char *controller = words_next(&has);

		if (!words_hold(giving->given->original, controller))
			add_detach(giving, controller);
	}
}

static void give(struct giving *giving)
{
	const char *had = giving->given->original;

	while (*had) {
		AUTO_FREE char *controller = words_next(&had);

		if (!words_hold(giving->given->value, controller))
			add_attach(giving, controller);
	}
}

/* All are taken before the first is given: who gets one of another's has not both for a while. */
void put_back_holders(const struct taking *taking)
{
	const struct applied_list *list = &taking->survey->applied;
	AUTO_FREE struct giving *all = memory_new(list->n + 1, sizeof(*all));
	size_t n = 0;

	for (size_t i = 0; i < list->n; i++) {
		const struct applied *given = &list->all[i];

		if (given->knob != &knob_controllers ||
			!put_back_due(taking->survey, given->knob, given->target))
			continue;
		all[n] = (struct giving){
			.taking = taking, .given = given, .pf = drive_of(taking->survey, given)
		};
		take(&all[n++]);
	}
	for (size_t i = 0; i < n; i++) {
		give(&all[i]);
		text_free(&all[i].now);
	}
}
