/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Asks all gates, each after those that it rests on, and reports every refusal. */
#include "engine.h"

enum { GATES = 64, RESTS_ON = sizeof(((struct gate *)0)->after) / sizeof(((struct gate *)0)->after[0]) };

/* A gate that rests on one which refused would only repeat it in worse words. */
static bool can_ask(const struct gate *gate, const bool refused[GATES])
{
	for (size_t i = 0; i < RESTS_ON && gate->after[i]; i++)
		for (size_t earlier = 0; gates[earlier]; earlier++)
			if (refused[earlier] && string_equal(gates[earlier]->id, gate->after[i]))
				return false;
	return true;
}

int plan_judge(const struct plan *plan, const struct step *step, const struct survey *now,
	const struct survey *then, struct report *report)
{
	bool refused[GATES] = { false };
	int result = 0;

	/* the table lists a gate after those that it rests on (tests/unit/test_gates.c) */
	for (size_t i = 0; gates[i]; i++) {
		struct question question = {
			.gate = gates[i],
			.plan = plan,
			.step = step,
			.now = now,
			.then = then,
			.report = report,
			.ret_refused = &refused[i],
		};

		if (can_ask(gates[i], refused))
			gates[i]->judge(&question);
		if (refused[i])
			result = -1;
	}
	return result;
}
