/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The gate on making a VF again whose address a confidential guest still owns. */
#include "address.h"
#include "gates_rows.h"
#include <stdlib.h>
#include <string.h>

/* Whether the address is where one of the PF's first `count` VFs is made. */
static bool is_vf_place(const struct function *pf, int64_t count, const char *address)
{
	struct routing from = address_routing(pf->address), to = address_routing(address);
	int64_t offset, stride, distance;

	if (from.domain != to.domain || function_number(pf, A_OFFSET, &offset) < 0 ||
		function_number(pf, A_STRIDE, &stride) < 0)
		return false;
	distance = to.number - from.number - offset;
	if (count == 1 || stride <= 0)
		return distance == 0;
	return distance >= 0 && distance % stride == 0 && distance / stride < count;
}

static void judge_guest(const struct question *question, const struct step *step, const struct function *pf,
	const struct guest *guest)
{
	AUTO_FREE char *all = string_copy(guest->owns);
	char *rest = all, *address;

	while (rest && (address = strsep(&rest, " ")))
		if (address_valid(address) && is_vf_place(pf, strtol(step->after, NULL, 10), address))
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
	.fix = "stop the guest first, then make the VFs again",
	.weight = WEIGHT_NEVER,
	.after = { "sriov-missing" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_quarantine,
};
