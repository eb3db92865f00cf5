/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Chooses the VFs that a rollback makes anew as they were before its run. */
#include "recall_vfs.h"

/* Its VFs had something of pawl's before the run. */
static bool vfs_had(const struct applied_list *turned, const char *pf)
{
	for (size_t i = 0; i < turned->n; i++) {
		const struct applied *word = &turned->all[i];

		if (string_equal(word->pf, pf) && word->original && *word->original)
			return true;
	}
	return false;
}

/* What the run has changed of the physical function itself goes back around its VFs (put_back.c). */
static bool pf_is_changed(const struct applied_list *turned, const char *pf)
{
	for (size_t i = 0; i < turned->n; i++) {
		const struct applied *word = &turned->all[i];
		bool is_of_vfs = word->knob == &knob_numvfs || word->knob->flags & KNOB_TEMPORARY;

		if (!is_of_vfs && string_equal(word->target, pf) && word->value &&
			!string_equal(word->value, word->original))
			return true;
	}
	return false;
}

/* As the run has left it, or as it was before: then the VFs may still lack what they had. */
static bool comes_back(const struct later *later, const struct survey *survey,
	const struct applied_list *turned, const struct applied *count)
{
	const char *now = applied_now(survey, count);

	return applied_is_of_this_boot(survey, count) && !later_run(later, count->knob, count->target) &&
	       (string_equal(now, count->value) || string_equal(now, count->original)) &&
	       vfs_had(turned, count->target) && !pf_is_changed(turned, count->target);
}

/* Numbers of VFs, by the PF, that come back with what was set on them. */
static void counts_find(const struct later *later, const struct survey *survey,
	const struct applied_list *turned, struct applied_list *ret_counts)
{
	for (size_t i = 0; i < turned->n; i++) {
		const struct applied *count = &turned->all[i];

		if (count->knob == &knob_numvfs && count->value && !string_equal(count->original, "0") &&
			comes_back(later, survey, turned, count))
			applied_keep(ret_counts, count);
	}
}

void recall_vfs(const struct later *later, const struct survey *survey, struct applied_list *turned,
	struct applied_list *ret_words)
{
	struct applied_list counts = { 0 }, left = { 0 };

	counts_find(later, survey, turned, &counts);
	for (size_t i = 0; i < turned->n; i++) {
		struct applied word = turned->all[i];
		const struct applied *count =
			applied_find(&counts, &knob_numvfs, word.pf ? word.pf : word.target);

		if (!count || !(word.pf || word.knob == &knob_numvfs)) {
			applied_keep(&left, &word);
			continue;
		}
		word.value = word.original;
		if (word.value && *word.value)
			applied_keep(ret_words, &word);
	}
	applied_free(turned);
	*turned = left;
	applied_free(&counts);
}
