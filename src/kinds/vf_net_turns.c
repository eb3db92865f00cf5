/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A MAC that goes from one VF to another leaves the first before the second gets it. */
#include "kinds_rows.h"
#include "lookup.h"
#include <stdlib.h>
#include <string.h>

/* The steps by which VFs lose the MACs that they have; of each what it needed before the turns. */
struct leaving {
	struct lookup by_mac;
	struct {
		const char *mac;
		struct step *step;
		size_t n_needs;
	} * all;
	size_t n;
};

/* Any number of VFs may be without one. */
static void leaving_add(struct leaving *leaving, const char *mac, struct step *step)
{
	if (string_equal(mac, knob_vf_mac.at_boot))
		return;
	lookup_add(&leaving->by_mac, hash_string(0, mac), leaving->n);
	leaving->all = memory_grow(leaving->all, leaving->n, sizeof(*leaving->all));
	leaving->all[leaving->n].mac = mac;
	leaving->all[leaving->n].n_needs = step->n_needs;
	leaving->all[leaving->n++].step = step;
}

/* With the VFs go their MACs; the kernel changes a number through none. */
static void count_add(struct leaving *leaving, struct step *count, const struct survey *survey)
{
	const struct function *pf = survey_function(survey, count->target);

	for (size_t i = 0; pf && !string_equal(count->before, "0") && i < pf->n_virtfn; i++)
		if (pf->virtfn[i] && pf->virtfn[i]->setting[VF_MAC].is == R_VALUE)
			leaving_add(leaving, pf->virtfn[i]->setting[VF_MAC].text, count);
}

static void leaving_find(struct leaving *leaving, const struct plan *plan, const struct survey *survey)
{
	for (size_t i = 0; i < plan->n; i++) {
		struct step *step = plan->steps[i];

		if (step->knob == &knob_numvfs)
			count_add(leaving, step, survey);
		else if (step->knob == &knob_vf_mac && !string_equal(step->before, step->after))
			leaving_add(leaving, step->before, step);
	}
}

/* Where a search for a step has been; a step's number is its place until the plan is ordered. */
struct search {
	const struct step **open;
	size_t *seen, n_open, nth;
};

static void search_open(struct search *search, const struct step *step)
{
	if (search->seen[step->number - 1] == search->nth)
		return;
	search->seen[step->number - 1] = search->nth;
	search->open[search->n_open++] = step;
}

/* Must `step` come after `on` already? */
static bool comes_after(struct search *search, const struct step *step, const struct step *on)
{
	search->nth++;
	search->n_open = 0;
	search_open(search, step);
	while (search->n_open > 0) {
		const struct step *at = search->open[--search->n_open];

		if (at == on)
			return true;
		for (size_t i = 0; i < at->n_needs; i++)
			search_open(search, at->needs[i].on);
	}
	return false;
}

/* All that the turns are made of. */
struct turns {
	struct plan *plan;
	const struct survey *survey;
	struct leaving leaving;
	struct search search;
};

static bool mac_is_free(const struct turns *turns, const char *mac)
{
	const struct plan *plan = turns->plan;
	const struct survey *survey = turns->survey;

	for (size_t i = 0; i < plan->n; i++)
		if (plan->steps[i]->knob == &knob_vf_mac && string_equal(plan->steps[i]->after, mac))
			return false;
	for (size_t i = 0; i < survey->n; i++)
		if (survey->functions[i]->setting[VF_MAC].is == R_VALUE &&
			string_equal(survey->functions[i]->setting[VF_MAC].text, mac))
			return false;
	return true;
}

/*
 * One that nobody has, made of one that is: a local address whose second digit is 6, which IEEE 802c-2017
 * keeps for later (RFC 8948, section 1). Not all zeroes: qede takes no such one (qede_main.c,
 * qede_set_vf_mac), and the VF's driver may choose another then. NULL: each is taken.
 */
static char *mac_between(const struct turns *turns, const char *mac)
{
	for (unsigned first = 0; first < 16; first++) {
		char *between = text_print("%x6%s", first, mac + strlen("00"));

		if (mac_is_free(turns, between))
			return between;
		free(between);
	}
	return NULL;
}

/* Whether what the step needed before the turns comes after `on`: it cannot let go before that. */
static bool is_bound(struct search *search, const struct step *step, size_t n_needs, const struct step *on)
{
	bool bound = false;

	for (size_t i = 0; !bound && i < n_needs; i++)
		bound = comes_after(search, step->needs[i].on, on);
	return bound;
}

/* The step that lets go of the VF's MAC earlier than it can get the wished one. */
static struct step *let_go_before(struct turns *turns, struct step *step, size_t n_needs, const char *between)
{
	struct step like = *step;
	struct step *first;

	like.after = (char *)between;
	like.flags |= STEP_PASSING;
	first = plan_add(turns->plan, &like);
	for (size_t i = 0; i < n_needs; i++)
		step_needs(first, step->needs[i].on, step->needs[i].how);
	for (size_t i = 0; i < step->n_effects; i++)
		step_affects(
			first, step->effects[i].kind, step->effects[i].object, step->effects[i].how == WILL);
	step->before = first->after;
	step_needs(step, first, AFTER_DONE);
	return first;
}

/* Of those that exchange theirs one lets go first, and has one of nobody's for the moment. */
static void exchange(struct turns *turns, struct step *step, size_t at)
{
	struct step *leaves = turns->leaving.all[at].step;
	size_t n_needs = turns->leaving.all[at].n_needs;
	AUTO_FREE char *between = NULL;

	if (leaves->knob != &knob_vf_mac || is_bound(&turns->search, leaves, n_needs, step))
		return;
	between = mac_between(turns, turns->leaving.all[at].mac);
	if (!between)
		return;
	turns->leaving.all[at].step = let_go_before(turns, leaves, n_needs, between);
	step_needs(step, turns->leaving.all[at].step, AFTER_DONE);
}

static void wait_for(struct turns *turns, struct step *step)
{
	size_t cursor = 0, at;

	while (lookup_next(&turns->leaving.by_mac, hash_string(0, step->after), &cursor, &at)) {
		const struct step *leaves = turns->leaving.all[at].step;

		if (!string_equal(turns->leaving.all[at].mac, step->after) ||
			comes_after(&turns->search, step, leaves))
			continue;
		if (comes_after(&turns->search, leaves, step))
			exchange(turns, step, at);
		else
			step_needs(step, leaves, AFTER_DONE);
	}
}

/* Each step may get one that lets go before it. */
void macs_take_turns(struct plan *plan, const struct survey *survey)
{
	size_t n = plan->n, most = 2 * n + 1;
	struct turns turns = { .plan = plan,
		.survey = survey,
		.search = { .open = memory_new(most, sizeof(*turns.search.open)),
			.seen = memory_new(most, sizeof(*turns.search.seen)) } };

	leaving_find(&turns.leaving, plan, survey);
	for (size_t i = 0; i < n; i++)
		if (plan->steps[i]->knob == &knob_vf_mac)
			wait_for(&turns, plan->steps[i]);
	lookup_free(&turns.leaving.by_mac);
	free(turns.leaving.all);
	free(turns.search.open);
	free(turns.search.seen);
}
