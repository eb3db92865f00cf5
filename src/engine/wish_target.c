/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Leaves of a wish what --target names, and what that stands on. */
#include "namespaces.h"
#include "object.h"
#include "share.h"
#include "wish.h"
#include <stdlib.h>
#include <string.h>

struct aim {
	struct state *state;
	const char *const *targets;
	size_t n_targets;
	bool *kept; /* by resource */
};

/* What is wished for its sake alone. */
static const struct resource *implied_by(const struct resource *resource)
{
	return resource->cause && resource->cause->kind->implies_around ? resource->cause : NULL;
}

static bool resource_at(const struct aim *aim, const struct resource *resource, size_t *ret_at)
{
	size_t cursor = 0, at;

	while (lookup_next(&aim->state->by_name, hash_string(0, resource->name), &cursor, &at))
		if (aim->state->all[at] == resource) {
			*ret_at = at;
			return true;
		}
	return false;
}

static bool is_kept(const struct aim *aim, const struct resource *resource)
{
	size_t at;

	return resource_at(aim, resource, &at) && aim->kept[at];
}

static bool is_wished(const struct aim *aim, const struct resource *resource)
{
	const struct resource *guest = implied_by(resource);

	return !guest || is_kept(aim, guest);
}

/* "gpus.*" is the set as a whole, and so is "gpus", of which no member may be here. */
static bool is_below(const char *name, const char *target)
{
	bool whole = string_ends(target, ".*");
	AUTO_FREE char *set = text_print("%.*s", (int)strlen(target) - (whole ? 2 : 0), target);

	return name_fits(name, set);
}

/* Of the whole host when its name is given. */
static bool is_meant(const struct resource *resource, const char *target)
{
	const struct resource *up = resource;

	while (up && !is_below(up->name, target))
		up = up->under;
	return up != NULL;
}

static bool is_aimed_at(const struct aim *aim, const struct resource *resource)
{
	bool aimed = false;

	for (size_t i = 0; !aimed && i < aim->n_targets; i++)
		aimed = is_meant(resource, aim->targets[i]);
	return aimed;
}

/* Once it is known what is kept: what a guest implies may be named when the guest is meant too. */
static bool target_is_met(const struct aim *aim, const char *target)
{
	bool met = false;

	for (size_t i = 0; !met && i < aim->state->n; i++)
		met = (!implied_by(aim->state->all[i]) || aim->kept[i]) &&
		      is_meant(aim->state->all[i], target);
	return met;
}

/* A wish stands on what it is below and on what caused it: a VF on its pool. */
static void keep(struct aim *aim, const struct resource *resource)
{
	size_t at;

	if (!resource || !resource_at(aim, resource, &at) || aim->kept[at])
		return;
	aim->kept[at] = true;
	keep(aim, resource->under);
	keep(aim, resource->cause);
}

static void mark(const struct aim *aim, const struct resource *device, bool *marks)
{
	size_t at;

	if (device && resource_at(aim, device, &at))
		marks[at] = true;
}

/* A guest stands on the devices that it gets anything of, and what it implies on all of theirs. */
static void devices_mark(const struct aim *aim, bool *marks)
{
	for (size_t i = 0; i < aim->state->n; i++) {
		const struct resource *resource = aim->state->all[i];
		const struct guest_body *guest = resource->kind == &kind_guest ? resource->body : NULL;

		for (size_t k = 0; guest && aim->kept[i] && k < guest->hostdevs.n; k++)
			mark(aim, hostdev_device(resource, k, aim->state), marks);
		if (implied_by(resource) && is_wished(aim, resource))
			mark(aim, resource_above(resource, &kind_device), marks);
	}
}

/* All of these devices: of a pool that is made for one VF the others are not left without their drivers. */
static void keep_for_guests(struct aim *aim)
{
	AUTO_FREE bool *marks = memory_new(aim->state->n, sizeof(*marks));

	devices_mark(aim, marks);
	for (size_t i = 0; i < aim->state->n; i++) {
		const struct resource *resource = aim->state->all[i];
		const struct resource *device = resource_above(resource, &kind_device);
		size_t at;

		if (device && resource_at(aim, device, &at) && marks[at] && is_wished(aim, resource))
			keep(aim, resource);
	}
}

