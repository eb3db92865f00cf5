/* SPDX-License-Identifier: GPL-2.0-or-later */
/* devices.HANDLE.driver, and that of each VF of a pool: which driver holds a function. */
#include "kinds_rows.h"
#include "object.h"
#include "share.h"
#include <inttypes.h>
#include <stdlib.h>

static const struct field fields[] = {
	[DRIVER_NAME] = { .name = "name",
		.help = "the driver, or none: driverless and kept so",
		.type = &value_driver,
		.offset = FIELD_AT(struct driver_body, name, char *),
		.flags = FIELD_REQUIRED | FIELD_ALONE,
		.cost = COST_REBIND },
	[DRIVER_OVERRIDE] = { .name = "override",
		.help = "the only driver that may bind the function",
		.type = &value_string,
		.offset = FIELD_AT(struct driver_body, override, char *),
		.flags = FIELD_OBSERVED,
		.cost = COST_LIVE },
	{ 0 },
};

/* Bound to it, a physical function makes no VFs of pawl's. */
static bool makes_no_vfs(const char *name)
{
	return name && (string_equal(name, DRIVER_NONE) || driver_is_stub(name));
}

/*
 * Of a physical function, beside the VFs that it is to have. VFs may be there all the same, made before or by
 * vfio-pci's own means (drivers/vfio/pci/vfio_pci.c, enable_sriov), and a plan that changes nothing is fine:
 * so it is no error.
 */
static void check_vfs(
	const struct resource *driver, const char *name, const struct state *state, struct report *report)
{
	const struct resource *pool = pool_of(state, driver);
	int64_t count = pool ? ((const struct pool_body *)pool->body)->count : 0;

	if (count == 0)
		return;
	report_add(report,
		&(struct finding){
			.severity = WARNING,
			.id = "driver-makes-no-vfs",
			.object = driver->under->name,
			.at = resource_place(driver, DRIVER_NAME),
			.hint = "name the card's own driver, or leave it out; that of the VFs stands under "
				"`vfs`",
		},
		"with `driver: %s` no plan can make the %" PRId64 " VFs of %s", name, count,
		driver->under->name);
}

/* All that is asked of a drive, or said to it, goes through the nvme driver's node (linux_nvme.c). */
static void check_drive(
	const struct resource *driver, const char *name, const struct state *state, struct report *report)
{
	AUTO_FREE char *nvme = text_print("%s.%s", driver->under->name, kind_nvme.key);

	if (!state_find(state, &kind_nvme, nvme))
		return;
	report_add(report,
		&(struct finding){
			.severity = ERROR,
			.outcome = BAD_CONFIGURATION,
			.id = "driver-asks-no-drive",
			.object = driver->under->name,
			.at = resource_place(driver, DRIVER_NAME),
			.hint = "leave `driver` out; or leave `nvme` out: whoever gets a whole drive shares "
				"it out",
		},
		"with `driver: %s` nobody can ask %s for what `nvme` says, nor give it", name,
		driver->under->name);
}

static void check(const struct resource *driver, const struct state *state, struct report *report)
{
	const char *name = ((const struct driver_body *)driver->body)->name;

	if (!makes_no_vfs(name))
		return;
	check_vfs(driver, name, state, report);
	check_drive(driver, name, state, report);
}

static const struct function *driver_function(const struct survey *survey, const struct resource *driver)
{
	const struct function *function = device_function(survey, driver);
	const struct driver_body *body = driver->body;

	if (!function || body->vfs == 0)
		return function;
	return pool_vf(function, body->vfs, body->vf);
}

/*
 * "none" is an override of that name and nothing bound: with autoprobe at 1, a later module load binds every
 * VF that has no override (DESIGN section 4, measured). Merely driverless is therefore not yet "none".
 */
static const char *driver_held(const char *bound, const char *override)
{
	if (bound)
		return bound;
	return string_equal(override, DRIVER_NONE) ? DRIVER_NONE : "";
}

static int observe(const struct survey *survey, const struct resource *want, struct resource *have,
	struct report *report)
{
	const struct function *function = driver_function(survey, want);
	struct driver_body *body = have->body;
	const char *bound, *override;

