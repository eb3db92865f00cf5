/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Mistakes in what guests are to get, as far as the files alone tell. */
#include "address.h"
#include "closure.h"
#include "guest_wish.h"
#include "kinds_rows.h"
#include "object.h"
#include "platform.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static const struct list *hostdevs_of(const struct resource *guest)
{
	return &((const struct guest_body *)guest->body)->hostdevs;
}

/* What is wrong is its i-th hostdev. */
static void finding_blame(struct finding *finding, const struct resource *guest, size_t i)
{
	finding->severity = ERROR;
	finding->outcome = BAD_CONFIGURATION;
	finding->object = guest->name;
	finding->at = hostdevs_of(guest)->at[i];
}

static void report_twice(const struct resource *guest, size_t first, size_t again, struct report *report)
{
	struct finding finding = { .id = "hostdev-twice", .hint = "name each function once" };
	const struct place *at = &hostdevs_of(guest)->at[first];

	finding_blame(&finding, guest, again);
	report_add(report, &finding, "hostdevs: %s is here and at line %u, column %u",
		hostdev_name(guest, again), at->line, at->column);
}

static void check_twice(const struct resource *guest, struct report *report)
{
	struct lookup seen = { 0 };

	for (size_t i = 0; i < hostdevs_of(guest)->n; i++) {
		const char *name = hostdev_name(guest, i);
		uint64_t hash = hash_string(0, name ? name : "");
		size_t cursor = 0, first;
		bool again = false;

		while (name && !again && lookup_next(&seen, hash, &cursor, &first))
			again = string_equal(hostdev_name(guest, first), name);
		if (again)
			report_twice(guest, first, i, report);
		else
			lookup_add(&seen, hash, i);
	}
	lookup_free(&seen);
}

/* A protection is the platform's; the platform's name is its name. */
static void check_protection(const struct resource *guest, struct report *report)
{
	const struct guest_body *body = guest->body;
	const struct platform *platform = platform_of(guest);

	if (!guest_is_confidential(guest) || !platform || string_equal(platform->name, body->confidential))
		return;
	report_add(report,
		&(struct finding){ .severity = ERROR,
			.outcome = BAD_CONFIGURATION,
			.id = "no-such-protection",
			.object = guest->name,
			.at = resource_place(guest, GUEST_CONFIDENTIAL),
			.hint = "say the host's platform, or leave `confidential` out" },
		"confidential: the platform %s has no %s", platform->name, body->confidential);
}

static const char *device_near(const struct state *state, const char *name)
{
	AUTO_FREE char *handle = string_part(name, name_device_length(name));
	AUTO_FREE const char **handles = memory_new(state->n + 1, sizeof(*handles));
	size_t n = 0;

	for (size_t i = 0; i < state->n; i++)
		if (state->all[i]->kind == &kind_device)
			handles[n++] = state->all[i]->name;
	return string_nearest(handle, handles);
}

static void report_stranger(
	const struct resource *guest, size_t i, const struct state *state, struct report *report)
{
	const char *near = device_near(state, hostdev_name(guest, i));
	struct finding finding = {
		.id = "no-such-device",
		.hint = "name a device that stands under `devices` of this host, HANDLE or HANDLE.vf.N, or "
			"add it there",
	};

	finding_blame(&finding, guest, i);
	report_add(report, &finding, "hostdevs: %s: this host has no such device%s%s%s",
		hostdev_name(guest, i), near ? "; did you mean \"" : "", near ? near : "", near ? "\"?" : "");
}

static void report_number(
	const struct resource *guest, size_t i, const struct resource *pool, struct report *report)
{
	int64_t count = ((const struct pool_body *)pool->body)->count;
	AUTO_FREE char *hint = text_print("wish for more, `vfs: {count: %" PRId64
					  "}` of %s, or give %s a VF with a lower number",
		hostdev_vf(guest, i) + 1, pool->under->name, guest->name);
	struct finding finding = { .id = "no-such-vf", .hint = hint };

	finding_blame(&finding, guest, i);
	report_add(report, &finding, "hostdevs: there is no %s: %s has %" PRId64 " VF%s, counted from 0",
		hostdev_name(guest, i), pool->under->name, count, count == 1 ? "" : "s");
}

/* Of a device without a pool the machine tells how many there are: a gate asks then. */
static bool check_number(const struct resource *guest, size_t i, const struct resource *device,
	const struct state *state, struct report *report)
{
	const struct resource *pool = pool_of(state, device);
	bool counted = pool && resource_given(pool, POOL_COUNT);

	if (!counted || hostdev_vf(guest, i) < ((const struct pool_body *)pool->body)->count)
		return true;
	report_number(guest, i, pool, report);
	return false;
}

/* A word that was not understood has a finding of its own. */
static bool is_misread(const struct resource *resource, size_t row)
{
	return resource->at_fields && resource->at_fields[row].source && !resource_given(resource, row);
}

