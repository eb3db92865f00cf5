/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The twin's libvirt: guests are listed, defined, started and stopped. */
#include "twin_inside.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define START (2 * SECOND)

/* The value that follows a request's word; NULL: it is another request. */
static const char *request_value(const char *request, const char *word)
{
	if (!string_starts(request, word))
		return NULL;
	request += strlen(word);
	return *request == ' ' ? request + 1 : *request ? NULL : request;
}

static int list(struct twin *twin, struct text *out)
{
	const struct guests *guests = &twin->world.guests;

	if (guests->unknown) {
		text_add(out, guests->unknown);
		return ECONNREFUSED;
	}
	for (size_t i = 0; i < guests->n; i++) {
		const struct guest *guest = &guests->all[i];

		text_addf(out, "%s\t%s%s%s\n", guest->uri, guest->definition, guest->owns ? "\t" : "",
			guest->owns ? guest->owns : "");
	}
	return 0;
}

/* virDomainDefineXML takes what is well formed; whether the functions can be had shows at the start. */
static int define(struct twin *twin, const char *id, const char *definition)
{
	const struct guest *guest = guests_find(&twin->world.guests, id);
	AUTO_FREE char *owns = guest ? string_copy(guest->owns) : NULL;

	if (!*definition)
		return EINVAL;
	guests_set(&twin->world.guests, id, definition, owns);
	return 0;
}

/*
 * With managed='no' a function must be bound to vfio-pci or a variant of it beforehand (libvirt,
 * virHostdevPreparePCIDevices and virPCIDeviceGetCurrentDriverNameAndType), and one guest alone has it.
 * QEMU opens no group of which the host has a part ("group 4 is not viable", hw/vfio/container.c; the
 * kernel's word is EBUSY, drivers/iommu/iommu.c, iommu_group_claim_dma_owner).
 */
static int hostdev_check(const struct twin *twin, const char *address, struct text *out)
{
	const struct function *function = survey_function(&twin->world, address);
	const struct function *other = function ? group_holder(twin, function) : NULL;
	const char *holder = twin_holder(twin, address);
	size_t said = out->length;

	if (!function)
		text_addf(out, "%s is not there", address);
	else if (holder)
		text_addf(out, "%s is in use", address);
	else if (!driver_is_vfio(function_link(function, A_DRIVER)))
		text_addf(out, "%s is not bound to vfio-pci", address);
	else if (other)
		text_addf(out, "%s is in IOMMU group %s, of which %s has the driver %s", address,
			function_link(function, A_GROUP), other->address, function_link(other, A_DRIVER));
	return out->length > said ? EBUSY : 0;
}

/* Each address of the guest's; the first error ends it. */
static int hostdevs_each(struct twin *twin, const struct guest *guest, struct text *out,
	int (*act)(struct twin *, const struct guest *, const char *address, struct text *out))
{
	const char *rest = guest_hostdevs(guest);
	int err = 0;

	while (!err && *rest) {
		AUTO_FREE char *address = words_next(&rest);

		err = act(twin, guest, address, out);
	}
	return err;
}

static int hostdev_prepare(
	struct twin *twin, const struct guest *guest, const char *address, struct text *out)
{
	(void)guest;
	return hostdev_check(twin, address, out);
}

static int hostdev_hold(struct twin *twin, const struct guest *guest, const char *address, struct text *out)
{
	(void)out;
	twin_hold(twin, address, guest_name(guest->uri));
	return 0;
}

static int hostdev_release(
	struct twin *twin, const struct guest *guest, const char *address, struct text *out)
{
	(void)out;
	if (string_equal(twin_holder(twin, address), guest_name(guest->uri)))
		twin_hold(twin, address, NULL);
	return 0;
}

int guest_prepare(struct twin *twin, const char *id, struct text *out)
{
	struct guest *guest = guests_find(&twin->world.guests, id);
	AUTO_FREE char *path =
		guest ? text_print("guests/%.*s/%s/start", (int)strcspn(guest->definition, " "),
				guest->definition, guest_name(id))
		      : NULL;
	int err;

	if (!guest)
		return ENOENT;
	if (guest->owns)
		return EEXIST;
	watch_guest(twin, guest);
	err = hostdevs_each(twin, guest, out, hostdev_prepare);
	return err ? err : guest_react(twin, path, guest->definition);
}

