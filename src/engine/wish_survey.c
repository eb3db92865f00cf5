/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The wish that a machine fulfils as it is, for export, and the one that a starter file begins with. */
#include "eswitch.h"
#include "namespace_known.h"
#include "namespaces.h"
#include "wish_inside.h"
#include <stdlib.h>
#include <string.h>

/* What a device is called by: by its class, PCI Code and ID Assignment Specification, section 1. */
static const struct {
	int64_t mask, code;
	const char *prefix;
} handles[] = {
	{ 0xff0000, 0x020000, "nic" },
	{ 0xffff00, 0x010800, "ssd" },
	{ 0xff0000, 0x030000, "gpu" },
	{ 0, 0, "dev" },
};
enum { N_HANDLES = sizeof(handles) / sizeof(handles[0]) };

struct taking {
	const struct survey *survey;
	struct state *state;
	const struct resource *host;
	struct report *report;
	size_t counts[N_HANDLES];
};

static bool names_any(const struct survey *survey, const char *handle, const struct function *pf)
{
	AUTO_FREE char *above = text_print("%s." NS_KEY ".", handle);

	for (size_t i = 0; drive_told(pf) && i < survey->kept.n; i++) {
		const struct applied *kept = &survey->kept.all[i];

		if (kept->knob == &knob_namespace && kept->object && string_starts(kept->object, above) &&
			namespace_called(survey, pf, kept->object))
			return true;
	}
	return false;
}

/*
 * What pawl knows it by: by another handle its namespaces would get other names. Of several the one that
 * names these, or the last. The member of a set has none of its own. NULL: it knows it by none.
 */
static const char *handle_known(const struct taking *taking, const struct function *function)
{
	const struct pin_list *pins = &taking->survey->pins;
	const char *handle = NULL;

	for (size_t i = 0; i < pins->n; i++) {
		const struct pin *pin = &pins->all[i];

		if (strchr(pin->handle, '.') || !pin_stood_at(pin, function) ||
			pin_compare(pin, function, NULL) == PIN_OTHER ||
			state_find(taking->state, &kind_device, pin->handle))
			continue;
		handle = pin->handle;
		if (names_any(taking->survey, handle, function))
			break;
	}
	return handle;
}

/* The handle of another device is not given to this one: an apply would take it for that one's successor. */
static char *handle_make(struct taking *taking, const struct function *function)
{
	const char *known = handle_known(taking, function);
	char *handle = NULL;
	int64_t code;
	size_t row = 0;

	if (known)
		return string_copy(known);
	if (function_number(function, A_CLASS, &code) < 0)
		code = 0;
	while ((code & handles[row].mask) != handles[row].code)
		row++;
	do {
		free(handle);
		handle = text_print("%s%zu", handles[row].prefix, taking->counts[row]++);
	} while (pins_find(&taking->survey->pins, handle) || state_find(taking->state, &kind_device, handle));
	return handle;
}

/* The text is the survey's own word, or made here: what the row cannot hold is left out. */
static bool row_set(const struct field *fields, size_t row, void *body, const char *text)
{
	AUTO_TEXT struct text why = { 0 };

	return field_parse(fields, row, body, text, &why) == 0;
}

static struct resource *device_take(struct taking *taking, const struct function *function)
{
	AUTO_FREE char *handle = handle_make(taking, function);
	struct resource *device = state_add(taking->state, &kind_device, handle, taking->host);
	struct device_body *body = device->body;
	const struct reading *serial = &function->identity[I_SERIAL];

	row_set(select_fields, SELECT_PCI, &body->select, function->address);
	if (serial->is == R_VALUE && !strchr(serial->text, '\n'))
		row_set(select_fields, SELECT_SERIAL, &body->select, serial->text);
	field_set_given(body, DEVICE_SELECT);
	row_set(kind_device.fields, DEVICE_ADDRESS, body, function->address);
	return device;
}

static int driver_take(struct taking *taking, const struct resource *device, const struct function *function)
{
	AUTO_FREE char *name = NULL, *address = text_print("%s.%s", device->name, kind_driver.key);

	if (!function_is_by_hand(function))
		return 0;
	if (driver_seen(taking->survey, device, NULL, 0, &name, taking->report) < 0)
		return -1;
	if (name)
		row_set(kind_driver.fields, DRIVER_NAME,
			state_add(taking->state, &kind_driver, address, device)->body, name);
	return 0;
}

/* A write that hangs holds their number: that is told of the pool, and nothing is left out in silence. */
static bool vfs_are_unknown(const struct function *function)
{
	const struct reading *count = &function->attr[A_NUMVFS];

	return count->is != R_VALUE && count->is != R_ABSENT;
}

