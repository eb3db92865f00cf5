/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The gate on what is written to functions that are secure, or may still be. */
#include "closure.h"
#include "secure.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* The function that the step turns a knob of: "0000:17:00.0", of a VF's setting "0000:17:00.0 vf 3". */
static const struct function *function_turned(const struct question *question, const struct step *step)
{
	AUTO_FREE char *address = target_address(step->target);

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

/* The number that the step is on its way to, through none. */
static int64_t count_meant(const struct step *step)
{
	const struct resource *wish = step->why->want;

	return wish->kind == &kind_vf_pool ? ((const struct pool_body *)wish->body)->count
					   : strtoll(step->after, NULL, 10);
}

/* To that number of VFs: that a run has set it does not tell that they were there. */
static bool is_consented(const struct question *question, const struct step *step, const char *port)
{
	const struct function *pf = survey_function(question->now, step->target);

	return pf && consent_has_count(question->now, consent_to(question, port), pf, count_meant(step));
}

/* What pawl had set there is not the driver that the step takes away; a VF without one had its override. */
static bool was_another(const struct question *question, const struct knob *knob, const struct step *step)
{
	const struct applied *applied = applied_find(&question->now->applied, knob, step->target);

	return applied && !string_equal(applied->value, step->before);
}

/*
 * Set in another boot than that in which the domain was taken for secure last, it may be older, and not have
 * been there then. It was when it stands with a number of VFs that there was consent to.
 */
static bool was_there(const struct question *question, const struct applied *applied, const char *port)
{
	const struct domain *domain = domains_find(&question->now->domains, port);
	const struct function *pf =
		survey_function(question->now, applied->pf ? applied->pf : applied->target);
	const struct applied *number =
		pf ? applied_find(&question->now->applied, &knob_numvfs, pf->address) : NULL;

	if (!applied->boot_id || string_equal(applied->boot_id, domain->assumed))
		return true;
	return number && number->value && string_equal(number->boot_id, applied->boot_id) &&
	       consent_has_count(
		       question->now, consent_to(question, port), pf, strtoll(number->value, NULL, 10));
}

/* After a boot what was there may be put back, and a VF be kept from drivers (DESIGN rules 4 and 7). */
static bool is_put_back(const struct question *question, const struct step *step, const char *port)
{
	const struct applied *applied = applied_find(&question->now->applied, step->knob, step->target);

	if (is_allowed_there(step, function_turned(question, step)) || step->knob->flags & KNOB_TEMPORARY)
		return true;
	if (step->knob == &knob_override && string_equal(step->after, DRIVER_NONE))
		return true;
	if (step->knob == &knob_numvfs)
		return is_consented(question, step, port);
	/* whom the boot has bound lets go first */
	if (step->knob == &knob_driver && !*step->after)
		return was_another(question, &knob_driver, step) ||
		       was_another(question, &knob_override, step);
	/* of a run that died half-way it is what stood before */
	if (!applied || !string_equal(applied->stood ?: applied->value, step->after))
		return false;
	return string_equal(step->after, SECURE_VFIO) || was_there(question, applied, port);
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

/* Of a number of VFs, what helps depends on why there is no consent to it. */
static char *hint_not_put_back(const struct question *question, const struct step *step, const char *port)
{
	const struct resource *device = resource_above(step->why->want, &kind_device);
	AUTO_TEXT struct text first = { 0 };

	if (step->knob != &knob_numvfs || !device)
		text_add(&first, "put back what was there (`pawl restore`)");
	else if (!consent_to(question, port))
		text_add(&first,
			"consent to it was taken back, or never given: `pawl consent GUEST` asks for it");
	else
		text_addf(&first,
			"there was no consent to this, or the host uses what is there for more than it did "
			"then; if nobody wants these VFs, apply `vfs: {count: 0}` of %s, and no boot brings "
			"them back",
			device->name);
	return text_print("%s; or take the machine from its power, and then say so: `pawl ledger settle %s`",
		text_string(&first), port);
}

static void refuse_not_put_back(const struct question *question, const struct step *step,
	const struct function *function, const char *port)
{
	AUTO_FREE char *hint = hint_not_put_back(question, step, port);

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
		   "started and stopped. After a boot it is unknown whether they still are: what was there "
		   "then may be put back, of VFs the number that there was consent to.",
	.fix = "leave it as it is in this boot: numbers of VFs, drivers and settings are for the time before "
	       "the first confidential guest starts",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found", "quarantine" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_frozen,
};
