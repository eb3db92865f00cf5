/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Compares VFs that are there with what is wished of them, though a plan would make them anew. */
#include "vfs_now.h"
#include <inttypes.h>
#include <stdlib.h>

/* Another number of VFs is wished than there are. */
static bool is_remade(const struct change *change)
{
	const struct pool_body *have = change->have ? change->have->body : NULL;

	return have && change->want && change->want->kind == &kind_vf_pool &&
	       change->differs >> POOL_COUNT & 1 && have->count > 0;
}

/* With the number that is wished its VFs count as those that are meant (kinds/vf_steps.c, pool_vf). */
static void count_as_wished(const struct change *change, struct survey *survey)
{
	struct function *pf = survey_function(survey, device_function(survey, change->want)->address);
	const struct pool_body *want = change->want->body;

	free(pf->attr[A_NUMVFS].text);
	pf->attr[A_NUMVFS].text = text_print("%" PRId64, want->count);
}

static void look(const struct plan *plan, const struct survey *survey, struct vfs_now *now)
{
	struct report unread = { 0 };

	state_observe(survey, plan->want, &now->have, &unread);
	report_free(&unread);
	changes_compare(&now->have, plan->want, &now->changes);
	for (size_t i = 0; i < now->changes.n; i++)
		lookup_add(&now->by_want, hash_string(0, now->changes.all[i].want->name), i);
}

void vfs_now_find(const struct plan *plan, const struct survey *survey, struct vfs_now *now)
{
	struct survey copy = { 0 };
	bool copied = false;

	for (size_t i = 0; i < plan->changes.n; i++) {
		if (!is_remade(&plan->changes.all[i]))
			continue;
		if (!copied)
			survey_copy(survey, &copy);
		copied = true;
		count_as_wished(&plan->changes.all[i], &copy);
	}
	if (copied)
		look(plan, &copy, now);
	survey_free(&copy);
}

void vfs_now_free(struct vfs_now *now)
{
	changes_free(&now->changes);
	state_free(&now->have);
	lookup_free(&now->by_want);
}

const struct change *vfs_now_change(const struct vfs_now *now, const struct change *change)
{
	size_t cursor = 0, at;

	if (change->have || !change->want || now->have.n == 0)
		return change;
	while (lookup_next(&now->by_want, hash_string(0, change->want->name), &cursor, &at))
		if (now->changes.all[at].want == change->want)
			return &now->changes.all[at];
	return NULL;
}
