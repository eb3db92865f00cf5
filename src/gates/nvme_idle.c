/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gate on VFs of a drive that are made and get nothing of it: their controllers never go online. */
#include "gates_rows.h"
#include "nvme.h"
#include "share.h"
#include "vf.h"
#include <inttypes.h>
#include <stdlib.h>

/* Also where --target leaves it out: the next run gives it. */
static bool is_given(const struct plan *plan, const struct resource *pool)
{
	AUTO_FREE char *name = text_print("%s.%s", pool->under->name, kind_nvme.key);
	const struct resource *nvme = state_find(plan->want, &kind_nvme, name);

	if (!nvme && plan->left_out)
		nvme = state_find(plan->left_out, &kind_nvme, name);
	return nvme && resource_given(nvme, NVME_QUEUES);
}

/* A restore, or a rollback, gives what no file says. */
static bool goes_online(const struct plan *plan, const struct function *pf, int64_t vf)
{
	AUTO_FREE char *target = vf_target(pf->address, (size_t)vf);

	for (size_t i = 0; i < plan->n; i++)
		if (plan->steps[i]->knob == &knob_vf_online && string_equal(plan->steps[i]->target, target) &&
			string_equal(plan->steps[i]->after, "true"))
			return true;
	return false;
}

/* What has queues, or is online, was given them by somebody; what no driver may touch is for nobody yet. */
static int64_t count_idle(
	const struct plan *plan, const struct resource *pool, const struct function *pf, int64_t vfs)
{
	int64_t idle = 0;
	struct place at;

	for (int64_t vf = 0; vf < vfs; vf++) {
		const struct secondary *secondary = drive_secondary(pf->drive, (size_t)vf);

		idle += !string_equal(pool_driver(pool, vf, &at), DRIVER_NONE) && secondary &&
			!secondary->online && !secondary->queues && !goes_online(plan, pf, vf);
	}
	return idle;
}

/* What neither the drive itself has nor a controller beyond these VFs: drive-short counts so, too. */
static uint64_t share_all(const struct drive *drive, enum flexible resource, int64_t vfs)
{
	const struct flexible_row *of = &flexible_resources[resource];
	uint64_t all = drive->numbers[of->total], held = drive->numbers[of->primary];

	for (size_t i = 0; i < drive->n_secondaries; i++) {
		struct secondary *secondary = &drive->secondaries[i];

		if (!secondary->vf || secondary->vf > vfs)
			held += *secondary_share(secondary, resource);
	}
	return all > held ? all - held : 0;
}

/* An even share, as large as one VF may have, in the steps that the drive likes. */
static uint64_t share_even(const struct drive *drive, enum flexible resource, int64_t vfs)
{
	const struct flexible_row *of = &flexible_resources[resource];
	uint64_t each = share_all(drive, resource, vfs) / (uint64_t)vfs, most = drive->numbers[of->most],
		 grain = drive->numbers[of->grain];

	if (most && each > most)
		each = most;
	return grain > 1 && each >= grain ? each - each % grain : each;
}

static char *hint_of(const struct drive *drive, int64_t vfs)
{
	uint64_t queues = share_even(drive, FLEXIBLE_QUEUES, vfs),
		 interrupts = share_even(drive, FLEXIBLE_INTERRUPTS, vfs);
	bool needs_interrupts = drive->numbers[flexible_resources[FLEXIBLE_INTERRUPTS].total] > 0;

	if (queues < 2 || (needs_interrupts && !interrupts))
		return text_print("wish for fewer VFs, and say `nvme: {vf-queues: 2%s}` beside `vfs`",
			needs_interrupts ? ", vf-interrupts: 1" : "");
	if (needs_interrupts)
		return text_print("say `nvme: {vf-queues: %" PRIu64 ", vf-interrupts: %" PRIu64
				  "}` beside `vfs`",
			queues, interrupts);
	return text_print("say `nvme: {vf-queues: %" PRIu64 "}` beside `vfs`", queues);
}

static void judge_idle(const struct question *question)
{
	const struct resource *pool;
	const struct function *pf;

	for (size_t cursor = 0;
		!question->step && (pool = next_of_drive(question, &kind_vf_pool, &cursor, &pf));) {
		int64_t vfs = vfs_wished(question->plan->want, pool), idle;
		AUTO_FREE char *hint = NULL;

		if (!vfs || !pf->drive->numbers[D_VQFRT] || is_given(question->plan, pool))
			continue;
		idle = count_idle(question->plan, pool, pf, vfs);
		if (!idle)
			continue;
		hint = hint_of(pf->drive, vfs);
		gate_refuse_for(question, pool, 0, hint,
			"%" PRId64 " of the %" PRId64
			" VFs of %s %s no queues: %s controller%s not go online, "
			"and a guest gets no disk",
			idle, vfs, pf->address, idle == 1 ? "has" : "have", idle == 1 ? "its" : "their",
			idle == 1 ? " does" : "s do");
	}
}

const struct gate gate_drive_idle = {
	.id = "drive-idle",
	.question = "Do the VFs of each drive get the queues that they need?",
	.explain = "Where a drive gives queues to its VFs (Primary Controller Capabilities, VQFRT), the "
		   "controller of a VF has none until it is told so, and without them it stays offline (NVM "
		   "Express Base Specification 2.0, 8.26): the VF is there, and serves nobody, whatever "
		   "namespace it has.",
	.fix = "say `vf-queues` in `nvme` beside `vfs`",
	.weight = WEIGHT_ADVICE,
	.after = { "drive-missing", "device-not-found", "vfs-above-total" },
	.unknown_is = ANSWER_GOOD,
	.judge = judge_idle,
};
