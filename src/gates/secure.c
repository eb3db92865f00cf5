/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gates on the secure world: what may become secure, what may be done there, who may get it. */
#include "closure.h"
#include "gates_rows.h"
#include "platform.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Not its variants, which use the function themselves (drivers/vfio/pci/hisilicon, hisi_acc_vf_qm_init). */
#define SECURE_VFIO "vfio-pci"

/* The next step that has an effect of this kind, and comes from a wish. */
static const struct step *next_effect(
	const struct question *question, enum effect_kind kind, size_t *step, size_t *effect)
{
	const struct plan *plan = question->plan;

	for (; *step < plan->n; ++*step, *effect = 0) {
		const struct step *candidate = plan->steps[*step];

		if (!candidate->why || (question->step && question->step != candidate))
			continue;
		while (*effect < candidate->n_effects)
			if (candidate->effects[(*effect)++].kind == kind)
				return candidate;
	}
	return NULL;
}

/* The physical function of "nic0.vf.3" of the wish. */
static const struct function *pf_named(const struct question *question, const char *name)
{
	const struct resource *device = device_named(question->plan->want, name);

	return device ? device_function(question->now, device) : NULL;
}

/* Whose function it is that the effect found last is on; NULL: one that is not there. */
static const struct function *effect_function(
	const struct question *question, const struct survey *survey, const struct step *step, size_t effect)
{
	const char *object = step->effects[effect - 1].object;
	const struct function *function = survey_function(survey, object);

	return function ? function : function_named(question->plan->want, survey, object);
}

static bool in_list(const char *const *list, const char *name)
{
	for (; list && *list; list++)
		if (string_equal(*list, name))
			return true;
	return false;
}

static bool is_untold(const struct reading *reading)
{
	return reading->is != R_VALUE && reading->is != R_ABSENT;
}

/* A VF is let go of; a PF of another vendor cannot be shared with the secure world at all. */
static void refuse_driver(const struct question *question, const struct step *step, const char *name, bool vf,
	const char *driver)
{
	AUTO_FREE char *hint =
		vf ? text_print("wish for `driver: none` or `driver: vfio-pci` of %s first", name)
		   : text_print("give %s a function below another root port; or wish for `driver: none` of "
				"%s and for no VFs of it",
			     step->object, name);

	gate_refuse_for(question, step->why->want, GUEST_HOSTDEVS, hint,
		"%s: %s would become secure while the driver %s of this host has it%s", step->object, name,
		driver, vf ? "" : ", which is not made for that");
}

/* `name` is the function's; that of a VF which is yet to be made is "nic0.vf.3". */
static void judge_secured(const struct question *question, const struct step *step, const char *name,
	const struct function *function)
{
	const char *driver = function_link(function, A_DRIVER);
	const struct platform *platform = platform_of(step->why->want);

	if (is_untold(&function->attr[A_DRIVER]))
		gate_unknown(question, step->why->want, GUEST_HOSTDEVS, name);
	else if (driver && !string_equal(driver, SECURE_VFIO) &&
		 (function->physfn || !in_list(platform->secure_drivers, driver)))
		refuse_driver(question, step, name, function->physfn, driver);
}

static void judge_driver(const struct question *question)
{
	const struct step *step;
	size_t at = 0, effect = 0;

	while ((step = next_effect(question, EFFECT_SECURED, &at, &effect))) {
		const struct survey *then = question_then(question, step);
		const struct function *function = then ? effect_function(question, then, step, effect) : NULL;

		if (!then)
			gate_unpredicted(question, step, GUEST_HOSTDEVS);
		else if (function)
			judge_secured(question, step, step->effects[effect - 1].object, function);
	}
}

const struct gate gate_secure_driver = {
	.id = "secure-driver",
	.question = "Has no driver of the host a function that becomes secure?",
	.explain = "A driver that reads and writes a secure function as before brings the host down. Only "
		   "drivers of physical functions that were made for it may stay (openEuler virtCCA_sdk, "
		   "SR-IOV/readme.md).",
	.fix = "wish for `driver: none` or `driver: vfio-pci` on it first",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found" },
	.unknown_is = ANSWER_BAD,
	.asks_twin = true,
	.judge = judge_driver,
};

/* The digest that the plan has asked for, or that was consented to before. */
static const char *consent_to(const struct question *question, const char *port)
{
	const struct domain *known = domains_find(&question->now->domains, port);

	for (size_t i = 0; i < question->plan->n; i++)
		if (question->plan->steps[i]->knob == &knob_consent &&
			string_equal(question->plan->steps[i]->target, port))
			return question->plan->steps[i]->after;
	return known ? known->consent : NULL;
}

