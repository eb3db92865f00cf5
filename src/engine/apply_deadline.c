/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How long the write of a step may take before it counts as still running. */
#include "apply.h"

/*
 * The kernel changes the counts of all devices one after the other: sriov_numvfs_store holds the lock of
 * rescan and removal meanwhile (commit a5338e365c45 "PCI/IOV: Fix race between SR-IOV enable/disable and
 * hotplug"; sriov_add_vfs and sriov_del_vfs did since 05703271c3cd; seen in the lab). So a count that is
 * written while others are in the kernel is not overdue as long as these need not be.
 */
static uint64_t counts_before_ns(const struct applying *run)
{
	uint64_t now = run_now(run), sum = 0;

	for (size_t i = 0; i < run->plan->n_lanes; i++) {
		const struct lane_run *lane = &run->lanes[i];

		if (lane->write && lane->step->flags & STEP_VF_COUNT && lane->overdue_ns > now)
			sum += lane->overdue_ns - now;
	}
	return sum;
}

void step_set_deadline(const struct applying *run, struct lane_run *lane, struct op *op)
{
	const struct step *step = lane->step;

	if (op->deadline_ns && step->patience_ns)
		op->deadline_ns = step->patience_ns;
	if (op->deadline_ns && step->flags & STEP_VF_COUNT)
		op->deadline_ns += counts_before_ns(run);
	lane->overdue_ns = run_now(run) + op->deadline_ns;
}
