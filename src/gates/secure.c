/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gates on what may become secure. */
#include "secure.h"
#include "closure.h"
#include "platform.h"

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

	while ((step = effect_next(question, EFFECT_SECURED, &at, &effect))) {
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

/* When the plan is made, what it will come to is consented to; right before the step, what there is. */
static void judge_consent(const struct question *question)
{
	const struct step *step;
	size_t at = 0, effect = 0;

	while ((step = effect_next(question, EFFECT_SECURED, &at, &effect))) {
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
