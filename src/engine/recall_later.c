/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells which later run has the last word on what a run has set. */
#include "recall_later.h"
#include "runs.h"
#include <stdlib.h>

enum { NO_EVENT = SIZE_MAX };

/* That a run had the last word from then on, and who had had it; NULL: the run that is recalled. */
struct later_event {
	const struct ledger_run *run, *before;
	size_t earlier; /* on the same word */
};
struct later_word {
	const struct ledger_run *run;
	size_t event;
};

/* With its VFs' number all that was set on a VF is another's. */
static void words_read(struct later *later, const struct applied_list *turned)
{
	for (size_t i = 0; i < turned->n; i++) {
		const struct applied vfs = { .knob = &knob_numvfs, .target = turned->all[i].pf };

		applied_keep(&later->words, &turned->all[i]);
		if (vfs.target && !applied_find(&later->words, vfs.knob, vfs.target))
			applied_keep(&later->words, &vfs);
	}
	later->last = memory_new(later->words.n + 1, sizeof(*later->last));
	for (size_t i = 0; i < later->words.n; i++)
		later->last[i].event = NO_EVENT;
}

static void word_set(struct later *later, struct later_word *word, const struct ledger_run *by,
	const struct ledger_run *holder)
{
	later->events = memory_grow(later->events, later->n_events, sizeof(*later->events));
	later->events[later->n_events] = (struct later_event){ by, word->run, word->event };
	word->event = later->n_events++;
	word->run = holder;
}

/* To who had it before the first of those that are taken back as one. */
static void word_give_back(struct later *later, struct later_word *word, const struct ledger_run *by,
	const struct ledger_run *taken_back)
{
	size_t found = NO_EVENT;

	for (size_t at = word->event; at != NO_EVENT && later->events[at].run->number >= taken_back->root;
		at = later->events[at].earlier)
		if (ledger_run_is_of(taken_back, later->events[at].run))
			found = at;
	if (found != NO_EVENT)
		word_set(later, word, by, later->events[found].before);
}

static void words_take(struct later *later, const struct applied_list *words, const struct ledger_run *run,
	const struct ledger_run *taken_back)
{
	for (size_t i = 0; i < words->n; i++) {
		const struct applied *ours =
			applied_find(&later->words, words->all[i].knob, words->all[i].target);
		struct later_word *word = ours ? &later->last[ours - later->words.all] : NULL;

		if (word && taken_back)
			word_give_back(later, word, run, taken_back);
		else if (word)
			word_set(later, word, run, run);
	}
}

static void run_take(struct later *later, const struct recall *recall, const struct ledger_run *run)
{
	const struct ledger_run *taken_back =
		run->takes_back > recall->run->number ? ledger_run_at(later->ledger, run->takes_back) : NULL;

	words_take(later, &run->turned, run, taken_back);
	words_take(later, &run->kept, run, taken_back);
}

void later_read(const struct recall *recall, const struct applied_list *turned, struct later *ret_later)
{
	const struct ledger *ledger = recall->ledger;
	struct later later = { .ledger = ledger };

	words_read(&later, turned);
	for (const struct ledger_run *run = recall->run + 1; run < ledger->runs + ledger->n_runs; run++)
		if (!run->restores && !ledger_run_is_of(recall->begun, run))
			run_take(&later, recall, run);
	*ret_later = later;
}

void later_free(struct later *later)
{
	applied_free(&later->words);
	free(later->last);
	free(later->events);
	*later = (struct later){ 0 };
}

const struct ledger_run *later_run(const struct later *later, const struct knob *knob, const char *target)
{
	const struct applied *word = applied_find(&later->words, knob, target);

	return word ? later->last[word - later->words.all].run : NULL;
}

const struct applied *later_word(const struct ledger_run *run, const struct knob *knob, const char *target)
{
	const struct applied *turned = applied_find(&run->turned, knob, target);

	return turned ? turned : applied_find(&run->kept, knob, target);
}
