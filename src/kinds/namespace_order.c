/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The order of what a VF gets and loses of its drive, and of who has it: no user sees the data of another. */
#include "namespace.h"
#include "nvme_namespaces.h"
#include "object.h"
#include <stdlib.h>

/* A VF whose controller gets a namespace or loses it, by whichever port of the drive. */
struct move {
	const struct function *port; /* whose VF it is; NULL: no VF's of a drive that is here */
	const struct function *vf;   /* NULL: it is yet to be made */
	size_t number;
	bool given;
};

static struct move move_of(const struct survey *survey, const struct step *holders)
{
	AUTO_FREE char *given = listing_added(holders->before, holders->after),
		       *taken = given ? NULL : listing_added(holders->after, holders->before);
	AUTO_FREE char *address = target_address(holders->target);
	const struct function *pf = survey_function(survey, address), *port = NULL;
	const char *controller = given ? given : taken;
	uint16_t cntlid = controller ? (uint16_t)strtoul(controller, NULL, 10) : 0;
	const struct secondary *secondary;

	if (controller && pf && drive_told(pf))
		port = controller_port(survey, pf, cntlid);
	secondary = port ? drive_secondary_by_id(port->drive, cntlid) : NULL;
	if (!secondary || !secondary->vf)
		return (struct move){ 0 };
	return (struct move){ .port = port,
		.vf = drive_controller(port, cntlid),
		.number = secondary->vf - 1U,
		.given = given };
}

/* Whose VF the driver is of, by its address, or by the name of one that is yet to be made; NULL: of no VF. */
static const struct function *driver_port(
	const struct plan *plan, const struct survey *survey, const struct step *driver, size_t *ret_number)
{
	const struct function *vf = survey_function(survey, driver->target);
	const struct resource *device;
	int64_t number;

	if (vf) {
		*ret_number = vf->vf_number;
		return vf->physfn;
	}
	if (!name_vf(driver->object, &number))
		return NULL;
	*ret_number = (size_t)number;
	device = device_named(plan->want, driver->object);
	return device ? device_function(survey, device) : NULL;
}

/* What comes waits until the driver has let go, and a driver until all is as it is to be. */
static void order_driver(struct step *holders, const struct move *move, struct step *driver)
{
	bool lets_go = *driver->after == '\0';

	if (!lets_go)
		step_needs(driver, holders, AFTER_DONE);
	else if (move->given)
		step_needs(holders, driver, AFTER_DONE);
}

void namespaces_order_driver(struct plan *plan, const struct survey *survey, struct step *driver)
{
	const struct function *vf = survey_function(survey, driver->target);

	for (size_t i = 0; vf && drive_told(vf->physfn) && i < plan->n; i++) {
		struct step *holders = plan->steps[i];
		struct move move = { 0 };

		if (holders->knob == &knob_controllers)
			move = move_of(survey, holders);
		if (move.vf == vf)
			order_driver(holders, &move, driver);
	}
}

/*
 * What a VF is to lose it loses while it is there: else a step would speak of a VF that is no more. Who gets
 * one as soon as it is there finds nothing that is still to be taken away; and who has one that goes never
 * sees what is for the next.
 */
static void order_count(struct step *holders, const struct move *move, struct step *count)
{
	bool go = string_equal(count->after, "0");

	if (!string_equal(count->target, move->port->address))
		return;
	if (!move->given && go == (move->vf != NULL))
		step_needs(count, holders, AFTER_DONE);
	else if (move->given && go)
		step_needs(holders, count, AFTER_DONE);
}

void namespaces_order_count(struct plan *plan, const struct survey *survey, struct step *count)
{
	for (size_t i = 0; i < plan->n; i++) {
		struct step *holders = plan->steps[i];
		struct move move = { 0 };

		if (holders->knob == &knob_controllers)
			move = move_of(survey, holders);
		if (move.port)
			order_count(holders, &move, count);
	}
}

void namespaces_order_stop(
	struct plan *plan, const struct survey *survey, const struct step *stop, const char *functions)
{
	for (size_t i = 0; functions && i < plan->n; i++) {
		struct step *holders = plan->steps[i];
		struct move move = { 0 };

		if (holders->knob == &knob_controllers)
			move = move_of(survey, holders);
		if (move.vf && words_hold(functions, move.vf->address))
			step_needs(holders, stop, AFTER_DONE);
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

static void order_ports(struct plan *plan, const struct survey *survey, struct step *holders)
{
	for (size_t i = 0; i < plan->n; i++) {
		struct step *step = plan->steps[i];

		if (step->knob != &knob_controllers || string_equal(step->lock, holders->lock))
			continue;
		order_moves(survey, step, holders);
		order_moves(survey, holders, step);
	}
}

/* All is given before the first driver comes, as the steps of a wish are added. */
static void order_drivers(
	struct plan *plan, const struct survey *survey, struct step *holders, const struct move *move)
{
	for (size_t i = 0; i < plan->n; i++) {
		struct step *step = plan->steps[i];
		const struct function *port = NULL;
		size_t number;

		if (step->knob == &knob_driver)
			port = driver_port(plan, survey, step, &number);
		if (port == move->port && (number == move->number || (move->given && *step->after)))
			order_driver(holders, move, step);
	}
}

void namespaces_order_holders(struct plan *plan, const struct survey *survey, struct step *holders)
{
	const struct move move = move_of(survey, holders);

	for (size_t i = 0; move.port && i < plan->n; i++)
		if (plan->steps[i]->knob == &knob_numvfs)
			order_count(holders, &move, plan->steps[i]);
	if (move.port)
		order_drivers(plan, survey, holders, &move);
	order_ports(plan, survey, holders);
}

/* VFs may be held and stay: then no data is gone yet. */
void namespaces_order_deleting(struct plan *plan, const struct function *pf, struct step *deleting)
{
	for (size_t i = 0; i < plan->n; i++) {
		const struct step *step = plan->steps[i];

		if (step->knob == &knob_numvfs && string_equal(step->after, "0") &&
			string_equal(step->target, pf->address))
			step_needs(deleting, step, AFTER_DONE);
	}
}
