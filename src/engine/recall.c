/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes the wish of what the ledger remembers. */
#include "namespace_known.h"
#include "recall_gone.h"
#include "recall_later.h"
#include "recall_vfs.h"
#include "restore.h"
#include "runs.h"

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

static bool goes_back(const struct applied *kept)
{
	return kept->knob->flags & KNOB_ADDS_UP;
}

/* By its number and what it is known by; the caller frees it. NULL: it was not made, or nobody can tell. */
static char *made_word(const struct applied *kept)
{
	return kept->knob->named && kept->value ? kept->knob->named(kept->original, kept->value) : NULL;
}

/* NULL: it is not told what the drive has. */
static const struct drive *made_on(const struct applied *kept, const struct survey *survey)
{
	AUTO_FREE char *address = target_address(kept->target);
	const struct function *pf = survey_function(survey, address);

	return pf && pins_tell(survey, address, pf) != PIN_OTHER ? drive_told(pf) : NULL;
}

static bool only_takes(const struct applied *kept)
{
	return kept->knob->takes && kept->value && kept->knob->takes(kept->original, kept->value);
}

/* What the run has asked for, and died before it saw, a later one may have found: it has the name. */
static const struct drive_namespace *found_find(const struct applied *kept, const struct survey *survey)
{
	AUTO_FREE char *address = target_address(kept->target);

	if (!kept->knob->named || !kept->value || !kept->object || only_takes(kept) || !made_on(kept, survey))
		return NULL;
	return namespace_called(survey, survey_function(survey, address), kept->object);
}

/* NULL: it was not made, or is not there any more. */
static const struct drive_namespace *made_find(const struct applied *kept, const struct survey *survey)
{
	AUTO_FREE char *word = made_word(kept);
	const struct drive *drive = word ? made_on(kept, survey) : NULL;
	const struct drive_namespace *there = drive ? drive_namespace(drive, namespace_number(word)) : NULL;

	if (!word)
		return found_find(kept, survey);
	/* one that somebody has formatted since has other blocks, and its identity still */
	return there && (namespace_is(there, word) || namespace_may_be(there, word)) ? there : NULL;
}

/* The name that its namespace has by now: whose word the run of the rollback is. Drives may have two of one
 * identity. */
static const char *name_now(const struct applied *given, const char *word, const struct survey *survey)
{
	for (size_t i = 0; i < survey->kept.n; i++) {
		const struct applied *name = &survey->kept.all[i];

		if (name->knob->named && name->value && *name->value && string_equal(name->original, "") &&
			namespace_same(word, name->value) &&
			targets_are_of_one_drive(survey, given->target, name->target))
			return name->object;
	}
	return given->object;
}

/* Nothing is ever deleted by the way. */
static void note_made(const struct applied_list *kept, const struct survey *survey, struct report *report)
{
	AUTO_TEXT struct text names = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < kept->n; i++) {
		AUTO_FREE char *word = made_word(&kept->all[i]);

		if (made_find(&kept->all[i], survey))
			text_addf(&names, "%s%s", n++ ? ", " : "",
				word ? name_now(&kept->all[i], word, survey) : kept->all[i].object);
	}
	if (n == 0)
		return;
	report_add(report,
		&(struct finding){ .severity = NOTE,
			.id = "not-taken-back",
			.hint = "`state: absent` of one deletes it, with its data" },
		"%s stay%s, with all that is stored there: what a run has made on a drive no rollback "
		"deletes",
		text_string(&names), n == 1 ? "s" : "");
}

/* What has its place now, if anything, is another one. */
static void note_gone(const struct applied *kept, struct report *report)
{
	AUTO_FREE char *address = target_address(kept->target);
	const struct finding note = { .severity = NOTE, .id = "not-taken-back", .object = kept->object };

	report_add(report, &note,
		"the namespace that the run has made is not on %s any more: it was deleted since", address);
}

/* Cards may have changed places since; NULL: it is where it was, or nobody can tell. The caller frees it. */
static char *moved_to(const struct applied *kept, const struct survey *survey)
{
	AUTO_FREE char *address = target_address(kept->target);
	const struct function *there = survey_function(survey, address);

	if (there && pins_tell(survey, address, there) != PIN_OTHER)
		return NULL;
	for (size_t i = 0; i < survey->n; i++)
		if (pins_tell(survey, address, survey->functions[i]) == PIN_SAME)
			return text_print(" (at %s now)", survey->functions[i]->address);
	return NULL;
}

/* What the operator may well have hoped for: more than a note. */
static void report_kept(const struct applied *kept, const struct survey *survey, struct report *report)
{
	const struct knob *knob = kept->knob;
	bool takes = only_takes(kept);
	AUTO_FREE char *target = target_say(kept->target), *made = made_word(kept), *moved = NULL;
	const struct finding warning = { .severity = WARNING,
		.id = "not-taken-back",
		.object = kept->object ? kept->object : kept->target,
		.hint = takes ? knob->regain : knob->stays };

	if (!kept->value || goes_back(kept) || made_find(kept, survey))
		return;
	if (!takes && made && made_on(kept, survey)) {
		note_gone(kept, report);
		return;
	}
	moved = moved_to(kept, survey);
	report_add(report, &warning, "%s of %s%s, %s", knob->name, target, moved ? moved : "",
		takes ? knob->taken : "which the run has set, stays: no rollback takes it back");
}