/* When the plan is made, what it will come to is consented to; right before the step, what there is. */
static void judge_consent(const struct question *question)
{
	const struct step *step;
	size_t at = 0, effect = 0;

	while ((step = next_effect(question, EFFECT_SECURED, &at, &effect))) {
		const struct function *function = effect_function(question, question->now, step, effect);
		AUTO_FREE char *port = function ? function_root_port(function) : NULL;
		const char *consent = port ? consent_to(question, port) : NULL;
		struct closure closure = { 0 };

		if (!port || function->physfn)
			continue;
		closure_find(question->now, question->step ? NULL : question->plan->want, port, &closure);
		if (!closure_fits(&closure, consent))
			gate_refuse(question, step->why->want, GUEST_HOSTDEVS,
				"%s: what becomes secure below %s is %s", step->object, port,
				consent ? "not, or no longer, what was consented to" : "not consented to");
		closure_free(&closure);
	}
}

const struct gate gate_consent_missing = {
	.id = "consent-missing",
	.question = "Was there consent to all that becomes secure?",
	.explain =
		"The switch cannot be taken back. Consent is given for a secure domain as it was shown: its "
		"functions, which cards they are, its numbers of VFs and what the host does with them.",
	.fix = "look at `pawl plan` again: who has made VFs there, has put in another card, or uses a "
	       "function, has made it another one, and so it is asked for anew",
	.weight = WEIGHT_NEVER,
	.unknown_is = ANSWER_BAD,
	.judge = judge_consent,
};

/* The function that the step turns a knob of: "0000:17:00.0", of a VF's setting "0000:17:00.0 vf 3". */
static const struct function *function_turned(const struct question *question, const struct step *step)
{
	AUTO_FREE char *address = string_part(step->target, strcspn(step->target, " "));

	return survey_function(question->now, address);
}

/*
 * After the switch: a driverless VF to vfio-pci, guests, and nothing else (DESIGN rule 4).
 * `turned` NULL: a VF that is yet to be made.
 */
static bool is_allowed_there(const struct step *step, const struct function *turned)
{
	if (turned && !turned->physfn)
		return false;
	if (step->knob == &knob_driver)
		return !*step->before && string_equal(step->after, SECURE_VFIO);
	return step->knob == &knob_override && string_equal(step->after, SECURE_VFIO);
}

static void judge_secure(const struct question *question, const struct step *step)
{
	const struct function *function = function_turned(question, step);

	if (function && function_world(question->now, function) == WORLD_SECURE &&
		!is_allowed_there(step, function))
		gate_refuse(question, step->why->want, 0,
			"%s is secure: its %s cannot be changed any more in this boot", function->address,
			step->knob->name);
}

/* The domain comes to what there was, or will be, consent to. */
static bool is_consented(const struct question *question, const char *port)
{
	const char *consent = consent_to(question, port);
	struct closure closure;
	bool fits;

	closure_find(question->now, question->plan->want, port, &closure);
	fits = closure_fits(&closure, consent);
	closure_free(&closure);
	return fits;
}

/* What pawl had set there is not the driver that the step takes away; a VF without one had its override. */
static bool was_another(const struct question *question, const struct knob *knob, const struct step *step)
{
	const struct applied *applied = applied_find(&question->now->applied, knob, step->target);

	return applied && !string_equal(applied->value, step->before);
}

/* After a boot what was there may be put back, and a VF be kept from drivers (DESIGN rule 7). */
static bool is_put_back(const struct question *question, const struct step *step, const char *port)
{
	const struct applied *applied = applied_find(&question->now->applied, step->knob, step->target);

	if (is_allowed_there(step, function_turned(question, step)) || step->knob->flags & KNOB_TEMPORARY)
		return true;
	if (step->knob == &knob_override && string_equal(step->after, DRIVER_NONE))
		return true;
	/* what takes a run back wishes for no number: it would be held against the one that is there now */
	if (step->knob == &knob_numvfs && step->why->want->kind == &kind_vf_pool &&
		is_consented(question, port))
		return true;
	/* whom the boot has bound lets go first */
	if (step->knob == &knob_driver && !*step->after)
		return was_another(question, &knob_driver, step) ||
		       was_another(question, &knob_override, step);
	return applied && string_equal(applied->value, step->after);
}

/* A driver for a VF that is yet to be made is a matter of its PF. */
static const struct function *function_meant(const struct question *question, const struct step *step)
{
	const struct function *function = function_turned(question, step);

	if (function || (step->knob != &knob_driver && step->knob != &knob_override) || !step->object)
		return function;
	return pf_named(question, step->object);
}

/*
 * The number of the first new VF of which nothing says what driver it has: whichever claims it binds it, now
 * or when it is loaded. -1: there is none.
 */
