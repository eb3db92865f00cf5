/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The gate on what a guest is to get: it must be wished for, and be promised to the guest's world. */
#include "gates_rows.h"
#include <inttypes.h>

static const char *hostdev_name(const struct resource *guest, size_t i)
{
	const struct guest_body *body = guest->body;
	const struct hostdev *hostdev = list_item(&kind_guest.fields[GUEST_HOSTDEVS], &body->hostdevs, i);

	return hostdev->device;
}

/* How many VFs the device has when the wish is carried out. */
static int64_t vfs_then(const struct question *question, const struct resource *device)
{
	AUTO_FREE char *name = text_print("%s.%s", device->name, kind_vf_pool.key);
	const struct resource *pool = state_find(question->plan->want, &kind_vf_pool, name);
	const struct function *function = device_function(question->now, device);

	if (pool)
		return ((const struct pool_body *)pool->body)->count;
	return function ? (int64_t)function->n_virtfn : 0;
}

/* `world` is a promise that the files make beforehand; only a guest that keeps it may have the device. */
static void judge_world(
	const struct question *question, const struct resource *guest, const struct resource *device)
{
	const char *world = ((const struct device_body *)device->body)->world;
	const char *needed = guest_is_confidential(guest) ? "secure" : "ordinary";

	if (guest_is_confidential(guest) ? !string_equal(world, needed) : string_equal(world, "secure"))
		gate_refuse(question, guest, GUEST_HOSTDEVS, "%s says `world: %s`, and %s needs `world: %s`",
			device->name, world ? world : "none", guest->name, needed);
}

static void judge_hostdev(const struct question *question, const struct resource *guest, size_t i)
{
	const struct resource *device = hostdev_device(guest, i, question->plan->want);
	int64_t vf = hostdev_vf(guest, i);

	if (!device)
		gate_refuse(question, guest, GUEST_HOSTDEVS, "%s is no device that is wished for here",
			hostdev_name(guest, i));
	else if (vf >= vfs_then(question, device) && vf >= 0)
		gate_refuse(question, guest, GUEST_HOSTDEVS, "there is no %s: %s has %" PRId64 " VFs",
			hostdev_name(guest, i), device->name, vfs_then(question, device));
	else
		judge_world(question, guest, device);
}

static void judge_guests(const struct question *question)
{
	const struct resource *guest;

	for (size_t cursor = 0; (guest = next_resource(question, &kind_guest, &cursor));)
		for (size_t i = 0;
			guest_is_planned(guest) && i < ((const struct guest_body *)guest->body)->hostdevs.n;
			i++)
			judge_hostdev(question, guest, i);
}

const struct gate gate_guest_device = {
	.id = "guest-device",
	.question = "Is each function of a guest wished for, and promised to the guest's world?",
	.explain =
		"What a guest gets is named by the devices of its host. A confidential guest takes its "
		"functions to the secure world for good: `world: secure` says beforehand that this is meant.",
	.fix = "wish for the device or its VFs under `devices`, with the `world` of the guest",
	.weight = WEIGHT_NEVER,
	.unknown_is = ANSWER_BAD,
	.judge = judge_guests,
};
