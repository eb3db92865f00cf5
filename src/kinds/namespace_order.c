/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The order of what a VF gets and loses of its drive, and of who has it: no user sees the data of another. */
#include "namespace.h"
#include "nvme_namespaces.h"
#include <stdlib.h>

/* Whose controller gets it or loses it, by whichever port of the drive; NULL: no VF's that is here. */
static const struct function *moves_at(const struct survey *survey, const struct step *holders)
{
	AUTO_FREE char *given = listing_added(holders->before, holders->after),
		       *taken = given ? NULL : listing_added(holders->after, holders->before);
	AUTO_FREE char *address = target_address(holders->target);
	const struct function *pf = survey_function(survey, address);
	const char *controller = given ? given : taken;
	struct function *function = NULL;

	if (controller && pf && drive_told(pf))
		subsystem_controller(survey, pf, (uint16_t)strtoul(controller, NULL, 10), &function);
	return function && function->physfn ? function : NULL;
}

/* What comes to the controller waits until the driver has let go, and a driver until what goes is gone. */
static void order(struct step *holders, struct step *driver)
{
	bool lets_go = *driver->after == '\0';
	AUTO_FREE char *given = listing_added(holders->before, holders->after);

	if (lets_go && given)
		step_needs(holders, driver, AFTER_DONE);
	else if (!lets_go && !given)
		step_needs(driver, holders, AFTER_DONE);
}

void namespaces_order_driver(struct plan *plan, const struct survey *survey, struct step *driver)
{
	const struct function *vf = survey_function(survey, driver->target);

	for (size_t i = 0; vf && drive_told(vf->physfn) && i < plan->n; i++)
		if (plan->steps[i]->knob == &knob_controllers && moves_at(survey, plan->steps[i]) == vf)
			order(plan->steps[i], driver);
}

void namespaces_order_holders(struct plan *plan, const struct survey *survey, struct step *holders)
{
	const struct function *vf = moves_at(survey, holders);

	for (size_t i = 0; vf && i < plan->n; i++)
		if (plan->steps[i]->knob == &knob_driver && string_equal(plan->steps[i]->target, vf->address))
			order(holders, plan->steps[i]);
}

/* At another port of the drive: a lane's own steps are added in this order. */
static void order_moves(const struct survey *survey, struct step *attach, const struct step *detach)
{
	AUTO_FREE char *given = listing_added(attach->before, attach->after),
		       *taken = listing_added(detach->after, detach->before);
	AUTO_FREE char *address = target_address(attach->target), *other = target_address(detach->target);
	const struct function *pf = survey_function(survey, address);

	if (given && string_equal(given, taken) && pf && drive_is_same(survey_function(survey, other), pf))
		step_needs(attach, detach, AFTER_DONE);
}

void namespaces_order_ports(struct plan *plan, const struct survey *survey, struct step *holders)
{
	for (size_t i = 0; i < plan->n; i++) {
		struct step *step = plan->steps[i];

		if (step->knob != &knob_controllers || string_equal(step->lock, holders->lock))
			continue;
		order_moves(survey, step, holders);
		order_moves(survey, holders, step);
	}
}

/* Its VFs go, or come. */
static bool counts(const struct step *step, const struct function *pf, bool go)
{
	return pf && step->knob == &knob_numvfs && string_equal(step->after, "0") == go &&
	       string_equal(step->target, pf->address);
}

/*
 * What a VF is to lose it loses while it is there: else a step would speak of a VF that is no more. And who
 * gets one as soon as it is there finds nothing that is still to be taken away.
 */
void namespaces_order_count(
	struct plan *plan, const struct function *pf, const struct step *detach, bool vf_is_here)
{
	for (size_t i = 0; i < plan->n; i++)
		if (counts(plan->steps[i], pf, vf_is_here))
			step_needs(plan->steps[i], detach, AFTER_DONE);
}

/* VFs may be held and stay: then no data is gone yet. */
void namespaces_order_deleting(struct plan *plan, const struct function *pf, struct step *deleting)
{
	for (size_t i = 0; i < plan->n; i++)
		if (counts(plan->steps[i], pf, true))
			step_needs(deleting, plan->steps[i], AFTER_DONE);
}
