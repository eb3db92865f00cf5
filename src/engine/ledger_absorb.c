/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Takes into the ledger what the journal tells that a run has set. */
#include "ledger_absorb.h"
#include "runs.h"
#include <stdlib.h>

/* The kernel takes the VFs' settings away with them: what is found there later is another function. */
static void take_vfs_away(struct absorbing *on, const char *pf)
{
	for (size_t i = 0; i < on->net.n; i++) {
		struct applied none = on->net.all[i];

		none.original = none.value = NULL;
		if (string_equal(none.pf, pf))
			applied_keep(&on->net, &none);
	}
	for (size_t i = 0; i < on->ledger->applied.n; i++) {
		const struct applied *stands = &on->ledger->applied.all[i];
		struct applied gone = *stands;

		gone.original = stands->value;
		gone.value = NULL;
		/* from one number to another through none they go once */
		if (!stands->value || !string_equal(stands->pf, pf) || absorb_noted(on, stands) ||
			applied_find(&on->gone, stands->knob, stands->target))
			continue;
		applied_keep(&on->gone, &gone);
		absorb_setting(on, LEDGER_RELEASED, &gone, stands->original);
	}
}

static bool is_never_taken_back(const struct knob *knob)
{
	return knob->flags & (KNOB_REMEMBERED | KNOB_KEPT);
}

/* NULL: none, or one that is never taken back. */
static const struct knob *entry_knob(const struct journal_entry *entry)
{
	const struct knob *knob = entry->knob ? knob_find(entry->knob) : NULL;

	return knob && !is_never_taken_back(knob) ? knob : NULL;
}

/* Who had it before the run: of several steps each adds or takes one controller. The caller frees it. */
static char *kept_original(
	const struct absorbing *on, const struct knob *knob, const struct journal_entry *entry)
{
	const struct applied *known = applied_find(&on->kept, knob, entry->target);
	bool adds_up = knob->flags & KNOB_ADDS_UP && known && known->original;

	return string_copy(adds_up ? known->original : entry->before);
}

/* Without a result it counts as set. */
static void take_kept(struct absorbing *on, const struct journal_entry *entry)
{
	const struct knob *knob = entry->knob ? knob_find(entry->knob) : NULL;
	bool intends = string_equal(entry->event, "intend"), refused = entry_is(entry, STEP_REFUSED);
	struct applied kept = { .knob = knob, .target = entry->target, .object = entry->object };
	AUTO_FREE char *original = NULL;

	if (knob && is_never_taken_back(knob) && entry_is(entry, STEP_STILL_RUNNING)) {
		kept.value = entry->after;
		applied_keep(&on->busy, &kept);
	}
	if (!knob || !is_never_taken_back(knob) || (!intends && !refused && !entry_is(entry, STEP_DONE)))
		return;
	kept.value = intends ? entry->after : NULL;
	applied_keep(&on->kept_open, &kept);
	kept.original = original = kept_original(on, knob, entry);
	if (refused)
		kept.value = string_equal(original, entry->before) ? NULL : entry->before;
	else if (!intends)
		kept.value = entry->reads;
	if (intends || refused || entry->reads)
		applied_keep(&on->kept, &kept);
}

static void close_open(struct absorbing *on, const struct applied *written)
{
	struct applied closed = *written;

	closed.value = NULL;
	applied_keep(&on->open, &closed);
}

/*
 * What was set on VFs of before, also of before a boot, went with them. A restore sets it again, and what a
 * run with --target leaves out waits for one.
 */
static bool vfs_are_new(const struct absorbing *on, const char *before, const char *after)
{
	const struct ledger_run *run = absorb_run(on);

	return string_equal(after, "0") || (string_equal(before, "0") && !run->restores && !run->part);
}

/* What is set of a VF goes away with it, also where no file wishes for its device; the caller frees it. */
static char *entry_pf(const struct journal_entry *entry, const struct knob *knob)
{
	enum vf_setting setting;

	if (entry->pf)
		return string_copy(entry->pf);
	return knob && vf_setting_of(knob, &setting) ? target_address(entry->target) : NULL;
}

/* What new VFs have by themselves of what a restore would set stands in this boot as if it had been set. */
static bool is_restored_already(
	const struct absorbing *on, const struct journal_entry *entry, const struct applied *applied)
{
	return absorb_run(on)->restores && entry_is(entry, STEP_ALREADY) && absorb_stands(on, applied);
}

