/* SPDX-License-Identifier: GPL-2.0-or-later */
/* devices.HANDLE.nvme: what each VF of an NVMe drive gets of it. */
#include "nvme.h"
#include "kinds_rows.h"
#include "object.h"
#include "share.h"

static const struct field fields[] = {
	[NVME_QUEUES] = { .name = "vf-queues",
		.help = "how many of the drive's flexible queues each VF gets, its admin queue among them; "
			"with them its controller goes online; new VFs are left without a driver then unless "
			"`vfs` names it",
		.type = &value_number,
		.offset = FIELD_AT(struct nvme_body, each[NVME_QUEUES], int64_t),
		.min = 2, /* for administration and data: with fewer none goes online (seen in the lab) */
		.max = MOST_RESOURCES,
		.flags = FIELD_UNCOMPARED,
		.cost = COST_REBIND },
	[NVME_INTERRUPTS] = { .name = "vf-interrupts",
		.help = "how many of the drive's flexible interrupts each VF gets; left out for a drive that "
			"gives queues alone",
		.type = &value_number,
		.offset = FIELD_AT(struct nvme_body, each[NVME_INTERRUPTS], int64_t),
		.min = 1,
		.max = MOST_RESOURCES,
		.flags = FIELD_UNCOMPARED,
		.cost = COST_REBIND },
	{ 0 },
};

/* A number that was refused is told of already. */
static bool says_queues(const struct resource *nvme)
{
	return resource_given(nvme, NVME_QUEUES) || (nvme->at_fields && nvme->at_fields[NVME_QUEUES].source);
}

/* A controller without queues never goes online. */
static void check(const struct resource *nvme, const struct state *state, struct report *report)
{
	(void)state;
	if (!resource_given(nvme, NVME_INTERRUPTS) || says_queues(nvme))
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
	if (pool_of(state, nvme) || !resource_given(nvme, NVME_QUEUES))
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
	*share = (struct share_body){ .queues = body->each[NVME_QUEUES],
		.interrupts = body->each[NVME_INTERRUPTS],
		.online = true,
		.vf = vf,
		.vfs = ((const struct pool_body *)pool->body)->count };
	field_set_given(share, SHARE_QUEUES);
	field_set_given(share, SHARE_ONLINE);
	if (resource_given(nvme, NVME_INTERRUPTS))
		field_set_given(share, SHARE_INTERRUPTS);
}

/*
 * The host's driver of before, which a run has let go for the moment, and died: pawl's own override tells;
 * of one that somebody else had bound, that pawl took it away. What pawl has bound, and somebody else has
 * unbound, stays so.
 */
static const char *driver_let_go(const struct survey *survey, const struct function *vf, bool *ret_bare)
{
	const char *override = vf ? function_text(vf, A_OVERRIDE) : NULL;
	const struct applied *named =
		override ? applied_find(&survey->applied, &knob_override, vf->address) : NULL;
	const struct applied *driver =
		override ? applied_find(&survey->applied, &knob_driver, vf->address) : NULL;

	if (!override || vf->attr[A_DRIVER].is != R_ABSENT || (driver && *driver->value))
		return NULL;
	*ret_bare = !named && !*override;
	if (*ret_bare)
		return driver && *driver->original ? driver->original : NULL;
	return named && *override && !string_equal(override, DRIVER_NONE) &&
			       string_equal(named->value, override)
		       ? override
		       : NULL;
}

/* It is wished for by whoever says no other. */
static void derive_driver(const struct resource *nvme, const struct resource *pool, int64_t vf,
	const struct survey *survey, struct state *state)
{
	int64_t vfs = ((const struct pool_body *)pool->body)->count;
	bool bare = false;
	const char *driver = driver_let_go(survey, pool_vf(device_function(survey, nvme), vfs, vf), &bare);
	AUTO_FREE char *name = name_print(nvme->under->name, vf, kind_driver.key);
	struct resource *wished;
	struct driver_body *body;

	if (!driver || vf_driver_wished(state, nvme->under->name, vf))
		return;
	wished = state_add(state, &kind_driver, name, nvme->under);
	wished->cause = nvme;
	wished->at = nvme->at;
	body = wished->body;
	body->name = string_copy(driver);
	body->bare = bare;
	body->vf = vf;
	body->vfs = vfs;
	field_set_given(body, DRIVER_NAME);
}

/* Of a pool that cannot be made only as many VFs are looked at as there could be (vf_pool_groups.c). */
static void derive(struct resource *nvme, const struct survey *survey, struct state *state)
{
	const struct function *pf = device_function(survey, nvme);
	const struct resource *pool = pool_of(state, nvme);
	int64_t total, count = pool ? ((const struct pool_body *)pool->body)->count : 0;

	if (!pf || !resource_given(nvme, NVME_QUEUES) || function_number(pf, A_TOTALVFS, &total) < 0)
		return;
	for (int64_t vf = 0; vf < count && vf < total; vf++) {
		derive_share(nvme, pool, vf, state);
		derive_driver(nvme, pool, vf, survey, state);
	}
	primary_derive(nvme, survey, state);
}

const struct kind kind_nvme = {
	.name = "nvme",
	.summary = "what each virtual function of an NVMe drive gets of it, and the drive's namespaces",
	.under = "device",
	.key = "nvme",
	.size = sizeof(struct nvme_body),
	.fields = fields,
	.check = check,
	.check_missing = check_missing,
	.derive = derive,
};
