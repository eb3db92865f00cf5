/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Says which devices are elsewhere than when they were last applied. */
#include "wish_inside.h"

static bool is_in_place(const struct pin *pin, const struct function *function)
{
	AUTO_FREE char *path = pin->path ? function_bridge_path(function) : NULL;

	return string_equal(pin->address, function->address) && (!path || string_equal(path, pin->path));
}

/* "0000:02:00.0"; where the address is the same, the bridges tell. */
static char *place_print(const char *address, const char *path, bool with_path)
{
	return with_path && path ? text_print("%s (path %s)", address, path) : string_copy(address);
}

static void warn_moved(struct report *report, const struct resource *device, const struct pin *pin,
	const struct function *function)
{
	bool with_path = string_equal(pin->address, function->address);
	AUTO_FREE char *path = function_bridge_path(function);
	AUTO_FREE char *was = place_print(pin->address, pin->path, with_path);
	AUTO_FREE char *is = place_print(function->address, path, with_path);
	AUTO_TEXT struct text words = { 0 };
	enum pin_says says = pin_compare(pin, function, &words);
	const struct finding finding = {
		.severity = WARNING,
		.id = "device-moved",
		.object = device->name,
		.at = resource_place(device, DEVICE_SELECT),
		.hint = "the next apply notes it, and this is not said again",
	};

	if (says == PIN_SAME)
		report_add(report, &finding,
			"%s has moved: it was %s when it was last applied, and is %s now", device->name, was,
			is);
	else
		report_add(report, &finding,
			"%s was %s when it was last applied, and select means %s now%s%s", device->name, was,
			is,
			says == PIN_OTHER ? ", another device: "
					  : "; whether it is the same device cannot be told",
			text_string(&words));
}

/* `select` names a place that is empty now, and the card is somewhere else. */
static void warn_elsewhere(struct report *report, const struct resource *device, const struct pin *pin,
	const struct function *function)
{
	report_add(report,
		&(struct finding){
			.severity = WARNING,
			.id = "device-moved",
			.object = device->name,
			.at = resource_place(device, DEVICE_SELECT),
			.hint = "select it by `serial`, or write its new address",
		},
		"%s has moved: it was %s when it was last applied, and select does not find it at %s",
		device->name, pin->address, function->address);
}

static void note_device(const struct resource *device, struct pin_search *search, struct report *report)
{
	const struct function *function = device_function(search->survey, device);
	const struct pin *pin = pins_find(&search->survey->pins, device->name);

	if (!pin || (function && is_in_place(pin, function)))
		return;
	if (function && !pin_is_replaced(pin, function, NULL))
		warn_moved(report, device, pin, function);
	if (function || !device_is_missing(device->body))
		return;
	function = pin_search(search, pin);
	if (function)
		warn_elsewhere(report, device, pin, function);
}

void wish_note_moved(const struct state *state, const struct survey *survey, struct report *report)
{
	struct pin_search search = { .survey = survey };

	for (size_t i = 0; survey->pins.n > 0 && i < state->n; i++)
		if (state->all[i]->kind == &kind_device)
			note_device(state->all[i], &search, report);
	pin_search_free(&search);
}