static int64_t vf_without_driver(const struct question *question, const struct step *step)
{
	const struct resource *device = resource_above(step->why->want, &kind_device);
	int64_t vfs = step->knob == &knob_numvfs ? strtoll(step->after, NULL, 10) : 0;

	for (int64_t vf = 0; vf < vfs; vf++)
		if (!vf_driver_wished(question->plan->want, device ? device->name : "", vf))
			return vf;
	return -1;
}

static void refuse_not_put_back(const struct question *question, const struct step *step,
	const struct function *function, const char *port)
{
	AUTO_FREE char *hint = text_print(
		"put back what was there (`pawl restore`); or take the machine from its power, and "
		"then say so: `pawl ledger settle %s`",
		port);

	gate_refuse_for(question, step->why->want, 0, hint,
		"%s may still be secure: its %s is not put back to what it was, but becomes \"%s\"",
		function->address, step->knob->name, step->after);
}

/* A ledger that cannot be told has gates of its own: here it is what is known to have been secure. */
static void judge_unknown(const struct question *question, const struct step *step)
{
	const struct function *function = function_meant(question, step);
	AUTO_FREE char *port = function ? function_root_port(function) : NULL;
	const struct domain *domain = port ? domains_find(&question->now->domains, port) : NULL;
	int64_t bare;

	if (!domain || !domain->assumed || domain_world(question->now, port) != WORLD_UNKNOWN)
		return;
	bare = vf_without_driver(question, step);
	if (!is_put_back(question, step, port))
		refuse_not_put_back(question, step, function, port);
	else if (bare >= 0)
		gate_refuse_for(question, step->why->want, 0,
			"wish for `driver: none` or `driver: vfio-pci` of every VF, as it was",
			"%s may still be secure: nothing keeps its VF %" PRId64
			" from the drivers of this host",
			function->address, bare);
}

static void judge_frozen(const struct question *question)
{
	if (question->now->domains.n == 0)
		return;
	for (size_t i = 0; i < question->plan->n; i++) {
		const struct step *step = question->plan->steps[i];

		if (!step->why || (question->step && question->step != step))
			continue;
		judge_secure(question, step);
		judge_unknown(question, step);
	}
}

const struct gate gate_secure_frozen = {
	.id = "secure-frozen",
	.question = "Are functions of the secure world left as they are?",
	.explain = "What the host writes to a secure function goes astray (openEuler virtCCA, device "
		   "passthrough). A driverless VF may still be bound to vfio-pci, and confidential guests "
		   "started and stopped. After a boot it is unknown whether they still are: what pawl had "
		   "set there may be put back.",
	.fix = "leave it as it is in this boot: numbers of VFs, drivers and settings are for the time before "
	       "the first confidential guest starts",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found", "quarantine" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_frozen,
};

static bool plan_secures(const struct plan *plan, const char *address)
{
	for (size_t i = 0; i < plan->n; i++)
		for (size_t k = 0; k < plan->steps[i]->n_effects; k++)
			if (plan->steps[i]->effects[k].kind == EFFECT_SECURED &&
				string_equal(plan->steps[i]->effects[k].object, address))
				return true;
	return false;
}

/* A VF that is yet to be made comes into the world of its physical function. */
static void judge_ordinary(const struct question *question)
{
	const struct step *step;
	size_t at = 0, effect = 0;

	while ((step = next_effect(question, EFFECT_HANDED_OUT, &at, &effect))) {
		const char *object = step->effects[effect - 1].object;
		const struct function *there = effect_function(question, question->now, step, effect);
		const struct function *function = there ? there : pf_named(question, object);
		enum world_of world = function ? function_world(question->now, function) : WORLD_ORDINARY;

		if (world == WORLD_SECURE || plan_secures(question->plan, object))
			gate_refuse(question, step->why->want, GUEST_HOSTDEVS,
				"%s is an ordinary guest, and %s is, or becomes, secure: it cannot have "
				"anything of it",
				step->object, object);
		else if (world == WORLD_UNKNOWN)
			gate_refuse(question, step->why->want, GUEST_HOSTDEVS,
				"%s cannot have anything of %s, which may still be secure: it was in an "
				"earlier boot, and nothing tells what took it back",
				step->object, object);
	}
}

const struct gate gate_secure_to_ordinary = {
	.id = "secure-to-ordinary",
	.question = "Do ordinary guests get functions of the ordinary world alone?",
	.explain =
		"QEMU refuses it (Normal vm cannot use confidential device), and one domain serves one "
		"world: ordinary and confidential guests do not share what is below a root port. Nothing in "
		"sysfs tells in which world a function is.",
	.fix = "give the guest a function below another root port",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found", "guest-device" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_ordinary,
};