static void take_entry(struct absorbing *on, const struct journal_entry *entry)
{
	const struct knob *knob = entry_knob(entry);
	AUTO_FREE char *pf = entry_pf(entry, knob);
	struct applied *known = knob ? applied_find(&on->net, knob, entry->target) : NULL;
	struct applied applied = { .knob = knob,
		.target = entry->target,
		.object = entry->object,
		.pf = pf,
		.original = known && known->original ? known->original : entry->before,
		.value = entry->after };

	if (knob && string_equal(entry->event, "intend")) {
		applied_keep(&on->net, &applied);
		applied.original = entry->before;
		applied_keep(&on->open, &applied);
		if (string_equal(entry->note, JOURNAL_PASSING))
			applied_keep(&on->passing, &applied);
		if (entry->owes)
			applied_keep(&on->held, &applied);
	} else if (knob && entry_is(entry, STEP_STILL_RUNNING)) {
		applied_keep(&on->busy, &applied);
	} else if (known && known->value && entry_is(entry, STEP_REFUSED)) {
		close_open(on, &applied);
		applied.value = entry->before;
		applied_keep(&on->net, &applied); /* the strings of the earlier word are gone from here on */
	} else if (known && (entry->reads || entry_is(entry, STEP_DONE))) {
		close_open(on, &applied);
		if (known->value && entry->reads)
			applied.value = entry->reads, applied_keep(&on->net, &applied);
		if (knob == &knob_numvfs && vfs_are_new(on, entry->before, entry->after))
			take_vfs_away(on, entry->target);
	} else if (knob && is_restored_already(on, entry, &applied)) {
		applied_keep(&on->net, &applied);
	}
}

/* A write that is in the kernel may come to its end after this. */
static bool may_end(const struct absorbing *on, const struct applied *open)
{
	const struct applied of_run = { .boot_id = absorb_run(on)->boot_id };

	return applied_is_of_this_boot(on->now, &of_run) && applied_find(&on->busy, open->knob, open->target);
}

/* NULL: it cannot be told yet. */
static const char *open_reads(const struct absorbing *on, const struct applied *open)
{
	return on->now && !may_end(on, open) ? ledger_now(on->ledger, on->now, open) : NULL;
}

/*
 * What the journal has no result of was written or not. The machine tells, and what reads a third value is
 * not this run's; where it does not, it counts as written, but for what would be forgotten then: what was set
 * must be taken back, and what reads its original needs no taking back.
 */
static void settle_open(struct absorbing *on)
{
	for (size_t i = 0; i < on->open.n; i++) {
		const struct applied *open = &on->open.all[i], *stands = absorb_stands(on, open);
		struct applied *net = applied_find(&on->net, open->knob, open->target);
		const char *reads = open_reads(on, open);
		struct applied settled = *net;

		if (!open->value || !net->value)
			continue;
		if (reads ? !knob_is(open->knob, reads, open->value)
			  : stands && string_equal(open->value, stands->original))
			settled.value = open->original;
		applied_keep(&on->net, &settled);
		if (reads && open->knob == &knob_numvfs && !string_equal(reads, open->original) &&
			vfs_are_new(on, open->original, reads))
			take_vfs_away(on, net->target); /* `open` is written anew below */
		if (reads)
			close_open(on, open);
	}
}

/*
 * What reads as it was to be is done, and what reads as before is not. What was only asked for stays a
 * question: what fits it now may be somebody else's. A value that asks for something matches in one direction
 * alone.
 */
static void settle_kept(struct absorbing *on)
{
	for (size_t i = 0; on->now && i < on->kept.n; i++) {
		struct applied kept = on->kept.all[i];
		const char *now = ledger_now(on->ledger, on->now, &kept);

		if (!kept.knob->learn || !kept.value || !now)
			continue;
		if (kept.knob->match(now, kept.value) && kept.knob->match(kept.value, now))
			kept.value = (char *)now;
		else if (kept.knob->match(now, kept.original) && !may_end(on, &kept))
			kept.value = NULL;
		else
			continue;
		applied_keep(&on->kept, &kept);
	}
}

/* Of both those that are there now; the caller frees it. */
static char *words_there(const char *words, const char *others, const char *now)
{
	struct text text = { 0 };

	while (*now) {
		AUTO_FREE char *word = words_next(&now);

		if (words_hold(words, word) || words_hold(others, word))
			text_addf(&text, "%s%s", text.length ? " " : "", word);
	}
	return text.length ? text_take(&text) : string_copy("");
}

/* Of a write without a result the machine tells who has it: nobody else was to change it. */
static void settle_adding(struct absorbing *on)
{
	for (size_t i = 0; on->now && i < on->kept_open.n; i++) {
		const struct applied *open = &on->kept_open.all[i];
		const char *now = ledger_now(on->ledger, on->now, open);
		AUTO_FREE char *settled = NULL;
		struct applied kept;

		if (!(open->knob->flags & KNOB_ADDS_UP) || !open->value || !now)
			continue;
		kept = *applied_find(&on->kept, open->knob, open->target);
		settled = words_there(kept.original, kept.value, now);
		kept.value = settled;
		applied_keep(&on->kept, &kept);
	}
}

/* The last run that the ledger knows no end of, when the journal's last one is that one. */
static const struct journal_entry *begin_of(
	const struct ledger *ledger, const struct journal *journal, const struct journal_entry **ret_end)
{
	const struct ledger_run *run = &ledger->runs[ledger->n_runs - 1];
	const struct journal_entry *begin;

	journal_last_run(journal, &begin, ret_end);
	return begin && string_equal(begin->time, run->began) && string_equal(begin->plan, run->plan) ? begin
												      : NULL;
}

