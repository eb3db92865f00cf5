/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells from the journal what may be secure, when the ledger that knew it is lost or an older one is back. */
#include "address.h"
#include "ledger_line.h"
#include <stdlib.h>
#include <string.h>

/* The run that the line begins, in the ledger; NULL: it is not there. */
static const struct ledger_run *run_known(const struct ledger *ledger, const struct journal_entry *begin)
{
	for (size_t i = ledger->n_runs; i-- > 0;)
		if (string_equal(ledger->runs[i].began, begin->time) &&
			string_equal(ledger->runs[i].plan, begin->plan))
			return &ledger->runs[i];
	return NULL;
}

/* A journal, the line of it that is looked at, its run in the ledger, and the boot of that. */
struct losing {
	const struct ledger *ledger;
	const struct journal *journal;
	const struct journal_entry *at;
	const struct ledger_run *run;
	const char *boot_id;
	const struct survey *survey;
	struct domains last; /* `assumed`: the last boot in which a run made it so */
};

static void port_assume(struct losing *losing, const char *port)
{
	domain_assume(domains_keep(&losing->last, port), losing->boot_id);
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
static void definition_assume(struct losing *losing, const char *definition)
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
static void start_assume(struct losing *losing)
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
 * start itself tells. A start that is intended counts, whatever became of it (DESIGN rule 5). A run whose end
 * the ledger has is there with all that it has assumed; without its end the ledger may be a copy of then.
 */
static void entry_assume(struct losing *losing)
{
	const struct journal_entry *entry = losing->at;

	if (string_equal(entry->event, "begin")) {
		losing->run = run_known(losing->ledger, entry);
		losing->boot_id = entry->boot_id ? entry->boot_id : LEDGER_BOOT_UNKNOWN;
	}
	if (!losing->boot_id || !entry->knob || (losing->run && losing->run->outcome))
		return;
	if (!losing->run && string_equal(entry->knob, knob_consent.name) &&
		string_equal(entry->event, step_result_names[STEP_DONE]))
		port_assume(losing, entry->target);
	else if (string_equal(entry->knob, knob_guest_state.name) && string_equal(entry->event, "intend") &&
		 string_equal(entry->after, GUEST_RUNNING))
		start_assume(losing);
}

/* It is noted once a domain and boot: then what comes after it in the ledger counts, and else nothing. */
static bool is_noted(const struct ledger *ledger, const struct domain *domain)
{
	for (size_t i = 0; i < ledger->n_words; i++)
		if (ledger->words[i].what == SAID_ASSUMED &&
			string_equal(ledger->words[i].port, domain->port) &&
			string_equal(ledger->words[i].boot_id, domain->assumed))
			return true;
	return false;
}

void ledger_survey_lost(const struct ledger *ledger, const struct journal *journal, struct survey *survey)
{
	const char *boot_id = ledger_machine_text(survey, M_BOOT_ID);
	struct losing losing = { .ledger = ledger, .journal = journal, .survey = survey };

	for (size_t i = 0; i < journal->n; i++) {
		losing.at = &journal->entries[i];
		entry_assume(&losing);
	}
	for (size_t i = 0; i < losing.last.n; i++) {
		const struct domain *last = &losing.last.all[i];
		struct domain *known = domains_keep(&survey->domains, last->port);

		if (!is_noted(ledger, last) && !(boot_id && string_equal(known->assumed, boot_id)))
			domain_assume(known, last->assumed);
	}
	domains_free(&losing.last);
}

struct ledger_line *ledger_lines_lost(const struct ledger *ledger, const struct survey *survey, size_t *ret_n)
{
	const struct domains *domains = &survey->domains;
	struct ledger_line *lines = memory_new(domains->n + 1, sizeof(*lines));
	size_t n = 0;

	for (size_t i = 0; i < domains->n; i++)
		if (domains->all[i].assumed && !is_noted(ledger, &domains->all[i]))
			lines[n++] =
				(struct ledger_line){ .event = (char *)ledger_event_at(LEDGER_ASSUMED)->name,
					.target = domains->all[i].port,
					.value = domains->all[i].assumed };
	*ret_n = n;
	return lines;
}
