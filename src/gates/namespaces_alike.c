/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The gate on making a second namespace beside one that nobody has a name for. */
#include "gates_rows.h"
#include "namespaces.h"
#include <inttypes.h>

/* What the run itself has made is not known by its name before the run has ended. */
static void judge_alike(const struct question *question)
{
	const struct resource *namespace;
	const struct function *pf;

	if (question->step)
		return;
	for (size_t cursor = 0; (namespace = next_of_drive(question, &kind_namespace, &cursor, &pf));) {
		const struct drive_namespace *alike =
			namespace_is_made(namespace)
				? namespace_alike(question->now, pf, namespace, question->plan->want)
				: NULL;
		AUTO_FREE char *adopt = alike ? namespace_adopt_print(alike) : NULL, *hint = NULL;

		if (!alike)
			continue;
		hint = text_print("if it is that one, say `%s`", adopt);
		gate_refuse_for(question, namespace, NS_SIZE, hint,
			"a new one would be made; namespace %" PRIu32
			" of %s is as large, %s%s, and pawl knows no name for it",
			alike->nsid, pf->address,
			alike->n_controllers ? "attached where the new one is to be, to controller "
					     : "attached to no controller as the new one is to be",
			alike->n_controllers ? alike->listed : "");
	}
}

const struct gate gate_namespace_alike = {
	.id = "namespace-alike",
	.question = "Is none there that is just as the one that would be made, and nobody's?",
	.explain =
		"Which namespace a name has the ledger alone knows. When that is lost, or the namespace was "
		"made by hand, a second and empty one would be made beside it, for the same controllers: "
		"who uses the one there would find two. What the drive's own controller alone has counts as "
		"what the drive came with.",
	.fix = "say which it is: `adopt: {nsid: N, nguid: ..}`",
	.weight = WEIGHT_ALLOWABLE,
	.after = { "device-not-found", "namespace-renamed" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_alike,
};