static int pool_take(struct taking *taking, const struct resource *device, const struct function *pf)
{
	AUTO_FREE char *name = text_print("%s.%s", device->name, kind_vf_pool.key);
	struct resource *pool;

	if (pf->n_virtfn == 0 && !vfs_are_unknown(pf))
		return 0;
	pool = state_add(taking->state, &kind_vf_pool, name, device);
	if (kind_vf_pool.observe(taking->survey, pool, pool, taking->report) < 0)
		return -1;
	return pool_take_vfs(pool, pf, taking->survey, taking->report);
}

/* Drivers begin in the other mode (net/devlink; eswitch.h): somebody has set it. */
static bool has_switchdev(const struct function *function)
{
	const struct reading *mode = &function->identity[I_ESWITCH];

	return mode->is == R_VALUE && string_equal(mode->text, ESWITCH_SWITCHDEV);
}

static void switch_take(struct taking *taking, const struct resource *device, const struct function *function)
{
	AUTO_FREE char *name = text_print("%s.%s", device->name, kind_eswitch.key);

	if (has_switchdev(function))
		row_set(kind_eswitch.fields, ESWITCH_MODE,
			state_add(taking->state, &kind_eswitch, name, device)->body, ESWITCH_SWITCHDEV);
}

/* No set is exported as such: on its own a member has another name, and so has what is in it. */
static void note_member(
	const struct taking *taking, const struct resource *device, const struct function *function)
{
	const struct pin *pin = pins_of(&taking->survey->pins, NULL, function);

	if (!pin || !strchr(pin->handle, '.') || pin_compare(pin, function, NULL) == PIN_OTHER ||
		!names_any(taking->survey, pin->handle, function))
		return;
	report_add(taking->report,
		&(struct finding){ .severity = WARNING,
			.id = "set-taken-apart",
			.object = device->name,
			.hint = "keep the files that have the set; or leave them, and apply this one alone" },
		"%s is %s in the files that were applied, and %s here: an apply of this gives its namespaces "
		"other names, and the files that have the set are refused from then on",
		function->address, pin->handle, device->name);
}

/* Where it was seen is no wish: that is in `select`. */
static void address_drop(struct resource *device)
{
	struct device_body *body = device->body;

	free(body->address);
	body->address = NULL;
	body->set &= ~(UINT64_C(1) << DEVICE_ADDRESS);
}

static int function_take(struct taking *taking, const struct function *function)
{
	struct resource *device;
	int result;

	if (function_is_vf(function) ||
		(function->n_virtfn == 0 && !vfs_are_unknown(function) && !function_is_by_hand(function) &&
			!has_switchdev(function) && !namespaces_are_by_hand(taking->survey, function)))
		return 0;
	device = device_take(taking, function);
	note_member(taking, device, function);
	result = pool_take(taking, device, function);
	shares_take(taking->state, device, function, taking->report);
	drive_namespaces_take(taking->state, device, function, taking->survey);
	if (driver_take(taking, device, function) < 0)
		result = -1;
	switch_take(taking, device, function);
	address_drop(device);
	return result;
}

static bool is_for_starters(const struct function *function)
{
	int64_t code, vfs;

	if (function_is_vf(function))
		return false;
	if (function_number(function, A_TOTALVFS, &vfs) == 0 && vfs > 0)
		return true;
	return function_number(function, A_CLASS, &code) == 0 && (code & 0xffff00) == 0x010800;
}

/* Facts may hold any words; a file takes those of the row. */
static bool is_host_name(const struct reading *name)
{
	const struct value_type *type = kind_host.entries;
	AUTO_FREE void *value = memory_new(1, type->size);
	AUTO_TEXT struct text why = { 0 };
	bool fits = name->is == R_VALUE &&
		    type->parse(&(struct field){ .type = type }, name->text, value, &why) == 0;

	type->clear(value);
	return fits;
}

static int host_take(struct taking *taking)
{
	const struct reading *name = &taking->survey->machine[M_HOSTNAME];

	if (is_host_name(name)) {
		taking->host = state_add(taking->state, &kind_host, name->text, NULL);
		return 0;
	}
	report_add(taking->report,
		&(struct finding){ .severity = ERROR,
			.outcome = UNAVAILABLE,
			.id = "fact-unknown",
			.hint = "give the machine a host name, or capture the facts anew" },
		"the host name of the machine is not known, or none");
	return -1;
}

int wish_of_survey(const struct survey *survey, struct state *state, struct report *report)
{
	struct taking taking = { .survey = survey, .state = state, .report = report };
	int result = host_take(&taking);

	for (size_t i = 0; result == 0 && i < survey->n; i++)
		result = function_take(&taking, survey->functions[i]);
	return result;
}

int wish_to_start_with(const struct survey *survey, struct state *state, struct report *report)
{
	struct taking taking = { .survey = survey, .state = state, .report = report };

	if (host_take(&taking) < 0)
		return -1;
	for (size_t i = 0; i < survey->n; i++)
		if (is_for_starters(survey->functions[i]))
			device_take(&taking, survey->functions[i]);
	return 0;
}
