/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells from the journal what may be secure, when the ledger that knew it was moved away or is lost. */
#include "address.h"
#include "ledger_line.h"
#include <string.h>

/* The run that the line begins is in the ledger, with all that it has assumed. */
static bool run_is_known(const struct ledger *ledger, const struct journal_entry *begin)
{
	for (size_t i = ledger->n_runs; i-- > 0;)
		if (string_equal(ledger->runs[i].began, begin->time) &&
			string_equal(ledger->runs[i].plan, begin->plan))
			return true;
	return false;
}

/* A journal, the line of it that is looked at, and the boot of that. */
struct losing {
	const struct ledger *ledger;
	const struct journal *journal;
	const struct journal_entry *at;
	const char *boot_id;
	struct survey *survey;
};

/* Unless the ledger has a word on it by now: its own is the later one. */
static void port_assume(const struct losing *losing, const char *port)
{
	if (!ledger_last_word(losing->ledger, port, SAID_ASSUMED, SAID_SETTLED))
		domain_assume(domains_keep(&losing->survey->domains, port), losing->boot_id);
}

/* "0000:17:01.0" of "${nic0.vf.0.address}", as the run has learned it; NULL: it has not. */
static const char *learned_of(const struct losing *losing, const char *word)
{
	for (const struct journal_entry *entry = losing->at; entry-- > losing->journal->entries;) {
		AUTO_FREE char *name =
			string_equal(entry->event, "learned") ? text_print("${%s}", entry->object) : NULL;

		if (string_equal(name, word))
			return entry->after;
	}
	return NULL;
}

/* All that the guest gets, by its definition. */
static void definition_assume(const struct losing *losing, const char *definition)
{
	const struct guest guest = { .definition = (char *)definition };
	AUTO_FREE char *all = string_copy(guest_hostdevs(&guest));
	char *rest = guest_is_ordinary(&guest) ? NULL : all, *word;

	while (rest && (word = strsep(&rest, " "))) {
		const char *address = address_valid(word) ? word : learned_of(losing, word);
		AUTO_FREE char *port = address ? address_root_port(losing->survey, address) : NULL;

		if (port)
			port_assume(losing, port);
	}
}

/* What it was started with: the definition of then, and the one of today, which may be another by now. */
static void start_assume(const struct losing *losing)
{
	const struct guest *today = guests_find(&losing->survey->guests, losing->at->target);
	const struct journal_entry *entry = losing->at;

	while (entry-- > losing->journal->entries)
		if (string_equal(entry->knob, knob_guest.name) &&
			string_equal(entry->target, losing->at->target)) {
			definition_assume(losing, entry->after);
			break;
		}
	if (today)
		definition_assume(losing, today->definition);
}

/*
 * After consent that was a step of the plan the switch may have followed; where consent was given before, the
 * start itself tells. A start that is intended counts, whatever became of it (DESIGN rule 5).
 */
void ledger_survey_lost(const struct ledger *ledger, const struct journal *journal, struct survey *survey)
{
	struct losing losing = { .ledger = ledger, .journal = journal, .survey = survey };

	for (size_t i = 0; i < journal->n; i++) {
		const struct journal_entry *entry = losing.at = &journal->entries[i];

		if (string_equal(entry->event, "begin"))
			losing.boot_id = run_is_known(ledger, entry) ? NULL : entry->boot_id;
		if (!losing.boot_id || !entry->knob)
			continue;
		if (string_equal(entry->knob, knob_consent.name) &&
			string_equal(entry->event, step_result_names[STEP_DONE]))
			port_assume(&losing, entry->target);
		else if (string_equal(entry->knob, knob_guest_state.name) &&
			 string_equal(entry->event, "intend") && string_equal(entry->after, GUEST_RUNNING))
			start_assume(&losing);
	}
}
