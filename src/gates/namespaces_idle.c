/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gate on namespaces that are given to the controller of a VF that is not there. */
#include "gates_rows.h"
#include "namespace_matters.h"
#include "object.h"
#include "text.h"
#include <inttypes.h>
#include <stdlib.h>

/* As many as the plan comes to. */
static int64_t vfs_then(
	const struct question *question, const struct resource *namespace, const struct function *pf)
{
	int64_t now = 0;

	if (pool_of(question->plan->want, namespace))
		return vfs_wished(question->plan->want, namespace);
	function_number(pf, A_NUMVFS, &now);
	return now;
}

/* The first VF that it goes to and that is none of those; -1: there is none such. */
static int64_t vf_missing(const struct function *pf, const char *held, int64_t vfs)
{
	while (*held) {
		AUTO_FREE char *id = words_next(&held);
		const struct secondary *secondary =
			drive_secondary_by_id(pf->drive, (uint16_t)strtoul(id, NULL, 10));

		if (secondary && secondary->vf > vfs)
			return secondary->vf - 1;
	}
	return -1;
}

static void judge(const struct question *question)
{
	const struct resource *namespace;
	const struct function *pf;

	for (size_t cursor = 0;
		!question->step && (namespace = next_of_drive(question, &kind_namespace, &cursor, &pf));) {
		const struct namespace_body *body = namespace->body;
		int64_t vfs = vfs_then(question, namespace, pf), vf;

		if (namespace_is_absent(namespace) || !resource_given(namespace, NS_CONTROLLERS))
			continue;
		vf = vf_missing(pf, body->held ? body->held : "", vfs);
		if (vf >= 0)
			gate_refuse(question, namespace, NS_CONTROLLERS,
				"it goes to the controller of vf.%" PRId64 ", and there are %" PRId64
				" VFs: nobody gets it",
				vf, vfs);
	}
}

const struct gate gate_namespace_idle = {
	.id = "namespace-idle",
	.question = "Is the VF there of each controller that gets a namespace?",
	.explain =
		"A drive has controllers for as many VFs as there may be, and takes a namespace for each of "
		"them (NVM Express Base Specification 2.0, 5.22): whoever gets that VF one day gets what is "
		"stored there until then.",
	.fix = "name the VF by `vf`, or one of the controllers that `pawl show` has for VFs that are there",
	.weight = WEIGHT_ADVICE,
	.after = { "device-not-found" },
	.unknown_is = ANSWER_GOOD,
	.judge = judge,
};
