/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gates on the mode of a card's embedded switch: its driver, and the VFs that it has then. */
#include "eswitch.h"
#include "gates_rows.h"
#include <inttypes.h>

static size_t vfs_with(const struct function *pf, const char *driver)
{
	size_t n = 0;

	for (size_t i = 0; i < pf->n_virtfn; i++)
		n += pf->virtfn[i] && string_equal(function_link(pf->virtfn[i], A_DRIVER), driver);
	return n;
}

/* Of the steps that come right before it: how many turn this knob to that value, and on others when told. */
static size_t needs_to(const struct step *step, const struct knob *knob, const char *to, bool on_others)
{
	size_t n = 0;

	for (size_t i = 0; i < step->n_needs; i++) {
		const struct step *on = step->needs[i].on;

		n += on->knob == knob && string_equal(on->after, to) &&
		     string_equal(on->target, step->target) != on_others;
	}
	return n;
}

static void judge_bound(const struct question *question, const struct step *step, const struct function *pf,
	const char *driver)
{
	size_t bound = vfs_with(pf, driver);

	if (bound > needs_to(step, &knob_driver, "", true))
		gate_refuse_step(question, step,
			"give its VFs `driver: none` and apply, then the mode, then their driver; or apply "
			"`count: 0` first",
			"%zu of the VFs of %s %s bound to %s: its firmware changes to %s only while "
			"none is",
			bound, pf->address, bound == 1 ? "is" : "are", driver, step->after);
}

static void judge_mode(const struct question *question, const struct step *step)
{
	const struct function *pf = survey_function(question->now, step->target);
	const char *driver = pf ? function_link(pf, A_DRIVER) : NULL;
	const struct eswitch_row *row = eswitch_row(driver);
	int64_t vfs;

	if (!row->driver || needs_to(step, &knob_numvfs, "0", false) > 0)
		return;
	if (row->unbinds && string_equal(step->after, ESWITCH_SWITCHDEV))
		judge_bound(question, step, pf, row->unbinds);
	if (row->vfs_never && function_number(pf, A_NUMVFS, &vfs) == 0 && vfs > 0)
		gate_refuse_step(question, step, question->gate->fix,
			"%s changes the mode of its switch only without VFs, and %s has %" PRId64, driver,
			pf->address, vfs);
}

static void judge(const struct question *question)
{
	const struct step *step;

	for (size_t cursor = 0; (step = next_step(question, &knob_eswitch, &cursor));)
		judge_mode(question, step);
}

const struct gate gate_eswitch_vfs = {
	.id = "eswitch-vfs",
	.question = "Are the VFs as the driver wants them when the mode of its switch changes?",
	.explain =
		"ice refuses another mode while it has VFs (drivers/net/ethernet/intel/ice/ice_eswitch.c, "
		"ice_eswitch_mode_set). The firmware of mlx5 cards makes no tables for switchdev while a "
		"driver has one of the VFs: with `driver: none` or another driver wished for, pawl lets go "
		"of them first. VFs that are wished for are never taken away for the moment.",
	.fix = "apply once with `count: 0`, then with the mode and the VFs",
	.weight = WEIGHT_NEVER,
	.unknown_is = ANSWER_BAD,
	.judge = judge,
};

/* The driver that the device is to have, else the one that it has; NULL: none. */
static const char *driver_wished(const struct question *question, const struct resource *mode)
{
	AUTO_FREE char *name = text_print("%s.%s", mode->under->name, kind_driver.key);
	const struct resource *wish = state_find(question->plan->want, &kind_driver, name);
	const char *driver = wish ? ((const struct driver_body *)wish->body)->name
				  : function_link(device_function(question->now, mode), A_DRIVER);

	return string_equal(driver, DRIVER_NONE) ? NULL : driver;
}

/* Also when the mode is as wished now: it goes with the driver. */
static void judge_driver(const struct question *question)
{
	const struct resource *mode;

	for (size_t cursor = 0; (mode = next_resource(question, &kind_eswitch, &cursor));) {
		const struct function *pf = device_function(question->now, mode);
		const char *driver = pf ? driver_wished(question, mode) : NULL;
		bool as_now = pf && string_equal(driver, function_link(pf, A_DRIVER));

		if (pf && (!driver || driver_is_stub(driver)))
			gate_refuse(question, mode, ESWITCH_MODE,
				"%s %s %s, and only a physical function's own driver has its embedded switch",
				pf->address, as_now ? "has" : "would have", driver ? driver : "no driver");
	}
}

const struct gate gate_eswitch_driverless = {
	.id = "eswitch-driverless",
	.question = "Has each physical function whose switch is set its own driver?",
	.explain = "The embedded switch is the driver's: with it devlink loses the function and the mode "
		   "(net/devlink/core.c, devl_unregister).",
	.fix = "wish for the card's own driver: `driver: NAME` on the device, after loading its module",
	.weight = WEIGHT_NEVER,
	.unknown_is = ANSWER_BAD,
	.judge = judge_driver,
};
