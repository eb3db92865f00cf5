/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What changes of a twin that no step says. */
#include "effects_watch.h"
#include "kind.h"
#include "nvme_namespaces.h"
#include "vf.h"
#include <stdlib.h>
#include <string.h>

/* All comparisons of one pair are made from this. */
struct comparing {
	const struct sight *before, *after;
	const struct in_hand *steps;
	size_t n;
	const struct state *want;
	struct text *breaches;
};

void sight_take(struct twin *twin, struct sight *sight)
{
	*sight = (struct sight){ 0 };
	survey_copy(twin_world(twin), &sight->machine);
	for (size_t i = 0; i < sight->machine.n; i++)
		if (twin_is_secure(twin, sight->machine.functions[i]->address))
			lookup_add(&sight->secure, hash_string(0, sight->machine.functions[i]->address), i);
}

void sight_free(struct sight *sight)
{
	survey_free(&sight->machine);
	lookup_free(&sight->secure);
	*sight = (struct sight){ 0 };
}

bool sight_is_secure(const struct sight *sight, const char *address)
{
	size_t cursor = 0, at;

	while (lookup_next(&sight->secure, hash_string(0, address), &cursor, &at))
		if (string_equal(sight->machine.functions[at]->address, address))
			return true;
	return false;
}

const struct function *object_function(
	const struct survey *machine, const struct state *want, const char *object)
{
	const char *name = string_starts(object, "${") ? object + 2 : object, *part = strstr(name, ".vf.");
	AUTO_FREE char *handle = part ? string_part(name, (size_t)(part - name)) : NULL;
	const struct resource *device = handle ? state_find(want, &kind_device, handle) : NULL;
	const struct function *pf = device ? device_function(machine, device) : NULL;
	size_t number = pf ? strtoul(part + strlen(".vf."), NULL, 10) : 0;

	if (!part)
		return survey_function(machine, object);
	return pf && number < pf->n_virtfn ? pf->virtfn[number] : NULL;
}

static bool names(const struct comparing *comparing, const struct survey *machine, const char *object,
	const char *address)
{
	const struct function *function = object_function(machine, comparing->want, object);

	return function && string_equal(function->address, address);
}

static bool affects_of(
	const struct comparing *comparing, enum effect_kind kind, uint32_t nsid, const char *address)
{
	for (size_t i = 0; i < comparing->n; i++)
		for (size_t k = 0; k < comparing->steps[i].step->n_effects; k++) {
			const struct effect *effect = &comparing->steps[i].step->effects[k];

			if (effect->kind == kind && effect->nsid == nsid &&
				(names(comparing, &comparing->before->machine, effect->object, address) ||
					names(comparing, &comparing->after->machine, effect->object,
						address)))
				return true;
		}
	return false;
}

static bool affects(const struct comparing *comparing, enum effect_kind kind, const char *address)
{
	return affects_of(comparing, kind, 0, address);
}

static bool takes(const struct comparing *comparing, const char *address)
{
	return affects(comparing, EFFECT_DEVICE_GONE, address) ||
	       affects(comparing, EFFECT_DRIVER_LOST, address);
}

/* target NULL: whichever. */
static bool turns(const struct comparing *comparing, const struct knob *knob, const char *target)
{
	for (size_t i = 0; i < comparing->n; i++)
		if (comparing->steps[i].step->knob == knob &&
			(!target || string_equal(comparing->steps[i].target, target)))
			return true;
	return false;
}

static void breach(const struct comparing *comparing, const char *who, const char *format, ...)
	PRINTF_LIKE(3, 4);
static void breach(const struct comparing *comparing, const char *who, const char *format, ...)
{
	va_list values;

	text_addf(comparing->breaches, "%s ", who);
	va_start(values, format);
	text_addv(comparing->breaches, format, values);
	va_end(values);
	text_add(comparing->breaches, ", which no step says that is under way:");
	for (size_t i = 0; i < comparing->n; i++)
		text_addf(comparing->breaches, " %s of %s to %s,", comparing->steps[i].step->knob->name,
			comparing->steps[i].target, comparing->steps[i].step->after);
	text_add(comparing->breaches, "\n");
}

