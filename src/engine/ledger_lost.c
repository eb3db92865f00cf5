/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells what may be secure and is not in the ledger: it was lost, an older one is back, or others did it. */
#include "ledger_line.h"

/* Once a domain and boot: then what comes after it in the ledger counts, and else nothing. */
static bool is_noted(const struct ledger *ledger, const char *port, const char *boot_id)
{
	for (size_t i = 0; i < ledger->n_words; i++)
		if (ledger->words[i].what == SAID_ASSUMED && string_equal(ledger->words[i].port, port) &&
			string_equal(ledger->words[i].boot_id, boot_id))
			return true;
	return false;
}

/* Of each domain the last boot in which a run has assumed it. */
static void journal_read(const struct journal *journal, struct domains *last)
{
	const char *boot_id = NULL;

	for (size_t i = 0; i < journal->n; i++) {
		const struct journal_entry *entry = &journal->entries[i];

		if (string_equal(entry->event, "begin"))
			boot_id = entry->boot_id;
		if (string_equal(entry->event, JOURNAL_ASSUMED))
			domain_assume(
				domains_keep(last, entry->target), boot_id ? boot_id : LEDGER_BOOT_UNKNOWN);
	}
}

void ledger_survey_lost(const struct ledger *ledger, const struct journal *journal, struct survey *survey)
{
	const char *boot_id = ledger_machine_text(survey, M_BOOT_ID);
	struct domains last = { 0 };

	journal_read(journal, &last);
	for (size_t i = 0; i < last.n; i++) {
		const struct domain *told = &last.all[i];
		struct domain *known = domains_keep(&survey->domains, told->port);

		if (!is_noted(ledger, told->port, told->assumed) &&
			!(boot_id && string_equal(known->assumed, boot_id)))
			domain_assume(known, told->assumed);
	}
	domains_free(&last);
}

/* A guest proves it only as long as it runs. */
struct ledger_line *ledger_lines_lost(const struct ledger *ledger, const struct survey *survey, size_t *ret_n)
{
	const char *boot_id = ledger_machine_text(survey, M_BOOT_ID);
	const struct domains *domains = &survey->domains;
	struct ledger_line *lines = memory_new(domains->n + 1, sizeof(*lines));
	size_t n = 0;

	for (size_t i = 0; i < domains->n; i++) {
		const struct domain *domain = &domains->all[i];
		const char *since = domain->assumed;

		if (domain->guest)
			since = boot_id ? boot_id : LEDGER_BOOT_UNKNOWN;
		if (since && !is_noted(ledger, domain->port, since))
			lines[n++] =
				(struct ledger_line){ .event = (char *)ledger_event_at(LEDGER_ASSUMED)->name,
					.target = domain->port,
					.value = (char *)since };
	}
	*ret_n = n;
	return lines;
}
