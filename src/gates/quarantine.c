/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The gate on making a VF again whose address a confidential guest still owns. */
#include "address.h"
#include "gates_rows.h"
#include <stdlib.h>
#include <string.h>

static void judge_guest(const struct question *question, const struct step *step, const struct function *pf,
	const struct guest *guest)
{
	AUTO_FREE char *all = string_copy(guest->owns);
	char *rest = all, *address;

	while (rest && (address = strsep(&rest, " ")))
		if (address_valid(address) && vf_place_is_of(pf, strtol(step->after, NULL, 10), address))
			gate_refuse(question, step->why->want, POOL_COUNT,
				"%s would be made again while the confidential guest %s still owns it",
				address, guest_name(guest->uri));
}

static void judge_quarantine(const struct question *question)
{
	const struct guests *guests = &question->now->guests;
	const struct step *step;

	for (size_t cursor = 0; (step = next_step(question, &knob_numvfs, &cursor));) {
		const struct function *pf = survey_function(question->now, step->target);

		for (size_t i = 0; pf && i < guests->n; i++)
			if (!guest_is_ordinary(&guests->all[i]))
				judge_guest(question, step, pf, &guests->all[i]);
	}
}

const struct gate gate_quarantine = {
	.id = "quarantine",
	.question = "Is no virtual function made again that a confidential guest still owns?",
	.explain =
		"The secure world keeps the address for its guest until that is gone, and the new function "
		"cannot be used (openEuler, enabling confidential device passthrough).",
	.fix = "destroy the guest first (`virsh destroy`): until then its address is not free",
	.weight = WEIGHT_NEVER,
	.after = { "sriov-missing" },
	/* libvirt is asked for nothing while a host boots, and then no guest runs: what pawl itself has
	 * started since is assumed to be secure, and frozen */
	.unknown_is = ANSWER_GOOD,
	.judge = judge_quarantine,
};
