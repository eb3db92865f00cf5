/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Chooses the VFs that a rollback makes anew as they were before its run. */
#include "recall_vfs.h"

static bool is_had(const struct applied *word)
{
	return word->pf && word->original && *word->original;
}

/* Numbers of VFs, by the PF, of which any had something of pawl's before the run. */
static void counts_find(const struct applied_list *turned, struct applied_list *ret_counts)
{
	for (size_t i = 0; i < turned->n; i++) {
		const struct applied *word = &turned->all[i];
		const struct applied *count =
			is_had(word) ? applied_find(turned, &knob_numvfs, word->pf) : NULL;

		if (count && count->value && !string_equal(count->original, "0"))
			applied_keep(ret_counts, count);
	}
}

/* What the run has changed of the physical function itself goes back around its VFs (put_back.c). */
static bool pf_is_changed(const struct applied_list *turned, const char *pf)
{
	static const struct knob *const of_pf[] = { &knob_driver, &knob_override, &knob_eswitch };

	for (size_t i = 0; i < sizeof(of_pf) / sizeof(of_pf[0]); i++) {
		const struct applied *word = applied_find(turned, of_pf[i], pf);

		if (word && word->value && !string_equal(word->value, word->original))
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
	       !pf_is_changed(turned, count->target) &&
	       (string_equal(now, count->value) || string_equal(now, count->original));
}

void recall_vfs(const struct later *later, const struct survey *survey, struct applied_list *turned,
	struct applied_list *ret_words)
{
	struct applied_list counts = { 0 }, left = { 0 };

	counts_find(turned, &counts);
	for (size_t i = 0; i < turned->n; i++) {
		struct applied word = turned->all[i];
		const struct applied *count =
			applied_find(&counts, &knob_numvfs, word.pf ? word.pf : word.target);
		bool is_of_it = count && (word.pf || word.knob == &knob_numvfs);

		if (!is_of_it || !comes_back(later, survey, turned, count)) {
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
