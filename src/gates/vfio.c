/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gates on what vfio-pci can take at all, and on taking bridges from their driver. */
#include "gates_rows.h"

static bool host_has_groups(const struct survey *survey)
{
	for (size_t i = 0; i < survey->n; i++)
		if (function_text(survey->functions[i], A_GROUP))
			return true;
	return false;
}

/*
 * A VF may get its group only when a driver probes it (the lab's arm64: groups-late.story), so that of one
 * nothing is known before.
 */
static bool lacks_group(const struct function *function)
{
	return function && !function->physfn && !function_text(function, A_GROUP);
}

static void judge_iommu_off(const struct question *question)
{
	const struct step *bind;
	bool groups = host_has_groups(question->now);

	for (size_t cursor = 0; (bind = next_step(question, &knob_driver, &cursor));) {
		if (!driver_is_vfio(bind->after))
			continue;
		if (!groups)
			gate_refuse_step(question, bind, question->gate->fix,
				"this host has no IOMMU groups, and without them %s takes no function",
				bind->after);
		else if (lacks_group(survey_function(question->now, bind->target)))
			gate_refuse_step(question, bind, question->gate->fix,
				"%s has no IOMMU group, and without one %s takes no function", bind->object,
				bind->after);
	}
}

const struct gate gate_iommu_off = {
	.id = "iommu-off",
	.question = "Is there an IOMMU for each function that is handed to user space?",
	.explain = "vfio-pci binds only functions that have an IOMMU group "
		   "(Documentation/driver-api/vfio.rst). There is none when the IOMMU is off.",
	.fix = "enable the IOMMU in the firmware setup and on the kernel's command line, then reboot",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_iommu_off,
};

static bool is_bridge(const struct function *function)
{
	const char *class = function ? function_text(function, A_CLASS) : NULL;

	return class &&
	       string_starts(class, "0x0604"); /* PCI Code and ID Assignment: 06h bridge, 04h PCI-to-PCI */
}

static void judge_bridge_driver(const struct question *question)
{
	const struct step *change;

	for (size_t cursor = 0; (change = next_step(question, &knob_driver, &cursor));)
		if (is_bridge(survey_function(question->now, change->target)))
			gate_refuse_step(question, change, question->gate->fix,
				"%s is a bridge: everything below it depends on its driver", change->target);
}

const struct gate gate_bridge_driver = {
	.id = "bridge-driver",
	.question = "Does every bridge keep its driver?",
	.explain =
		"A bridge without pcieport serves no hot plug and no error below it, and vfio-pci takes no "
		"bridge at all (drivers/vfio/pci/vfio_pci_core.c: only header type 0).",
	.fix = "wish for the functions below the bridge instead",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_bridge_driver,
};
