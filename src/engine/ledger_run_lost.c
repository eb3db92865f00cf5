/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells of runs that the ledger knows of, and whose journal is lost: what they have set nobody can tell. */
#include "ledger_line.h"
#include "runs.h"
#include <stdlib.h>

static bool is_of(const struct ledger_run *run, const struct journal_entry *begin)
{
	return begin && string_equal(begin->time, run->began) && string_equal(begin->plan, run->plan);
}

static const struct ledger_run *last_of(const struct ledger *ledger)
{
	return ledger->n_runs > 0 ? &ledger->runs[ledger->n_runs - 1] : NULL;
}

/* It may have died before the journal's first line of it. */
static bool was_never_told(const struct ledger_run *run)
{
	return string_equal(run->outcome, LEDGER_DIED) && run->done == 0;
}

/* The ledger is told of a run before the journal is: one that is new, or has the run before it, is whole. */
const struct ledger_run *ledger_run_lost(const struct ledger *ledger, const struct journal *journal)
{
	const struct ledger_run *last = last_of(ledger);
	const struct journal_entry *begin, *end;

	if (!last || last->outcome || ledger->stands.is != LEDGER_IS_WHOLE)
		return NULL;
	journal_last_run(journal, &begin, &end);
	if (!begin && journal->n > 0 && string_equal(journal->entries[0].event, JOURNAL_OPENED))
		return NULL;
	for (size_t i = (size_t)(last - ledger->runs) + 1; i-- > 0;) {
		const struct ledger_run *run = &ledger->runs[i];

		if (is_of(run, begin))
			return NULL;
		if (run != last && !was_never_told(run))
			break;
	}
	return last;
}

static void about_add(const struct ledger_run *run, struct text *about)
{
	text_addf(about, "%s%s", about->length ? " " : "", run->about ? run->about : ABOUT_ALL);
}

void ledger_survey_run_lost(const struct ledger *ledger, const struct journal *journal, struct survey *survey)
{
	const struct ledger_run *lost = journal ? ledger_run_lost(ledger, journal) : NULL;
	struct text about = { 0 };

	for (size_t i = 0; i < ledger->n_runs; i++)
		if (&ledger->runs[i] == lost || string_equal(ledger->runs[i].outcome, LEDGER_LOST))
			about_add(&ledger->runs[i], &about);
	free(survey->ledger.lost_runs);
	survey->ledger.lost_runs = about.length ? text_take(&about) : NULL;
}

static bool may_be_left(const struct function *pf, const struct ledger_run *run)
{
	const char *autoprobe = function_text(pf, A_AUTOPROBE);

	return !pf->physfn && string_equal(autoprobe, "0") &&
	       (!run->about || string_equal(run->about, ABOUT_ALL) || words_hold(run->about, pf->address));
}

/* Until another one begins. */
void ledger_report_run_lost(const struct ledger *ledger, const struct journal *journal,
	const struct survey *survey, struct report *report)
{
	const struct ledger_run *run = last_of(ledger);
	AUTO_TEXT struct text hint = { 0 };

	if (!run || (run != ledger_run_lost(ledger, journal) && !string_equal(run->outcome, LEDGER_LOST)))
		return;
	text_add(&hint, "`pawl show` tells what is there");
	for (size_t i = 0; i < survey->n; i++)
		if (may_be_left(survey->functions[i], run))
			text_addf(&hint,
				"; autoprobe of %s is 0: unless it is to be so, `echo 1 > "
				"/sys/bus/pci/devices/%s/sriov_drivers_autoprobe`",
				survey->functions[i]->address, survey->functions[i]->address);
	report_add(report,
		&(struct finding){ .severity = WARNING, .id = "journal-lost", .hint = text_string(&hint) },
		"the run of %s died, and the journal tells nothing of it: what it has set, and what it has "
		"left for the moment, is not known",
		run->began);
}
