/* SPDX-License-Identifier: GPL-2.0-or-later */
/* guests.NAME: a guest, and the functions that are handed to it. */
#include "guest_wish.h"
#include "address.h"
#include "object.h"
#include <string.h>

#define URI "qemu:///system"

static const char *const states[] = { UNTOUCHED, DEFINED, GUEST_RUNNING, GUEST_STOPPED, NULL };
static const char *const protections[] = { GUEST_ORDINARY, "virtcca", NULL };
static const char *const uris[] = { URI, NULL };

static const struct field hostdev_fields[] = {
	[HOSTDEV_DEVICE] = { .name = "device",
		.help = "a device of this host, one of its VFs, or a member of a set: HANDLE, HANDLE.vf.N, "
			"HANDLE.ADDRESS",
		.type = &value_string,
		.offset = FIELD_AT(struct hostdev, device, char *),
		.flags = FIELD_REQUIRED },
	{ 0 },
};

static const struct field fields[] = {
	[GUEST_URI] = { .name = "uri",
		.help = "where libvirt has it",
		.standard = URI,
		.type = &value_choice,
		.offset = FIELD_AT(struct guest_body, uri, char *),
		.choices = uris,
		.flags = FIELD_UNCOMPARED },
	[GUEST_STATE_WISHED] = { .name = "state",
		.help = "untouched: nothing is planned for it; defined: libvirt knows it, and it may run "
			"or not; running: it is started; stopped: it is shut down",
		.standard = UNTOUCHED,
		.type = &value_choice,
		.offset = FIELD_AT(struct guest_body, state, char *),
		.choices = states,
		.cost = COST_RESTART_GUEST },
	[GUEST_CONFIDENTIAL] = { .name = "confidential",
		.help = "what protects it from the host; its functions become secure when it starts; not "
			"given: it stays as it is, and a guest that is not there yet gets none",
		.type = &value_choice,
		.offset = FIELD_AT(struct guest_body, confidential, char *),
		.choices = protections,
		.cost = COST_ONE_WAY },
	[GUEST_HOSTDEVS] = { .name = "hostdevs",
		.help = "the functions that it gets, all of them; not given: it keeps those that it has",
		.type = &value_list,
		.offset = FIELD_AT(struct guest_body, hostdevs, struct list),
		.fields = hostdev_fields,
		.item = &value_map,
		.item_size = sizeof(struct hostdev),
		.cost = COST_RESTART_GUEST },
	[GUEST_KEPT] = { .name = "definition",
		.help = "its protection and the addresses that it gets",
		.type = &value_string,
		.offset = FIELD_AT(struct guest_body, definition, char *),
		.flags = FIELD_OBSERVED | FIELD_UNCOMPARED },
	{ 0 },
};

bool guest_is_planned(const struct resource *guest)
{
	const struct guest_body *body = guest->body;

	return body->state && !string_equal(body->state, UNTOUCHED);
}

bool guest_is_confidential(const struct resource *guest)
{
	const struct guest_body *body = guest->body;

	return body->confidential && !string_equal(body->confidential, GUEST_ORDINARY);
}

static const struct hostdev *hostdev_at(const struct resource *guest, size_t i)
{
	return list_item(&fields[GUEST_HOSTDEVS], &((const struct guest_body *)guest->body)->hostdevs, i);
}

const char *hostdev_name(const struct resource *guest, size_t i)
{
	return hostdev_at(guest, i)->device;
}

int64_t hostdev_vf(const struct resource *guest, size_t i)
{
	int64_t number;

	return name_vf(hostdev_name(guest, i), &number) ? number : -1;
}

const struct resource *hostdev_device(const struct resource *guest, size_t i, const struct state *state)
{
	const char *device = hostdev_name(guest, i);

	return device ? device_named(state, device) : NULL;
}

char *guest_id(const struct resource *guest)
{
	const struct guest_body *body = guest->body;

	return text_print("%s/%s", body->uri ? body->uri : URI, guest->name);
}

/* A VF that is there, and is not made anew first. */
static const struct function *vf_there(
	const struct function *pf, const struct resource *device, int64_t vf, const struct state *want)
{
	const struct resource *pool = pool_of(want, device);
	bool stays = !pool || ((const struct pool_body *)pool->body)->count == (int64_t)pf->n_virtfn;

	return stays && (size_t)vf < pf->n_virtfn ? pf->virtfn[vf] : NULL;
}

const struct function *hostdev_there(
	const struct resource *guest, size_t i, const struct survey *survey, const struct state *want)
{
	const struct resource *device = hostdev_device(guest, i, want);
	const struct function *function = device ? device_function(survey, device) : NULL;
	const char *name = hostdev_name(guest, i);
	int64_t vf = hostdev_vf(guest, i);

	if (!device)
		return name && address_valid(name) ? survey_function(survey, name) : NULL;
	return function && vf >= 0 ? vf_there(function, device, vf, want) : function;
}

static void add_address(struct text *text, const struct resource *guest, size_t i,
	const struct survey *survey, const struct state *want)
{
	const struct function *function = hostdev_there(guest, i, survey, want);

	if (function)
		text_addf(text, " %s", function->address);
	else
		text_addf(text, " ${%s.address}", hostdev_name(guest, i));
}

bool guest_keeps_hostdevs(const struct resource *guest)
{
	return !resource_given(guest, GUEST_HOSTDEVS);
}

/* Left to it (DESIGN rule 9). */
const char *hostdevs_kept(const struct resource *guest, const struct guest *there)
{
	return there && guest_keeps_hostdevs(guest) ? guest_hostdevs(there) : "";
}

static void add_kept(struct text *text, const struct resource *guest, const struct survey *survey)
{
	AUTO_FREE char *id = guest_id(guest);
	const char *kept = hostdevs_kept(guest, guests_find(&survey->guests, id));

	if (*kept)
		text_addf(text, " %s", kept);
}

char *guest_definition(const struct resource *guest, const struct survey *survey, const struct state *want)
{
	const struct guest_body *body = guest->body;
	struct text text = { 0 };

	text_add(&text, body->confidential ? body->confidential : GUEST_ORDINARY);
	for (size_t i = 0; !guest_keeps_hostdevs(guest) && i < body->hostdevs.n; i++)
		add_address(&text, guest, i, survey, want);
	add_kept(&text, guest, survey);
	return text_take(&text);
}

static void derive(struct resource *guest, const struct survey *survey, struct state *state)
{
	struct guest_body *body = guest->body;

	guest_keep(guest, survey, state);
	body->definition = guest_definition(guest, survey, state);
	field_set_given(body, GUEST_KEPT);
}

char *guest_protection(const struct guest *guest)
{
	return string_part(guest->definition, strcspn(guest->definition, " "));
}

void hostdev_add(struct guest_body *body, const char *name, struct place at)
{
	struct hostdev *hostdev = list_add(&fields[GUEST_HOSTDEVS], &body->hostdevs, at);

	hostdev->device = string_copy(name);
	field_set_given(hostdev, HOSTDEV_DEVICE);
}

const struct kind kind_guest = {
	.name = "guest",
	.summary = "guests and the functions that they get",
	.under = "host",
	.key = "guests",
	.entries = &value_guest,
	.entry_help = "NAME",
	.after = { &kind_vf_pool, &kind_driver },
	.size = sizeof(struct guest_body),
	.fields = fields,
	.check = guest_check,
	.check_missing = guest_check_missing,
	.implies_around = true,
	.derive = derive,
	.observe = guest_observe,
	.steps = guest_steps,
};
