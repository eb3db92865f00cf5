/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Says what a step takes away from others. */
#include "kinds_rows.h"
#include "nvme_namespaces.h"

void step_takes_vfs(struct step *step, const struct function *pf, bool will)
{
	for (size_t i = 0; i < pf->n_virtfn; i++)
		if (pf->virtfn[i])
			step_affects(step, EFFECT_DEVICE_GONE, pf->virtfn[i]->address, will);
}

/*
 * Drivers close the card's switch and open it again, some with its interface: mlx5 had a new one in each mode
 * before commit 7a9fb35e8c3a (net/mlx5e: Do not reload ethernet ports when changing eswitch mode). VFs lose
 * their way out meanwhile.
 */
void step_takes_switch(struct step *step, const struct function *pf, bool vfs_are_gone)
{
	step_affects(step, EFFECT_INTERFACE_LOST, pf->address, false);
	for (size_t i = 0; !vfs_are_gone && i < pf->n_virtfn; i++)
		if (pf->virtfn[i])
			step_affects(step, EFFECT_INTERFACE_LOST, pf->virtfn[i]->address, false);
}

/* Whoever uses a VF does so through a driver. */
void step_cuts_traffic(struct step *step, const struct function *vf, enum vf_setting setting)
{
	if (!vf || !vf_settings[setting].cuts || vf->attr[A_DRIVER].is == R_ABSENT)
		return;
	step->flags |= STEP_DISRUPTIVE;
	step_affects(step, EFFECT_TRAFFIC_CUT, vf->address, false);
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

/* What a host's driver, or a guest, has of it through that controller is gone at once (5.22). */
void step_takes_namespace(struct step *step, const struct survey *survey, const struct function *pf,
	uint16_t cntlid, uint32_t nsid)
{
	AUTO_FREE char *place = controller_place(survey, pf, cntlid);

	step->flags |= STEP_DISRUPTIVE;
	if (place)
		step_affects(step, EFFECT_NAMESPACE_LOST, place, survey_function(survey, place))->nsid = nsid;
}
