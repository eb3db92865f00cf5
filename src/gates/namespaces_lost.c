/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gates on data that is lost where no user is asked: the operator's word by its name. */
#include "gates_rows.h"
#include "nvme_namespaces.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static void refuse_loss(const struct question *question, const struct step *step)
{
	AUTO_FREE char *word = listing_added(step->after, step->before);
	AUTO_FREE char *address = target_address(step->target);
	AUTO_TEXT struct text size = { 0 };

	if (!word)
		return;
	namespace_size_tell(word, &size);
	gate_refuse_step(question, step, question->gate->fix,
		"namespace %" PRIu32
		" of %s, %s, known by %s, would be deleted with all that is stored in it",
		namespace_number(word), address, text_string(&size), word_identity(word));
}

/* Asked again right before it is done, as of a saved plan: who deletes need not be who planned it. */
static void judge_loss(const struct question *question)
{
	const struct step *step;

	for (size_t cursor = 0; (step = next_step(question, &knob_namespace, &cursor));)
		if (step->flags & STEP_DATA_LOSS)
			refuse_loss(question, step);
}

const struct gate gate_data_loss = {
	.id = "data-loss",
	.question = "Has the operator named all that is deleted?",
	.explain =
		"What was stored in a namespace that is deleted is gone, whoever wrote it (NVM Express Base "
		"Specification 2.0, 5.23): no rollback and no restore brings it back. So `state: absent` "
		"alone deletes nothing: `--allow=data-loss:NAME` names each one whole, without a pattern. "
		"`-y` does not say it, nor does a saved plan: who applies it says it again.",
	.fix = "look whether the data is still needed, and take `state: absent` out of the file where it is",
	.weight = WEIGHT_ALLOWABLE,
	.by_name = true,
	.unknown_is = ANSWER_BAD,
	.judge = judge_loss,
};

static const struct function *drive_of(const struct question *question, const struct step *step)
{
	AUTO_FREE char *address = target_address(step->target);
	const struct function *pf = survey_function(question->now, address);

	return drive_told(pf) ? pf : NULL;
}

static void judge_unseen(const struct question *question)
{
	const struct step *step;

	for (size_t cursor = 0; (step = next_step(question, &knob_controllers, &cursor));) {
		AUTO_FREE char *taken = listing_added(step->after, step->before);
		const struct function *pf = taken ? drive_of(question, step) : NULL;
		struct function *function;

		if (pf && subsystem_controller(question->now, pf, (uint16_t)strtoul(taken, NULL, 10),
				  &function) == CONTROLLER_UNSEEN)
			gate_refuse_step(question, step, question->gate->fix,
				"controller %s, which would lose a namespace of %s, is neither its own nor "
				"that of a VF or another port here: who uses it there is not seen",
				taken, pf->address);
	}
}

const struct gate gate_namespace_unseen = {
	.id = "namespace-unseen",
	.question = "Is every controller that a namespace is taken from one whose users can be seen here?",
	.explain =
		"A drive may have several ports, and a port its own host (NVM Express Base Specification "
		"2.0, Multi-Path I/O and Namespace Sharing): what that one has mounted nobody sees from "
		"here, and a namespace that is detached is gone from it at once. Seen are the controllers "
		"of this drive, of its VFs, and of ports of the same serial, model and list of controllers "
		"that the nvme driver of this machine has. It asks also of what pawl attached there itself.",
	.fix = "look on the host that has the other port, and let go of it there",
	.weight = WEIGHT_ALLOWABLE,
	.by_name = true,
	.after = { "device-not-found" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_unseen,
};
