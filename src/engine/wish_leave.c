/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Takes out of a wish what is out of service or decommissioned, and says what is left as it is. */
#include "wish_inside.h"
#include <inttypes.h>

static const struct device_body *device_of(const struct resource *resource)
{
	const struct resource *device = resource_above(resource, &kind_device);

	return device ? device->body : NULL;
}

static bool is_absent(const struct resource *resource)
{
	const struct resource *host = resource_above(resource, &kind_host);

	return host && host_is_absent(host->body);
}

/* A device out of service stays as a name; of a decommissioned host no device does. */
static bool is_wanted(const struct resource *resource, void *data)
{
	const struct device_body *device = device_of(resource);

	(void)data;
	if (!device)
		return true;
	if (is_absent(resource))
		return false;
	return resource->kind == &kind_device || !device_is_out_of_service(device);
}

static void note_out_of_service(const struct resource *device, struct report *report)
{
	const struct finding note = {
		.severity = NOTE,
		.id = "out-of-service",
		.object = device->name,
		.at = resource_place(device, DEVICE_STATE),
	};

	report_add(report, &note, "%s is out of service: nothing is planned for it", device->name);
}

/* What a wish may have made of the function: "8 VFs, driver vfio-pci, driver_override vfio-pci". */
static void describe(const struct function *function, struct text *stands)
{
	static const enum attribute shown[] = { A_DRIVER, A_OVERRIDE };
	int64_t count;

	if (function_number(function, A_NUMVFS, &count) == 0 && count > 0)
		text_addf(stands, "%" PRId64 " VFs", count);
	for (size_t i = 0; i < sizeof(shown) / sizeof(shown[0]); i++) {
		const char *value = function_link(function, shown[i]);

		if (value && *value)
			text_addf(stands, "%s%s %s", stands->length ? ", " : "", attributes[shown[i]].name,
				value);
	}
	if (!stands->length)
		text_add(stands, "no VFs, no driver");
}

/* No record tells yet what pawl made, so nothing is taken back (DESIGN rule 9). */
static void note_left_over(const struct resource *device, const struct survey *survey, struct report *report)
{
	const struct function *function = device_function(survey, device);
	AUTO_TEXT struct text stands = { 0 };
	AUTO_FREE char *hint = NULL;
	struct finding note = {
		.severity = NOTE,
		.id = "left-over",
		.object = device->name,
		.at = resource_place(device, DEVICE_SELECT),
	};

	if (!function) {
		report_add(report, &note, "%s: no function was found, so nothing of it is left over",
			device->name);
		return;
	}
	describe(function, &stands);
	hint = text_print("by hand, in /sys/bus/pci/devices/%s: write 0 to sriov_numvfs, an empty line to "
			  "driver_override, then the address to /sys/bus/pci/drivers_probe",
		function->address);
	note.hint = hint;
	report_add(report, &note, "%s is left over: %s has %s, and there is no record that pawl made it",
		device->name, function->address, text_string(&stands));
}

void wish_note_out_of_service(const struct state *state, struct report *report)
{
	for (size_t i = 0; i < state->n; i++) {
		const struct resource *device = state->all[i];

		if (device->kind == &kind_device && device_is_out_of_service(device->body))
			note_out_of_service(device, report);
	}
}

/* Of a set that was found its members tell. */
static void note_device(const struct resource *device, const struct survey *survey, struct report *report)
{
	const struct device_body *body = device->body;

	if (is_absent(device) && (body->address || !body->resolved))
		note_left_over(device, survey, report);
}

void wish_leave_out(struct state *state, const struct survey *survey, struct report *report)
{
	for (size_t i = 0; i < state->n; i++)
		if (state->all[i]->kind == &kind_device)
			note_device(state->all[i], survey, report);
	state_keep(state, is_wanted, NULL);
}
