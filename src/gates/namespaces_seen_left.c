/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether the guest that has a VF is to have it by the files, where --target leaves guests out. */
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

/* Of the guests that are left out: that one; where they have no word on it, any that is to have the VF. */
static const struct resource *guest_left_out(
	const struct question *question, const struct guest *owner, const struct function *vf)
{
	const struct state *rest = question->plan->left_out;
	const struct resource *other = NULL;

	for (size_t i = 0; rest && i < rest->n; i++) {
		const struct resource *guest = rest->all[i];
		AUTO_FREE char *id = guest->kind == &kind_guest ? guest_id(guest) : NULL;

		if (string_equal(id, owner->uri))
			return guest;
		if (id && names_vf(question, guest, vf))
			other = guest;
	}
	return other;
}

static void judge_owner(const struct question *question, const struct step *step, const struct guest *owner,
	const struct function *vf)
{
	const struct resource *guest = guest_left_out(question, owner, vf);
	AUTO_FREE char *id = guest ? guest_id(guest) : NULL;
	bool is_owner = string_equal(id, owner->uri);

	if (!guest || (is_owner && (!resource_given(guest, GUEST_HOSTDEVS) || names_vf(question, guest, vf))))
		return;
	gate_refuse_step(question, step, "leave --target out, or name the guests of the VF with it as well",
		"VF %zu of %s would get the namespace while guest %s has it, and by the files the VF %s %s, "
		"which --target leaves out",
		vf->vf_number, vf->physfn->address, guest_name(owner->uri),
		is_owner ? "is not for" : "is for", guest->name);
}

void seeing_judge_owner(const struct seeing *seeing, const struct step *step, const struct function *vf)
{
	const struct guests *guests = &seeing->question->now->guests;

	for (size_t i = 0; vf && vf->physfn && i < guests->n; i++)
		if (guests->all[i].owns && words_hold(guests->all[i].owns, vf->address))
			judge_owner(seeing->question, step, &guests->all[i], vf);
}
