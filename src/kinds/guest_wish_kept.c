/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Completes the wish for a guest with what it keeps of its definition. */
#include "address.h"
#include "guest_wish.h"
#include "object.h"
#include <stdlib.h>
#include <string.h>

static const struct resource *device_of(const struct state *state, const struct function *function)
{
	for (size_t i = 0; function && i < state->n; i++)
		if (state->all[i]->kind == &kind_device &&
			string_equal(((const struct device_body *)state->all[i]->body)->address,
				function->address))
			return state->all[i];
	return NULL;
}

static int64_t vf_number(const struct function *vf)
{
	size_t number = 0;

	while (number < vf->physfn->n_virtfn && vf->physfn->virtfn[number] != vf)
		number++;
	return (int64_t)number;
}

/* As the files would name it; what is of none of their devices goes by its address. */
static char *name_kept(const char *address, const struct survey *survey, const struct state *state)
{
	const struct function *function = address_valid(address) ? survey_function(survey, address) : NULL;
	const struct resource *device = device_of(state, function);

	if (device)
		return string_copy(device->name);
	device = function && function->physfn ? device_of(state, function->physfn) : NULL;
	return device ? name_print(device->name, vf_number(function), NULL) : string_copy(address);
}

static void keep_hostdevs(struct resource *guest, const struct guest *defined, const struct survey *survey,
	const struct state *state)
{
	AUTO_FREE char *all = string_copy(guest_hostdevs(defined));
	char *rest = all, *address;

	while ((address = strsep(&rest, " "))) {
		AUTO_FREE char *name = *address ? name_kept(address, survey, state) : NULL;

		if (name)
			hostdev_add(guest->body, name, resource_place(guest, GUEST_STATE_WISHED));
	}
}

/* Neither is given by that: nothing of it is compared, nor said to be wished. */
void guest_keep(struct resource *guest, const struct survey *survey, const struct state *state)
{
	AUTO_FREE char *id = guest_id(guest);
	const struct guest *defined = guests_find(&survey->guests, id);
	struct guest_body *body = guest->body;

	if (!defined)
		return;
	if (!resource_given(guest, GUEST_CONFIDENTIAL))
		body->confidential = guest_protection(defined);
	if (!resource_given(guest, GUEST_HOSTDEVS))
		keep_hostdevs(guest, defined, survey, state);
}
