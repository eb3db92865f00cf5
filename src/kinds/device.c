/* SPDX-License-Identifier: GPL-2.0-or-later */
/* devices.HANDLE: a name for one PCI function, or for a set of them, found by what `select` says. */
#include "kind.h"
#include "namespaces.h"
#include "object.h"
#include "platform.h"
#include <inttypes.h>

#define OUT_OF_SERVICE "out-of-service"
#define SECURE         "secure"

static const char *const states[] = { "present", OUT_OF_SERVICE, NULL };
static const char *const worlds[] = { "none", "ordinary", SECURE, NULL };

static const struct field fields[] = {
	[DEVICE_SELECT] = { .name = "select",
		.help = "which function this is; all keys must fit, exactly one function may (or as many as "
			"`expect` says)",
		.type = &value_map,
		.offset = FIELD_AT(struct device_body, select, struct select),
		.fields = select_fields,
		.flags = FIELD_REQUIRED | FIELD_SOME | FIELD_UNIQUE | FIELD_UNCOMPARED },
	[DEVICE_EXPECT] = { .name = "expect",
		.help = "how many functions fit: more than 1 makes a set, and what is wished holds for each "
			"of it",
		.standard = "1",
		.type = &value_number,
		.offset = FIELD_AT(struct device_body, expect, int64_t),
		.min = 1,
		.max = 65535,
		.flags = FIELD_UNCOMPARED },
	[DEVICE_STATE] = { .name = "state",
		.help = "out-of-service: broken or pulled; nothing is planned for it and nothing needs it",
		.standard = "present",
		.type = &value_choice,
		.offset = FIELD_AT(struct device_body, state, char *),
		.choices = states,
		.flags = FIELD_UNCOMPARED },
	[DEVICE_WORLD] = { .name = "world",
		.help = "the world that it is handed to; a promise that is checked, never consent to a "
			"switch",
		.type = &value_choice,
		.offset = FIELD_AT(struct device_body, world, char *),
		.choices = worlds,
		.flags = FIELD_UNCOMPARED },
	[DEVICE_ADDRESS] = { .name = "address",
		.help = "the function that was found",
		.type = &value_address,
		.offset = FIELD_AT(struct device_body, address, char *),
		.flags = FIELD_OBSERVED | FIELD_UNCOMPARED },
	{ 0 },
};

struct function *device_function(const struct survey *survey, const struct resource *resource)
{
	const struct resource *device = resource_above(resource, &kind_device);
	const struct device_body *body = device ? device->body : NULL;

	return body && body->address ? survey_function(survey, body->address) : NULL;
}

struct resource *device_at(const struct state *want, const char *address)
{
	for (size_t i = 0; want && address && i < want->n; i++)
		if (want->all[i]->kind == &kind_device &&
			string_equal(((const struct device_body *)want->all[i]->body)->address, address))
			return want->all[i];
	return NULL;
}

char *function_handle(const struct function *function, const struct state *want)
{
	const struct resource *device = device_at(want, function->address);

	if (device)
		return string_copy(device->name);
	device = function->physfn ? device_at(want, function->physfn->address) : NULL;
	return device ? name_print(device->name, (int64_t)function->vf_number, NULL) : NULL;
}

const struct resource *device_named(const struct state *want, const char *name)
{
	int64_t vf;
	AUTO_FREE char *handle =
		name_vf(name, &vf) ? string_part(name, name_device_length(name)) : string_copy(name);

	return state_find(want, &kind_device, handle);
}

const struct function *function_named(const struct state *want, const struct survey *survey, const char *name)
{
	const struct resource *device = device_named(want, name);
	const struct function *function = device ? device_function(survey, device) : NULL;
	int64_t vf;

	if (!function || !name_vf(name, &vf))
		return function;
	return (size_t)vf < function->n_virtfn ? function->virtfn[vf] : NULL;
}

int64_t device_expects(const struct device_body *device)
{
	return field_given(device, DEVICE_EXPECT) ? device->expect : 1;
}

bool device_is_out_of_service(const struct device_body *device)
{
	return string_equal(device->state, OUT_OF_SERVICE);
}

bool device_is_missing(const struct device_body *device)
{
	return !device->resolved && !device_is_out_of_service(device);
}

/* An address is the name of one function: no set has it. */
static void check_set(const struct resource *device, struct report *report)
{
	const struct device_body *body = device->body;
	enum select_row row = field_given(&body->select, SELECT_PCI) ? SELECT_PCI : SELECT_PATH;

	if (device_expects(body) == 1 || !field_given(&body->select, row))
		return;
	report_add(report,
		&(struct finding){ .severity = ERROR,
			.outcome = BAD_CONFIGURATION,
			.id = "set-of-one",
			.object = device->name,
			.at = resource_place(device, DEVICE_EXPECT),
			.hint = "leave `expect` out, or select by what all of the set have" },
		"expect: %" PRId64 " cannot be: `%s` names one function", body->expect,
		select_fields[row].name);
}

static void check_world(const struct resource *device, struct report *report)
{
	const struct device_body *body = device->body;
	const struct platform *platform = platform_of(device);

	if (!string_equal(body->world, SECURE) || !platform || platform->traits & PLATFORM_SECURE_WORLD)
		return;
	report_add(report,
		&(struct finding){ .severity = ERROR,
			.outcome = BAD_CONFIGURATION,
			.id = "no-secure-world",
			.object = device->name,
			.at = resource_place(device, DEVICE_WORLD),
			.hint = "say the host's platform, or `world: ordinary`" },
		"world: the platform %s has no secure world", platform->name);
}

static void check(const struct resource *device, const struct state *state, struct report *report)
{
	(void)state;
	check_set(device, report);
	check_world(device, report);
}

const struct kind kind_device = {
	.name = "device",
	.summary = "PCI functions and what they should be",
	.under = "host",
	.key = "devices",
	.entries = &value_handle,
	.entry_help = "HANDLE",
	.size = sizeof(struct device_body),
	.fields = fields,
	.check = check,
	.derive = namespaces_left,
};
