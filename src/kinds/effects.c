/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Says what a step takes away from others. */
#include "kinds_rows.h"

void step_takes_vfs(struct step *step, const struct function *pf, bool will)
{
	for (size_t i = 0; i < pf->n_virtfn; i++)
		if (pf->virtfn[i])
			step_affects(step, EFFECT_DEVICE_GONE, pf->virtfn[i]->address, will);
}

/*
 * Its VFs go with the driver of some, as igb, and stay behind with nobody to serve them for others, as nvme
 * (drivers/pci/iov.c, pci_iov_remove).
 */
void step_takes_driver(struct step *step, const struct function *function)
{
	step_affects(step, EFFECT_DRIVER_LOST, step->target, true);
	if (function)
		step_takes_vfs(step, function, false);
}