char *world_misfit(
	const struct resource *guest, size_t i, const struct resource *device, const char **ret_hint)
{
	const char *world = ((const struct device_body *)device->body)->world;
	bool confidential = guest_is_confidential(guest);

	if (confidential == string_equal(world, "secure"))
		return NULL;
	*ret_hint =
		confidential
			? "say `world: secure` of the device when that is meant: all below its root port "
			  "becomes secure with it, and no command takes that back; `pawl plan` shows what"
			: "give the guest another device, or say `world: ordinary` of this one when no "
			  "confidential guest is to have anything of it; if the guest is to be protected, "
			  "say `confidential` of it";
	return text_print("%s gets %s, and is %s: %s says `world: %s`, and must say `world: %s`", guest->name,
		hostdev_name(guest, i), confidential ? "confidential" : "an ordinary guest", device->name,
		world ? world : "none", confidential ? "secure" : "ordinary");
}

/* `world` is a promise that the files make beforehand; only a guest that keeps it may have the device. */
static void check_world(
	const struct resource *guest, size_t i, const struct resource *device, struct report *report)
{
	struct finding finding = { .id = "world-not-promised" };
	AUTO_FREE char *misfit = world_misfit(guest, i, device, &finding.hint);

	if (!misfit || !guest_is_planned(guest) || is_misread(device, DEVICE_WORLD) ||
		is_misread(guest, GUEST_CONFIDENTIAL))
		return;
	finding_blame(&finding, guest, i);
	report_add(report, &finding, "%s", misfit);
}

/* The set that is named, as a whole or by one of its members. */
static const struct resource *set_of(const struct state *state, const char *name)
{
	AUTO_FREE char *handle = string_part(name, strcspn(name, "."));
	const struct resource *device = state_find(state, &kind_device, handle);

	return device && device_expects(device->body) > 1 ? device : NULL;
}

/* "gpus.0000:41:00.0": which members a set has, only the machine tells. */
static bool is_member(const char *name)
{
	const char *rest = strchr(name, '.');

	return rest && address_length(rest + 1);
}

static void report_set(
	const struct resource *guest, size_t i, const struct resource *set, struct report *report)
{
	struct finding finding = { .id = "hostdev-of-set",
		.hint = "`pawl show` has the addresses of its members: name each as HANDLE.ADDRESS" };

	finding_blame(&finding, guest, i);
	report_add(report, &finding,
		"hostdevs: %s: %s is a set of %" PRId64
		" functions; this version of pawl hands out its members "
		"by name",
		hostdev_name(guest, i), set->name, device_expects(set->body));
}

static void check_hostdev(
	const struct resource *guest, size_t i, const struct state *state, struct report *report)
{
	const char *name = hostdev_name(guest, i);
	const struct resource *set = name ? set_of(state, name) : NULL;
	const struct resource *device = set ? set : hostdev_device(guest, i, state);

	if (!name)
		return;
	if (!device)
		report_stranger(guest, i, state, report);
	else if (set && !is_member(name))
		report_set(guest, i, set, report);
	else if (check_number(guest, i, device, state, report))
		check_world(guest, i, device, report);
}

void guest_check(const struct resource *guest, const struct state *state, struct report *report)
{
	(void)state;
	check_twice(guest, report);
	check_protection(guest, report);
}

void guest_check_missing(const struct resource *guest, const struct state *state, struct report *report)
{
	for (size_t i = 0; i < hostdevs_of(guest)->n; i++)
		check_hostdev(guest, i, state, report);
}

/* One function of a guest that is to run. */
struct handout {
	const struct resource *guest;
	size_t i;
};

struct handouts {
	struct handout *all;
	size_t n;
	struct lookup by_name;
};

static const struct handout *handout_find(const struct handouts *handouts, const char *name)
{
	size_t cursor = 0, at;

	while (lookup_next(&handouts->by_name, hash_string(0, name), &cursor, &at))
		if (string_equal(hostdev_name(handouts->all[at].guest, handouts->all[at].i), name))
			return &handouts->all[at];
	return NULL;
}

static void report_handed_out(
	const struct handout *first, const struct resource *guest, size_t i, struct report *report)
{
	struct finding finding = { .id = "hostdev-of-two",
		.hint = "give one of them another function; or let one be `state: stopped` or `defined`" };
	const struct place *at = &hostdevs_of(first->guest)->at[first->i];

	finding_blame(&finding, guest, i);
	report_add(report, &finding, "%s and %s are both to run with %s, the other one at %s:%u",
		first->guest->name, guest->name, hostdev_name(guest, i), at->source ? at->source->name : "",
		at->line);
}

static void hand_out(struct handouts *handouts, const struct resource *guest, size_t i, struct report *report)
{
	const char *name = hostdev_name(guest, i);
	const struct handout *first = name ? handout_find(handouts, name) : NULL;

	if (first && first->guest != guest)
		report_handed_out(first, guest, i, report);
	if (!name || first)
		return;
	lookup_add(&handouts->by_name, hash_string(0, name), handouts->n);
	handouts->all = memory_grow(handouts->all, handouts->n, sizeof(*handouts->all));
	handouts->all[handouts->n++] = (struct handout){ guest, i };
}

void guests_check(const struct state *state, struct report *report)
{
	struct handouts handouts = { 0 };

	for (size_t at = 0; at < state->n; at++) {
		const struct resource *guest = state->all[at];
		bool runs = guest->kind == &kind_guest &&
			    string_equal(((const struct guest_body *)guest->body)->state, GUEST_RUNNING);

		for (size_t i = 0; runs && i < hostdevs_of(guest)->n; i++)
			hand_out(&handouts, guest, i, report);
	}
	lookup_free(&handouts.by_name);
	free(handouts.all);
}
