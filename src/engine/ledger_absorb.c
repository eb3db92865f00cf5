/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Takes into the ledger what the journal tells that a run has set. */
#include "ledger_line.h"
#include "runs.h"
#include <stdlib.h>

/* The lines that a run is worth. Their strings are the ledger's, the journal's and `net`'s. */
struct absorbing {
	const struct ledger *ledger;
	const struct survey *now;      /* what it left */
	struct applied_list net, gone; /* `original`: what the knob read before the run */
	struct applied_list open; /* written as far as anybody knows: `original` is what it read before */
	struct applied_list busy; /* of these those whose write was still in the kernel */
	struct applied_list kept; /* set, and never taken back */
	struct ledger_line *lines;
	size_t n;
	bool ended_well;
};

static const char *event_name(size_t event)
{
	return ledger_event_at(event)->name;
}

static bool event_is(const struct journal_entry *entry, enum step_result result)
{
	return string_equal(entry->event, step_result_names[result]);
}

static struct ledger_line *add_line(struct absorbing *on, size_t event)
{
	on->lines = memory_grow(on->lines, on->n, sizeof(*on->lines));
	on->lines[on->n].event = (char *)event_name(event);
	return &on->lines[on->n++];
}

static struct ledger_line *add_setting(
	struct absorbing *on, size_t event, const struct applied *applied, const char *original)
{
	struct ledger_line *line = add_line(on, event);

	line->knob = (char *)applied->knob->name;
	line->target = applied->target;
	line->object = applied->object;
	line->pf = applied->pf;
	line->original = (char *)original;
	line->before = applied->original;
	line->value = applied->value;
	return line;
}

/* What the ledger has of the run already: an append that was cut off ends with a whole line. */
static const struct applied *noted_of(const struct absorbing *on, const struct applied *applied)
{
	const struct ledger_run *run = &on->ledger->runs[on->ledger->n_runs - 1];
	const struct applied *turned = applied_find(&run->turned, applied->knob, applied->target);

	return turned ? turned : applied_find(&run->kept, applied->knob, applied->target);
}

static bool is_noted(const struct absorbing *on, const struct applied *applied)
{
	const struct applied *noted = noted_of(on, applied);

	return noted && string_equal(noted->value, applied->value) &&
	       string_equal(noted->original, applied->original);
}

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
		if (!stands->value || !string_equal(stands->pf, pf) || noted_of(on, stands) ||
			applied_find(&on->gone, stands->knob, stands->target))
			continue;
		applied_keep(&on->gone, &gone);
		add_setting(on, LEDGER_RELEASED, &gone, stands->original);
	}
}

static bool is_never_taken_back(const struct knob *knob)
{
	return knob->flags & (KNOB_REMEMBERED | KNOB_GUEST);
}

/* NULL: none, or one that is never taken back. */
static const struct knob *entry_knob(const struct journal_entry *entry)
{
	const struct knob *knob = entry->knob ? knob_find(entry->knob) : NULL;

	return knob && !is_never_taken_back(knob) ? knob : NULL;
}

/* Without a result it counts as set. */
static void take_kept(struct absorbing *on, const struct journal_entry *entry)
{
	const struct knob *knob = entry->knob ? knob_find(entry->knob) : NULL;
	struct applied kept = { .knob = knob,
		.target = entry->target,
		.object = entry->object,
		.original = entry->before,
		.value = entry->after };

	if (!knob || !is_never_taken_back(knob))
		return;
	if (event_is(entry, STEP_REFUSED))
		kept.value = NULL;
	else if (!string_equal(entry->event, "intend"))
		return;
	applied_keep(&on->kept, &kept);
}

static void close_open(struct absorbing *on, const struct applied *written)
{
	struct applied closed = *written;

	closed.value = NULL;
	applied_keep(&on->open, &closed);
}

/* What was set on VFs of before, also of before a boot, went with them; a restore sets it again. */
static bool vfs_are_new(const struct absorbing *on, const struct journal_entry *entry)
{
	const struct ledger_run *run = &on->ledger->runs[on->ledger->n_runs - 1];

	return string_equal(entry->after, "0") || (string_equal(entry->before, "0") && !run->restores);
}

static void take_entry(struct absorbing *on, const struct journal_entry *entry)
{
	const struct knob *knob = entry_knob(entry);
	struct applied *known = knob ? applied_find(&on->net, knob, entry->target) : NULL;
	struct applied applied = { .knob = knob,
		.target = entry->target,
		.object = entry->object,
		.pf = entry->pf,
		.original = known && known->original ? known->original : entry->before,
		.value = entry->after };

	if (knob && string_equal(entry->event, "intend")) {
		applied_keep(&on->net, &applied);
		applied.original = entry->before;
		applied_keep(&on->open, &applied);
	} else if (knob && event_is(entry, STEP_STILL_RUNNING)) {
		applied_keep(&on->busy, &applied);
	} else if (known && known->value && event_is(entry, STEP_REFUSED)) {
		close_open(on, &applied);
		applied.value = entry->before;
		applied_keep(&on->net, &applied); /* the strings of the earlier word are gone from here on */
	} else if (known && (entry->reads || event_is(entry, STEP_DONE))) {
		close_open(on, &applied);
		if (known->value && entry->reads)
			applied.value = entry->reads, applied_keep(&on->net, &applied);
		if (knob == &knob_numvfs && vfs_are_new(on, entry))
			take_vfs_away(on, entry->target);
	}
}

