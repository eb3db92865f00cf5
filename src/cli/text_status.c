/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Runs, debts and locks as people read them. */
#include "nvme_namespaces.h"
#include "text_step.h"
#include <inttypes.h>
#include <string.h>

/* "step 6, nic0.vf.1 (0000:02:10.2): driver (no driver) -> vfio-pci" */
static void entry_print(const struct journal_entry *entry, const struct survey *survey, struct text *text)
{
	const struct knob *knob = knob_find(entry->knob ? entry->knob : "");
	AUTO_FREE char *was = entry_was(entry, survey), *will = entry_will(entry, survey);

	text_addf(text, "step %zu, ", entry->step);
	text_add_safe(text, entry->object ? entry->object : "");
	if (entry->target && !string_equal(entry->target, entry->object)) {
		text_add(text, " (");
		target_print(entry->target, text);
		text_add(text, ")");
	}
	text_addf(text, ": %s ", knob ? knob->name : "");
	value_print(knob, was ? was : "", text);
	text_add(text, " -> ");
	value_print(knob, will ? will : "", text);
}

static void result_print(const struct journal_entry *entry, const struct journal_entry *result,
	const struct survey *survey, struct text *text)
{
	const struct knob *knob = entry->knob ? knob_find(entry->knob) : NULL;
	AUTO_FREE char *reads = entry_reads(entry, result, survey);

	text_add(text, ": ");
	text_add_safe(text, result->event);
	if (result->note) {
		text_add(text, ", ");
		text_add_safe(text, result->note);
	}
	if (reads) {
		text_add(text, knob && knob->tell ? ", " : ", reads ");
		value_print(knob, reads, text);
	}
}

static const char indent[] = "            ";

/* "died before its end", "ended 2026-11-21T10:20:00Z: stopped part-way" */
static void run_state_print(const struct run *run, struct text *text)
{
	if (run->state == RUN_ENDED && run->ended) {
		text_add(text, "ended ");
		text_add_safe(text, run->ended);
		text_add(text, ": ");
	} else if (run->state == RUN_ENDED) {
		text_add(text, "ended: ");
	}
	text_add(text, run_end_words(run));
}

static void end_print(const struct runs *runs, const struct run *run, struct text *text)
{
	text_add(text, indent);
	run_state_print(run, text);
	if (run->interrupted) {
		AUTO_FREE char *goes_on = run_goes_on_now(runs, run);

		text_addf(text, "; %s goes on from there", goes_on);
	}
	text_add(text, "\n");
}

/* What was begun last is news when the run did not come to its end, or stopped between two steps. */
static void last_begun_print(const struct last_run *run, const struct survey *survey, struct text *text)
{
	if (!run->last)
		return;
	text_addf(text, "%slast begun: ", indent);
	entry_print(run->last, survey, text);
	if (run->result)
		result_print(run->last, run->result, survey, text);
	else
		text_add(text,
			run->run->state == RUN_UNDER_WAY ? ": under way" : ": how it ended is not known");
	text_add(text, "\n");
}

static void done_print(const struct run *run, struct text *text)
{
	text_add(text, indent);
	if (run->lost)
		text_addf(text, "how many of its %zu %s are done is not known", run->steps,
			plural(run->steps, "step", "steps"));
	else
		text_addf(text, "%zu of %zu %s done", run->done, run->steps,
			plural(run->steps, "step", "steps"));
}

/* Of what the journal has no line nothing was begun, or it is long ago. */
static void steps_print(const struct last_run *last, const struct survey *survey, struct text *text)
{
	const struct run *run = last->run;
	const struct journal_entry *entry;
	size_t cursor = 0;

	if (run->way == RUN_RESTORES && run->steps == 0 && run->state == RUN_ENDED) {
		text_addf(text,
			"%snothing was done: `pawl restore` tells again what does not come back, and why\n",
			indent);
		return;
	}
	done_print(run, text);
	if (run->begin)
		text_addf(text, ", %zu never begun", run->steps - last->begun);
	text_add(text, "\n");
	last_begun_print(last, survey, text);
	while ((entry = last_run_trouble(last, &cursor))) {
		if (entry == last->result)
			continue;
		text_add(text, indent);
		entry_print(entry, survey, text);
		result_print(entry, entry, survey, text);
		text_add(text, "\n");
	}
}

