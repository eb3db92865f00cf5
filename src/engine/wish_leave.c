/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Takes out of a wish what is out of service or decommissioned, and says what is left as it is. */
#include "namespace_known.h"
#include "nvme.h"
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

/* A device out of service stays as a name; of a decommissioned host neither devices nor guests do. */
static bool is_wanted(const struct resource *resource, void *data)
{
	const struct device_body *device = device_of(resource);

	(void)data;
	if (is_absent(resource) && (device || resource->kind == &kind_guest))
		return false;
	if (!device)
		return true;
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

/* What pawl has set is taken back (kinds/host_absent.c). */
static bool is_recorded(const struct survey *survey, const struct knob *knob, const struct function *function)
{
	return applied_find(&survey->applied, knob, function->address);
}

/*
 * What a wish may have made of the function and no record tells of: "8 VFs, driver vfio-pci, driver_override
 * vfio-pci". A driver without an override is whoever the kernel chose.
 */
static void describe(const struct function *function, const struct survey *survey, struct text *stands)
{
	const char *driver = function_link(function, A_DRIVER),
		   *override = function_text(function, A_OVERRIDE);
	int64_t count;

	if (override && (!*override || is_recorded(survey, &knob_override, function)))
		override = NULL;
	if (!is_recorded(survey, &knob_numvfs, function) &&
		function_number(function, A_NUMVFS, &count) == 0 && count > 0)
		text_addf(stands, "%" PRId64 " VFs", count);
	if ((override || stands->length) && driver && !is_recorded(survey, &knob_driver, function))
		text_addf(stands, "%s%s %s", stands->length ? ", " : "", attributes[A_DRIVER].name, driver);
	if (override)
		text_addf(
			stands, "%s%s %s", stands->length ? ", " : "", attributes[A_OVERRIDE].name, override);
}

/* That pawl made it is what lets it be taken back (DESIGN rule 9). */
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
	describe(function, survey, &stands);
	if (!stands.length)
		return;
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

static void note_guest(const struct resource *guest, const struct survey *survey, struct report *report)
{
	AUTO_FREE char *id = guest_id(guest);
	const struct finding note = {
		.severity = NOTE,
		.id = "left-over",
		.object = guest->name,
		.at = guest->at,
		.hint = "by hand, when nobody needs it: `virsh undefine`",
	};

	if (is_absent(guest) && guests_find(&survey->guests, id))
		report_add(report, &note, "%s is left over: it is defined as %s", guest->name, id);
}

/* Of a set that was found its members tell. */
static void note_device(const struct resource *device, const struct survey *survey, struct report *report)
{
	const struct device_body *body = device->body;

	if (is_absent(device) && (body->address || !body->resolved))
		note_left_over(device, survey, report);
}

/* Deleting data is never a side effect: who wants it names the namespace. */
static void warn_namespace(const struct resource *host, const struct function *pf, const char *name,
	const struct drive_namespace *there, struct report *report)
{
	AUTO_TEXT struct text size = { 0 }, holders = { 0 };
	const struct finding warning = {
		.severity = WARNING,
		.id = "left-over",
		.object = name,
		.at = resource_place(host, HOST_STATE),
		.hint = "while the host is in the files with its devices, `state: absent` of it under its "
			"drive deletes it with its data",
	};

	bytes_tell(blocks_bytes(there->blocks, there->block_bytes), &size);
	controllers_tell(pf, there->listed, &holders);
	report_add(report, &warning, "%s is left over: namespace %" PRIu32 " of %s, %s, with its data; %s%s",
		name, there->nsid, pf->address, text_string(&size),
		there->n_controllers ? "attached to " : "nobody has it",
		there->n_controllers ? text_string(&holders) : "");
}

/* Of a drive with two ports the first tells. */
static bool is_another_port(const struct survey *survey, const struct function *pf)
{
	for (size_t i = 0; i < survey->n && survey->functions[i] != pf; i++)
		if (drive_told(survey->functions[i]) && drive_is_port(survey->functions[i], pf))
			return true;
	return false;
}

/* The ledger may have several lines of one name: each namespace is told of once. */
static void warn_namespaces_of(const struct resource *host, const struct function *pf,
	const struct survey *survey, struct report *report)
{
	AUTO_FREE bool *told = memory_new(pf->drive->n_namespaces + 1, sizeof(*told));

	for (size_t i = 0; i < survey->kept.n; i++) {
		const struct applied *kept = &survey->kept.all[i];
		const struct drive_namespace *there =
			kept->knob == &knob_namespace ? namespace_called(survey, pf, kept->object) : NULL;

		if (!there || told[there - pf->drive->namespaces])
			continue;
		told[there - pf->drive->namespaces] = true;
		warn_namespace(host, pf, kept->object, there, report);
	}
}

/* Whether the file still has the devices or not: what pawl knows stands on the drives. */
static void warn_namespaces(const struct resource *host, const struct survey *survey, struct report *report)
{
	for (size_t i = 0; i < survey->n; i++) {
		const struct function *pf = survey->functions[i];

		if (drive_told(pf) && !is_another_port(survey, pf))
			warn_namespaces_of(host, pf, survey, report);
	}
}

void wish_leave_out(struct state *state, const struct survey *survey, struct report *report)
{
	for (size_t i = 0; i < state->n; i++) {
		if (state->all[i]->kind == &kind_device)
			note_device(state->all[i], survey, report);
		if (state->all[i]->kind == &kind_guest)
			note_guest(state->all[i], survey, report);
		if (state->all[i]->kind == &kind_host && is_absent(state->all[i]))
			warn_namespaces(state->all[i], survey, report);
	}
	state_keep(state, is_wanted, NULL);
}
