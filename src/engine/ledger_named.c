/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Keeps which namespaces got a name without a step, for who tells what has happened. */
#include "ledger_line.h"
#include "runs.h"
#include <stdlib.h>

void ledger_take_naming(struct ledger *ledger, const struct ledger_line *line, const struct applied *word)
{
	const char *former;

	if (!ledger_is_naming(&ledger->learned, word, &former))
		return;
	ledger->namings = memory_grow(ledger->namings, ledger->n_namings, sizeof(*ledger->namings));
	ledger->namings[ledger->n_namings++] = (struct ledger_naming){
		.number = line->seq,
		.time = string_copy(line->time),
		.name = string_copy(word->object),
		.former = string_copy(former),
		.target = string_copy(word->target),
		.word = word->knob->named(word->original, word->value),
	};
}

size_t runs_first_naming(const struct runs *runs)
{
	const struct ledger *ledger = runs->ledger;
	uint64_t last = ledger->n_runs ? ledger->runs[ledger->n_runs - 1].number : 0;
	size_t first = ledger->n_namings;

	while (first > 0 && ledger->namings[first - 1].number > last)
		first--;
	return first;
}

void ledger_free_namings(struct ledger *ledger)
{
	for (size_t i = 0; i < ledger->n_namings; i++) {
		struct ledger_naming *naming = &ledger->namings[i];

		free(naming->time);
		free(naming->name);
		free(naming->former);
		free(naming->target);
		free(naming->word);
	}
	free(ledger->namings);
}
