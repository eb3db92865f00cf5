/* SPDX-License-Identifier: GPL-2.0-or-later */
/* devices.HANDLE.vfs: so many virtual functions on this physical function. */
#include "vf_pool.h"
#include "kinds_rows.h"
#include "object.h"
#include "share.h"
#include <inttypes.h>
#include <stdlib.h>

static const struct field group_fields[] = {
	[GROUP_RANGE] = { .name = "range",
		.help = "numbers of VFs: \"0\", \"0-3\" or \"0,2-5\"; no VF may be in two groups",
		.type = &value_range,
		.offset = FIELD_AT(struct vf_group, range, struct ranges),
		.max = 65534,
		.flags = FIELD_REQUIRED | FIELD_UNCOMPARED },
	[GROUP_DRIVER] = { .name = "driver",
		.help = "the driver of these VFs, or none; wins over the pool's",
		.type = &value_driver,
		.offset = FIELD_AT(struct vf_group, driver, char *),
		.flags = FIELD_UNCOMPARED,
		.cost = COST_REBIND },
	[GROUP_NET] = { .name = NET_KEY,
		.help = "how these VFs stand with the driver of their physical function; what is not given "
			"is not touched",
		.type = &value_map,
		.offset = FIELD_AT(struct vf_group, net, struct net_body),
		.fields = net_fields,
		.flags = FIELD_SOME | FIELD_UNCOMPARED },
	{ 0 },
};

static const struct field fields[] = {
	[POOL_COUNT] = { .name = "count",
		.help = "how many VFs; 0 to sriov_totalvfs; from one number to another by way of 0",
		.type = &value_number,
		.offset = FIELD_AT(struct pool_body, count, int64_t),
		.min = 0,
		.max = 65535, /* NumVFs is 16 bits wide: PCI Express Base, SR-IOV extended capability */
		.flags = FIELD_REQUIRED,
		.cost = COST_RECREATE },
	[POOL_DRIVER] = { .name = "driver",
		.help = "the driver of every VF, or none: driverless and kept so",
		.type = &value_driver,
		.offset = FIELD_AT(struct pool_body, driver, char *),
		.flags = FIELD_UNCOMPARED,
		.cost = COST_REBIND },
	[POOL_MAC_BASE] = { .name = "mac-base",
		.help = "VF n gets this MAC address plus n; only the last three bytes count up; a driver "
			"asks for the MAC when it binds, so new VFs are left without one unless `driver` "
			"names it",
		.type = &value_mac,
		.offset = FIELD_AT(struct pool_body, mac_base, char *),
		.flags = FIELD_UNCOMPARED | FIELD_NETWORK },
	[POOL_GROUPS] = { .name = "groups",
		.help = "VFs that differ from the others; when groups name drivers, new VFs in none of them "
			"are left without one unless `driver` names it, and so are those with `net`",
		.type = &value_list,
		.offset = FIELD_AT(struct pool_body, groups, struct list),
		.fields = group_fields,
		.item = &value_map,
		.item_size = sizeof(struct vf_group),
		.flags = FIELD_UNCOMPARED },
	{ 0 },
};

/* The kernel gives sriov_totalvfs and sriov_numvfs, or neither (drivers/pci/iov.c, one attribute group). */
static int report_no_count(const struct function *pf, const struct resource *pool, struct report *report)
{
	return fact_unknown(report, pool, POOL_COUNT,
		"capture the facts anew, or see why the attribute cannot be read",
		"%s of %s is no number though it has %s", attributes[A_NUMVFS].name, pf->address,
		attributes[A_TOTALVFS].name);
}

static int observe(const struct survey *survey, const struct resource *want, struct resource *have,
	struct report *report)
{
	const struct function *pf = device_function(survey, want);
	struct pool_body *body = have->body;
	const char *total, *count, *autoprobe;

	if (!pf)
		return 0;
	if (attribute_known(pf, A_TOTALVFS, want, POOL_COUNT, report, &total) < 0)
		return -1;
	if (!total)
		return 0;
	if (attribute_known(pf, A_NUMVFS, want, POOL_COUNT, report, &count) < 0 ||
		attribute_known(pf, A_AUTOPROBE, want, POOL_COUNT, report, &autoprobe) < 0)
		return -1;
	if (function_number(pf, A_NUMVFS, &body->count) < 0)
		return report_no_count(pf, want, report);
	field_set_given(body, POOL_COUNT);
	return 0;
}

/* Of VFs that it does not have, too; and with none the switch has nothing to forward to. */
static bool has_word(const struct resource *pool, const struct knob *knob, int64_t vf)
{
	const struct pool_body *body = pool->body;

	return knob == &knob_numvfs || vf >= body->count || (knob == &knob_eswitch && body->count == 0);
}

/* All steps of one pool are made from this. */
struct making {
	const struct change *change;
	const struct function *pf;
	struct plan *plan;
	char *device;
};

