/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Says which devices were found because of what is remembered of them, and not by `select`. */
#include "wish_inside.h"

/* "driver is vfio-pci, not igb": each key that does not fit as the machine is now. */
static void add_contradictions(
	const struct select *select, const struct function *function, struct text *contradictions)
{
	for (size_t row = 0; row < N_SELECT; row++) {
		AUTO_TEXT struct text has = { 0 };
		AUTO_TEXT struct text wants = { 0 };

		if (!field_given(select, row) ||
			select_fits(select, (enum select_row)row, function, &has) != FIT_NO)
			continue;
		select_print(select, (enum select_row)row, &wants);
		text_addf(contradictions, "%s%s is %s, not %s", contradictions->length ? ", " : "",
			select_fields[row].name, has.length ? text_string(&has) : "nothing",
			text_string(&wants));
	}
}

static void note_device(const struct resource *device, const struct survey *survey, struct report *report)
{
	const struct device_body *body = device->body;
	const struct function *function = device_function(survey, device);
	AUTO_TEXT struct text contradictions = { 0 };
	const struct finding note = {
		.severity = NOTE,
		.id = "found-by-pin",
		.object = device->name,
		.at = resource_place(device, DEVICE_SELECT),
		.hint = "select it by what no wish changes, as its address or serial number",
	};

	if (function)
		add_contradictions(&body->select, function, &contradictions);
	if (contradictions.length)
		report_add(report, &note,
			"%s is %s, as at its first apply, though select says otherwise now: %s", device->name,
			function->address, text_string(&contradictions));
}

void wish_note_pinned(const struct state *state, const struct survey *survey, struct report *report)
{
	for (size_t i = 0; i < state->n; i++)
		if (state->all[i]->kind == &kind_device)
			note_device(state->all[i], survey, report);
}
