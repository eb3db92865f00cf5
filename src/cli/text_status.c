/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Runs, debts and locks as people read them. */
#include "text_step.h"
#include <stdlib.h>

const char *outcome_words(enum outcome outcome)
{
	static const struct {
		enum outcome outcome;
		const char *words;
	} all[] = { { FINE, "fine" }, { FAILED, "not done" }, { DIFFERENT, "differences" },
		{ NEEDS_REBOOT_TO_FINISH, "needs a reboot to finish" }, { REFUSED, "refused by a gate" },
		{ STOPPED_PART_WAY, "stopped part-way" }, { STALE_PLAN, "the saved plan was stale" },
		{ NOT_VERIFIED, "applied, but not verified" }, { ROLLED_BACK, "rolled back" },
		{ BAD_CONFIGURATION, "bad configuration" }, { UNAVAILABLE, "a service was unavailable" },
		{ LOCKED, "something was locked" } };

	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		if (all[i].outcome == outcome)
			return all[i].words;
	return "not known";
}

/* What a run did to a step, as its last line in the journal has it. */
static bool entry_is_trouble(const struct journal_entry *entry)
{
	return string_equal(entry->event, step_result_names[STEP_STOPPED]) ||
	       string_equal(entry->event, step_result_names[STEP_STILL_RUNNING]);
}

static void trouble_print(const struct journal_entry *entry, struct text *text)
{
	const struct knob *knob = knob_find(entry->knob ? entry->knob : "");

	text_addf(text, "          step %zu, ", entry->step);
	text_add_safe(text, entry->object ? entry->object : "");
	text_addf(text, ": %s ", knob ? knob->name : "");
	value_print(knob, entry->before ? entry->before : "", text);
	text_add(text, " -> ");
	value_print(knob, entry->after ? entry->after : "", text);
	text_add(text, ": ");
	text_add_safe(text, entry->event);
	if (entry->note) {
		text_add(text, ", ");
		text_add_safe(text, entry->note);
	}
	text_add(text, "\n");
}

void last_run_print(const struct journal *journal, bool under_way, struct text *text)
{
	const struct journal_entry *begin, *end;

	journal_last_run(journal, &begin, &end);
	if (!begin) {
		text_add(text, "Last run  none: pawl has applied nothing here\n");
		return;
	}
	text_addf(text, "Last run  plan %.8s, %zu %s\n", begin->plan ? begin->plan : "?", begin->step,
		plural(begin->step, "step", "steps"));
	if (end)
		text_addf(text, "          ended: %s\n", outcome_words(atoi(end->note ? end->note : "")));
	else
		text_addf(text, "          %s\n",
			under_way ? "is under way"
				  : "died before its end; the next `pawl apply` goes on from there");
	for (const struct journal_entry *entry = begin; entry < journal->entries + journal->n; entry++)
		if (entry_is_trouble(entry))
			trouble_print(entry, text);
}

void debts_print(const struct survey *survey, struct text *text)
{
	if (survey->n_debts == 0)
		text_add(text, "Debts     none: nothing temporary was left behind\n");
	for (size_t i = 0; i < survey->n_debts; i++) {
		const struct debt *debt = &survey->debts[i];

		text_addf(text, "%-10s%s of ", i ? "" : "Debts", debt->knob->name);
		text_add_safe(text, debt->target);
		text_add(text, " was left at ");
		text_add_safe(text, debt->left);
		text_add(text, ", must be ");
		text_add_safe(text, debt->value);
		text_add(text, "; the next `pawl apply` puts it back\n");
	}
}

void lock_print(const char *device, const char *holder, struct text *text)
{
	text_addf(text, "%-10s", "Lock");
	text_add_safe(text, device);
	text_add(text, " is held by ");
	text_add_safe(text, holder && *holder ? holder : "another process");
	text_add(text, "\n");
}
