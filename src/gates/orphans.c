/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gate on virtual functions that their physical function has left behind. */
#include "gates_rows.h"

static const struct function *orphan_of(const struct survey *survey, const char *pf)
{
	for (size_t i = 0; i < survey->n; i++)
		if (string_equal(survey->functions[i]->orphan_of, pf))
			return survey->functions[i];
	return NULL;
}

static void judge_orphaned(const struct question *question)
{
	const struct resource *device;
	const struct step *count;

	for (size_t cursor = 0; (device = next_resource(question, &kind_device, &cursor));) {
		const struct function *function = device_function(question->now, device);

		if (function && function->orphan_of)
			gate_refuse(question, device, DEVICE_SELECT,
				"%s is a virtual function whose physical function, %s, was removed",
				function->address, function->orphan_of);
	}
	for (size_t cursor = 0; (count = next_step(question, &knob_numvfs, &cursor));) {
		const struct function *orphan = orphan_of(question->now, count->target);

		if (orphan)
			gate_refuse_step(question, count, question->gate->fix,
				"%s is left of the VFs that %s had before it was removed: new ones would get "
				"its address",
				orphan->address, count->target);
	}
}

const struct gate gate_vf_orphaned = {
	.id = "vf-orphaned",
	.question = "Has each virtual function its physical function?",
	.explain =
		"Removing a physical function (a 1 in its `remove`) removes its VFs only when its driver "
		"does, as igb's; nvme leaves them (drivers/pci/iov.c, pci_iov_remove: \"driver left SR-IOV "
		"enabled after remove\"). They answer to nobody, and a rescan switches them off in the card "
		"under their drivers (sriov_init). New VFs at their addresses make the kernel warn with a "
		"stack and fail with EIO (measured, Linux 6.12: pci_device_add, -EEXIST).",
	.fix = "stop who uses them; then write 1 to `remove` of the bridge above them and 1 to "
	       "/sys/bus/pci/rescan, or reboot",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_orphaned,
};
