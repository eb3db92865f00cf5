/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the VFs of a drive are wished to have in all, and who has what of it now. */
#include "kinds_rows.h"
#include "nvme.h"
#include "object.h"
#include "share.h"

/* --target may leave some of them out. */
static bool share_is_wished(const struct resource *nvme, const struct state *want, int64_t vf)
{
	AUTO_FREE char *name = name_print(nvme->under->name, vf, SHARE_KEY);

	return state_find(want, &kind_vf_share, name);
}

/* What other controllers hold and keep: those of VFs that go away with their number lose it. */
static uint64_t held_by_others(const struct resource *nvme, const struct state *want,
	const struct function *pf, enum flexible resource)
{
	int64_t own = vfs_wished(want, nvme), now = 0;
	uint64_t held = 0;

	if (function_number(pf, A_NUMVFS, &now) < 0 || now == own)
		now = 0;
	for (size_t i = 0; i < pf->drive->n_secondaries; i++) {
		struct secondary *secondary = &pf->drive->secondaries[i];

		if (!secondary->vf ||
			(secondary->vf > now && !share_is_wished(nvme, want, secondary->vf - 1)))
			held += *secondary_share(secondary, resource);
	}
	return held;
}

/* What the plan lets it keep. */
static uint64_t held_by_primary(const struct resource *nvme, const struct state *want,
	const struct function *pf, enum flexible resource)
{
	AUTO_FREE char *name = text_print("%s." PRIMARY_KEY, nvme->name);
	const struct resource *primary = state_find(want, &kind_primary, name);
	const struct primary_body *body = primary ? primary->body : NULL;

	return body ? (uint64_t)body->keeps[resource]
		    : pf->drive->numbers[flexible_resources[resource].primary];
}

void shares_fit(const struct resource *nvme, const struct state *want, const struct function *pf,
	enum flexible resource, struct shares_fit *ret_fit)
{
	const struct nvme_body *body = nvme->body;
	int64_t vfs = vfs_wished(want, nvme);
	struct shares_fit fit = { .total = pf->drive->numbers[flexible_resources[resource].total],
		.primary = held_by_primary(nvme, want, pf, resource),
		.others = held_by_others(nvme, want, pf, resource) };

	for (int64_t vf = 0; vf < vfs; vf++)
		fit.vfs += share_is_wished(nvme, want, vf);
	if (resource_given(nvme, resource))
		fit.needed = (uint64_t)(fit.vfs * body->each[resource]);
	fit.left = fit.total > fit.primary + fit.others ? fit.total - fit.primary - fit.others : 0;
	*ret_fit = fit;
}
