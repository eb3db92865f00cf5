/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The gate on what the next user of a VF finds: namespaces that it has, and that are not meant for them. */
#include "namespaces_seen.h"
#include "gates_rows.h"
#include "namespaces.h"
#include "object.h"
#include "vf.h"
#include <inttypes.h>
#include <stdlib.h>

/* By its address, or by the name of one that is yet to be made. */
static void judge_named(
	struct seeing *seeing, const struct given *given, const char *target, const char *name)
{
	const struct survey *now = seeing->question->now;
	const struct function *vf = survey_function(now, target);
	const struct resource *device;
	int64_t number;

	if (!vf)
		vf = vf_by_target(now, target);
	if (!vf)
		vf = survey_function(now, name);
	if (vf && vf->physfn) {
		seeing_judge(seeing, *given, vf->physfn, vf->vf_number);
	} else if (!vf && name_vf(name, &number)) {
		device = device_named(seeing->question->plan->want, name);
		if (device && device_function(now, device))
			seeing_judge(seeing, *given, device_function(now, device), (size_t)number);
	}
}

/* Who uses it now has gone when it is given. */
static bool is_let_go(const struct plan *plan, const struct function *vf, const struct step *given)
{
	for (size_t i = 0; i < plan->n; i++) {
		const struct step *step = plan->steps[i];
		bool goes = (step->knob == &knob_driver && !*step->after &&
				    string_equal(step->target, vf->address)) ||
			    (step->knob == &knob_numvfs && string_equal(step->after, "0") &&
				    string_equal(step->target, vf->physfn->address));

		if (goes && step->number < given->number)
			return true;
	}
	return false;
}

/* A file says for whom it is; what is given back was another's when somebody has come since. */
static void judge_used(const struct question *question, const struct step *step, const struct function *vf)
{
	const struct user *users = NULL;

	if (!vf || step_place(step).source || users_of(&question->now->users, vf->address, &users) == 0 ||
		is_let_go(question->plan, vf, step))
		return;
	gate_refuse_step(question, step,
		"end that use, or give the namespace to them in a configuration if it is theirs",
		"VF %zu of %s would get namespace %" PRIu32
		" back, and it %s %s: who uses it now has come since",
		vf->vf_number, vf->physfn->address, namespace_number(holders_word(step->target)),
		use_rows[users->use].verb, users->who);
}

/* Whose controller gets one more, of whichever port of the drive. */
static void judge_attaching(struct seeing *seeing, const struct given *given)
{
	const struct survey *now = seeing->question->now;
	const struct step *step = given->step;
	AUTO_FREE char *controller = listing_added(step->before, step->after),
		       *address = target_address(step->target);
	const struct function *pf = survey_function(now, address);
	uint16_t cntlid = controller ? (uint16_t)strtoul(controller, NULL, 10) : 0;
	const struct function *port = controller && drive_told(pf) ? controller_port(now, pf, cntlid) : NULL;
	const struct secondary *secondary = port ? drive_secondary_by_id(port->drive, cntlid) : NULL;

	if (!secondary || !secondary->vf)
		return;
	seeing_judge_owner(seeing, step, drive_controller(port, cntlid));
	judge_used(seeing->question, step, drive_controller(port, cntlid));
	seeing_judge(seeing, *given, port, secondary->vf - 1U);
}

/* A definition leaves the guest what it had: nothing is given by that. */
static bool is_kept(const struct step *step, const char *address)
{
	return step->knob == &knob_guest && words_hold(step->before, address);
}

static void judge_guest(struct seeing *seeing, const struct given *given)
{
	const struct resource *guest = step_resource(given->step);
	size_t n = guest ? ((const struct guest_body *)guest->body)->hostdevs.n : 0;

	for (size_t i = 0; i < n; i++) {
		const char *name = hostdev_name(guest, i);
		const struct function *function =
			name ? function_named(seeing->question->plan->want, seeing->question->now, name)
			     : NULL;
		const char *address = function ? function->address : name;

		if (address && !is_kept(given->step, address))
			judge_named(seeing, given, address, name);
	}
}

/* Where no driver is wished for them the kernel chooses one at once. */
static void judge_made(struct seeing *seeing, const struct given *given)
{
	const struct resource *pool = step_resource(given->step);
	const struct function *pf = survey_function(seeing->question->now, given->step->target);
	int64_t n = strtol(given->step->after, NULL, 10);

	for (int64_t vf = 0; pf && pool && pool->kind == &kind_vf_pool && vf < n; vf++)
		if (!vf_driver_wished(seeing->question->plan->want, pool->under->name, vf))
			seeing_judge(seeing, *given, pf, (size_t)vf);
}

