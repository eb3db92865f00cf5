/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The gate on ordinary guests that have functions of the secure world. */
#include "closure.h"
#include "secure.h"

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

	while ((step = effect_next(question, EFFECT_HANDED_OUT, &at, &effect))) {
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

/* By which the plan makes the port secure; NULL: it does not. */
static const struct step *step_securing(const struct question *question, const char *port)
{
	const struct step *step;
	size_t at = 0, effect = 0;

	while ((step = effect_next(question, EFFECT_SECURED, &at, &effect))) {
		const struct function *there = effect_function(question, question->now, step, effect);
		const struct function *function =
			there ? there : pf_named(question, step->effects[effect - 1].object);
		AUTO_FREE char *own = function ? function_root_port(function) : NULL;

		if (own && string_equal(own, port))
			return step;
	}
	return NULL;
}

/* A VF that it keeps may be gone with a boot: its address tells the port still. */
static char *hostdev_port(const struct question *question, const struct resource *guest, size_t i)
{
	const struct function *function = hostdev_function(guest, i, question->now, question->plan->want);

	return function ? function_root_port(function)
			: address_root_port(question->now, hostdev_name(guest, i));
}

/* Who is not started now is next time: nothing that it will have then becomes secure with another guest. */
static void judge_had(const struct question *question, const struct resource *guest)
{
	const struct list *hostdevs = &((const struct guest_body *)guest->body)->hostdevs;

	for (size_t i = 0; i < hostdevs->n; i++) {
		AUTO_FREE char *port = hostdev_port(question, guest, i);
		struct blame blame = { guest->name,
			"say all that it is to have, `hostdevs: [{device: HANDLE.vf.N}]`, and nothing of "
			"that domain; or `[]`",
			hostdevs->at[i] };

		if (port && step_securing(question, port))
			gate_refuse_blame(question, &blame,
				"%s is an ordinary guest, and %s, which it %s, becomes secure", guest->name,
				hostdev_name(guest, i), guest_keeps_hostdevs(guest) ? "keeps" : "gets");
	}
}

static void judge_guests(const struct question *question)
{
	const struct resource *guest;

	for (size_t cursor = 0; (guest = next_resource(question, &kind_guest, &cursor));)
		if (guest_is_planned(guest) && !guest_is_confidential(guest))
			judge_had(question, guest);
}

static bool is_named(const struct question *question, const struct guest *guest)
{
	const struct resource *wish;
	bool named = false;

	for (size_t cursor = 0; !named && (wish = next_resource(question, &kind_guest, &cursor));) {
		AUTO_FREE char *id = guest_is_planned(wish) ? guest_id(wish) : NULL;

		named = string_equal(id, guest->uri);
	}
	return named;
}

/* libvirt would try to start it with what is secure by then. */
static void judge_defined(const struct question *question, const struct guest *guest)
{
	const char *rest = guest_hostdevs(guest);

	while (*rest) {
		AUTO_FREE char *address = words_next(&rest),
			       *port = address_root_port(question->now, address);
		const struct step *step = port ? step_securing(question, port) : NULL;

		if (step)
			gate_refuse_for(question, step->why->want, GUEST_HOSTDEVS,
				"take it from that guest (`virsh edit`), or name the guest with all that it "
				"is to have, `hostdevs: [{device: HANDLE.vf.N}]` or `[]`",
				"%s is an ordinary guest, which the configuration does not name, and %s, "
				"which it has, becomes secure",
				guest_name(guest->uri), address);
	}
}

static void judge_unnamed(const struct question *question)
{
	const struct guests *guests = &question->now->guests;

	for (size_t i = 0; i < guests->n; i++)
		if (guest_is_ordinary(&guests->all[i]) && !is_named(question, &guests->all[i]))
			judge_defined(question, &guests->all[i]);
}

static void judge(const struct question *question)
{
	judge_ordinary(question);
	judge_guests(question);
	judge_unnamed(question);
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
	.judge = judge,
};