static int start(struct twin *twin, const char *id, struct text *out)
{
	int err = guest_prepare(twin, id, out);
	struct guest *guest = err ? NULL : guests_find(&twin->world.guests, id);
	AUTO_FREE char *definition = NULL, *owns = NULL;

	if (err)
		return err;
	definition = string_copy(guest->definition);
	owns = string_copy(guest_hostdevs(guest));
	guest = guests_set(&twin->world.guests, id, definition, owns);
	twin_delay(twin, START);
	return hostdevs_each(twin, guest, out, hostdev_hold);
}

static int stop(struct twin *twin, const char *id)
{
	struct guest *guest = guests_find(&twin->world.guests, id);
	AUTO_FREE char *definition = NULL, *owned = NULL;

	if (!guest)
		return ENOENT;
	if (!guest->owns)
		return EALREADY;
	definition = string_copy(guest->definition);
	owned = text_print("%s %s", GUEST_ORDINARY, guest->owns);
	guests_set(&twin->world.guests, id, definition, NULL);
	return hostdevs_each(
		twin, &(struct guest){ .uri = (char *)id, .definition = owned }, NULL, hostdev_release);
}

static int tell(const struct twin *twin, const char *id, bool state, struct text *out)
{
	const struct guest *guest = guests_find(&twin->world.guests, id);

	if (guest && state)
		text_add(out, guest->owns ? GUEST_RUNNING : GUEST_STOPPED);
	else if (guest)
		text_add(out, guest->definition);
	return guest || !state ? 0 : ENOENT;
}

int guests_operate(struct twin *twin, const struct op *op, struct text *out)
{
	const char *definition = request_value(op->in, GUEST_DEFINE);

	if (string_equal(op->in, GUEST_LIST))
		return list(twin, out);
	if (string_equal(op->in, GUEST_STATE) || string_equal(op->in, GUEST_DEFINITION))
		return tell(twin, op->path, string_equal(op->in, GUEST_STATE), out);
	if (definition)
		return define(twin, op->path, definition);
	if (string_equal(op->in, GUEST_START))
		return start(twin, op->path, out);
	return string_equal(op->in, GUEST_STOP) ? stop(twin, op->path) : EINVAL;
}

const char *guest_knob(const struct op *op)
{
	return string_starts(op->in, GUEST_DEFINE " ") ? knob_guest.name : knob_guest_state.name;
}

bool guest_op_changes(const struct op *op)
{
	return op->verb == OP_GUEST &&
	       (string_starts(op->in, GUEST_DEFINE " ") || string_equal(op->in, GUEST_START) ||
		       string_equal(op->in, GUEST_STOP));
}

static void worlds_take(struct twin *twin)
{
	for (size_t i = 0; i < twin->world.n; i++)
		if (function_world(&twin->world, twin->world.functions[i]) == WORLD_SECURE)
			twin_secure(twin, twin->world.functions[i]->address);
}

/* What ran when the facts were captured holds its functions, and what was secure is. */
void guests_hold(struct twin *twin)
{
	const struct guests *guests = &twin->world.guests;

	worlds_take(twin);
	for (size_t i = 0; i < guests->n; i++) {
		AUTO_FREE char *owned =
			text_print("%s %s", GUEST_ORDINARY, guests->all[i].owns ? guests->all[i].owns : "");

		hostdevs_each(twin, &(struct guest){ .uri = guests->all[i].uri, .definition = owned }, NULL,
			hostdev_hold);
	}
}

/* No guest runs after a boot, and no firmware has a port switched. */
void guests_reboot(struct twin *twin)
{
	struct guests *guests = &twin->world.guests;

	for (size_t i = 0; i < guests->n; i++) {
		free(guests->all[i].owns);
		guests->all[i].owns = NULL;
	}
	entries_free(&twin->secured);
}

void twin_secure(struct twin *twin, const char *address)
{
	entries_set(&twin->secured, address, "", 0);
}

bool twin_is_secure(const struct twin *twin, const char *address)
{
	return entries_find(&twin->secured, address) != NULL;
}
