/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells what of all that a run has given away is not there any more, or was given since. */
#include "recall_gone.h"
#include "nvme_namespaces.h"
#include "runs.h"

static bool deletes(const struct survey *survey, const struct applied *kept, const struct applied *given)
{
	return kept->went && namespace_same(kept->went, holders_word(given->target)) &&
	       targets_are_of_one_drive(survey, kept->target, given->target);
}

static bool any_deletes(
	const struct survey *survey, const struct applied_list *kept, const struct applied *given)
{
	for (size_t i = 0; i < kept->n; i++)
		if (deletes(survey, &kept->all[i], given))
			return true;
	return false;
}

static bool run_deletes(const struct recall *recall, const struct survey *survey, const struct applied *given)
{
	struct applied_list turned = { 0 }, kept = { 0 };
	bool does;

	ledger_run_add(recall->ledger, recall->run, &turned, &kept);
	does = any_deletes(survey, &kept, given);
	applied_free(&turned);
	applied_free(&kept);
	return does;
}

const struct ledger_run *recall_deleted(
	const struct recall *recall, const struct survey *survey, const struct applied *given)
{
	const struct ledger *ledger = recall->ledger;

	for (const struct ledger_run *run = ledger->runs + ledger->n_runs; --run > recall->run;)
		if (any_deletes(survey, &run->kept, given))
			return run;
	return run_deletes(recall, survey, given) ? recall->run : NULL;
}

static void forget_those(const struct recall *recall, const struct applied_list *kept, struct survey *survey)
{
	for (size_t i = 0; i < kept->n; i++) {
		const struct applied *given = &kept->all[i];
		const struct applied *known = applied_find(&survey->kept, given->knob, given->target);
		struct applied before;

		if (!known || !(given->knob->flags & KNOB_ADDS_UP))
			continue;
		before = *known;
		before.value = recall_deleted(recall, survey, given) ? (char *)"" : given->original;
		applied_keep(&survey->kept, &before);
	}
}

void recall_forget(const struct recall *recall, struct survey *survey)
{
	struct applied_list turned = { 0 }, kept = { 0 };

	for (size_t i = recall->ledger->n_runs; &recall->ledger->runs[--i] != recall->run;)
		forget_those(recall, &recall->ledger->runs[i].kept, survey);
	ledger_run_add(recall->ledger, recall->run, &turned, &kept);
	forget_those(recall, &kept, survey);
	applied_free(&turned);
	applied_free(&kept);
}
