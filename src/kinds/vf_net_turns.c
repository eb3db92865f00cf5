/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A MAC that goes from a VF of one device to one of another leaves the first before the second gets it. */
#include "kinds_rows.h"
#include "lookup.h"
#include <stdlib.h>

/* The steps by which VFs lose the MACs that they have. */
struct leaving {
	struct lookup by_mac;
	struct {
		const char *mac;
		const struct step *step;
	} * all;
	size_t n;
};

static void leaving_add(struct leaving *leaving, const char *mac, const struct step *step)
{
	lookup_add(&leaving->by_mac, hash_string(0, mac), leaving->n);
	leaving->all = memory_grow(leaving->all, leaving->n, sizeof(*leaving->all));
	leaving->all[leaving->n].mac = mac;
	leaving->all[leaving->n++].step = step;
}

/* With the VFs go their MACs; the kernel changes a number through none. */
static void count_add(struct leaving *leaving, const struct step *count, const struct survey *survey)
{
	const struct function *pf = survey_function(survey, count->target);

	for (size_t i = 0; pf && !string_equal(count->before, "0") && i < pf->n_virtfn; i++)
		if (pf->virtfn[i] && pf->virtfn[i]->setting[VF_MAC].is == R_VALUE)
			leaving_add(leaving, pf->virtfn[i]->setting[VF_MAC].text, count);
}

static void leaving_find(struct leaving *leaving, const struct plan *plan, const struct survey *survey)
{
	for (size_t i = 0; i < plan->n; i++) {
		const struct step *step = plan->steps[i];

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

/* Of those that exchange theirs one has to go first. */
static void wait_for(struct step *step, const struct leaving *leaving, struct search *search)
{
	size_t cursor = 0, at;

	while (lookup_next(&leaving->by_mac, hash_string(0, step->after), &cursor, &at)) {
		const struct step *leaves = leaving->all[at].step;

		if (string_equal(leaving->all[at].mac, step->after) &&
			!string_equal(leaves->lock, step->lock) && !comes_after(search, leaves, step))
			step_needs(step, leaves, AFTER_DONE);
	}
}

void macs_take_turns(struct plan *plan, const struct survey *survey)
{
	struct leaving leaving = { 0 };
	struct search search = { .open = memory_new(plan->n + 1, sizeof(*search.open)),
		.seen = memory_new(plan->n + 1, sizeof(*search.seen)) };

	leaving_find(&leaving, plan, survey);
	for (size_t i = 0; i < plan->n; i++)
		if (plan->steps[i]->knob == &knob_vf_mac)
			wait_for(plan->steps[i], &leaving, &search);
	lookup_free(&leaving.by_mac);
	free(leaving.all);
	free(search.open);
	free(search.seen);
}
