/* SPDX-License-Identifier: GPL-2.0-or-later */
/* devices.HANDLE.nvme: what each VF of an NVMe drive gets of it. */
#include "nvme.h"
#include "kinds_rows.h"
#include "object.h"
#include "share.h"

/* NVQ and NVI are 16 bits wide: NVM Express Base Specification 2.0, 5.17.2.15, Secondary Controller List. */
#define MOST_RESOURCES 65535

static const struct field fields[] = {
	[NVME_QUEUES] = { .name = "vf-queues",
		.help = "how many of the drive's flexible queues each VF gets, its admin queue among them; "
			"with them its controller goes online",
		.type = &value_number,
		.offset = FIELD_AT(struct nvme_body, queues, int64_t),
		.min = 2, /* for administration and data: with fewer none goes online (seen in the lab) */
		.max = MOST_RESOURCES,
		.flags = FIELD_UNCOMPARED,
		.cost = COST_REBIND },
	[NVME_INTERRUPTS] = { .name = "vf-interrupts",
		.help = "how many of the drive's flexible interrupts each VF gets; left out for a drive that "
			"gives queues alone",
		.type = &value_number,
		.offset = FIELD_AT(struct nvme_body, interrupts, int64_t),
		.min = 1,
		.max = MOST_RESOURCES,
		.flags = FIELD_UNCOMPARED,
		.cost = COST_REBIND },
	{ 0 },
};

static const struct resource *pool_of(const struct resource *nvme, const struct state *state)
{
	AUTO_FREE char *name = text_print("%s.%s", nvme->under->name, kind_vf_pool.key);

	return state_find(state, &kind_vf_pool, name);
}

/* A controller without queues never goes online. */
static void check(const struct resource *nvme, const struct state *state, struct report *report)
{
	(void)state;
	if (!resource_given(nvme, NVME_INTERRUPTS) || resource_given(nvme, NVME_QUEUES))
		return;
	report_add(report,
		&(struct finding){
			.severity = ERROR,
			.outcome = BAD_CONFIGURATION,
			.id = "interrupts-without-queues",
			.object = nvme->under->name,
			.at = resource_place(nvme, NVME_INTERRUPTS),
			.hint = "say `vf-queues` too: without queues no controller goes online",
		},
		"nvme: `vf-interrupts` is given, and no `vf-queues`");
}

/* A wish that nothing can come of is a mistake. */
static void check_missing(const struct resource *nvme, const struct state *state, struct report *report)
{
	if (pool_of(nvme, state) || !resource_given(nvme, NVME_QUEUES))
		return;
	report_add(report,
		&(struct finding){
			.severity = ERROR,
			.outcome = BAD_CONFIGURATION,
			.id = "nvme-without-vfs",
			.object = nvme->under->name,
			.at = nvme->at,
			.hint = "say how many VFs the drive is to have: `vfs: {count: N}` beside `nvme`",
		},
		"nvme: is what each VF gets, and no `vfs` is given");
}

/* It stands on the VF, and so on the pool, and on what is wished of all of them. */
static void derive_share(
	const struct resource *nvme, const struct resource *pool, int64_t vf, struct state *state)
{
	const struct nvme_body *body = nvme->body;
	AUTO_FREE char *name = name_print(nvme->under->name, vf, SHARE_KEY);
	struct resource *resource = state_add(state, &kind_vf_share, name, nvme);
	struct share_body *share = resource->body;

	resource->cause = pool;
	resource->at = nvme->at;
	resource->at_fields = memory_new(places_count(kind_vf_share.fields), sizeof(struct place));
	resource->at_fields[SHARE_QUEUES] = resource_place(nvme, NVME_QUEUES);
	resource->at_fields[SHARE_INTERRUPTS] = resource_place(nvme, NVME_INTERRUPTS);
	*share = (struct share_body){ .queues = body->queues,
		.interrupts = body->interrupts,
		.online = true,
		.vf = vf,
		.vfs = ((const struct pool_body *)pool->body)->count };
	field_set_given(share, SHARE_QUEUES);
	field_set_given(share, SHARE_ONLINE);
	if (resource_given(nvme, NVME_INTERRUPTS))
		field_set_given(share, SHARE_INTERRUPTS);
}

/* Of a pool that cannot be made only as many VFs are looked at as there could be (vf_pool_groups.c). */
static void derive(struct resource *nvme, const struct survey *survey, struct state *state)
{
	const struct function *pf = device_function(survey, nvme);
	const struct resource *pool = pool_of(nvme, state);
	int64_t total, count = pool ? ((const struct pool_body *)pool->body)->count : 0;

	if (!pf || !resource_given(nvme, NVME_QUEUES) || function_number(pf, A_TOTALVFS, &total) < 0)
		return;
	for (int64_t vf = 0; vf < count && vf < total; vf++)
		derive_share(nvme, pool, vf, state);
}

const struct kind kind_nvme = {
	.name = "nvme",
	.summary = "what each virtual function of an NVMe drive gets of it",
	.under = "device",
	.key = "nvme",
	.size = sizeof(struct nvme_body),
	.fields = fields,
	.check = check,
	.check_missing = check_missing,
	.derive = derive,
};
