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

static int number_order(const void *number, const void *run)
{
	const uint64_t is = ((const struct ledger_run *)run)->number, want = *(const uint64_t *)number;

	return (want > is) - (want < is);
}

/* They are in the order of their lines. */
const struct ledger_run *ledger_run_at(const struct ledger *ledger, uint64_t number)
{
	if (number == 0 || ledger->n_runs == 0)
		return NULL;
	return bsearch(&number, ledger->runs, ledger->n_runs, sizeof(*ledger->runs), number_order);
}

/* Only the run before can be gone on with: see ledger_unfinished. */
const struct ledger_run *ledger_run_last(const struct ledger *ledger, const struct ledger_run *run)
{
	while (run + 1 < ledger->runs + ledger->n_runs && run[1].finishes == run->number)
		run++;
	return run;
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

static const struct ledger_run *run_before(const struct ledger *ledger, const struct ledger_run *run)
{
	return run->finishes < run->number ? ledger_run_at(ledger, run->finishes) : NULL;
}

/* No frame a run: a chain is as long as the ledger lets it be. */
void ledger_run_add(const struct ledger *ledger, const struct ledger_run *run, struct applied_list *turned,
	struct applied_list *kept)
{
	AUTO_FREE const struct ledger_run **chain = NULL;
	size_t n = 0;

	for (; run; run = run_before(ledger, run)) {
		chain = memory_grow(chain, n, sizeof(*chain));
		chain[n++] = run;
	}
	while (n-- > 0) {
		add_words(turned, &chain[n]->turned);
		for (size_t i = 0; i < chain[n]->kept.n; i++)
			add_word(kept, &chain[n]->kept.all[i]);
	}
}
