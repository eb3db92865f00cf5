/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells what is not in the ledger: it was lost, an older one is back, or others did it. */
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

static bool is_revoked(const struct ledger *ledger, const char *port, const char *time)
{
	for (size_t i = 0; i < ledger->n_words; i++)
		if (ledger->words[i].what == SAID_REVOKED && !ledger->words[i].lost &&
			string_equal(ledger->words[i].port, port) &&
			string_equal(ledger->words[i].time, time))
			return true;
	return false;
}

/* Of each domain the last boot in which a run has assumed it, and when consent to it was last taken back. */
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
		if (string_equal(entry->event, JOURNAL_REVOKED))
			domain_revoke(domains_keep(last, entry->target),
				&(struct revocation){ entry->time, entry->note, entry->boot_id });
	}
}

/* The ledger is told of a run before the journal is (run_begin.c). */
static bool lacks_run(const struct ledger *ledger, const struct journal *journal)
{
	const struct journal_entry *begin, *end;

	journal_last_run(journal, &begin, &end);
	if (!begin || ledger->stands.is != LEDGER_IS_WHOLE)
		return false;
	for (size_t i = ledger->n_runs; i-- > 0;)
		if (string_equal(ledger->runs[i].began, begin->time) &&
			string_equal(ledger->runs[i].plan, begin->plan))
			return false;
	return true;
}

/*
 * To whom pawl gave what, so that no VF's next user gets it unasked. Not the names: the journal has only
 * those of the last runs, and a name is a question then (namespace-alike).
 */
void ledger_survey_given(const struct ledger *ledger, const struct journal *journal, struct survey *survey)
{
	survey->ledger.lacks_run = lacks_run(ledger, journal);
	survey->ledger.n_runs = ledger->n_runs;
	for (size_t i = 0; survey->ledger.lacks_run && i < journal->n; i++) {
		const struct journal_entry *entry = &journal->entries[i];
		bool refused = string_equal(entry->event, step_result_names[STEP_REFUSED]);
		const struct applied word = { .knob = entry->knob ? knob_find(entry->knob) : NULL,
			.target = entry->target,
			.object = entry->object,
			.original = entry->before,
			.value = refused ? entry->before : entry->after };

		if (word.knob && word.knob->flags & KNOB_ADDS_UP &&
			(refused || string_equal(entry->event, "intend")))
			ledger_learn(&survey->kept, &word);
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

		if (told->assumed && !is_noted(ledger, told->port, told->assumed) &&
			!(boot_id && string_equal(known->assumed, boot_id)))
			domain_assume(known, told->assumed);
		if (told->revoked.time && !is_revoked(ledger, told->port, told->revoked.time))
			domain_revoke(known, &told->revoked);
	}
	domains_free(&last);
}

void ledger_take_lost(struct ledger *ledger, const struct survey *survey)
{
	for (size_t i = 0; i < survey->domains.n; i++) {
		const struct domain *domain = &survey->domains.all[i];
		const struct revocation *revoked = &domain->revoked;

		if (!revoked->time || is_revoked(ledger, domain->port, revoked->time))
			continue;
		domain_consent(domains_keep(&ledger->domains, domain->port), NULL);
		ledger->words = memory_grow(ledger->words, ledger->n_words, sizeof(*ledger->words));
		ledger->words[ledger->n_words++] = (struct ledger_word){ .what = SAID_REVOKED,
			.port = string_copy(domain->port),
			.time = string_copy(revoked->time),
			.who = string_copy(revoked->who),
			.boot_id = string_copy(revoked->boot_id),
			.lost = true };
	}
}

static size_t lines_revoked(const struct ledger *ledger, struct ledger_line *lines)
{
	size_t n = 0;

	for (size_t i = 0; i < ledger->n_words; i++) {
		const struct ledger_word *word = &ledger->words[i];

		if (word->lost && !is_revoked(ledger, word->port, word->time))
			lines[n++] =
				(struct ledger_line){ .event = (char *)ledger_event_at(LEDGER_REVOKED)->name,
					.target = word->port,
					.time = word->time,
					.who = word->who,
					.boot_id = word->boot_id };
	}
	return n;
}

static bool is_learned(const struct ledger *ledger, const struct applied *word)
{
	const struct applied *known = applied_find(&ledger->learned, word->knob, word->target);

	return known && string_equal(known->value, word->value) &&
	       string_equal(known->original, word->original);
}

/* Before the first run that it knows of since: what that one does is the last word. */
static size_t lines_given(const struct ledger *ledger, const struct survey *survey, struct ledger_line *lines)
{
	bool lost = survey->ledger.lacks_run && survey->ledger.n_runs == ledger->n_runs;
	size_t n = 0;

	for (size_t i = 0; lost && i < survey->kept.n; i++) {
		const struct applied *given = &survey->kept.all[i];

		if (given->knob->flags & KNOB_ADDS_UP && !is_learned(ledger, given))
			lines[n++] =
				(struct ledger_line){ .event = (char *)ledger_event_at(LEDGER_NAMED)->name,
					.knob = (char *)given->knob->name,
					.target = given->target,
					.object = given->object,
					.before = given->original,
					.value = given->value };
	}
	return n;
}

/* A guest proves it only as long as it runs. */
struct ledger_line *ledger_lines_lost(const struct ledger *ledger, const struct survey *survey, size_t *ret_n)
{
	const char *boot_id = ledger_machine_text(survey, M_BOOT_ID);
	const struct domains *domains = &survey->domains;
	struct ledger_line *lines =
		memory_new(domains->n + ledger->n_words + survey->kept.n + 1, sizeof(*lines));
	size_t n = lines_revoked(ledger, lines);

	n += lines_given(ledger, survey, lines + n);

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
