/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells which runs of the ledger are one. */
#include "ledger_line.h"
#include "runs.h"
#include <stdlib.h>

int ledger_end_parse(const char *code, enum outcome *ret_outcome)
{
	char *end = NULL;
	long number = code ? strtol(code, &end, 10) : 0;

	if (!code || end == code || *end)
		return -1;
	*ret_outcome = (enum outcome)number;
	return 0;
}

bool ledger_end_is_good(const char *code)
{
	enum outcome outcome;

	return ledger_end_parse(code, &outcome) == 0 && outcome_is_good(outcome);
}

static bool run_is_for(const struct ledger_run *run, const struct ledger_run *goal)
{
	return run->wish && run->takes_back == goal->takes_back && string_equal(run->wish, goal->wish);
}

/* A restore in between changes nothing of it: it comes after every boot. */
const struct ledger_run *ledger_unfinished(const struct ledger *ledger, const struct ledger_run *goal)
{
	for (size_t i = ledger->n_runs; i-- > 0;) {
		const struct ledger_run *run = &ledger->runs[i];

		if (run_is_for(run, goal) && (!run->restores || i == ledger->n_runs - 1))
			return ledger_end_is_good(run->outcome) ? NULL : run;
		if (!run->restores)
			return NULL;
	}
	return NULL;
}

const struct ledger_run *ledger_run_but_restores(const struct ledger *ledger)
{
	size_t i = ledger->n_runs;

	while (i > 0 && ledger->runs[i - 1].restores)
		i--;
	return i > 0 ? &ledger->runs[i - 1] : NULL;
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

bool ledger_run_fits(const struct ledger_run *run, const char *word)
{
	return string_starts(run->began, word) || string_starts(run->plan, word);
}

const struct ledger_run *ledger_run_named(const struct ledger *ledger, const char *word, size_t *ret_n)
{
	const struct ledger_run *found = NULL;
	size_t n = 0;

	for (size_t i = 0; i < ledger->n_runs; i++)
		if (ledger_run_fits(&ledger->runs[i], word)) {
			found = ledger_run_last(ledger, &ledger->runs[i]), n++;
			i = (size_t)(found - ledger->runs);
		}
	*ret_n = n;
	return found;
}

/* Only restores are between a run and the one that goes on with it: see ledger_unfinished. */
const struct ledger_run *ledger_run_last(const struct ledger *ledger, const struct ledger_run *run)
{
	for (const struct ledger_run *later = run + 1; later < ledger->runs + ledger->n_runs; later++) {
		if (later->finishes == run->number)
			run = later;
		else if (!later->restores)
			break;
	}
	return run;
}

const struct ledger_run *ledger_run_before(const struct ledger *ledger, const struct ledger_run *run)
{
	return run->finishes < run->number ? ledger_run_at(ledger, run->finishes) : NULL;
}

bool ledger_run_is_of(const struct ledger_run *run, const struct ledger_run *earlier)
{
	return run && run->root == earlier->root && run->number >= earlier->number;
}

/* A VF that the runs before had made new, and that is gone: nobody misses what it had. */
static bool was_new(const struct applied_list *before, const struct applied *gone)
{
	const struct applied *vfs = gone->pf ? applied_find(before, &knob_numvfs, gone->pf) : NULL;

	return vfs && vfs->value && applied_find(before, gone->knob, gone->target);
}

/* What they had, as if one run had set it all; what a VF had that the runs before have made is none of it. */
static void add_word(struct applied_list *turned, const struct applied *later)
{
	const struct applied *before = applied_find(turned, later->knob, later->target);
	struct applied both = *later;

	if (before && before->original)
		both.original = before->original;
	else if (!before && later->pf && applied_find(turned, &knob_numvfs, later->pf))
		both.original = (char *)"";
	applied_keep(turned, &both);
}

/* What the VF had that stood there before the new one; NULL: there was none. */
static char *original_of(const struct applied_list *before, const struct applied *gone)
{
	const struct applied *word = applied_find(before, gone->knob, gone->target);

	return word && word->original && *word->original ? word->original : NULL;
}

static void add_values(struct applied_list *turned, const struct applied_list *later, bool of_vfs)
{
	for (size_t i = 0; i < later->n; i++)
		if (later->all[i].value && (later->all[i].pf != NULL) == of_vfs)
			add_word(turned, &later->all[i]);
}

/* First what is gone: whether it was new, what they had before tells; numbers of VFs last. */
static void add_words(struct applied_list *turned, const struct applied_list *later)
{
	for (size_t i = 0; i < later->n; i++) {
		struct applied forgotten = later->all[i];

		forgotten.original = original_of(turned, &forgotten);
		if (!forgotten.value && was_new(turned, &forgotten))
			applied_keep(turned, &forgotten);
		else if (!forgotten.value)
			add_word(turned, &later->all[i]);
	}
	add_values(turned, later, true);
	add_values(turned, later, false);
}

/* No frame a run: a chain is as long as the ledger lets it be. */
void ledger_run_add(const struct ledger *ledger, const struct ledger_run *run, struct applied_list *turned,
	struct applied_list *kept)
{
	AUTO_FREE const struct ledger_run **chain = NULL;
	size_t n = 0;

	for (; run; run = ledger_run_before(ledger, run)) {
		chain = memory_grow(chain, n, sizeof(*chain));
		chain[n++] = run;
	}
	while (n-- > 0) {
		add_words(turned, &chain[n]->turned);
		for (size_t i = 0; i < chain[n]->kept.n; i++)
			add_word(kept, &chain[n]->kept.all[i]);
	}
}

/* A later run has set what was missing, or has the last word on it (runs.h). */
static bool is_ended(const struct ledger *ledger, const struct ledger_run *run)
{
	const struct run of = { .way = run->restores ? RUN_RESTORES : RUN_APPLIES, .noted = run };
	bool ended = false;

	for (const struct ledger_run *later = run + 1; !ended && later < ledger->runs + ledger->n_runs;
		later++)
		ended = ledger_end_is_good(later->outcome) && run_would_end(ledger, later, &of);
	return ended;
}

/* What a restore was to bring back is told by earlier runs, also when it has died on its way. */
static void take_partial(const struct ledger *ledger, const struct ledger_run *run, struct applied_list *all)
{
	for (size_t i = 0; i < run->turned.n; i++) {
		const struct applied *word = &run->turned.all[i];
		struct applied *now =
			word->knob == &knob_numvfs ? applied_find(all, word->knob, word->target) : NULL;

		if (now && !word->passing && (!run->restores || ledger_end_is_good(run->outcome)))
			now->partial = word->partial && !is_ended(ledger, run);
	}
}

/* An index, not a pointer: no run is NULL, and nothing may be added to NULL, not even 0 (C11, 6.5.6). */
void ledger_take_partial(const struct ledger *ledger, struct applied_list *all)
{
	for (size_t i = 0; i < ledger->n_runs; i++)
		take_partial(ledger, &ledger->runs[i], all);
}