static struct step *add_step(const struct making *making, const struct knob *knob, const char *before,
	const char *after, unsigned flags)
{
	const struct step like = {
		.knob = knob,
		.target = making->pf->address,
		.before = (char *)before,
		.after = (char *)after,
		.object = making->change->want->name,
		.lock = making->device,
		.why = making->change,
		.flags = flags,
	};

	return plan_add(making->plan, &like);
}

static struct step *add_count(const struct making *making, int64_t from, int64_t to)
{
	AUTO_FREE char *before = text_print("%" PRId64, from);
	AUTO_FREE char *after = text_print("%" PRId64, to);
	unsigned flags = STEP_SLOW | STEP_VF_COUNT | (to < from ? STEP_DISRUPTIVE : 0);
	struct step *step = add_step(making, &knob_numvfs, before, after, flags);

	step->patience_ns = patience_ns(function_link(making->pf, A_DRIVER), from, to);
	return step;
}

static const struct step *add_removal(const struct making *making, int64_t have)
{
	const struct pool_body *want = making->change->want->body;
	struct step *step = add_count(making, have, 0);

	step->flags |= want->count > 0 ? STEP_PASSING : 0;
	step_takes_vfs(step, making->pf, true);
	return step;
}

bool vf_driver_wished(const struct state *want, const char *device, int64_t vf)
{
	AUTO_FREE char *name = name_print(device, vf, kind_driver.key);

	return state_find(want, &kind_driver, name);
}

static bool vf_settings_wished(const struct state *want, const char *device, int64_t vf)
{
	AUTO_FREE char *net = name_print(device, vf, NET_KEY), *share = name_print(device, vf, SHARE_KEY);

	return state_find(want, &kind_vf_net, net) || state_find(want, &kind_vf_share, share);
}

/*
 * A driver: by the pool or its groups, or by what else the wish implies, as no driver of the host on what a
 * confidential guest gets. Or settings, which are to be there before a driver asks for them.
 */
static bool vfs_have_own_words(const struct making *making)
{
	const struct state *want = making->plan->want;
	const struct resource *pool = making->change->want;
	int64_t count = ((const struct pool_body *)pool->body)->count;
	bool has = false;

	for (int64_t vf = 0; !has && vf < count; vf++)
		has = vf_driver_wished(want, pool->under->name, vf) ||
		      vf_settings_wished(want, pool->under->name, vf);
	return has;
}

/*
 * The kernel binds each new VF to the driver that claims it while numvfs is being written, unless autoprobe
 * is 0 (Documentation/ABI/testing/sysfs-bus-pci). A VF whose driver is wished must not be seen by another
 * first, nor one by any before it has the MAC address that is wished: drivers ask for it when they probe
 * (drivers/net/ethernet/intel/igbvf/netdev.c, igbvf_probe), and nvme waits for a controller that is offline
 * until it gives up (seen in the lab: "Device not ready"). So autoprobe goes off before. It comes back once
 * the settings and overrides are there, which protect from then on; or at once when there are none.
 */
static void add_creation(const struct making *making, const struct step *removal)
{
	const struct pool_body *want = making->change->want->body;
	const char *autoprobe = function_text(making->pf, A_AUTOPROBE);
	bool hold_back = string_equal(autoprobe, "1") && vfs_have_own_words(making);
	struct step *off = hold_back ? add_step(making, &knob_autoprobe, "1", "0", 0) : NULL;
	struct step *count = add_count(making, 0, want->count);
	AUTO_FREE char *learned = text_print("%s.vf.*.address", making->change->want->under->name);

	struct step *back;

	step_learns(count, &(struct binding){ .name = learned, .link = "virtfn*", .back = "physfn" });
	if (removal)
		step_needs(count, removal, AFTER_DONE);
	if (!off)
		return;
	off->guard_of = count;
	step_needs(count, off, AFTER_DONE);
	back = add_step(making, &knob_autoprobe, "0", "1", 0);
	back->restores = off;
	step_needs(back, count, AFTER_TRIED);
}

static void steps(const struct changes *changes, const struct survey *survey, struct plan *plan)
{
	for (size_t i = 0; i < changes->n; i++) {
		const struct change *change = &changes->all[i];
		const struct pool_body *now = change->have ? change->have->body : NULL,
				       *wish = change->want->body;
		struct making making = { .change = change, .plan = plan };

		making.pf = device_function(survey, change->want);
		if (!making.pf || !now)
			continue;
		making.device = function_device(making.pf);
		const struct step *removal = now->count > 0 ? add_removal(&making, now->count) : NULL;
		if (wish->count > 0)
			add_creation(&making, removal);
		free(making.device);
	}
}

const struct kind kind_vf_pool = {
	.name = "vf_pool",
	.summary = "virtual functions of a physical function",
	.under = "device",
	.key = "vfs",
	.size = sizeof(struct pool_body),
	.fields = fields,
	.check = pool_check,
	.derive = pool_derive,
	.observe = observe,
	.has_word = has_word,
	.steps = steps,
};
