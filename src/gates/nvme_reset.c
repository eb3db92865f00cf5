/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gate on drives that are reset so that their VFs get what the drive itself holds. */
#include "gates_rows.h"
#include "nvme.h"
#include "share.h"
#include <inttypes.h>

/* What is left without what the drive itself holds. */
static void judge_resource(const struct question *question, const struct resource *nvme,
	const struct function *pf, enum flexible resource)
{
	const struct flexible_row *of = &flexible_resources[resource];
	uint64_t holds = pf->drive->numbers[of->primary], without;
	struct shares_fit fit;
	AUTO_FREE char *hint = NULL;

	shares_fit(nvme, question->plan->want, pf, resource, &fit);
	without = fit.left > holds ? fit.left - holds : 0;
	if (fit.vfs == 0 || fit.primary >= holds || fit.needed <= without)
		return;
	if (without / (uint64_t)fit.vfs > 1)
		hint = text_print("with %" PRIu64 " each they need none of it", without / (uint64_t)fit.vfs);
	gate_refuse_for(question, nvme, resource, hint ? hint : question->gate->fix,
		"the VFs need %" PRIu64 " %s, and %" PRIu64 " are left: %s gives them the %" PRIu64
		" that it holds itself, and is reset for it",
		fit.needed, of->name, without, pf->address, holds);
}

static void judge(const struct question *question)
{
	const struct function *pf;
	const struct step *step;

	for (size_t cursor = 0; !question->step && (step = next_step(question, &knob_primary, &cursor));) {
		const struct resource *primary = step_resource(step);

		pf = survey_function(question->now, step->target);
		for (enum flexible i = 0;
			primary && primary->kind == &kind_primary && drive_told(pf) && i < N_FLEXIBLE; i++)
			judge_resource(question, primary->under, pf, i);
	}
}

const struct gate gate_drive_reset = {
	.id = "drive-reset",
	.question = "Do the VFs of each drive get what they need without a reset of the drive?",
	.explain = "What a drive's own controller holds of the flexible resources it gives back by "
		   "Virtualization Management, action 1, which takes effect at its next reset (NVM Express "
		   "Base Specification 2.0, 8.26.3). pawl resets it before there are VFs, and while nobody "
		   "uses its disks, which are away meanwhile. No rollback gives the drive its own back.",
	.fix = "give each VF less, or make fewer VFs; or plan for a moment without its disks",
	.weight = WEIGHT_ADVICE,
	.after = { "drive-missing", "drive-short" },
	.unknown_is = ANSWER_GOOD,
	.judge = judge,
};
