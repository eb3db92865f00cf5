/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells which runs of the ledger are one. */
#include "ledger.h"
#include <stdlib.h>

/* It came to a good end: nobody has to go on with it. */
static bool run_is_over(const struct ledger_run *run)
{
	static const enum outcome good[] = { FINE, NEEDS_REBOOT_TO_FINISH, ROLLED_BACK };

	for (size_t i = 0; run->outcome && i < sizeof(good) / sizeof(good[0]); i++) {
		AUTO_FREE char *code = text_print("%d", good[i]);

		if (string_equal(run->outcome, code))
			return true;
	}
	return false;
}

const struct ledger_run *ledger_unfinished(const struct ledger *ledger, const struct ledger_run *goal)
{
	const struct ledger_run *last = ledger->n_runs ? &ledger->runs[ledger->n_runs - 1] : NULL;

	if (!last || !last->wish || run_is_over(last) || last->takes_back != goal->takes_back)
		return NULL;
	return string_equal(last->wish, goal->wish) ? last : NULL;
}

const struct ledger_run *ledger_run_at(const struct ledger *ledger, uint64_t number)
{
	for (size_t i = ledger->n_runs; number > 0 && i-- > 0;)
		if (ledger->runs[i].number == number)
			return &ledger->runs[i];
	return NULL;
}

/* A VF that the runs before had made new, and that is gone: nobody misses what it had. */
static bool was_new(const struct applied_list *before, const struct applied *gone)
{
	const struct applied *vfs = gone->pf ? applied_find(before, &knob_numvfs, gone->pf) : NULL;

	return vfs && vfs->value && applied_find(before, gone->knob, gone->target);
}

/* What they had, as if one run had set it all. */
static void add_word(struct applied_list *turned, const struct applied *later)
{
	const struct applied *before = applied_find(turned, later->knob, later->target);
	struct applied both = *later;

	if (before && before->value)
		both.original = before->original;
	applied_keep(turned, &both);
}

/* First what is gone: whether it was new, what they had before tells. */
static void add_words(struct applied_list *turned, const struct applied_list *later)
{
	for (size_t i = 0; i < later->n; i++) {
		struct applied forgotten = later->all[i];

		forgotten.original = NULL;
		if (!forgotten.value && was_new(turned, &forgotten))
			applied_keep(turned, &forgotten);
		else if (!forgotten.value)
			add_word(turned, &later->all[i]);
	}
	for (size_t i = 0; i < later->n; i++)
		if (later->all[i].value)
			add_word(turned, &later->all[i]);
}

void ledger_run_add(const struct ledger *ledger, const struct ledger_run *run, struct applied_list *turned,
	struct applied_list *kept)
{
	const struct ledger_run *first =
		run->finishes < run->number ? ledger_run_at(ledger, run->finishes) : NULL;

	if (first)
		ledger_run_add(ledger, first, turned, kept);
	add_words(turned, &run->turned);
	for (size_t i = 0; i < run->kept.n; i++)
		add_word(kept, &run->kept.all[i]);
}
