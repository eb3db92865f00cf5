/* SPDX-License-Identifier: GPL-2.0-or-later */
/* devices.HANDLE: a name for one PCI function, found by what `select` says of it. */
#include "kind.h"

static const struct field select_fields[] = {
	[SELECT_PCI] = { .name = "pci",
		.help = "full address, quoted: \"0000:17:00.0\"",
		.type = &value_address,
		.offset = FIELD_AT(struct select, pci, char *),
		.flags = FIELD_UNCOMPARED },
	[SELECT_PATH] = { .name = "path",
		.help = "bridge path from the root port: \"0000:16:00.0/00.0\"",
		.type = &value_path,
		.offset = FIELD_AT(struct select, path, char *),
		.flags = FIELD_UNCOMPARED },
	{ 0 },
};

static const struct field fields[] = {
	[DEVICE_SELECT] = { .name = "select",
		.help = "which function this is; all keys must fit, exactly one function may",
		.type = &value_map,
		.offset = FIELD_AT(struct device_body, select, struct select),
		.fields = select_fields,
		.flags = FIELD_REQUIRED | FIELD_SOME | FIELD_UNIQUE | FIELD_UNCOMPARED },
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

const struct kind kind_device = {
	.name = "device",
	.summary = "one PCI function and what it should be",
	.under = "host",
	.key = "devices",
	.entries = &value_handle,
	.entry_help = "HANDLE",
	.size = sizeof(struct device_body),
	.fields = fields,
};
