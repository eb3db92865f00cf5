/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Completes a wish with what its kinds and its platform imply. */
#include "engine.h"
#include "platform.h"

void wish_derive(struct state *state, const struct survey *survey)
{
	/* what is implied may imply more: the list grows while it is walked */
	for (size_t i = 0; i < state->n; i++)
		if (state->all[i]->kind->derive)
			state->all[i]->kind->derive(state->all[i], survey, state);
	for (size_t i = 0; i < state->n; i++) {
		const struct platform *platform =
			state->all[i]->kind == &kind_host ? platform_of(state->all[i]) : NULL;

		if (platform && platform->derive)
			platform->derive(state->all[i], survey, state);
	}
}

void wish_narrow(struct state *state, const struct survey *survey)
{
	for (size_t i = 0; i < state->n; i++)
		if (state->all[i]->kind->narrow)
			state->all[i]->kind->narrow(state->all[i], survey, state);
}
