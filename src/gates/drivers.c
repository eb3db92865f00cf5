/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gates on drivers: there to bind, there for VFs, not taken from a PF in use. */
#include "gates_rows.h"

/* The steps of a plan that turn one knob, by their target. */
static void turns_find(const struct plan *plan, const struct knob *knob, struct lookup *turns)
{
	for (size_t i = 0; i < plan->n; i++)
		if (plan->steps[i]->knob == knob)
			lookup_add(turns, hash_string(0, plan->steps[i]->target), i);
}

/* The last of them that turns this step's target before it; NULL: none does. */
static const struct step *turn_before(
	const struct plan *plan, const struct lookup *turns, const struct step *step)
{
	const struct step *last = NULL;
	size_t cursor = 0, at;

	while (lookup_next(turns, hash_string(0, step->target), &cursor, &at)) {
		const struct step *turn = plan->steps[at];

		if (turn->number < step->number && string_equal(turn->target, step->target) &&
			(!last || turn->number > last->number))
			last = turn;
	}
	return last;
}

/* The driver that the function will have when the plan gets to the step; NULL: none. */
static const char *driver_then(const struct plan *plan, const struct lookup *turns,
	const struct function *function, const struct step *step)
{
	const struct step *turn = turn_before(plan, turns, step);

	if (turn)
		return *turn->after ? turn->after : NULL;
	return function_link(function, A_DRIVER);
}

static void judge_pf_driverless(const struct question *question)
{
	struct lookup turns = { 0 };
	const struct step *count;

	turns_find(question->plan, &knob_driver, &turns);
	for (size_t cursor = 0; (count = next_step(question, &knob_numvfs, &cursor));) {
		const struct function *pf = survey_function(question->now, count->target);
		const char *driver = pf ? driver_then(question->plan, &turns, pf, count) : NULL;
		bool as_now = pf && string_equal(driver, function_link(pf, A_DRIVER));

		if (pf && (!driver || driver_is_stub(driver)))
			gate_refuse_step(question, count, question->gate->fix,
				"%s %s %s, and only a physical function's own driver makes or removes its "
				"VFs",
				pf->address, as_now ? "has" : "would have", driver ? driver : "no driver");
	}
	lookup_free(&turns);
}

const struct gate gate_pf_driverless = {
	.id = "pf-driverless",
	.question = "Has each physical function whose number of VFs changes its own driver?",
	.explain =
		"sriov_numvfs is carried out by the driver of the physical function; without one the kernel "
		"answers ENOENT (drivers/pci/iov.c, sriov_numvfs_store).",
	.fix = "wish for the card's own driver: `driver: NAME` on the device, after loading its module",
	.weight = WEIGHT_NEVER,
	.after = { "sriov-missing" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_pf_driverless,
};

/* The plan may remove them before it gets to that step; what it has removed is gone. */
static bool are_removed(const struct question *question, const struct lookup *turns, const struct step *step)
{
	const struct step *count = turn_before(question->plan, turns, step);

	return count && string_equal(count->after, "0") &&
	       (!question->step || count->number >= question->step->number);
}

/* What VFs have goes with such a step. */
static void judge_vfs_below(const struct question *question, const struct lookup *turns,
	const struct knob *knob, const char *takes)
{
	const struct step *change;

	for (size_t cursor = 0; (change = next_step(question, knob, &cursor));) {
		const struct function *pf = survey_function(question->now, change->target);

		if (pf && pf->n_virtfn > 0 && !are_removed(question, turns, change))
			gate_refuse_step(question, change, question->gate->fix, "%s has %zu VFs: %s",
				pf->address, pf->n_virtfn, takes);
	}
}

static void judge_pf_has_vfs(const struct question *question)
{
	struct lookup turns = { 0 };

	turns_find(question->plan, &knob_numvfs, &turns);
	judge_vfs_below(
		question, &turns, &knob_driver, "changing its driver takes them from whoever uses them");
	judge_vfs_below(
		question, &turns, &knob_primary, "its reset takes what they have from whoever uses them");
	lookup_free(&turns);
}

const struct gate gate_pf_has_vfs = {
	.id = "pf-has-vfs",
	.question = "Does no physical function have VFs whose driver changes, or whose controller is reset?",
	.explain = "Some drivers remove all VFs when they are unbound (igb), some leave them behind without "
		   "anyone to serve them (nvme), and vfio-pci refuses a physical function that has any. The "
		   "reset of an NVMe drive's own controller takes all that its VFs' controllers have (NVM "
		   "Express Base Specification 2.0, 8.26.3).",
	.fix = "apply `vfs: {count: 0}` first, when nobody uses the VFs",
	.weight = WEIGHT_NEVER,
	.after = { "device-not-found" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_pf_has_vfs,
};

/* The registered driver that was most likely meant; NULL: none is near. */
static const char *driver_near(const struct survey *survey, const char *driver)
{
	AUTO_FREE const char **names = memory_new(survey->n_drivers + 1, sizeof(*names));

	for (size_t i = 0; i < survey->n_drivers; i++)
		names[i] = survey->drivers[i];
	return string_nearest(driver, names);
}

static void report_missing(const struct question *question, const struct step *bind)
{
	const char *near = driver_near(question->now, bind->after);

	gate_refuse_step(question, bind, question->gate->fix,
		"the driver %s is not registered with the PCI bus: a probe would bind nothing%s%s%s",
		bind->after, near ? "; did you mean \"" : "", near ? near : "", near ? "\"?" : "");
}

static void judge_driver_missing(const struct question *question)
{
	const struct step *bind;

	for (size_t cursor = 0; (bind = next_step(question, &knob_driver, &cursor));)
		if (*bind->after && !survey_has_driver(question->now, bind->after))
			report_missing(question, bind);
}

const struct gate gate_driver_missing = {
	.id = "driver-missing",
	.question = "Is each driver that is to bind there?",
	.explain = "A write to drivers_probe succeeds even when no driver takes the function "
		   "(drivers/pci/pci-driver.c), and driver_override loads no module. A driver's name is the "
		   "one in /sys/bus/pci/drivers, which need not be its module's: the module vfio_pci has the "
		   "driver vfio-pci.",
	.fix = "load the driver's module first (`modprobe`), and keep it in /etc/modules-load.d; names are "
	       "those in /sys/bus/pci/drivers, as vfio-pci",
	.weight = WEIGHT_NEVER,
	.unknown_is = ANSWER_BAD,
	.judge = judge_driver_missing,
};
