/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Asks all gates, each after those that it rests on, and reports every refusal. */
#include "engine.h"
#include <stdlib.h>

static bool refused_before(const struct report *report, size_t from, const char *id)
{
	for (size_t i = from; i < report->n; i++)
		if (string_equal(report->findings[i].id, id))
			return true;
	return false;
}

/* A gate that rests on one which refused would only repeat it in worse words. */
static bool can_ask(const struct gate *gate, const struct report *report, size_t from)
{
	for (size_t i = 0; i < sizeof(gate->after) / sizeof(gate->after[0]) && gate->after[i]; i++)
		if (refused_before(report, from, gate->after[i]))
			return false;
	return true;
}

int plan_judge(const struct plan *plan, const struct step *step, const struct survey *now,
	const struct survey *then, struct report *report)
{
	size_t from = report->n, errors = report_errors(report);

	/* the table lists a gate after those that it rests on (tests/unit/test_gates.c) */
	for (const struct gate *const *gate = gates; *gate; gate++)
		if (can_ask(*gate, report, from))
			(*gate)->judge(*gate, plan, step, now, then, report);
	return report_errors(report) > errors ? -1 : 0;
}
