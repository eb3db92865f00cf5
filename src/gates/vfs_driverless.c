/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The gate on VFs of a drive that are made without a driver, and that nobody has wished to have none. */
#include "gates_rows.h"
#include "object.h"
#include "share.h"
#include "vf.h"
#include <inttypes.h>
#include <stdlib.h>

static bool is_shared_out(const struct plan *plan, const struct resource *pool, int64_t vf)
{
	AUTO_FREE char *share = name_print(pool->under->name, vf, SHARE_KEY);

	return state_find(plan->want, &kind_vf_share, share);
}

static char *bare_vfs(const struct plan *plan, const struct resource *pool, int64_t made)
{
	AUTO_FREE size_t *numbers = memory_new((size_t)made + 1, sizeof(*numbers));
	struct text text = { 0 };
	size_t n = 0;

	for (int64_t vf = 0; vf < made; vf++)
		if (is_shared_out(plan, pool, vf) && !vf_driver_wished(plan->want, pool->under->name, vf))
			numbers[n++] = (size_t)vf;
	numbers_fold(numbers, n, &text);
	return n > 0 ? text_take(&text) : NULL;
}

static void judge(const struct question *question)
{
	const struct step *step;

	for (size_t cursor = 0; !question->step && (step = next_step(question, &knob_numvfs, &cursor));) {
		const struct resource *pool = step_resource(step);
		int64_t made = strtol(step->after, NULL, 10);
		AUTO_FREE char *vfs = NULL;

		if (!made || !pool || pool->kind != &kind_vf_pool || !step_place(step).source)
			continue;
		vfs = bare_vfs(question->plan, pool, made);
		if (vfs)
			gate_refuse(question, pool, 0, "VF %s of %s %s no driver", vfs, step->target,
				strpbrk(vfs, ",-") ? "get" : "gets");
	}
}

const struct gate gate_vfs_driverless = {
	.id = "vfs-driverless",
	.question = "Has each VF of a drive that is made a driver, or is it to have none?",
	.explain =
		"A new VF is kept from drivers until it has its queues, as the host's nvme would wait for a "
		"controller that is offline until it gives up (seen in the lab: \"Device not ready\"). "
		"Afterwards no driver is asked for it: it goes to whoever binds it next.",
	.fix = "say `driver` in `vfs`: `vfio-pci` for guests, `nvme` for this host, or `none`",
	.weight = WEIGHT_ADVICE,
	.after = { "drive-missing", "device-not-found" },
	.unknown_is = ANSWER_GOOD,
	.judge = judge,
};