static bool goes_online(const struct step *step)
{
	return step->knob == &knob_vf_online && string_equal(step->after, "true");
}

/* Of a VF, or of the drive itself. */
static void judge_binding(struct seeing *seeing, const struct given *given)
{
	const struct step *step = given->step;
	const struct function *function = survey_function(seeing->question->now, step->target);

	if (function && !function->physfn)
		seeing_judge_whole(seeing, *given, function);
	else
		judge_named(seeing, given, step->target, step->object);
}

/* Who is defined with it has it as soon as anybody starts the guest, and that asks nobody. */
static bool gives_to_guest(const struct step *step)
{
	return step_starts_guest(step) || step->knob == &knob_guest;
}

static void judge_step(struct seeing *seeing, const struct step *step)
{
	struct given given = { .step = step };

	if (step->knob == &knob_driver && *step->after) {
		judge_binding(seeing, &given);
	} else if (goes_online(step)) {
		given.goes_on = true;
		judge_named(seeing, &given, step->target, step->object);
	} else if (step->knob == &knob_controllers) {
		given.goes_on = true;
		judge_attaching(seeing, &given);
	} else if (gives_to_guest(step)) {
		judge_guest(seeing, &given);
	} else if (step->knob == &knob_numvfs) {
		judge_made(seeing, &given);
	}
}

static bool any_is_wished(const struct state *state)
{
	for (size_t i = 0; state && i < state->n; i++)
		if (state->all[i]->kind == &kind_namespace)
			return true;
	return false;
}

/* Most hosts have no namespaces that anybody gives away, and many VFs. */
static bool any_is_named(const struct plan *plan, const struct survey *now)
{
	return now->kept.n > 0 || now->ledger.lost_runs || any_is_wished(plan->want) ||
	       any_is_wished(plan->left_out);
}

static bool is_of_drive(const struct survey *now, const char *address)
{
	const struct function *vf = survey_function(now, address);

	return vf && vf->physfn && function_may_be_drive(vf->physfn);
}

bool step_gives_namespaces(
	const struct plan *plan, const struct step *step, const char *target, const struct survey *now)
{
	bool binds = step->knob == &knob_driver && *step->after && is_of_drive(now, target);

	return (binds || goes_online(step) || step_starts_guest(step)) && any_is_named(plan, now);
}

static void judge_visible(const struct question *question)
{
	struct seeing seeing = { .question = question };
	const struct step *step;

	if (!any_is_named(question->plan, question->now))
		return;
	for (size_t cursor = 0; (step = next_of_all(question, &cursor));)
		judge_step(&seeing, step);
	seeing_free(&seeing);
}

const struct gate gate_namespace_visible = {
	.id = "namespace-visible",
	.question = "Has no VF, and no drive, that somebody gets a namespace that is not for them?",
	.explain =
		"A namespace stays attached to a controller when its VF, the guest and the file that named "
		"it are gone (NVM Express Base Specification 2.0, 5.22; seen in the lab: also over a change "
		"of the number of VFs): whoever gets the VF next reads what the one before has stored. Asked "
		"is of each VF that the plan gives to somebody: a driver, a guest that starts or whose "
		"definition gets the VF, a controller that goes online or gets one more; and, but of a "
		"definition, once more right before they get it. All that it has then must be for it by the "
		"files' word, where they name any namespace of the drive, or pawl has made it or given it "
		"away. Where neither is so somebody sees to the drive by hand, and "
		"is not asked. A restore or a rollback reads no files: there it must be what pawl has given, "
		"where pawl knows any namespace of the drive, and for a rollback before the run that it "
		"takes back; nor does a VF get one back that somebody uses by now. Where the plan does "
		"nothing to the VF, "
		"namespace-left alone tells. A drive whose physical function goes to another driver than "
		"nvme goes whole: then each of its namespaces is asked about that pawl has made, adopted or "
		"given to anybody, or that the files share out by another port. A "
		"guest that runs with a VF which gets one must be to have the VF by the files, also by what "
		"--target leaves out.",
	.fix = "wish for it again, under its drive, with `pf: false`, which takes it from the VF, or with "
	       "`state: absent`, which deletes it",
	.weight = WEIGHT_ALLOWABLE,
	.after = { "device-not-found", "namespace-named", "namespace-another", "namespace-renamed",
		"drive-missing" },
	.unknown_is = ANSWER_BAD,
	.judge = judge_visible,
};
