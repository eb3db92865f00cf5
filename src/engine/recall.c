/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes the wish of what the ledger remembers. */
#include "recall_later.h"
#include "recall_vfs.h"
#include "restore.h"
#include "runs.h"
#include <string.h>

/* The VF comes back without it, when it comes back at all: another pci_dev is made (drivers/pci/iov.c). */
static void note_forgotten(const struct applied *applied, struct report *report)
{
	AUTO_FREE char *was = knob_say(applied->knob, applied->original);
	const struct finding note = { .severity = NOTE,
		.id = "not-taken-back",
		.object = applied->object ? applied->object : applied->target };

	report_add(report, &note, "%s of %s was %s before the run, and went away with the VF",
		applied->knob->name, applied->target, was);
}

/* What the operator may well have hoped for: more than a note. */
static void report_kept(const struct applied *kept, struct report *report)
{
	const struct knob *knob = kept->knob;
	bool takes = knob->takes && knob->takes(kept->original, kept->value);
	const struct finding warning = { .severity = WARNING,
		.id = "not-taken-back",
		.object = kept->object ? kept->object : kept->target,
		.hint = takes ? knob->regain : knob->stays };

	report_add(report, &warning, "%s of %s, %s", knob->name, kept->target,
		takes ? knob->taken : "which the run has set, stays: no rollback takes it back");
}

static void take_words(const struct applied_list *words, struct survey *survey, struct report *report)
{
	applied_free(&survey->applied);
	for (size_t i = 0; i < words->n; i++) {
		const struct applied *word = &words->all[i];

		if (word->value && !string_equal(word->value, word->original))
			applied_keep(&survey->applied, word);
		if (!word->value && word->original)
			note_forgotten(word, report);
	}
}

static void note_later(
	const struct ledger_run *run, const struct applied *word, const char *now, struct report *report)
{
	AUTO_FREE char *is = knob_say(word->knob, now);
	const struct finding note = {
		.severity = NOTE, .id = "changed-since", .object = word->object ? word->object : word->target
	};

	report_add(report, &note, "%s of %s stays %s: the run of %s has set it since", word->knob->name,
		word->target, is, run->began);
}

/* A restore has set it since, and not to what the later run had come to: that one died on its way. */
static bool is_restored(
	const struct later *later, const struct applied *word, const struct applied *its, const char *now)
{
	const struct applied *stands = applied_find(&later->ledger->applied, word->knob, word->target);

	return its && !knob_is(word->knob, now, its->value) && stands && !stands->passing &&
	       knob_is(word->knob, now, stands->value);
}

/* What reads as neither has set it is told as any that somebody has changed. */
static bool is_later(const struct later *later, const struct survey *survey, const struct applied *word,
	struct report *report)
{
	const struct ledger_run *run = later_run(later, word->knob, word->target);
	const struct applied *its = run ? applied_find(&run->turned, word->knob, word->target) : NULL;
	const char *now = applied_now(survey, word);

	if (!run && word->pf)
		run = later_run(later, &knob_numvfs, word->pf);
	if (!run || !now || !word->value || is_restored(later, word, its, now))
		return false;
	if (!knob_is(word->knob, now, word->value) &&
		(!its || !knob_is(word->knob, now, its->value) || knob_is(word->knob, now, word->original)))
		return false;
	if (!string_equal(word->value, word->original))
		note_later(run, word, now, report);
	return true;
}

static void later_leave(const struct later *later, const struct survey *survey, struct applied_list *turned,
	struct report *report)
{
	struct applied_list kept = { 0 };

	for (size_t i = 0; i < turned->n; i++)
		if (!is_later(later, survey, &turned->all[i], report))
			applied_keep(&kept, &turned->all[i]);
	applied_free(turned);
	*turned = kept;
}

/* No VFs, which the run had left, is also what a boot leaves: nobody need have set it since. */
static void boot_leaves(const struct survey *survey, struct applied_list *turned)
{
	const struct reading *boot = &survey->machine[M_BOOT_ID];

	for (size_t i = 0; boot->is == R_VALUE && i < turned->n; i++) {
		struct applied word = turned->all[i];

		if (word.knob != &knob_numvfs || !string_equal(word.value, "0"))
			continue;
		word.boot_id = boot->text;
		applied_keep(turned, &word);
	}
}

/*
 * A restore has set it again since, in another boot: to what the run had set, or what a rollback of it that
 * died had not taken back yet.
 */
static void boots_take(const struct ledger *ledger, const struct later *later, struct applied_list *turned)
{
	for (size_t i = 0; i < turned->n; i++) {
		struct applied word = turned->all[i];
		const struct applied *now = applied_find(&ledger->applied, word.knob, word.target);

		if (!now || !now->value || now->passing || !word.value)
			continue;
		if (!string_equal(now->value, word.value) && later_run(later, word.knob, word.target))
			continue;
		word.value = now->value;
		word.boot_id = now->boot_id;
		applied_keep(turned, &word);
	}
}

/* What a run with this goal has done already is not to be done again, nor is it somebody else's. */
static void run_take(const struct recall *recall, struct survey *survey, struct applied_list *ret_vfs,
	struct report *report)
{
	struct applied_list turned = { 0 }, kept = { 0 }, mine = { 0 };
	struct later later;

	ledger_run_add(recall->ledger, recall->run, &turned, &kept);
	if (recall->begun)
		ledger_run_add(recall->ledger, recall->begun, &turned, &mine);
	later_read(recall, &turned, &later);
	boots_take(recall->ledger, &later, &turned);
	boot_leaves(survey, &turned);
	recall_vfs(&later, survey, &turned, ret_vfs);
	later_leave(&later, survey, &turned, report);
	later_free(&later);
	take_words(&turned, survey, report);
	for (size_t i = 0; i < kept.n; i++)
		report_kept(&kept.all[i], report);
	applied_free(&turned);
	applied_free(&kept);
	applied_free(&mine);
}

static void run_wish(const struct ledger_run *run, struct state *want, const struct resource *host)
{
	AUTO_FREE char *name = text_print("run.%.8s", run->plan);
	struct resource *wish = state_add(want, &kind_run, name, host);
	AUTO_TEXT struct text why = { 0 };

	field_parse(kind_run.fields, 0, wish->body, RUN_TAKEN_BACK, &why);
}

void recall_wish(
	const struct recall *recall, struct survey *survey, struct state *want, struct report *report)
{
	const struct reading *name = &survey->machine[M_HOSTNAME];
	struct applied_list vfs = { 0 };
	struct resource *host =
		state_add(want, &kind_host, name->is == R_VALUE ? name->text : "this host", NULL);

	if (!recall->run) {
		restore_wish(recall->booted, survey, want, host);
		return;
	}
	run_wish(recall->run, want, host);
	run_take(recall, survey, &vfs, report);
	restore_wish(&vfs, survey, want, host);
	applied_free(&vfs);
}
