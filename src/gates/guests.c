/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gates on what guests get. */
#include "closure.h"
#include "gates_rows.h"
#include <inttypes.h>

/* How many VFs the device has when the wish is carried out. */
static int64_t vfs_then(const struct question *question, const struct resource *device)
{
	const struct resource *pool = pool_of(question->plan->want, device);
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

/* The files alone do not tell how a guest is protected that they do not say it of, nor what it keeps. */
static bool judge_world(const struct question *question, const struct resource *guest, size_t i,
	const struct resource *device)
{
	const char *hint = NULL;
	AUTO_FREE char *misfit = device->cause ? NULL : world_misfit(guest, i, device, &hint);
	struct blame blame = hostdev_blame(guest, i, hint);

	if (misfit)
		gate_refuse_blame(question, &blame, "%s", misfit);
	return !misfit;
}

static void judge_hostdev(const struct question *question, const struct resource *guest, size_t i)
{
	const struct resource *device = hostdev_device(guest, i, question->plan->want);
	int64_t vf = hostdev_vf(guest, i);

	if (!device && !guest_keeps_hostdevs(guest))
		refuse_stranger(question, guest, i);
	if (!device)
		return;
	if (vf >= 0 && vf >= vfs_then(question, device))
		refuse_number(question, guest, i, device->name, vfs_then(question, device));
	else if (judge_world(question, guest, i, device))
		judge_domain(question, guest, i, device);
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
	.question = "Will each function of a guest be there, promised to its world, and below a root port if "
		    "the guest is confidential?",
	.explain =
		"What a guest gets is named by the devices of its host. How many VFs a device has of which "
		"no `vfs` is wished, and which members a set has, only the machine tells. A confidential "
		"guest takes all below the root port of its functions to the secure world for good, so that "
		"there must be one. Functions that a guest keeps, and its protection, are the machine's to "
		"tell when the files do not: they are held against `world` as well.",
	.fix = "wish for the VFs under `devices`, or give the guest another function",
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
		"function of their IOMMU groups (drivers/iommu/iommu.c, iommu_group_claim_dma_owner). The "
		"start is the last step of a plan, which may change both: virtual functions that are made go "
		"to the driver that claims them, and a card that gets its driver shares its group. So the "
		"whole plan is tried before, on a twin of this host, as by `pawl rehearse`.",
	.fix = "wish for `driver: vfio-pci` of its functions, and for no driver of the host's in their IOMMU "
	       "groups",
	.weight = WEIGHT_ALLOWABLE,
	.after = { "device-not-found", "guest-device" },
	.unknown_is = ANSWER_BAD,
	.asks_twin = true,
	.judge = judge_starts,
};
