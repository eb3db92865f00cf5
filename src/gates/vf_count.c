/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gates on how many virtual functions a physical function can have. */
#include "gates_rows.h"
#include <inttypes.h>

static int64_t wished_count(const struct resource *pool)
{
	return ((const struct pool_body *)pool->body)->count;
}

static void judge_sriov_missing(const struct question *question)
{
	const struct resource *pool;

	for (size_t cursor = 0; (pool = next_resource(question, &kind_vf_pool, &cursor));) {
		const struct function *pf = device_function(question->now, pool);

		if (pf && pf->attr[A_TOTALVFS].is != R_VALUE && pf->attr[A_TOTALVFS].is != R_ABSENT)
			gate_unknown(question, pool, POOL_COUNT, attributes[A_TOTALVFS].name);
		else if (pf && !function_text(pf, A_TOTALVFS))
			gate_refuse(question, pool, POOL_COUNT, "%s has no SR-IOV capability%s", pf->address,
				pf->physfn ? ": it is itself a virtual function" : "");
	}
}

const struct gate gate_sriov_missing = {
	.id = "sriov-missing",
	.question = "Can each function that is to have VFs have any?",
	.explain =
		"The kernel shows sriov_totalvfs only for functions with the SR-IOV capability "
		"(Documentation/ABI/testing/sysfs-bus-pci). It is often switched off in the card's firmware.",
	.fix = "enable SR-IOV in the firmware setup of the host and of the card, then reboot",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found", "vf-orphaned" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_sriov_missing,
};

static void judge_above_total(const struct question *question)
{
	const struct resource *pool;

	for (size_t cursor = 0; (pool = next_resource(question, &kind_vf_pool, &cursor));) {
		const struct function *pf = device_function(question->now, pool);
		int64_t total;

		if (pf && function_number(pf, A_TOTALVFS, &total) < 0)
			gate_unknown(question, pool, POOL_COUNT, attributes[A_TOTALVFS].name);
		else if (pf && wished_count(pool) > total)
			gate_refuse(question, pool, POOL_COUNT,
				"%" PRId64 " VFs are more than %s can have: sriov_totalvfs is %" PRId64,
				wished_count(pool), pf->address, total);
	}
}

const struct gate gate_vfs_above_total = {
	.id = "vfs-above-total",
	.question = "Does each pool fit its physical function?",
	.explain =
		"sriov_totalvfs is the most that card and driver allow; the kernel answers ERANGE above it "
		"(drivers/pci/iov.c, sriov_numvfs_store).",
	.fix = "wish for fewer VFs, or raise the number in the card's firmware settings",
	.weight = WEIGHT_NEVER,
	.after = { "sriov-missing", "vf-orphaned" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_above_total,
};
