/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Forgets what was set on a device that is out of service and pulled. */
#include "kind.h"
#include "ledger_line.h"
#include <stdlib.h>

/* Strings are the ledger's. */
struct forgetting {
	const struct applied_list *applied;
	struct ledger_line *lines;
	size_t n;
};

static void forget_word(struct forgetting *on, const struct applied *applied)
{
	on->lines = memory_grow(on->lines, on->n, sizeof(*on->lines));
	on->lines[on->n++] = (struct ledger_line){ .event = (char *)ledger_event_at(LEDGER_RELEASED)->name,
		.knob = (char *)applied->knob->name,
		.target = applied->target,
		.object = applied->object,
		.pf = applied->pf,
		.original = applied->original,
		.before = applied->value };
}

static void forget_function(struct forgetting *on, const char *address)
{
	for (size_t i = 0; i < on->applied->n; i++) {
		const struct applied *applied = &on->applied->all[i];

		if (applied->value &&
			(string_equal(applied->target, address) || string_equal(applied->pf, address)))
			forget_word(on, applied);
	}
}

static void forget_device(struct forgetting *on, const struct resource *device, const struct survey *survey)
{
	const struct pin *pin;

	for (size_t cursor = 0; (pin = pins_next(&survey->pins, device->name, &cursor));)
		if (!survey_function(survey, pin->address))
			forget_function(on, pin->address);
}

int ledger_forget(
	struct ledger *ledger, const struct state *want, const struct survey *survey, struct report *report)
{
	struct forgetting on = { .applied = &ledger->applied };
	int result;

	for (size_t i = 0; i < want->n; i++)
		if (want->all[i]->kind == &kind_device && device_is_out_of_service(want->all[i]->body))
			forget_device(&on, want->all[i], survey);
	result = ledger_append(ledger, on.lines, on.n, survey, report);
	free(on.lines);
	return result;
}