static void compare_driver(
	const struct comparing *comparing, const struct function *before, const struct function *after)
{
	const char *old = function_link(before, A_DRIVER), *new = function_link(after, A_DRIVER);

	if (string_equal(old, new))
		return;
	if (old && !takes(comparing, before->address))
		breach(comparing, before->address, "loses its driver %s", old);
	if (new && !turns(comparing, &knob_driver, after->address))
		breach(comparing, after->address, "gets the driver %s", new);
}

/* What its driver brings and takes: a number of VFs, the most of them, a late group. */
static bool comes_with_driver(const struct comparing *comparing, enum attribute row, const char *address)
{
	return (row == A_NUMVFS || row == A_TOTALVFS || row == A_GROUP) &&
	       turns(comparing, &knob_driver, address);
}

static void compare_attributes(
	const struct comparing *comparing, const struct function *before, const struct function *after)
{
	for (enum attribute row = 0; row < N_ATTRIBUTES; row++) {
		const char *old = function_text(before, row), *new = function_text(after, row);
		const struct knob *knob = attributes[row].knob;

		if (row == A_DRIVER || string_equal(old, new) ||
			(knob && turns(comparing, knob, after->address)) ||
			comes_with_driver(comparing, row, after->address))
			continue;
		breach(comparing, after->address, "has another %s: %s, not %s", attributes[row].name, new,
			old);
	}
}

/* The link that a VF sees goes with its card's switch. */
static bool goes_with_switch(const struct comparing *comparing, enum vf_setting row, const char *address)
{
	return row == VF_LINK_STATE && affects(comparing, EFFECT_INTERFACE_LOST, address);
}

static void compare_switch(
	const struct comparing *comparing, const struct function *before, const struct function *after)
{
	const char *old = before->identity[I_ESWITCH].text, *new = after->identity[I_ESWITCH].text;

	if (!string_equal(old, new) && !turns(comparing, &knob_eswitch, after->address) &&
		!turns(comparing, &knob_driver, after->address) && !takes(comparing, after->address))
		breach(comparing, after->address, "has another mode of its switch: %s, not %s", new, old);
}

/* A controller that goes offline has no resources any more. */
static bool goes_with_controller(const struct comparing *comparing, enum vf_setting row, const char *target)
{
	return (row == VF_QUEUES || row == VF_INTERRUPTS) && turns(comparing, &knob_vf_online, target);
}

/* A VF's driver takes a MAC for it where it has none. */
static void compare_settings(
	const struct comparing *comparing, const struct function *before, const struct function *after)
{
	const char *pf = after->physfn ? after->physfn->address : "";
	AUTO_FREE char *target = vf_target(pf, after->vf_number);

	for (size_t row = 0; row < N_VF_SETTINGS; row++) {
		const char *old = before->setting[row].text, *new = after->setting[row].text;

		if (!string_equal(old, new) && !turns(comparing, vf_settings[row].knob, target) &&
			!goes_with_switch(comparing, (enum vf_setting)row, after->address) &&
			!goes_with_controller(comparing, (enum vf_setting)row, target) &&
			!turns(comparing, &knob_driver, after->address) && !takes(comparing, pf))
			breach(comparing, after->address, "has another %s: %s, not %s", vf_settings[row].name,
				new, old);
	}
}

static void compare_function(
	const struct comparing *comparing, const struct function *before, const struct function *after)
{
	const struct reading *old = &before->identity[I_NETDEV], *new = &after->identity[I_NETDEV];

	compare_driver(comparing, before, after);
	compare_attributes(comparing, before, after);
	compare_settings(comparing, before, after);
	compare_switch(comparing, before, after);
	if (old->is == R_VALUE && new->is != R_VALUE && !takes(comparing, before->address) &&
		!affects(comparing, EFFECT_INTERFACE_LOST, before->address))
		breach(comparing, before->address, "loses its interface %s", old->text);
	if (sight_is_secure(comparing->after, after->address) &&
		!sight_is_secure(comparing->before, before->address) &&
		!affects(comparing, EFFECT_SECURED, after->address))
		breach(comparing, after->address, "becomes secure");
}

