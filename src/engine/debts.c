/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Puts the debts of earlier runs into a plan, as early as they can be paid. */
#include "engine.h"
#include "recall.h"
#include "vf.h"
#include <stdlib.h>
#include <string.h>

/* Its lock is held until the kernel lets go of what is being written there. */
static bool is_busy(const struct function *function)
{
	bool busy = false;

	for (size_t i = 0; i < N_ATTRIBUTES; i++)
		busy |= function->attr[i].is == R_BUSY;
	return busy;
}

static void report_left(const struct debt *debt, const char *why, const char *hint, struct report *report)
{
	AUTO_FREE char *is = knob_say(debt->knob, debt->left);

	report_add(report,
		&(struct finding){
			.severity = WARNING, .id = "left-temporary", .object = debt->target, .hint = hint },
		"%s of %s stays %s %s", debt->knob->name, debt->target, is, why);
}

static bool is_driverless_vf(const struct function *vf, const struct function *pf)
{
	return vf && vf->physfn == pf && vf->attr[A_DRIVER].is == R_ABSENT;
}

static bool has_override(const struct plan *plan, const struct function *vf)
{
	const char *override = function_text(vf, A_OVERRIDE);
	bool has = override && !knob_is(&knob_override, override, "");

	for (size_t i = 0; !has && i < plan->n; i++)
		has = plan->steps[i]->knob == &knob_override &&
		      string_equal(plan->steps[i]->target, vf->address);
	return has;
}

/* The VFs go, and with them what they were held back from. */
static bool count_changes(const struct plan *plan, const struct function *pf)
{
	for (size_t i = 0; i < plan->n; i++)
		if (plan->steps[i]->flags & STEP_VF_COUNT &&
			string_equal(plan->steps[i]->target, pf->address))
			return true;
	return false;
}

/* What is left out of its VFs then, who asks leaves out on purpose. */
static bool is_wished(const struct plan *plan, const struct survey *survey, const struct function *pf)
{
	for (size_t i = 0; i < plan->want->n; i++)
		if (plan->want->all[i]->kind == &kind_vf_pool &&
			device_function(survey, plan->want->all[i]) == pf)
			return true;
	return false;
}

/* A restore has words on what a boot took away alone. */
static bool is_of_part(const struct asked *asked)
{
	return asked->n_targets > 0 || (asked->recall && !asked->recall->run);
}

/* What a restore would have to bring back of its VFs is told, and so is what has come back. */
static bool is_known_whole(const struct asked *asked, const struct survey *survey, const struct function *pf)
{
	const struct applied *count = applied_find(&survey->applied, &knob_numvfs, pf->address);

	return asked->recall && !asked->recall->run && count && !count->partial;
}

/* Who dies between making VFs and their overrides leaves VFs that any module binds once the debt is paid. */
static bool is_held_back(const struct plan *plan, const struct survey *survey, const struct asked *asked,
	const struct function *pf)
{
	if (count_changes(plan, pf) || is_wished(plan, survey, pf) || is_known_whole(asked, survey, pf))
		return false;
	for (size_t i = 0; i < pf->n_virtfn; i++)
		if (is_driverless_vf(pf->virtfn[i], pf) && !has_override(plan, pf->virtfn[i]))
			return true;
	return false;
}

/*
 * One of a device that hangs waits for it: what is wished of others is no worse for it. So does one whose
 * VFs were never given what they are to have, for a plan that has no word on them.
 */
static bool must_wait(const struct plan *plan, const struct survey *survey, const struct debt *debt,
	const struct function *function, const struct asked *asked, struct report *report)
{
	if (is_busy(function))
		report_left(debt, "while a write to the device is still in the kernel",
			"the first `pawl apply` after that puts it back", report);
	else if (is_of_part(asked) && is_held_back(plan, survey, asked, function))
		report_left(debt, "until its VFs have their overrides: any driver would bind them",
			"`pawl status` tells which command goes on with the run that made them", report);
	else
		return false;
	return true;
}

/*
 * The same order as in the run that left it (vf_pool.c, driver.c): what is set on its VFs comes before, and
 * their drivers after it. A module that is loaded meanwhile binds none of them.
 */
static void debt_waits(
	struct plan *plan, struct step *debt, const struct function *pf, const struct survey *survey)
{
	for (size_t i = 0; i < plan->n; i++) {
		struct step *step = plan->steps[i];

		if (!step->why || !is_driverless_vf(function_by_target(survey, step->target), pf))
			continue;
		if (step->knob == &knob_driver)
			step_needs(step, debt, AFTER_TRIED);
		else
			step_needs(debt, step, AFTER_TRIED);
	}
}

static void debt_pay(struct plan *plan, const struct debt *debt, const struct function *function,
	const struct survey *survey)
{
	AUTO_FREE char *device = function_device(function);
	struct step *step = plan_add(plan, &(struct step){ .knob = debt->knob,
						   .target = debt->target,
						   .before = debt->left,
						   .after = debt->value,
						   .object = debt->target,
						   .lock = device });

	debt_waits(plan, step, function, survey);
}

/* Of what may come next, what was added first does. */
static void steps_rotate(struct plan *plan, size_t n)
{
	struct step **debts = memory_new(plan->n - n + 1, sizeof(struct step *));

	memcpy(debts, plan->steps + n, (plan->n - n) * sizeof(struct step *));
	memmove(plan->steps + plan->n - n, plan->steps, n * sizeof(struct step *));
	memcpy(plan->steps, debts, (plan->n - n) * sizeof(struct step *));
	free(debts);
}

void plan_pay_debts(
	struct plan *plan, const struct survey *survey, const struct asked *asked, struct report *report)
{
	size_t n = plan->n;

	for (size_t i = 0; i < survey->n_debts; i++) {
		const struct debt *debt = &survey->debts[i];
		const struct function *function = survey_function(survey, debt->target);

		if (!debt_is_void(survey, debt) && !must_wait(plan, survey, debt, function, asked, report))
			debt_pay(plan, debt, function, survey);
	}
	if (plan->n > n && n > 0)
		steps_rotate(plan, n);
}