static void keep_below(struct aim *aim, const char *name)
{
	for (size_t i = 0; i < aim->state->n; i++)
		if (name_fits(aim->state->all[i]->name, name))
			keep(aim, aim->state->all[i]);
}

/* A namespace for a VF stands on the VFs, and on what that one has of the drive: else nobody could see it. */
static void keep_for_namespaces(struct aim *aim)
{
	for (size_t i = 0; i < aim->state->n; i++) {
		const struct resource *namespace = aim->state->all[i];
		const struct namespace_body *body = namespace->body;
		const char *device;
		AUTO_FREE char *vf = NULL, *pool = NULL;

		if (namespace->kind != &kind_namespace || !aim->kept[i] || !resource_given(namespace, NS_VF))
			continue;
		device = resource_above(namespace, &kind_device)->name;
		vf = name_print(device, body->vf, NULL);
		pool = text_print("%s.%s", device, kind_vf_pool.key);
		keep_below(aim, vf);
		keep(aim, state_find(aim->state, &kind_vf_pool, pool));
	}
}

/* A driver of a VF stands on what its drive gives: an offline controller it would probe for long, in vain. */
static void keep_for_drivers(struct aim *aim)
{
	for (size_t i = 0; i < aim->state->n; i++) {
		const struct resource *driver = aim->state->all[i];
		const struct driver_body *body = driver->body;
		AUTO_FREE char *share = NULL;
		int length;

		if (driver->kind != &kind_driver || !aim->kept[i] || string_equal(body->name, DRIVER_NONE))
			continue;
		length = (int)(strlen(driver->name) - strlen(kind_driver.key));
		share = text_print("%.*s%s", length, driver->name, SHARE_KEY);
		keep(aim, state_find(aim->state, &kind_vf_share, share));
	}
}

static void keep_aimed_at(struct aim *aim)
{
	for (size_t i = 0; i < aim->state->n; i++)
		if (!implied_by(aim->state->all[i]) && is_aimed_at(aim, aim->state->all[i]))
			keep(aim, aim->state->all[i]);
	keep_for_namespaces(aim);
	keep_for_guests(aim);
	keep_for_drivers(aim);
}

/* What there is of the device that is meant, else the devices. */
static void near_print(const struct aim *aim, const char *target, struct text *text)
{
	AUTO_FREE char *device = text_print("%.*s", (int)strcspn(target, "."), target);
	AUTO_FREE const char **parts = memory_new(aim->state->n, sizeof(*parts));
	AUTO_FREE const char **devices = memory_new(aim->state->n, sizeof(*devices));
	size_t n_parts = 0, n_devices = 0;

	for (size_t i = 0; i < aim->state->n; i++) {
		const struct resource *resource = aim->state->all[i];

		if (is_wished(aim, resource) && name_fits(resource->name, device))
			parts[n_parts++] = resource->name;
		if (resource->kind == &kind_device)
			devices[n_devices++] = resource->name;
	}
	if (n_parts > 0)
		names_fold(parts, n_parts, text);
	else
		names_fold(devices, n_devices, text);
}

static const char *nearest_name(const struct aim *aim, const char *target)
{
	AUTO_FREE const char **names = memory_new(aim->state->n + 1, sizeof(*names));

	for (size_t i = 0; i < aim->state->n; i++)
		names[i] = aim->state->all[i]->name;
	return string_nearest(target, names);
}

static void report_target(const char *target, const char *hint, const char *text, struct report *report)
{
	report_add(report,
		&(struct finding){ .severity = ERROR,
			.outcome = BAD_USAGE,
			.id = "no-target",
			.object = target,
			.hint = hint },
		"--target %s %s", target, text);
}