	if (!function)
		return 0;
	if (attribute_known(function, A_DRIVER, want, DRIVER_NAME, report, &bound) < 0 ||
		attribute_known(function, A_OVERRIDE, want, DRIVER_NAME, report, &override) < 0)
		return -1;
	body->override = string_copy(override ? override : "");
	body->name = string_copy(driver_held(function_link(function, A_DRIVER), body->override));
	field_set_given(body, DRIVER_NAME);
	field_set_given(body, DRIVER_OVERRIDE);
	return 0;
}

/*
 * An override of pawl's own, which a run that died has left, names another driver than is wished: the one
 * that is bound would not come again, and a restore would bring the other.
 */
static void derive(struct resource *driver, const struct survey *survey, struct state *state)
{
	const struct function *function = driver_function(survey, driver);
	const struct applied *ours =
		function ? applied_find(&survey->applied, &knob_override, function->address) : NULL;
	struct driver_body *body = driver->body;

	(void)state;
	if (!ours || !*ours->value || string_equal(ours->value, body->name) ||
		!string_equal(function_text(function, A_OVERRIDE), ours->value))
		return;
	body->override = string_copy(body->name);
	field_set_given(body, DRIVER_OVERRIDE);
}

/* One that makes no VFs says of all that there is with VFs alone. */
static bool has_word(const struct resource *driver, const struct knob *knob, int64_t vf)
{
	const struct driver_body *body = driver->body;
	bool is_devices = body->vfs == 0, is_binding = knob == &knob_driver || knob == &knob_override;

	return (is_devices && makes_no_vfs(body->name)) || (is_binding && (is_devices ? -1 : body->vf) == vf);
}

/* What is there of a device when the steps of its drivers are made. */
struct device_work {
	struct plan *plan;
	const struct survey *survey;
	const struct function *function;
	const struct resource *pool; /* NULL: it is to have no VFs */
	struct span settings;        /* among them those of its VFs */
	struct step *made;           /* which makes its VFs; NULL: they are there */
	struct step *opens;          /* from it on any driver may come to a new VF; NULL: none is held back */
	char *lock, *batch;          /* of its VFs */
};

/* All steps of one function are made from this. */
struct binding_work {
	const struct device_work *device;
	const struct change *change;
	const struct function *function; /* NULL: it is not there yet */
	const char *target, *bound, *override, *object, *batch;
	struct step *last;
	struct step *opens;
	const struct step *settled_by; /* what the driver asks for when it probes; NULL: nothing is set */
	struct step *shared_by;        /* what the one that is bound must not see; NULL: nothing */
};

static void add_step(
	struct binding_work *work, const struct knob *knob, const char *before, const char *after)
{
	bool unbinds = knob == &knob_driver && *before;
	const struct step like = {
		.knob = knob,
		.target = (char *)work->target,
		.before = (char *)before,
		.after = (char *)after,
		.object = (char *)work->object,
		.lock = work->device->lock,
		.batch = (char *)work->batch,
		.why = work->change,
		.flags = unbinds ? STEP_DISRUPTIVE : 0,
	};
	struct step *step = plan_add(work->device->plan, &like);

	if (work->last)
		step_needs(step, work->last, AFTER_DONE);
	if (knob == &knob_driver)
		namespaces_order_driver(work->device->plan, work->device->survey, step);
	work->last = step;
}

/*
 * The override first: from then on nobody else's probe can bind another driver. It is kept afterwards, since
 * the kernel asks it at every later probe (Documentation/ABI/testing/sysfs-bus-pci, driver_override). A new
 * VF has it before autoprobe comes back: the uevent of its making may be loading a module only now, which
 * then binds whatever has none (seen in the lab, with igbvf).
 */
