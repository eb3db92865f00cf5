/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The order of what a VF gets and loses of its drive, and of who has it: no user sees the data of another. */
#include "namespace.h"
#include "nvme_namespaces.h"
#include <string.h>

/* What comes to the controller waits until the driver has let go, and a driver until what goes is gone. */
static void order(struct step *holders, struct step *driver, const char *controller)
{
	bool lets_go = *driver->after == '\0';
	AUTO_FREE char *moved = lets_go ? listing_added(holders->before, holders->after)
					: listing_added(holders->after, holders->before);

	if (!string_equal(moved, controller))
		return;
	if (lets_go)
		step_needs(holders, driver, AFTER_DONE);
	else
		step_needs(driver, holders, AFTER_DONE);
}

static bool is_of(const struct step *holders, const struct function *pf)
{
	AUTO_FREE char *address = target_address(holders->target);

	return string_equal(address, pf->address);
}

void namespaces_order_driver(struct plan *plan, const struct function *vf, struct step *driver)
{
	const struct drive *drive = vf ? drive_told(vf->physfn) : NULL;
	const struct secondary *secondary = drive ? drive_secondary(drive, vf->vf_number) : NULL;
	AUTO_FREE char *controller = secondary ? text_print("%u", secondary->cntlid) : NULL;

	for (size_t i = 0; secondary && i < plan->n; i++)
		if (plan->steps[i]->knob == &knob_controllers && is_of(plan->steps[i], vf->physfn))
			order(plan->steps[i], driver, controller);
}

void namespaces_order_holders(struct plan *plan, const struct function *pf, struct step *holders)
{
	for (size_t i = 0; i < plan->n; i++) {
		const struct step *step = plan->steps[i];

		for (size_t k = 0; step->knob == &knob_driver && k < pf->n_virtfn; k++) {
			const struct secondary *secondary = drive_secondary(pf->drive, k);
			AUTO_FREE char *controller = NULL;

			if (!secondary || !pf->virtfn[k] ||
				!string_equal(step->target, pf->virtfn[k]->address))
				continue;
			controller = text_print("%u", secondary->cntlid);
			order(holders, plan->steps[i], controller);
		}
	}
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