static void report_nothing(const struct aim *aim, const char *target, struct report *report)
{
	const char *meant = nearest_name(aim, target);
	AUTO_FREE char *text = text_print("names nothing that is wished for this host%s%s%s",
		meant ? "; did you mean " : "", meant ? meant : "", meant ? "?" : "");
	AUTO_TEXT struct text near = { 0 };
	AUTO_FREE char *hint = NULL;

	near_print(aim, target, &near);
	hint = near.length ? text_print("there is: %s", text_string(&near))
			   : text_print("no device is wished for this host; --target %s means all of it",
				     aim->state->n > 0 ? aim->state->all[0]->name : "HOST");
	report_target(target, hint, text, report);
}

struct fitting {
	const char **names;
	size_t n;
	struct lookup seen;
};

static void fitting_add(struct fitting *fitting, const char *name, size_t length)
{
	AUTO_FREE char *fits = text_print("%.*s", (int)length, name);
	uint64_t hash = hash_string(0, fits);
	size_t cursor = 0, at;

	while (lookup_next(&fitting->seen, hash, &cursor, &at))
		if (string_equal(fitting->names[at], fits))
			return;
	lookup_add(&fitting->seen, hash, fitting->n);
	fitting->names = memory_grow(fitting->names, fitting->n, sizeof(*fitting->names));
	fitting->names[fitting->n++] = string_copy(fits);
}

static void fitting_free(struct fitting *fitting)
{
	for (size_t i = 0; i < fitting->n; i++)
		free((char *)fitting->names[i]);
	free(fitting->names);
	lookup_free(&fitting->seen);
}

/* Of ten VFs that are named all ten are meant: -1 when only some are wished. */
static int whole_check(const struct aim *aim, const char *target, struct report *report)
{
	size_t meant = name_pattern_count(target);
	struct fitting fitting = { 0 };
	AUTO_TEXT struct text hint = { 0 };
	bool some;

	for (size_t i = 0; meant > 1 && i < aim->state->n; i++) {
		const char *name = aim->state->all[i]->name;
		size_t length = name_fit_length(name, target);

		if (length > 0 && is_wished(aim, aim->state->all[i]))
			fitting_add(&fitting, name, length);
	}
	text_add(&hint, "there is: ");
	names_fold(fitting.names, fitting.n, &hint);
	some = fitting.n > 0 && fitting.n < meant;
	AUTO_FREE char *text =
		text_print("means %zu objects, and of %zu of them something is wished", meant, fitting.n);
	if (some)
		report_target(target, text_string(&hint), text, report);
	fitting_free(&fitting);
	return some ? -1 : 0;
}

/* What stands below it, or comes with it, needs no word of its own. */
static bool is_told(const struct aim *aim, size_t i)
{
	const struct resource *resource = aim->state->all[i];

	return !aim->kept[i] && (!resource->under || is_kept(aim, resource->under)) &&
	       (!resource->cause || is_kept(aim, resource->cause));
}

static void note_left_out(const struct aim *aim, struct report *report)
{
	AUTO_FREE const char **names = memory_new(aim->state->n + 1, sizeof(*names));
	AUTO_TEXT struct text folded = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < aim->state->n; i++)
		if (is_told(aim, i))
			names[n++] = aim->state->all[i]->name;
	names_fold(names, n, &folded);
	if (n > 0)
		report_add(report, &(struct finding){ .severity = NOTE, .id = "left-out" },
			"left out by --target: %s", text_string(&folded));
}

static bool stays(const struct resource *resource, void *aim)
{
	return is_kept(aim, resource);
}

int wish_target(struct state *state, const char *const *targets, size_t n_targets, struct state *ret_rest,
	struct report *report)
{
	AUTO_FREE bool *kept = memory_new(state->n, sizeof(*kept));
	struct aim aim = { state, targets, n_targets, kept };
	int result = 0;

	if (n_targets == 0)
		return 0;
	keep_aimed_at(&aim);
	for (size_t i = 0; i < n_targets; i++) {
		bool met = target_is_met(&aim, targets[i]);

		if (!met)
			report_nothing(&aim, targets[i], report);
		if (!met || whole_check(&aim, targets[i], report) < 0)
			result = -1;
	}
	if (result < 0)
		return result;
	note_left_out(&aim, report);
	state_part(state, stays, &aim, ret_rest);
	return 0;
}
