/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lets go of what no boot is to bring back, and holds what one is to. */
#include "kind.h"
#include "ledger_line.h"
#include <stdlib.h>

/* Strings are the ledger's. */
struct forgetting {
	const struct applied_list *applied;
	const struct survey *survey;
	struct ledger_line *lines;
	size_t n;
};

static void forget_function(struct forgetting *on, const char *address)
{
	for (size_t i = 0; i < on->applied->n; i++) {
		const struct applied *applied = &on->applied->all[i];

		if (!applied->value ||
			(!string_equal(applied->target, address) && !string_equal(applied->pf, address)))
			continue;
		on->lines = memory_grow(on->lines, on->n, sizeof(*on->lines));
		on->lines[on->n++] = ledger_line_released(applied);
	}
}

static void note_out(struct forgetting *on, const struct pin *pin)
{
	struct ledger_line line = { .event = (char *)ledger_event_at(LEDGER_PIN)->name, .pin = *pin };

	if (pin->state)
		return;
	line.pin.state = (char *)PIN_OUT;
	on->lines = memory_grow(on->lines, on->n, sizeof(*on->lines));
	on->lines[on->n++] = line;
}

/* Of what is there still all stands, and is pawl's: it may be in service again before any boot. */
static void forget_device(struct forgetting *on, const struct resource *device)
{
	const struct pin *pin;

	for (size_t cursor = 0; (pin = pins_next(&on->survey->pins, device->name, &cursor));) {
		if (!survey_function(on->survey, pin->address))
			forget_function(on, pin->address);
		note_out(on, pin);
	}
}

int ledger_take_out(
	struct ledger *ledger, const struct plan *plan, const struct survey *survey, struct report *report)
{
	struct forgetting on = { .applied = &ledger->applied, .survey = survey };
	const struct state *want = plan->want;
	int result;

	for (size_t i = 0; i < want->n; i++)
		if (want->all[i]->kind == &kind_device && device_is_out_of_service(want->all[i]->body))
			forget_device(&on, want->all[i]);
	result = ledger_append(ledger, on.lines, on.n, survey, report);
	free(on.lines);
	return result;
}

static int append_each(struct ledger *ledger, const struct applied_list *words,
	struct ledger_line (*line_of)(const struct applied *), const struct survey *survey,
	struct report *report)
{
	AUTO_FREE struct ledger_line *lines = memory_new(words->n + 1, sizeof(*lines));

	for (size_t i = 0; i < words->n; i++)
		lines[i] = line_of(&words->all[i]);
	return ledger_append(ledger, lines, words->n, survey, report);
}

int ledger_release(struct ledger *ledger, const struct applied_list *words, const struct survey *survey,
	struct report *report)
{
	return append_each(ledger, words, ledger_line_released, survey, report);
}

int ledger_confirm(struct ledger *ledger, const struct applied_list *words, const struct survey *survey,
	struct report *report)
{
	return append_each(ledger, words, ledger_line_confirmed, survey, report);
}
