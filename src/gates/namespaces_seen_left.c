/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether the guest that has a VF is to have it by the files, also by what --target leaves out of them. */
#include "gates_rows.h"
#include "guest_body.h"
#include "namespaces_seen.h"
#include "object.h"

static bool names_vf(const struct question *question, const struct resource *guest, const struct function *vf)
{
	const struct guest_body *body = guest->body;

	for (size_t i = 0; i < body->hostdevs.n; i++) {
		const char *name = hostdev_name(guest, i);
		const struct function *function =
			name ? function_named(question->plan->want, question->now, name) : NULL;

		if (function ? function == vf : string_equal(name, vf->address))
			return true;
	}
	return false;
}

/* vf NULL: this guest; else another that is to have the VF. NULL: the files know of none. */
static const struct resource *guest_in(const struct question *question, const struct state *state,
	const struct guest *owner, const struct function *vf)
{
	for (size_t i = 0; state && i < state->n; i++) {
		const struct resource *guest = state->all[i];
		AUTO_FREE char *id = guest->kind == &kind_guest ? guest_id(guest) : NULL;

		if (id && (vf ? names_vf(question, guest, vf) : string_equal(id, owner->uri)))
			return guest;
	}
	return NULL;
}

/* By the files: the owner; where they have no word on it, any that is to have the VF. */
static const struct resource *guest_meant(
	const struct question *question, const struct guest *owner, const struct function *vf, bool *ret_left)
{
	const struct plan *plan = question->plan;
	const struct resource *guest = NULL;

	for (size_t i = 0; !guest && i < 4; i++) {
		*ret_left = i % 2 == 1;
		guest = guest_in(question, *ret_left ? plan->left_out : plan->want, owner, i < 2 ? NULL : vf);
	}
	return guest;
}

/* Before this step: then it has the VF no more. */
static bool is_stopped(const struct question *question, const struct guest *owner, const struct step *step)
{
	const struct plan *plan = question->plan;

	for (size_t i = 0; i < plan->n; i++)
		if (plan->steps[i]->knob == &knob_guest_state && plan->steps[i]->number < step->number &&
			string_equal(plan->steps[i]->target, owner->uri) &&
			string_equal(plan->steps[i]->after, GUEST_STOPPED))
			return true;
	return false;
}

/* A guest that runs keeps the VF that its definition loses. */
static void judge_owner(const struct question *question, const struct step *step, const struct guest *owner,
	const struct function *vf)
{
	bool is_left = false;
	const struct resource *guest = guest_meant(question, owner, vf, &is_left);
	AUTO_FREE char *id = guest ? guest_id(guest) : NULL;
	bool is_owner = string_equal(id, owner->uri);

	if (!guest || (is_owner && (!resource_given(guest, GUEST_HOSTDEVS) || names_vf(question, guest, vf))))
		return;
	gate_refuse_step(question, step,
		is_left ? "leave --target out, or name the guests of the VF with it as well"
			: "stop the guest that has it first: until then it keeps the VF, whatever its "
			  "definition says",
		"VF %zu of %s would get the namespace while guest %s has it, and by the files the VF %s %s%s",
		vf->vf_number, vf->physfn->address, guest_name(owner->uri),
		is_owner ? "is not for" : "is for", guest->name,
		is_left ? ", which --target leaves out" : "");
}

void seeing_judge_owner(const struct seeing *seeing, const struct step *step, const struct function *vf)
{
	const struct question *question = seeing->question;
	const struct guests *guests = &question->now->guests;

	for (size_t i = 0; vf && vf->physfn && i < guests->n; i++) {
		const struct guest *owner = &guests->all[i];

		if (owner->owns && words_hold(owner->owns, vf->address) && !is_stopped(question, owner, step))
			judge_owner(question, step, owner, vf);
	}
}
