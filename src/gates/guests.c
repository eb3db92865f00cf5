/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gates on what guests get. */
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

/* The guest's own line in the list is the cause. */
static struct blame hostdev_blame(const struct resource *guest, size_t i, const char *hint)
{
	return (struct blame){ guest->name, hint, ((const struct guest_body *)guest->body)->hostdevs.at[i] };
}

static void refuse_stranger(const struct question *question, const struct resource *guest, size_t i)
{
	struct blame blame = hostdev_blame(guest, i,
		"name a device that stands under `devices` of this host, HANDLE or HANDLE.vf.N, or add it "
		"there");

	gate_refuse_blame(question, &blame, "%s gets %s, and no device of that name is wished for",
		guest->name, hostdev_name(guest, i));
}

static void refuse_number(const struct question *question, const struct resource *guest, size_t i,
	const char *device, int64_t n)
{
	AUTO_FREE char *hint = text_print("wish for more, `vfs: {count: %" PRId64
					  "}` of %s, or give %s a VF with a lower number",
		hostdev_vf(guest, i) + 1, device, guest->name);
	struct blame blame = hostdev_blame(guest, i, hint);

	gate_refuse_blame(question, &blame, "%s gets %s, and %s will have %" PRId64 " VFs, counted from 0",
		guest->name, hostdev_name(guest, i), device, n);
}

/* `world` is a promise that the files make beforehand; only a guest that keeps it may have the device. */
static void judge_world(const struct question *question, const struct resource *guest, size_t i,
	const struct resource *device)
{
	const char *world = ((const struct device_body *)device->body)->world;
	bool confidential = guest_is_confidential(guest);
	const char *hint =
		confidential
			? "say `world: secure` of the device when that is meant: all below its root port "
			  "becomes secure with it, and no command takes that back; `pawl plan` shows what"
			: "give the guest another device, or say `world: ordinary` of this one when no "
			  "confidential guest is to have anything of it";
	struct blame blame = hostdev_blame(guest, i, hint);

	if (confidential ? !string_equal(world, "secure") : string_equal(world, "secure"))
		gate_refuse_blame(question, &blame,
			"%s gets %s, and is %s: %s says `world: %s`, and must say `world: %s`", guest->name,
			hostdev_name(guest, i), confidential ? "confidential" : "an ordinary guest",
			device->name, world ? world : "none", confidential ? "secure" : "ordinary");
}

/* What has no domain is asked for no consent: its switch would be nobody's word (DESIGN rule 7). */
static void judge_domain(const struct question *question, const struct resource *guest, size_t i,
	const struct resource *device)
{
	const struct function *function = device_function(question->now, device);
	AUTO_FREE char *port = function ? function_root_port(function) : NULL;
	struct blame blame = hostdev_blame(guest, i, "give the guest a function below a root port");

	if (function && !port && guest_is_confidential(guest))
		gate_refuse_blame(question, &blame,
			"%s gets %s, and %s is below no root port that is known: what becomes secure with "
			"it cannot be told",
			guest->name, hostdev_name(guest, i), function->address);
}

static void judge_hostdev(const struct question *question, const struct resource *guest, size_t i)
{
	const struct resource *device = hostdev_device(guest, i, question->plan->want);
	int64_t vf = hostdev_vf(guest, i);

	if (!device)
		refuse_stranger(question, guest, i);
	else if (vf >= 0 && vf >= vfs_then(question, device))
		refuse_number(question, guest, i, device->name, vfs_then(question, device));
	else {
		judge_world(question, guest, i, device);
		judge_domain(question, guest, i, device);
	}
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
		"functions to the secure world for good: `world: secure` says beforehand that this is meant. "
		"All below the root port goes with them, so that there must be one.",
	.fix = "wish for the device or its VFs under `devices`, with the `world` of the guest",
	.weight = WEIGHT_NEVER,
	.unknown_is = ANSWER_BAD,
	.judge = judge_guests,
};

/* Whether it can have this one. */
static bool judge_bound(
	const struct question *question, const struct resource *guest, size_t i, const struct survey *then)
{
	const struct function *function = function_named(question->plan->want, then, hostdev_name(guest, i));
	const char *driver = function ? function_link(function, A_DRIVER) : NULL;
	struct blame blame = hostdev_blame(guest, i, question->gate->fix);

	if (!function || (driver && driver_is_vfio(driver)))
		return true;
	gate_refuse_blame(question, &blame, "%s could not start: %s has %s then, not vfio-pci", guest->name,
		hostdev_name(guest, i), driver ? driver : "no driver");
	return false;
}

static void judge_start(const struct question *question, const struct step *start)
{
	const struct survey *then = question_then(question, start);
	const struct resource *guest = step_resource(start);
	bool bound = true;

	for (size_t i = 0; then && i < ((const struct guest_body *)guest->body)->hostdevs.n; i++)
		bound &= judge_bound(question, guest, i, then);
	if (bound)
		gate_unpredicted(question, start, GUEST_STATE_WISHED);
}

static void judge_starts(const struct question *question)
{
	const struct step *step;

	for (size_t cursor = 0; (step = next_step(question, &knob_guest_state, &cursor));)
		if (step_starts_guest(step) && step_resource(step) &&
			(!question->step || question->step == step))
			judge_start(question, step);
}

const struct gate gate_guest_start = {
	.id = "guest-start",
	.question = "Can each guest that is to start have its functions?",
	.explain =
		"libvirt starts a guest only when each of its functions is bound to vfio-pci or a variant of "
		"it, and nobody else has it (virHostdevPreparePCIDevices; pawl defines them with "
		"managed='no'), and the kernel hands them out only when no driver of the host's has a "
		"function of their IOMMU groups "
		"(drivers/iommu/iommu.c, iommu_group_claim_dma_owner). The start is the last step of a plan, "
		"which may change both: virtual functions that are made go to the driver that claims them, "
		"and a card that gets its driver shares its group. So the whole plan is tried before, on a "
		"twin of this host, as by `pawl rehearse`.",
	.fix = "wish for `driver: vfio-pci` of its functions, and for no driver of the host's in their IOMMU "
	       "groups",
	.weight = WEIGHT_ALLOWABLE,
	.after = { "device-not-found", "guest-device" },
	.unknown_is = ANSWER_BAD,
	.asks_twin = true,
	.judge = judge_starts,
};
