/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells what stood of a physical function before the run that died between two numbers of its VFs. */
#include "ledger_line.h"

/* What stands of it by now is what that run has set, or it is back at its original since. */
static const struct applied *set_by(
	const struct ledger *ledger, const struct applied *its, const struct applied_list *applied)
{
	const struct applied *stands = applied_find(applied, its->knob, its->target);

	if (!stands)
		stands = applied_find(&ledger->applied, its->knob, its->target);
	return stands && knob_is(its->knob, stands->value ? stands->value : stands->original, its->value)
		       ? stands
		       : NULL;
}

/* What that run had set of the function itself goes with the number that it did not come to. */
static void function_pass_back(const struct ledger *ledger, const struct applied_list *turned, const char *pf,
	struct applied_list *applied)
{
	for (size_t i = 0; i < turned->n; i++) {
		const struct applied *its = &turned->all[i];
		const struct applied *stands = set_by(ledger, its, applied);
		struct applied before;

		if (its->knob == &knob_numvfs || its->knob->flags & KNOB_TEMPORARY || !stands ||
			!string_equal(its->target, pf))
			continue;
		before = *stands;
		before.value = string_equal(stands->original, its->original) ? NULL : its->original;
		applied_keep(applied, &before);
	}
}

/* NULL: the last run that has set it has come to it, or none has. */
static const struct applied_list *turned_by_passing(const struct ledger *ledger, const char *pf)
{
	for (size_t i = ledger->n_runs; i-- > 0;) {
		const struct applied *word = applied_find(&ledger->runs[i].turned, &knob_numvfs, pf);

		if (word && (word->passing || !ledger->runs[i].restores))
			return word->passing ? &ledger->runs[i].turned : NULL;
	}
	return NULL;
}

void ledger_pass_back(const struct ledger *ledger, const char *pf, struct applied_list *applied)
{
	const struct applied_list *turned = turned_by_passing(ledger, pf);

	if (turned)
		function_pass_back(ledger, turned, pf, applied);
}

void ledger_pass_all_back(const struct ledger *ledger, const struct applied_list *open,
	const struct survey *survey, struct applied_list *applied)
{
	for (size_t i = 0; i < applied->n; i++) {
		const struct applied *number = &applied->all[i];
		const struct applied *its = applied_find(open, number->knob, number->target);
		AUTO_FREE char *pf = string_copy(number->target); /* the list may grow */

		if (number->knob != &knob_numvfs || !number->passing ||
			applied_is_of_this_boot(survey, number))
			continue;
		if (its && its->passing)
			function_pass_back(ledger, open, pf, applied);
		else
			ledger_pass_back(ledger, pf, applied);
	}
}
