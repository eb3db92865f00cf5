/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A namespace that pawl knows by the name of a device of the wish, and that is in no file any more. */
#include "namespace.h"
#include <string.h>

/* "ssd0.ns.a" is one of ssd0. */
static bool is_named_after(const char *name, const struct resource *device)
{
	AUTO_FREE char *prefix = text_print("%s." NS_KEY ".", device->name);

	return name && string_starts(name, prefix);
}

/* Under another name by now: nobody has left it. */
static bool is_wished(const struct survey *survey, const struct function *pf, const struct resource *device,
	const struct state *state, const struct drive_namespace *there)
{
	for (size_t i = 0; i < state->n; i++) {
		const struct resource *namespace = state->all[i];
		struct drive_namespace *its = NULL;

		if (namespace->kind != &kind_namespace || resource_above(namespace, &kind_device) != device)
			continue;
		namespace_find(survey, pf, namespace, &its);
		if (its == there)
			return true;
	}
	return false;
}

/* What a restore makes a wish of is in no file: it says nothing of what is left over. */
void namespaces_left(struct resource *device, const struct survey *survey, struct state *state)
{
	const struct function *pf = device_function(survey, device);

	if (!drive_told(pf) || !device->at.line || device_is_out_of_service(device->body))
		return;
	for (size_t i = 0; i < survey->kept.n; i++) {
		const struct applied *kept = &survey->kept.all[i];
		const struct drive_namespace *there;

		if (kept->knob != &knob_namespace || !is_named_after(kept->object, device) ||
			state_find(state, &kind_namespace, kept->object))
			continue;
		there = namespace_called(survey, pf, kept->object);
		if (!there || is_wished(survey, pf, device, state, there))
			continue;
		state_add(state, &kind_namespace_left, kept->object, device)->at = device->at;
	}
}

static const struct field fields[] = { { 0 } };

const struct kind kind_namespace_left = {
	.name = "namespace_left",
	.summary = "a namespace that pawl has made and no file wishes for any more",
	.under = "device",
	.size = sizeof(uint64_t),
	.fields = fields,
};