/* The earlier word on it; NULL: it is at its original, or gone within this run. */
static const struct applied *stands_of(const struct absorbing *on, const struct applied *applied)
{
	const struct applied *stands = applied_find(&on->ledger->applied, applied->knob, applied->target);

	if (applied_find(&on->gone, applied->knob, applied->target))
		return NULL;
	return stands && stands->value ? stands : NULL;
}

/* NULL: it cannot be told yet, as a write that is in the kernel may come to its end after this. */
static const char *open_reads(const struct absorbing *on, const struct applied *open)
{
	if (!on->now || applied_find(&on->busy, open->knob, open->target))
		return NULL;
	return applied_now(on->now, open);
}

/*
 * What the journal has no result of was written or not. The machine tells, and what reads a third value is
 * not this run's; where it does not, it counts as written, but for what would be forgotten then: what was set
 * must be taken back, and what reads its original needs no taking back.
 */
static void settle_open(struct absorbing *on)
{
	for (size_t i = 0; i < on->open.n; i++) {
		const struct applied *open = &on->open.all[i], *stands = stands_of(on, open);
		struct applied *net = applied_find(&on->net, open->knob, open->target);
		const char *reads = open_reads(on, open);
		struct applied settled = *net;

		if (!open->value || !net->value)
			continue;
		if (reads ? !knob_is(open->knob, reads, open->value)
			  : stands && string_equal(open->value, stands->original))
			settled.value = open->original;
		applied_keep(&on->net, &settled);
		if (reads && open->knob == &knob_numvfs && string_equal(reads, "0"))
			take_vfs_away(on, net->target); /* `open` is written anew below */
		if (reads)
			close_open(on, open);
	}
}

/*
 * Of a write without a result: the boot in which the same was set for certain, so that it is not taken for
 * somebody else's when it never came; NULL: this run's.
 */
static char *boot_known(
	const struct absorbing *on, const struct applied *applied, const struct applied *stands)
{
	const struct applied *open = applied_find(&on->open, applied->knob, applied->target);

	if (!open || !open->value || !stands || !string_equal(stands->value, applied->value))
		return NULL;
	return stands->boot_id;
}

/* Their drivers come after all of their settings: nobody knows which the run was still to set. */
static bool is_partial(const struct absorbing *on, const struct applied *applied)
{
	const struct applied *held = applied_find(&on->net, &knob_autoprobe, applied->target);

	return applied->knob == &knob_numvfs && !on->ended_well && held && string_equal(held->original, "1");
}

/* A VF that is named by its own address is still the one that its PF has: a boot leaves of it only that. */
static struct applied named_as(const struct absorbing *on, const struct applied *applied)
{
	static const struct knob *const of_vf[] = { &knob_override, &knob_driver };
	struct applied named = *applied;

	for (size_t i = 0; !named.pf && i < sizeof(of_vf) / sizeof(of_vf[0]); i++) {
		const struct applied at = { .knob = of_vf[i], .target = applied->target };
		const struct applied *stands = stands_of(on, &at);

		if (stands && stands->pf)
			named.pf = stands->pf, named.object = stands->object;
	}
	return named;
}

static void add_net(struct absorbing *on)
{
	for (size_t i = 0; i < on->net.n; i++) {
		const struct applied *applied = &on->net.all[i];
		const struct applied *stands = stands_of(on, applied);
		const struct applied named = named_as(on, applied);
		const char *original = stands ? stands->original : applied->original;
		size_t event = string_equal(original, applied->value) ? LEDGER_RELEASED : LEDGER_APPLIED;
		struct ledger_line *line;

		if (!applied->value || string_equal(applied->original, applied->value) ||
			is_noted(on, applied))
			continue;
		line = add_setting(on, event, &named, original);
		line->boot_id = boot_known(on, applied, stands);
		line->what = is_partial(on, applied) ? (char *)LEDGER_PARTIAL : NULL;
	}
}

static void add_kept(struct absorbing *on)
{
	for (size_t i = 0; i < on->kept.n; i++)
		if (on->kept.all[i].value && !is_noted(on, &on->kept.all[i]))
			add_setting(on, LEDGER_KEPT, &on->kept.all[i], NULL);
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
	add_net(on);
	add_kept(on);
}

static void absorbing_free(struct absorbing *on)
{
	applied_free(&on->net);
	applied_free(&on->gone);
	applied_free(&on->open);
	applied_free(&on->busy);
	applied_free(&on->kept);
	free(on->lines);
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
	if (is_open(ledger))
		absorb(&on, journal, survey);
	applied_copy(&ledger->applied, &all);
	ledger_take_partial(ledger, &all);
	for (size_t i = 0; i < on.n; i++) {
		const struct applied applied = ledger_setting(ledger, &on.lines[i]);

		if (ledger_event_of(&on.lines[i]) != LEDGER_KEPT)
			applied_keep(&all, &applied);
	}
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
	line = add_line(&on, LEDGER_RUN_END);
	line->time = begin && end ? end->time : NULL;
	line->outcome = begin && end && end->note ? end->note : (char *)LEDGER_DIED;
	line->done = done;
	result = ledger_append(ledger, on.lines, on.n, survey, report);
	absorbing_free(&on);
	return result;
}
