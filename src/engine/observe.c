/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Asks every kind what is on the machine for each resource of the wish. */
#include "engine.h"

int state_observe(
	const struct survey *survey, const struct state *want, struct state *have, struct report *report)
{
	int result = 0;

	for (size_t i = 0; i < want->n; i++) {
		const struct resource *wish = want->all[i];
		struct resource *seen = state_add(have, wish->kind, wish->name, NULL);

		if (wish->kind->observe && wish->kind->observe(survey, wish, seen, report) < 0)
			result = -1;
	}
	return result;
}
