/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Kunpeng virtCCA: all functions below a root port become secure with the first that a guest gets. */
#include "object.h"
#include "platform.h"
#include "twin.h"
#include <errno.h>
#include <string.h>

/*
 * PF drivers that have been made to reach a secure function through the TMM: openEuler virtCCA_sdk,
 * SR-IOV/readme.md. The sysfs name of hinic3 is hisdk3 (openEuler kernel, hinic3_mt.h, HINIC3_DRV_NAME).
 */
static const char *const secure_drivers[] = { "hisdk3", "hinic3", "mlx5_core", "nvme", NULL };

enum { MOST_FUNCTIONS = 255 }; /* below one port: num_dev >= 256 is EINVAL (drivers/coda/coda.c) */

/* What has caused it: the guest, at the list of its functions. */
static void add_driver(struct state *state, const struct resource *guest, const struct resource *device,
	int64_t vf, int64_t vfs)
{
	AUTO_FREE char *name = name_print(device->name, vfs ? vf : -1, kind_driver.key);
	struct resource *driver =
		state_find(state, &kind_driver, name) ? NULL : state_add(state, &kind_driver, name, device);
	struct driver_body *body = driver ? driver->body : NULL;

	if (!driver)
		return;
	driver->cause = guest;
	driver->at = resource_place(guest, GUEST_HOSTDEVS);
	body->name = string_copy("none");
	body->vf = vf;
	body->vfs = vfs;
	field_set_given(body, DRIVER_NAME);
}

/* One that no file names goes by its address. */
static const struct resource *device_add(
	struct state *state, const struct resource *guest, const struct function *function)
{
	struct resource *device = state_add(state, &kind_device, function->address, guest->under);
	struct device_body *body = device->body;

	device->cause = guest;
	device->at = resource_place(guest, GUEST_HOSTDEVS);
	body->address = string_copy(function->address);
	field_set_given(body, DEVICE_ADDRESS);
	body->resolved = true;
	return device;
}

static bool is_below(const struct function *function, const char *port)
{
	AUTO_FREE char *own = function ? function_root_port(function) : NULL;

	return string_equal(own, port);
}

static bool has_pool(const struct state *state, const struct function *pf)
{
	const struct resource *device = device_at(state, pf->address);

	return device && pool_of(state, device);
}

/* The VFs that a pool has or will have, then those that are there although no pool says so. */
static void derive_port(
	const struct resource *guest, const char *port, const struct survey *survey, struct state *state)
{
	size_t n = state->n;

	for (size_t i = 0; i < n; i++) {
		const struct resource *pool = state->all[i];
		int64_t vfs = pool->kind == &kind_vf_pool ? ((const struct pool_body *)pool->body)->count : 0;

		if (vfs == 0 || !is_below(device_function(survey, pool), port))
			continue;
		for (int64_t vf = 0; vf < vfs; vf++)
			add_driver(state, guest, pool->under, vf, vfs);
	}
	for (size_t i = 0; i < survey->n; i++) {
		const struct function *function = survey->functions[i];

		if (function->physfn && is_below(function, port) && !has_pool(state, function->physfn) &&
			!device_at(state, function->address))
			add_driver(state, guest, device_add(state, guest, function), 0, 0);
	}
}

/* Every other VF is kept from the host's drivers before the guest may start (DESIGN rule 4). */
static void derive(const struct resource *host, const struct survey *survey, struct state *state)
{
	size_t n = state->n;

	(void)host;
	for (size_t i = 0; i < n; i++) {
		const struct resource *guest = state->all[i];

		if (guest->kind != &kind_guest || !guest_is_planned(guest) || !guest_is_confidential(guest))
			continue;
		/* it is not started with what it merely keeps, and what is not mentioned is not touched */
		if (guest_keeps_hostdevs(guest))
			continue;
		for (size_t k = 0; k < ((const struct guest_body *)guest->body)->hostdevs.n; k++) {
			const struct resource *device = hostdev_device(guest, k, state);
			const struct function *function = device ? device_function(survey, device) : NULL;
			AUTO_FREE char *port = function ? function_root_port(function) : NULL;

			if (port)
				derive_port(guest, port, survey, state);
		}
	}
}

static bool may_stay(const struct function *function)
{
	const char *driver = function_link(function, A_DRIVER);
	bool stays = !driver || string_equal(driver, "vfio-pci");

	for (size_t i = 0; !stays && !function->physfn && secure_drivers[i]; i++)
		stays = string_equal(driver, secure_drivers[i]);
	return stays;
}

static size_t count_below(const struct survey *world, const char *port)
{
	size_t n = 0;

	for (size_t i = 0; i < world->n; i++)
		n += is_below(world->functions[i], port);
	return n;
}

/* One tmi_dev_delegate has all of them, before anything that may fail later. */
static int port_switch(struct twin *twin, const char *port)
{
	const struct survey *world = twin_world(twin);

	if (count_below(world, port) > MOST_FUNCTIONS)
		return EINVAL;
	for (size_t i = 0; i < world->n; i++) {
		const struct function *function = world->functions[i];
		AUTO_FREE char *what = NULL;

		if (!is_below(function, port))
			continue;
		what = text_print("%s becomes secure while %s has it", function->address,
			function_link(function, A_DRIVER));
		if (!may_stay(function))
			twin_breach(twin, "rule 4", what);
		twin_secure(twin, function->address);
	}
	return 0;
}

/* Hands each function of a definition to `act`, until one answers with an errno. */
static int functions_each(
	struct twin *twin, const char *definition, int (*act)(struct twin *, const struct function *))
{
	const char *blank = strchr(definition, ' ');
	AUTO_FREE char *all = string_copy(blank ? blank + 1 : "");
	char *rest = all, *address;
	int err = 0;

	while (!err && (address = strsep(&rest, " "))) {
		const struct function *function = survey_function(twin_world(twin), address);

		err = function ? act(twin, function) : 0;
	}
	return err;
}

static int switch_above(struct twin *twin, const struct function *function)
{
	AUTO_FREE char *port = function_root_port(function);

	return port ? port_switch(twin, port) : EINVAL;
}

static int confidential_start(struct twin *twin, const char *path, const char *definition)
{
	(void)path;
	return functions_each(twin, definition, switch_above);
}

static int refuse_secure(struct twin *twin, const struct function *function)
{
	return twin_is_secure(twin, function->address) ? EINVAL : 0;
}

static int ordinary_start(struct twin *twin, const char *path, const char *definition)
{
	(void)path;
	return functions_each(twin, definition, refuse_secure);
}

static const struct reaction reactions[] = {
	{
		.pattern = "guests/virtcca/*/start",
		.write = confidential_start,
		.source = "openeuler-mirror/kernel, drivers/coda/coda.c and drivers/vfio/vfio_iommu_type1.c: "
			  "virtcca_attach_secure_dev when the group is attached, before the guest runs",
	},
	{
		.pattern = "guests/" GUEST_ORDINARY "/*/start",
		.write = ordinary_start,
		.source = "openeuler-mirror/kernel, drivers/coda/coda.c: a normal guest on a secure port is "
			  "EINVAL; openeuler-mirror/qemu, hw/vfio/container.c: Normal vm cannot use "
			  "confidential device",
	},
	{ 0 },
};

const struct platform platform_virtcca = {
	.name = "virtcca",
	.summary = "Kunpeng: confidential guests get devices through a secure world, which keeps them",
	.traits = PLATFORM_SECURE_WORLD,
	.reactions = reactions,
	.derive = derive,
	.secure_drivers = secure_drivers,
};
