/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Asks all gates, each after those that it rests on, and reports every refusal. */
#include "engine.h"

int plan_judge(const struct plan *plan, const struct step *step, const struct survey *now,
	struct prediction *prediction, struct report *report)
{
	struct lookup noes = { 0 };
	bool refused = false;

	/* the table lists a gate after those that it rests on (tests/unit/test_gates.c) */
	for (size_t i = 0; gates[i]; i++) {
		struct question question = {
			.gate = gates[i],
			.plan = plan,
			.step = step,
			.now = now,
			.prediction = prediction,
			.report = report,
			.noes = &noes,
			.refused = refused,
			.ret_refused = &refused,
		};

		gates[i]->judge(&question);
	}
	lookup_free(&noes);
	return refused ? -1 : 0;
}