static void add_binding(struct binding_work *work, const char *want, bool bare)
{
	bool none = string_equal(want, DRIVER_NONE);

	if (!bare && !string_equal(work->override, want)) {
		add_step(work, &knob_override, work->override, want);
		if (work->opens)
			step_needs(work->opens, work->last, AFTER_TRIED);
	}
	if (*work->bound) {
		add_step(work, &knob_driver, work->bound, "");
		step_takes_driver(work->last, work->function);
		if (work->shared_by)
			step_needs(work->shared_by, work->last, AFTER_DONE);
	}
	if (none)
		return;
	add_step(work, &knob_driver, "", want);
	if (work->opens)
		step_needs(work->last, work->opens, AFTER_TRIED);
	if (work->settled_by)
		step_needs(work->last, work->settled_by, AFTER_DONE);
}

/* A function that does not exist yet comes without driver and override. */
static void set_have(struct binding_work *work, const struct resource *have)
{
	const struct driver_body *body = have ? have->body : NULL;

	work->bound = !body || string_equal(body->name, DRIVER_NONE) ? "" : body->name;
	work->override = body ? body->override : "";
}

/* The address of a VF that is yet to be made is learned. */
static char *learned_address(const char *device, int64_t vf)
{
	AUTO_FREE char *name = name_print(device, vf, "address");

	return text_print("${%s}", name);
}

static void add_vf_steps(const struct device_work *device, const struct change *change)
{
	const struct driver_body *want = change->want->body;
	const char *handle = change->want->under->name;
	const struct function *vf = pool_vf(device->function, want->vfs, want->vf);
	AUTO_FREE char *object = name_print(handle, want->vf, NULL);
	AUTO_FREE char *learned = vf ? NULL : learned_address(handle, want->vf);
	struct binding_work work = { .device = device,
		.change = change,
		.function = vf,
		.target = vf ? vf->address : learned,
		.object = object,
		.batch = device->batch,
		.last = vf ? NULL : device->made,
		.opens = vf ? NULL : device->opens,
		.settled_by = vf_settled_by(device->plan, device->settings, object),
		.shared_by = vf_shared_by(device->plan, device->settings, object) };

	set_have(&work, vf ? change->have : NULL);
	add_binding(&work, want->name, want->bare);
}

/* A PF makes no VFs without its driver (drivers/pci/iov.c, sriov_numvfs_store): that comes first. */
static void add_device_steps(const struct device_work *device, const struct change *change)
{
	const struct driver_body *want = change->want->body;
	const struct plan *plan = device->plan;
	struct binding_work work = { .device = device,
		.change = change,
		.function = device->function,
		.target = device->function->address,
		.object = change->want->under->name,
		.batch = change->want->under->name };

	set_have(&work, change->have);
	add_binding(&work, want->name, want->bare);
	for (size_t i = 0; i < plan->n; i++)
		if (plan->steps[i]->flags & STEP_VF_COUNT &&
			plan->steps[i]->why->want->under == change->want->under)
			step_needs(plan->steps[i], work.last, AFTER_DONE);
}

/* The changes are those of one device. */
static void steps(const struct changes *changes, const struct survey *survey, struct plan *plan)
{
	const struct resource *handle = changes->all[0].want->under;
	struct device_work device = { .plan = plan,
		.survey = survey,
		.function = device_function(survey, handle),
		.pool = pool_of(plan->want, handle),
		.settings = device_steps(plan, handle) };

	if (!device.function)
		return;
	device.made = device.pool ? pool_made_by(plan, device.pool) : NULL;
	device.opens = device.made ? pool_opened_by(plan, device.made) : NULL;
	device.lock = function_device(device.function);
	device.batch = text_print("%s.vf", handle->name);
	for (size_t i = 0; i < changes->n; i++)
		if (((const struct driver_body *)changes->all[i].want->body)->vfs == 0)
			add_device_steps(&device, &changes->all[i]);
		else
			add_vf_steps(&device, &changes->all[i]);
	free(device.lock);
	free(device.batch);
}

const struct kind kind_driver = {
	.name = "driver",
	.summary = "the driver that holds a function",
	.under = "device",
	.key = "driver",
	.size = sizeof(struct driver_body),
	.fields = fields,
	.check = check,
	.derive = derive,
	.observe = observe,
	.has_word = has_word,
	.steps = steps,
};