static bool is_open(const struct ledger *ledger)
{
	return ledger->stands.is == LEDGER_IS_WHOLE && ledger->n_runs > 0 &&
	       !ledger->runs[ledger->n_runs - 1].outcome;
}

static void absorb(struct absorbing *on, const struct journal *journal, const struct survey *survey)
{
	const struct journal_entry *end, *begin = begin_of(on->ledger, journal, &end);

	on->now = survey;
	on->ended_well = begin && end && ledger_end_is_good(end->note);
	for (const struct journal_entry *entry = begin; begin && entry < journal->entries + journal->n;
		entry++)
		take_entry(on, entry), take_kept(on, entry);
	settle_open(on);
	settle_adding(on);
	settle_kept(on);
	absorb_lines(on);
}

static void absorbing_free(struct absorbing *on)
{
	applied_free(&on->net);
	applied_free(&on->gone);
	applied_free(&on->open);
	applied_free(&on->busy);
	applied_free(&on->passing);
	applied_free(&on->held);
	applied_free(&on->kept);
	applied_free(&on->kept_open);
	free(on->lines);
}

/* What is not in the ledger yet counts as if it were. */
static void lines_survey(const struct absorbing *on, const struct survey *survey, struct applied_list *all)
{
	struct applied_list turned = { 0 };

	for (size_t i = 0; i < on->n; i++)
		if (ledger_event_of(&on->lines[i]) != LEDGER_KEPT)
			ledger_take_setting(on->ledger, &on->lines[i], &turned, all);
	ledger_pass_all_back(on->ledger, &turned, survey, all);
	applied_free(&turned);
}

static void learned_survey(const struct ledger *ledger, const struct journal *journal, struct survey *survey)
{
	for (size_t i = 0; i < ledger->learned.n; i++)
		ledger_learn(&survey->kept, &ledger->learned.all[i]);
	if (journal)
		ledger_survey_given(ledger, journal, survey);
}

/* What the journal has of a run that is not in the ledger yet is the last word. */
static void kept_survey(const struct absorbing *on, struct survey *survey)
{
	for (size_t i = 0; i < on->kept.n; i++)
		if (on->kept.all[i].value)
			ledger_learn(&survey->kept, &on->kept.all[i]);
}

void ledger_survey_run(const struct ledger *ledger, const struct journal *journal, struct survey *survey)
{
	struct absorbing on = { .ledger = ledger };

	if (is_open(ledger))
		absorb(&on, journal, survey);
	kept_survey(&on, survey);
	ledger_survey_stood(ledger, survey);
	absorbing_free(&on);
}

void ledger_survey_kept(const struct ledger *ledger, const struct journal *journal, struct survey *survey)
{
	learned_survey(ledger, journal, survey);
	ledger_survey_run(ledger, journal, survey);
}

void ledger_survey(const struct ledger *ledger, const struct journal *journal, struct survey *survey)
{
	struct absorbing on = { .ledger = ledger };
	struct applied_list all = { 0 };

	survey->ledger.is = ledger->stands.is;
	survey->ledger.why = string_copy(ledger->stands.why);
	if (ledger->stands.is != LEDGER_IS_WHOLE) {
		ledger_survey_doubted(ledger, survey);
		return;
	}
	domains_free(&survey->domains);
	domains_copy(&ledger->domains, &survey->domains);
	if (journal)
		ledger_survey_lost(ledger, journal, survey);
	domains_prove(survey);
	pins_copy(&ledger->pins, &survey->pins);
	ledger_survey_stood(ledger, survey);
	if (is_open(ledger))
		absorb(&on, journal, survey);
	ledger_survey_run_lost(ledger, journal, survey);
	applied_copy(&ledger->applied, &all);
	ledger_take_partial(ledger, &all);
	lines_survey(&on, survey, &all);
	learned_survey(ledger, journal, survey);
	kept_survey(&on, survey);
	applied_copy(&all, &survey->applied);
	applied_free(&all);
	absorbing_free(&on);
}

int ledger_run_end(struct ledger *ledger, const struct journal *journal, const struct survey *survey,
	struct report *report)
{
	struct absorbing on = { .ledger = ledger };
	const struct journal_entry *begin, *end = NULL;
	AUTO_FREE char *done = NULL;
	struct ledger_line *line;
	int result;

	if (!is_open(ledger))
		return 0;
	begin = begin_of(ledger, journal, &end);
	absorb(&on, journal, survey);
	done = text_print("%zu", begin ? journal_count_done(journal, begin) : 0);
	line = absorb_line(&on, LEDGER_RUN_END);
	line->time = begin && end ? end->time : NULL;
	line->outcome = begin && end && end->note          ? end->note
			: ledger_run_lost(ledger, journal) ? (char *)LEDGER_LOST
							   : (char *)LEDGER_DIED;
	line->done = done;
	result = ledger_append(ledger, on.lines, on.n, survey, report);
	absorbing_free(&on);
	return result;
}
