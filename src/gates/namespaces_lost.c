/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The gate on data that is deleted: the operator's word by its name. */
#include "gates_rows.h"
#include "nvme_namespaces.h"
#include <inttypes.h>
#include <string.h>

/* "2:209715200x512:nguid.0f..": the drive's number, and what it is known by wherever it is. */
static const char *known_by(const char *word)
{
	const char *last = strrchr(word, ':');

	return last && !string_equal(last, ":-") ? last + 1 : "nothing but its number";
}

/* Asked again right before it is done, as of a saved plan: who deletes need not be who planned it. */
static void judge_loss(const struct question *question)
{
	const struct step *step;

	for (size_t cursor = 0; (step = next_step(question, &knob_namespace, &cursor));) {
		AUTO_FREE char *word = namespaces_added(step->after, step->before);
		AUTO_TEXT struct text size = { 0 };

		if (!(step->flags & STEP_DATA_LOSS) || !word)
			continue;
		knob_namespace.tell("", word, &size);
		gate_refuse_step(question, step, question->gate->fix,
			"namespace %" PRIu32 " of %.*s, %s, known by %s, would be deleted with all that is "
			"stored in it",
			namespace_number(word), (int)strcspn(step->target, " "), step->target,
			strstr(text_string(&size), "-> ") + 3, known_by(word));
	}
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
