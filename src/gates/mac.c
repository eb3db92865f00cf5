/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gate on virtual functions that are to have one MAC address. */
#include "gates_rows.h"
#include "vf.h"
#include <stdlib.h>

#define MAC_UNSET "00:00:00:00:00:00" /* the driver of the VF makes one up (igbvf, iavf) */

/* Who is to have which MAC. */
struct giving {
	const struct question *question;
	const struct step **steps;
	size_t n;
	struct lookup by_mac;
};

static bool is_there(const struct lookup *lookup, const char *word)
{
	size_t cursor = 0, position;

	return lookup_next(lookup, hash_string(0, word), &cursor, &position);
}

static const struct step *step_giving(const struct giving *giving, const char *mac)
{
	size_t cursor = 0, at;

	while (lookup_next(&giving->by_mac, hash_string(0, mac), &cursor, &at))
		if (string_equal(giving->steps[at]->after, mac))
			return giving->steps[at];
	return NULL;
}

static void refuse(const struct giving *giving, const struct step *step, const char *other)
{
	gate_refuse_step(giving->question, step, giving->question->gate->fix,
		"%s is to have the MAC %s, which %s has too", step->object, step->after, other);
}

static void give(struct giving *giving, const struct step *step)
{
	const struct step *first = step_giving(giving, step->after);

	if (string_equal(step->after, MAC_UNSET))
		return;
	if (first) {
		refuse(giving, step, first->object);
		return;
	}
	giving->steps = memory_grow(giving->steps, giving->n, sizeof(*giving->steps));
	lookup_add(&giving->by_mac, hash_string(0, step->after), giving->n);
	giving->steps[giving->n++] = step;
}

/* Whose number of VFs, or whose MAC, the plan changes. */
static void changed_find(const struct plan *plan, struct lookup *changed)
{
	for (size_t i = 0; i < plan->n; i++)
		if (plan->steps[i]->knob == &knob_numvfs || plan->steps[i]->knob == &knob_vf_mac)
			lookup_add(changed, hash_string(0, plan->steps[i]->target), i);
}

/*
 * Of VFs that stay, and stay as they are: right before a step too, when another device may not be as far yet.
 * Which of two comes first, the plan knows (macs_take_turns).
 */
static void compare(const struct giving *giving, const struct lookup *changed, const struct function *vf)
{
	const struct reading *mac = &vf->setting[VF_MAC];
	AUTO_FREE char *target = NULL;
	const struct step *step;

	if (!vf->physfn || mac->is != R_VALUE || is_there(changed, vf->physfn->address))
		return;
	target = vf_target(vf->physfn->address, vf->vf_number);
	step = is_there(changed, target) ? NULL : step_giving(giving, mac->text);
	if (step)
		refuse(giving, step, vf->address);
}

static void judge(const struct question *question)
{
	const struct survey *now = question->now;
	struct giving giving = { .question = question };
	struct lookup changed = { 0 };
	const struct step *step;

	for (size_t cursor = 0; (step = next_step(question, &knob_vf_mac, &cursor));)
		give(&giving, step);
	if (giving.n > 0)
		changed_find(question->plan, &changed);
	for (size_t i = 0; giving.n > 0 && i < now->n; i++)
		compare(&giving, &changed, now->functions[i]);
	lookup_free(&giving.by_mac);
	lookup_free(&changed);
	free(giving.steps);
}

const struct gate gate_mac_twice = {
	.id = "mac-twice",
	.question = "Is each virtual function given a MAC address that no other one of this host has?",
	.explain =
		"A network that knows one address in two places sends to either (IEEE 802.1Q, 8.7: a bridge "
		"learns the port from which it came last). The kernel takes what it is told "
		"(net/core/rtnetlink.c, do_setvfinfo). Two ports of one guest that stand in for each other "
		"may want it so.",
	.fix = "give each its own, or let `mac-base` count from another one",
	.weight = WEIGHT_ALLOWABLE,
	.unknown_is = ANSWER_GOOD,
	.judge = judge,
};