static void compare_functions(const struct comparing *comparing)
{
	const struct survey *before = &comparing->before->machine, *after = &comparing->after->machine;

	for (size_t i = 0; i < before->n; i++) {
		const struct function *old = before->functions[i],
				      *new = survey_function(after, old->address);

		if (new)
			compare_function(comparing, old, new);
		else if (!affects(comparing, EFFECT_DEVICE_GONE, old->address))
			breach(comparing, old->address, "goes away");
	}
	for (size_t i = 0; i < after->n; i++) {
		const struct function *new = after->functions[i];

		if (!survey_function(before, new->address) &&
			!(new->physfn &&turns(comparing, &knob_numvfs, new->physfn->address)))
			breach(comparing, new->address, "comes");
	}
}

/* A VF that goes leaves its controller what it has. */
static void compare_namespace(const struct comparing *comparing, const struct function *pf,
	const struct drive_namespace *old, const struct drive_namespace *new)
{
	struct function *holder;

	for (size_t i = 0; i < old->n_controllers; i++)
		if ((!new || !namespace_has(new, old->controllers[i])) &&
			subsystem_controller(&comparing->before->machine, pf, old->controllers[i], &holder) ==
				CONTROLLER_HERE &&
			!affects_of(comparing, EFFECT_NAMESPACE_LOST, old->nsid, holder->address))
			breach(comparing, holder->address, "loses namespace %u of %s", old->nsid,
				pf->address);
}

static void compare_drives(const struct comparing *comparing)
{
	const struct survey *before = &comparing->before->machine;

	for (size_t i = 0; i < before->n; i++) {
		const struct function *old = before->functions[i],
				      *new = survey_function(&comparing->after->machine, old->address);

		if (!old->drive || !new || !new->drive)
			continue;
		for (size_t k = 0; k < old->drive->n_namespaces; k++)
			compare_namespace(comparing, old, &old->drive->namespaces[k],
				drive_namespace(new->drive, old->drive->namespaces[k].nsid));
	}
}

/* Who stands on a function goes with it, or with its driver; a guest lets go of what it owns. */
static void compare_users(const struct comparing *comparing)
{
	const struct users *before = &comparing->before->machine.users;

	for (size_t i = 0; i < before->n; i++) {
		const struct user *left = NULL, *user = &before->all[i];
		size_t n = users_of(&comparing->after->machine.users, user->function, &left);
		bool stays = false;

		for (size_t k = 0; k < n; k++)
			stays |= left[k].use == user->use && string_equal(left[k].who, user->who);
		if (!stays && !takes(comparing, user->function) && !turns(comparing, &knob_guest_state, NULL))
			breach(comparing, user->function, "is taken from %s", user->who);
	}
}

static void compare_guests(const struct comparing *comparing)
{
	const struct guests *after = &comparing->after->machine.guests;

	for (size_t i = 0; i < after->n; i++) {
		const struct guest *new = &after->all[i];
		const struct guest *old = guests_find(&comparing->before->machine.guests, new->uri);

		if (!string_equal(old ? old->definition : NULL, new->definition) &&
			!turns(comparing, &knob_guest, new->uri))
			breach(comparing, new->uri, "has another definition");
		if (!string_equal(old ? old->owns : NULL, new->owns) &&
			!turns(comparing, &knob_guest_state, new->uri))
			breach(comparing, new->uri, "starts or stops");
	}
}

void effects_compare(const struct sight *before, const struct sight *after, const struct in_hand *steps,
	size_t n, const struct state *want, struct text *breaches)
{
	const struct comparing comparing = { before, after, steps, n, want, breaches };

	compare_functions(&comparing);
	compare_drives(&comparing);
	compare_users(&comparing);
	compare_guests(&comparing);
}
