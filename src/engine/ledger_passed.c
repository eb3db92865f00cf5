/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Keeps what stood before a run that came to its end on the way from one number of VFs to another. */
#include "ledger_line.h"

static void passed_keep(struct applied_list *passed, const struct applied *word, const char *boot_id)
{
	struct applied kept = *word;

	kept.value = word->original;
	kept.original = (char *)(word->knob == &knob_numvfs ? "0" : ""); /* as a boot makes it */
	kept.boot_id = (char *)boot_id;
	kept.partial = kept.passing = false;
	applied_keep(passed, &kept);
}

static void passed_forget(struct applied_list *passed, const char *pf)
{
	for (size_t i = 0; i < passed->n; i++) {
		struct applied none = passed->all[i];

		none.value = NULL;
		if (string_equal(none.pf, pf) || string_equal(none.target, pf))
			applied_keep(passed, &none);
	}
}

void passed_take(struct applied_list *passed, const struct applied_list *turned, const struct applied *word)
{
	if (word->knob != &knob_numvfs)
		return;
	passed_forget(passed, word->target);
	if (!word->passing)
		return;
	for (size_t i = 0; i < turned->n; i++) {
		const struct applied *gone = &turned->all[i];

		if (string_equal(gone->pf, word->target) && !gone->value && gone->original && *gone->original)
			passed_keep(passed, gone, word->boot_id);
	}
	passed_keep(passed, applied_find(turned, word->knob, word->target), word->boot_id);
}

void passed_survey(const struct applied_list *passed, const struct survey *survey, struct applied_list *all)
{
	for (size_t i = 0; i < passed->n; i++) {
		const struct applied *word = &passed->all[i], *stands;

		stands = applied_find(all, word->knob, word->target);
		if (word->value && !(stands && stands->value) && !applied_is_of_this_boot(survey, word))
			applied_keep(all, word);
	}
}
