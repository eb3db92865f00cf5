/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gates on how many virtual functions a physical function can have, and on changing it. */
#include "gates_rows.h"
#include <inttypes.h>

static int64_t wished_count(const struct resource *pool)
{
	return ((const struct pool_body *)pool->body)->count;
}

static void judge_sriov_missing(const struct gate *gate, const struct plan *plan, const struct step *step,
	const struct survey *now, const struct survey *then, struct report *report)
{
	const struct function *pf;
	const struct resource *pool;

	(void)step, (void)then;
	for (size_t cursor = 0; (pool = next_pool(plan, now, &cursor, &pf));)
		if (!function_text(pf, A_TOTALVFS))
			gate_refuse(gate, pool, POOL_COUNT, report, "%s has no SR-IOV capability%s",
				pf->address, pf->physfn ? ": it is itself a virtual function" : "");
}

const struct gate gate_sriov_missing = {
	.id = "sriov-missing",
	.question = "Can each function that is to have VFs have any?",
	.explain =
		"The kernel shows sriov_totalvfs only for functions with the SR-IOV capability "
		"(Documentation/ABI/testing/sysfs-bus-pci). It is often switched off in the card's firmware.",
	.fix = "enable SR-IOV in the firmware setup of the host and of the card, then reboot",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_sriov_missing,
};

static void judge_above_total(const struct gate *gate, const struct plan *plan, const struct step *step,
	const struct survey *now, const struct survey *then, struct report *report)
{
	const struct function *pf;
	const struct resource *pool;
	int64_t total;

	(void)step, (void)then;
	for (size_t cursor = 0; (pool = next_pool(plan, now, &cursor, &pf));)
		if (function_number(pf, A_TOTALVFS, &total) == 0 && wished_count(pool) > total)
			gate_refuse(gate, pool, POOL_COUNT, report,
				"%" PRId64 " VFs are more than %s can have: sriov_totalvfs is %" PRId64,
				wished_count(pool), pf->address, total);
}

const struct gate gate_vfs_above_total = {
	.id = "vfs-above-total",
	.question = "Does each pool fit its physical function?",
	.explain =
		"sriov_totalvfs is the most that card and driver allow; the kernel answers ERANGE above it "
		"(drivers/pci/pci-sysfs.c, sriov_numvfs_store).",
	.fix = "wish for fewer VFs, or raise the number in the card's firmware settings",
	.weight = WEIGHT_NEVER,
	.after = { "sriov-missing" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_above_total,
};

static void judge_count_change(const struct gate *gate, const struct plan *plan, const struct step *step,
	const struct survey *now, const struct survey *then, struct report *report)
{
	const struct function *pf;
	const struct resource *pool;
	int64_t count;

	(void)step, (void)then;
	for (size_t cursor = 0; (pool = next_pool(plan, now, &cursor, &pf));)
		if (function_number(pf, A_NUMVFS, &count) == 0 && count > 0 && wished_count(pool) > 0 &&
			count != wished_count(pool))
			gate_refuse(gate, pool, POOL_COUNT, report,
				"%s has %" PRId64 " VFs: going to %" PRId64 " would destroy them all first",
				pf->address, count, wished_count(pool));
}

const struct gate gate_vf_count_change = {
	.id = "vf-count-change",
	.question = "Does every pool keep the VFs that it has?",
	.explain = "The kernel changes a count only through 0 (EBUSY otherwise: drivers/pci/pci-sysfs.c, "
		   "sriov_numvfs_store), which takes every VF from whoever uses it.",
	.fix = "apply `count: 0` first, when nobody uses the VFs, then the new count",
	.weight = WEIGHT_NEVER,
	.after = { "vfs-above-total" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_count_change,
};
