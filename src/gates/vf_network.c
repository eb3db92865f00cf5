/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gate on what only virtual functions of network controllers have. */
#include "gates_rows.h"

static void judge_pool(
	const struct question *question, const struct resource *pool, const struct function *pf)
{
	const struct list *groups = &((const struct pool_body *)pool->body)->groups;
	struct blame blame = { pool->name, question->gate->fix, resource_place(pool, POOL_MAC_BASE) };
	bool wished = resource_given(pool, POOL_MAC_BASE);

	for (size_t i = 0; !wished && i < groups->n; i++) {
		const struct vf_group *group = list_item(&kind_vf_pool.fields[POOL_GROUPS], groups, i);

		wished = group->net.set != 0;
		blame.at = groups->at[i];
	}
	if (wished)
		gate_refuse_blame(question, &blame,
			"%s is no network controller: its VFs have no MAC address, VLAN or rate to set",
			pf->address);
}

static void judge(const struct question *question)
{
	const struct resource *pool;

	for (size_t cursor = 0; (pool = next_resource(question, &kind_vf_pool, &cursor));) {
		const struct function *pf = device_function(question->now, pool);

		if (pf && !function_is_network(pf))
			judge_pool(question, pool, pf);
	}
}

const struct gate gate_vf_no_network = {
	.id = "vf-no-network",
	.question = "Are MAC addresses and the like wished for VFs of network controllers only?",
	.explain = "What `mac-base` and `net` say of a VF is set by the interface of its physical function "
		   "(rtnetlink(7), IFLA_VFINFO_LIST). What is no network controller has none, and a run "
		   "would stop once the VFs are there.",
	.fix = "leave `mac-base` and `net` out",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found", "sriov-missing" },
	.unknown_is = ANSWER_GOOD,
	.judge = judge,
};