/* Runs of one second are told apart by parts of it, in the history; when one ended has none. */
static void moment_print(const char *time, struct text *text)
{
	size_t whole = strcspn(time, ".");
	AUTO_FREE char *seconds = string_part(time, whole);

	text_add_safe(text, seconds);
	text_add(text, time[whole] ? "Z" : "");
}

static void run_print(const char *label, const struct run *run, struct text *text)
{
	text_addf(text, "%-11s plan %.8s, %zu %s, began ", label, run->plan, run->steps,
		plural(run->steps, "step", "steps"));
	moment_print(run->began, text);
	text_add(text, "\n");
}

void last_run_print(
	const struct runs *runs, const struct last_run *last, const struct survey *survey, struct text *text)
{
	const struct run *run = last->run;

	if (!run) {
		text_add(text, "Last run    none: pawl has applied nothing here\n");
		return;
	}
	run_print("Last run", run, text);
	end_print(runs, run, text);
	if (!run->interrupted && run_is_before_boot(runs, run))
		text_addf(text, "%sthat was before a boot: `pawl restore` brings back what went with it\n",
			indent);
	if (run->state != RUN_ENDED || (run->outcome != FINE && run->outcome != ROLLED_BACK))
		steps_print(last, survey, text);
}

static void unended_print(const struct runs *runs, const struct run *run, struct text *text)
{
	AUTO_FREE char *word = run_word(runs, run);

	run_print("Interrupted", run, text);
	end_print(runs, run, text);
	done_print(run, text);
	if (run->way == RUN_APPLIES)
		text_addf(text, "; `pawl rollback %s` takes back what it has done", word);
	text_add(text, "\n");
}

void interrupted_print(const struct runs *runs, struct text *text)
{
	for (const struct run *run = runs->all; run + 1 < runs->all + runs->n; run++)
		if (run->interrupted)
			unended_print(runs, run, text);
}

void naming_print(const struct ledger_naming *naming, struct text *text)
{
	AUTO_FREE char *address = target_address(naming->target);

	text_add_safe(text, naming->name);
	text_addf(text, " is the name of namespace %" PRIu32 " of ", namespace_number(naming->word));
	text_add_safe(text, address);
	if (!naming->former)
		return;
	text_add(text, ", which was ");
	text_add_safe(text, naming->former);
}

void namings_print(const struct runs *runs, struct text *text)
{
	size_t first = runs_first_naming(runs);

	for (size_t i = first; i < runs->ledger->n_namings; i++) {
		const struct ledger_naming *naming = &runs->ledger->namings[i];

		text_addf(text, "%-12s", i > first ? "" : "Named");
		naming_print(naming, text);
		text_add(text, ", since ");
		text_add_safe(text, naming->time ? naming->time : "some time");
		text_add(text, "\n");
	}
}

/* What was owed went with the function, which has a value of its own when it is found again. */
static void void_print(const struct debt *debt, struct text *text)
{
	text_addf(text, "%s of ", debt->knob->name);
	text_add_safe(text, debt->target);
	text_add(text, " was left at ");
	text_add_safe(text, debt->left);
	text_add(text, "; the function is gone, and that with it: the next `pawl apply` strikes it out\n");
}

static void debt_print(const struct debt *debt, bool held, struct text *text)
{
	text_addf(text, "%s of ", debt->knob->name);
	text_add_safe(text, debt->target);
	text_add(text, held ? " is " : " was left at ");
	text_add_safe(text, debt->left);
	text_add(text, held ? " for the moment: the run under way puts it back to " : ", must be ");
	text_add_safe(text, debt->value);
	text_add(text, held ? "\n" : "; the next `pawl apply` puts it back\n");
}

void debts_print(const struct survey *survey, const struct last_run *run, struct text *text)
{
	if (survey->n_debts == 0 && run->run && run->run->lost)
		text_add(text, "Debts       not known: what the last run has left for the moment the journal "
			       "does not tell\n");
	else if (survey->n_debts == 0)
		text_add(text, "Debts       none: nothing temporary was left behind\n");
	for (size_t i = 0; i < survey->n_debts; i++) {
		text_addf(text, "%-12s", i ? "" : "Debts");
		if (debt_is_void(survey, &survey->debts[i]))
			void_print(&survey->debts[i], text);
		else
			debt_print(&survey->debts[i], last_run_holds(run, &survey->debts[i]), text);
	}
}

void lock_print(const char *object, const char *holder, struct text *text)
{
	text_addf(text, "%-12s", "Lock");
	text_add_safe(text, object);
	text_add(text, " is held by ");
	text_add_safe(text, holder);
	text_add(text, "\n");
}
