/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A run that the ledger knows, which is to be taken back. */
#include "kinds_rows.h"

#define RUN_DONE "done"

enum { RUN_STATE };
struct run_body {
	uint64_t set;
	char *state;
};

static const char *const states[] = { RUN_DONE, RUN_TAKEN_BACK, NULL };

static const struct field fields[] = {
	[RUN_STATE] = { .name = "state",
		.help = "taken-back: what the run has set goes back to what it was before",
		.type = &value_choice,
		.offset = FIELD_AT(struct run_body, state, char *),
		.choices = states,
		.cost = COST_RECREATE },
	{ 0 },
};

static int observe(const struct survey *survey, const struct resource *want, struct resource *have,
	struct report *report)
{
	struct run_body *body = have->body;
	bool stands;

	if (put_back_observe(survey, want, RUN_STATE, report, &stands) < 0)
		return -1;
	body->state = string_copy(stands ? RUN_DONE : RUN_TAKEN_BACK);
	field_set_given(body, RUN_STATE);
	return 0;
}

const struct kind kind_run = {
	.name = "run",
	.summary = "what one run has changed",
	.under = "host",
	.size = sizeof(struct run_body),
	.fields = fields,
	.observe = observe,
	.steps = put_back_steps,
};
