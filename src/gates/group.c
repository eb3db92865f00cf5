/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gate on IOMMU groups of which user space would get a part only. */
#include "gates_rows.h"
#include <stdlib.h>

/*
 * These leave DMA to whoever the group belongs to (driver_managed_dma; Linux 6.0, "PCI: portdrv: Set
 * driver_managed_dma" and its like). Of any other the kernel takes the group for its own while it is bound.
 */
static bool driver_shares_group(const char *driver)
{
	return driver_is_vfio(driver) || string_equal(driver, "pcieport") || string_equal(driver, "pci-stub");
}

static bool goes_away(const struct plan *plan, const char *address)
{
	for (size_t i = 0; i < plan->n; i++)
		for (size_t k = 0; k < plan->steps[i]->n_effects; k++)
			if (plan->steps[i]->effects[k].kind == EFFECT_DEVICE_GONE &&
				string_equal(plan->steps[i]->effects[k].object, address))
				return true;
	return false;
}

/* The function that a step binds; of a VF that is yet to come its PF. `ret_new`: it is one. */
static const struct function *bound_function(
	const struct question *question, const struct step *bind, bool *ret_new)
{
	const struct function *function = survey_function(question->now, bind->target);
	const struct resource *driver = step_resource(bind);
	const struct function *pf = driver ? device_function(question->now, driver) : NULL;
	const struct driver_body *body = driver ? driver->body : NULL;

	*ret_new = false;
	if (function || !pf)
		return function;
	if (question->step && (size_t)body->vf < pf->n_virtfn && pf->virtfn[body->vf])
		return pf->virtfn[body->vf]; /* it has come meanwhile */
	*ret_new = true;
	return pf;
}

/* The group that the function is in, or will be; NULL: one of its own, or none. */
static const char *group_then(const struct question *question, const struct step *bind)
{
	bool is_new;
	const struct function *function = bound_function(question, bind, &is_new);

	if (!function || (is_new && !vfs_share_group(question->now, function)))
		return NULL;
	return function_link(function, A_GROUP);
}

/* Members that keep, or get, a driver of the host's: "0000:03:00.0 (nvme), 0000:04:00.0 (igb)". */
static void holders_print(const struct question *question, const char *group, struct text *text)
{
	enum { MEMBERS_TOLD = 8 };
	size_t n = 0;

	for (size_t i = 0; i < question->now->n; i++) {
		const struct function *member = question->now->functions[i];
		bool is_member = string_equal(function_link(member, A_GROUP), group);
		const char *driver = is_member ? driver_then(question->plan, member, NULL) : NULL;

		if (!driver || driver_shares_group(driver) || goes_away(question->plan, member->address))
			continue;
		if (n++ < MEMBERS_TOLD)
			text_addf(text, "%s%s (%s)", n > 1 ? ", " : "", member->address, driver);
	}
	if (n > MEMBERS_TOLD)
		text_addf(text, " and %zu more", n - MEMBERS_TOLD);
}

/* A group is told of once for each device. */
struct told {
	const char *group, *lock;
};

static bool is_told(const struct told *told, size_t n, const char *group, const char *lock)
{
	for (size_t i = 0; i < n; i++)
		if (string_equal(told[i].group, group) && string_equal(told[i].lock, lock))
			return true;
	return false;
}

static void judge_group(const struct question *question)
{
	struct told *told = NULL;
	const struct step *bind;
	size_t n = 0;

	for (size_t cursor = 0; (bind = next_step(question, &knob_driver, &cursor));) {
		const char *group = driver_is_vfio(bind->after) ? group_then(question, bind) : NULL;
		AUTO_TEXT struct text holders = { 0 };

		if (!group || is_told(told, n, group, bind->lock))
			continue;
		told = memory_grow(told, n, sizeof(*told));
		told[n++] = (struct told){ group, bind->lock };
		holders_print(question, group, &holders);
		if (holders.length)
			gate_refuse_step(question, bind, question->gate->fix,
				"nobody could open it: IOMMU group %s has members with drivers of the "
				"host's: %s",
				group, text_string(&holders));
	}
	free(told);
}

const struct gate gate_group_not_whole = {
	.id = "group-not-whole",
	.question = "Does user space get all of an IOMMU group, or nothing of it?",
	.explain =
		"The IOMMU cannot tell the functions of one group apart, so the kernel gives a group to user "
		"space only when no driver of the host's is bound in it (drivers/iommu/iommu.c, "
		"iommu_group_claim_dma_owner: EBUSY; Documentation/driver-api/vfio.rst). vfio-pci binds all "
		"the same, and the guest then does not start: \"group N is not viable\". Bridges with "
		"pcieport and functions without a driver are no obstacle. New virtual functions share the "
		"group of their physical function where a bridge above has no access control services.",
	.fix = "wish vfio-pci or none for these too, or put the card into a slot behind access control "
	       "services (ACS)",
	.weight = WEIGHT_ALLOWABLE,
	.after = { "iommu-off" },
	.unknown_is = ANSWER_GOOD,
	.judge = judge_group,
};
