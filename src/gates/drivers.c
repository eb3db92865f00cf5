/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gates on drivers: there to bind, there to make VFs, not taken from a PF in use. */
#include "gates_rows.h"
#include <inttypes.h>

/* Whether the plan binds a driver to this function. */
static bool will_have_driver(const struct plan *plan, const struct function *function)
{
	bool will = function_link(function, A_DRIVER) != NULL;

	for (size_t i = 0; i < plan->n; i++)
		if (plan->steps[i]->knob == &knob_driver &&
			string_equal(plan->steps[i]->target, function->address))
			will = *plan->steps[i]->after != '\0';
	return will;
}

static void judge_pf_driverless(const struct gate *gate, const struct plan *plan, const struct step *step,
	const struct survey *now, const struct survey *then, struct report *report)
{
	(void)step, (void)then;
	for (size_t i = 0; i < plan->n; i++) {
		const struct step *count = plan->steps[i];
		const struct function *pf = count->why && count->knob == &knob_numvfs
						    ? survey_function(now, count->target)
						    : NULL;

		if (pf && !will_have_driver(plan, pf))
			gate_refuse(gate, count->why->want, POOL_COUNT, report,
				"%s has no driver bound, and only a physical function's driver makes or "
				"removes its VFs",
				pf->address);
	}
}

const struct gate gate_pf_driverless = {
	.id = "pf-driverless",
	.question = "Has each physical function whose count changes a driver?",
	.explain =
		"sriov_numvfs is carried out by the driver of the physical function; without one the kernel "
		"answers ENOENT (drivers/pci/pci-sysfs.c, sriov_numvfs_store).",
	.fix = "load the driver's module, or wish for it: `driver: NAME` on the device",
	.weight = WEIGHT_NEVER,
	.after = { "sriov-missing" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_pf_driverless,
};

static void judge_pf_has_vfs(const struct gate *gate, const struct plan *plan, const struct step *step,
	const struct survey *now, const struct survey *then, struct report *report)
{
	(void)step, (void)then;
	for (size_t i = 0; i < plan->n; i++) {
		const struct step *change = plan->steps[i];
		const struct function *pf = change->why && change->knob == &knob_driver
						    ? survey_function(now, change->target)
						    : NULL;

		if (pf && pf->n_virtfn > 0)
			gate_refuse(gate, change->why->want, DRIVER_NAME, report,
				"%s has %zu VFs: changing its driver takes them from whoever uses them",
				pf->address, pf->n_virtfn);
	}
}

const struct gate gate_pf_has_vfs = {
	.id = "pf-has-vfs",
	.question = "Does each physical function whose driver changes have no VFs?",
	.explain = "Some drivers remove all VFs when they are unbound (igb), some leave them behind without "
		   "anyone "
		   "to serve them (nvme), and vfio-pci refuses a physical function that has any.",
	.fix = "apply `vfs: {count: 0}` first, when nobody uses the VFs",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_pf_has_vfs,
};

static void judge_driver_missing(const struct gate *gate, const struct plan *plan, const struct step *step,
	const struct survey *now, const struct survey *then, struct report *report)
{
	(void)step, (void)then;
	for (size_t i = 0; i < plan->n; i++) {
		const struct step *bind = plan->steps[i];

		if (bind->why && bind->knob == &knob_driver && *bind->after &&
			!survey_has_driver(now, bind->after))
			gate_refuse(gate, bind->why->want, DRIVER_NAME, report,
				"the driver %s is not registered with the PCI bus: a probe would bind "
				"nothing",
				bind->after);
	}
}

const struct gate gate_driver_missing = {
	.id = "driver-missing",
	.question = "Is each driver that is to bind there?",
	.explain = "A write to drivers_probe succeeds even when no driver takes the function "
		   "(drivers/pci/pci-driver.c), and driver_override loads no module.",
	.fix = "load its module first: `modprobe vfio-pci` for vfio-pci; keep it in /etc/modules-load.d",
	.weight = WEIGHT_NEVER,
	.unknown_is = ANSWER_BAD,
	.judge = judge_driver_missing,
};