static void note_deleted(const struct ledger_run *run, const struct applied *given, struct report *report)
{
	const struct finding note = { .severity = NOTE, .id = "not-taken-back", .object = given->object };

	report_add(report, &note, "nobody gets it back: the run of %s has deleted it since", run->began);
}

/*
 * Who had it before. Of one that was deleted nobody: what has its number by now is another's, and there may
 * be no more to tell the two apart by.
 */
static const char *given_before(const struct recall *recall, const struct survey *survey,
	const struct applied *given, struct report *report)
{
	const struct ledger_run *deleted = recall_deleted(recall, survey, given);

	if (!deleted || deleted == recall->run)
		return deleted ? "" : given->original;
	if (!string_equal(given->value, given->original))
		note_deleted(deleted, given, report);
	return given->value;
}

/* Who has a namespace goes back, unlike the namespace. */
static void given_take(const struct recall *recall, const struct applied_list *kept,
	const struct survey *survey, struct applied_list *turned, struct report *report)
{
	for (size_t i = 0; i < kept->n; i++) {
		struct applied given = kept->all[i];
		const struct applied *before = applied_find(turned, given.knob, given.target);

		if (!goes_back(&given) || !given.value)
			continue;
		given.object = (char *)name_now(&given, holders_word(given.target), survey);
		given.original = before && before->original
					 ? before->original
					 : (char *)given_before(recall, survey, &given, report);
		applied_keep(turned, &given);
	}
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

static void note_later(const struct ledger_run *run, const struct applied *word, const struct survey *survey,
	const char *now, struct report *report)
{
	AUTO_FREE char *is = knob_say_on(word->knob, survey, word->target, now);
	AUTO_FREE char *target = target_say(word->target);
	const struct finding note = {
		.severity = NOTE, .id = "changed-since", .object = word->object ? word->object : word->target
	};

	report_add(report, &note, "%s of %s stays %s: the run of %s has set it since", word->knob->name,
		target, is, run->began);
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
	const struct applied *its = run ? later_word(run, word->knob, word->target) : NULL;
	const char *now = applied_now(survey, word);

	if (!run && word->pf)
		run = later_run(later, &knob_numvfs, word->pf);
	if (!run || !now || !word->value || is_restored(later, word, its, now))
		return false;
	if (!knob_is(word->knob, now, word->value) &&
		(!its || !knob_is(word->knob, now, its->value) || knob_is(word->knob, now, word->original)))
		return false;
	if (!string_equal(word->value, word->original))
		note_later(run, word, survey, now, report);
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
static bool restored_take(const struct later *later, const struct applied *now, struct applied *word)
{
	if (now->passing ||
		(!string_equal(now->value, word->value) && later_run(later, word->knob, word->target)))
		return false;
	word->value = now->value;
	word->boot_id = now->boot_id;
	return true;
}

/*
 * VFs that a restore has made since: what they have by themselves it need not set, nor what one that died had
 * set. It is as old as they are.
 */
static bool made_take(const struct later *later, const struct applied *now, struct applied *word)
{
	const struct applied *vfs =
		word->pf ? applied_find(&later->ledger->applied, &knob_numvfs, word->pf) : NULL;

	if (!vfs || !vfs->value || vfs->passing || later_run(later, vfs->knob, vfs->target) ||
		!(now->value || knob_is(word->knob, word->value, now->original)))
		return false;
	word->boot_id = vfs->boot_id;
	return true;
}

static void boots_take(const struct later *later, struct applied_list *turned)
{
	for (size_t i = 0; i < turned->n; i++) {
		struct applied word = turned->all[i];
		const struct applied *now = applied_find(&later->ledger->applied, word.knob, word.target);
		bool restored, made;

		if (!now || !word.value)
			continue;
		restored = now->value && restored_take(later, now, &word);
		made = made_take(later, now, &word);
		if (restored || made)
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
	given_take(recall, &kept, survey, &turned, report);
	given_take(recall, &mine, survey, &turned, report);
	later_read(recall, &turned, &later);
	boots_take(&later, &turned);
	boot_leaves(survey, &turned);
	recall_vfs(&later, survey, &turned, ret_vfs);
	later_leave(&later, survey, &turned, report);
	later_free(&later);
	take_words(&turned, survey, report);
	note_made(&kept, survey, report);
	for (size_t i = 0; i < kept.n; i++)
		report_kept(&kept.all[i], survey, report);
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
	recall_forget(recall, survey);
	run_take(recall, survey, &vfs, report);
	restore_wish(&vfs, survey, want, host);
	applied_free(&vfs);
}
