/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Keeps which functions a plan has found, so that they are found again when the plan has changed them. */
#include "engine.h"
#include <string.h>

/* The first of its values; NULL: none is known. The caller frees it. */
static char *identity_first(const struct function *function, enum identity identity)
{
	const struct reading *reading = &function->identity[identity];

	if (reading->is != R_VALUE || !reading->text || !*reading->text)
		return NULL;
	return text_print("%.*s", (int)strcspn(reading->text, "\n"), reading->text);
}

static void pin_device(const struct resource *device, const struct survey *survey, struct survey *into)
{
	const struct function *function = device_function(survey, device);
	const struct device_body *body = device->body;
	AUTO_FREE char *names = select_names(&body->select);
	AUTO_FREE char *path = NULL, *serial = NULL, *mac = NULL;

	if (!function || !*names)
		return;
	path = function_bridge_path(function);
	serial = identity_first(function, I_SERIAL);
	mac = identity_first(function, I_MAC);
	pins_keep(&into->pins, &into->n_pins,
		&(struct pin){
			.handle = device->name,
			.select = names,
			.address = function->address,
			.path = path,
			.serial = serial,
			.mac = mac,
		});
}

void planning_pins(const struct planning *planning, struct survey *into)
{
	for (size_t i = 0; i < planning->want.n; i++)
		if (planning->want.all[i]->kind == &kind_device)
			pin_device(planning->want.all[i], &planning->survey, into);
}
