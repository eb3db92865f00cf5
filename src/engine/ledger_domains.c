/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the ledger has of secure domains: consent to them, and which may have become secure. */
#include "ledger_line.h"
#include <stdlib.h>

static const size_t events_said[] = {
	[SAID_CONSENT] = LEDGER_CONSENT,
	[SAID_REVOKED] = LEDGER_REVOKED,
	[SAID_ASSUMED] = LEDGER_ASSUMED,
	[SAID_SETTLED] = LEDGER_SETTLED,
};

static int said_of(size_t event)
{
	int said = 0;

	while (events_said[said] != event)
		said++;
	return said;
}

static void take_word(struct ledger *ledger, const struct ledger_line *line, int said)
{
	const char *boot_id = said == SAID_ASSUMED ? line->value : line->boot_id;

	ledger->words = memory_grow(ledger->words, ledger->n_words, sizeof(*ledger->words));
	ledger->words[ledger->n_words++] = (struct ledger_word){
		.what = said,
		.port = string_copy(line->target),
		.digest = said == SAID_CONSENT ? string_copy(line->value) : NULL,
		.time = string_copy(line->time),
		.who = string_copy(line->who),
		.boot_id = string_copy(boot_id),
		.note = string_copy(line->note),
	};
}

void ledger_take_domain(struct ledger *ledger, const struct ledger_line *line)
{
	struct domain *domain = domains_keep(&ledger->domains, line->target);
	int said = said_of(ledger_event_of(line));

	take_word(ledger, line, said);
	if (said == SAID_CONSENT || said == SAID_REVOKED)
		domain_consent(domain, said == SAID_CONSENT ? line->value : NULL);
	else
		domain_assume(domain, said == SAID_ASSUMED ? line->value : NULL);
}

void ledger_free_words(struct ledger *ledger)
{
	for (size_t i = 0; i < ledger->n_words; i++) {
		free(ledger->words[i].port);
		free(ledger->words[i].digest);
		free(ledger->words[i].time);
		free(ledger->words[i].who);
		free(ledger->words[i].boot_id);
		free(ledger->words[i].note);
	}
	free(ledger->words);
}

const struct ledger_word *ledger_last_word(
	const struct ledger *ledger, const char *port, int what, int or_what)
{
	for (size_t i = ledger->n_words; i > 0; i--) {
		const struct ledger_word *word = &ledger->words[i - 1];

		if (((int)word->what == what || (int)word->what == or_what) && string_equal(word->port, port))
			return word;
	}
	return NULL;
}

void ledger_read(const struct ledger *ledger, const char *target, struct reading *reading)
{
	const struct domain *domain = ledger ? domains_find(&ledger->domains, target) : NULL;
	const char *value = domain && domain->consent ? domain->consent : "";

	*reading = (struct reading){
		.is = ledger ? R_VALUE : R_UNKNOWN,
		.text = string_copy(ledger ? value : "there is no ledger"),
	};
}

/* What cannot be noted is no ground for what rests on it. */
static int append(
	struct ledger *ledger, struct ledger_line *line, const struct survey *survey, struct report *report)
{
	if (ledger_refuse(ledger, line->target, report) < 0)
		return -1;
	return ledger_append(ledger, line, 1, survey, report);
}

static char *boot_id_of(const struct survey *survey)
{
	const struct reading *boot = &survey->machine[M_BOOT_ID];

	return boot->is == R_VALUE ? boot->text : (char *)LEDGER_BOOT_UNKNOWN;
}

int ledger_say(struct ledger *ledger, const struct ledger_word *word, const struct survey *survey,
	struct report *report)
{
	struct ledger_line line = {
		.event = (char *)ledger_event_at(events_said[word->what])->name,
		.target = word->port,
		.value = word->digest,
		.who = word->who,
		.note = word->note,
		.time = word->time,
		.boot_id = boot_id_of(survey),
	};

	return append(ledger, &line, survey, report);
}

static int journal_say(
	struct host *host, const char *port, const struct revocation *revoked, struct report *report)
{
	struct journal journal;
	int result = journal_open(&journal, host, report);

	if (result == 0)
		result = journal_revoked(&journal, port, revoked, report);
	journal_free(&journal);
	return result;
}

/* Its time tells one such word from another, also within a second. */
int ledger_revoke(struct ledger *ledger, const struct ledger_word *word, const struct survey *survey,
	struct report *report)
{
	const struct ledger_word *last = ledger_last_word(ledger, word->port, SAID_REVOKED, SAID_REVOKED);
	AUTO_FREE char *now = record_time_after(last ? last->time : NULL);
	const struct revocation revoked = { .time = now, .who = word->who, .boot_id = boot_id_of(survey) };
	struct ledger_word dated = *word;

	dated.what = SAID_REVOKED;
	dated.time = now;
	if (ledger_refuse(ledger, word->port, report) < 0 ||
		journal_say(ledger->record.host, word->port, &revoked, report) < 0)
		return -1;
	return ledger_say(ledger, &dated, survey, report);
}

int ledger_consent(struct ledger *ledger, const char *port, const char *digest, const struct survey *survey,
	struct report *report)
{
	const struct ledger_word word = {
		.what = SAID_CONSENT, .port = (char *)port, .digest = (char *)digest
	};

	return ledger_say(ledger, &word, survey, report);
}

/* Once a domain and boot: what was assumed stays so. */
static int assume_port(struct ledger *ledger, struct journal *journal, const char *port,
	const struct survey *survey, struct report *report)
{
	const struct domain *known = domains_find(&ledger->domains, port);
	struct ledger_line line = {
		.event = (char *)ledger_event_at(LEDGER_ASSUMED)->name,
		.target = (char *)port,
		.value = boot_id_of(survey),
	};

	if (known && string_equal(known->assumed, line.value))
		return 0;
	if (journal_assumed(journal, port, report) < 0)
		return -1;
	return append(ledger, &line, survey, report);
}

/* What was taken for secure stays so; of consent the lost lines may have taken back any. */
void ledger_survey_doubted(const struct ledger *ledger, struct survey *survey)
{
	domains_free(&survey->domains);
	if (ledger->stands.is != LEDGER_IS_ELSEWHERE)
		domains_copy(&ledger->domains, &survey->domains);
	for (size_t i = 0; i < survey->domains.n; i++)
		domain_consent(&survey->domains.all[i], NULL);
	free(survey->domains.unknown);
	survey->domains.unknown = string_copy(ledger->stands.why);
}

int ledger_assume(struct ledger *ledger, struct journal *journal, const struct step *step,
	const struct survey *survey, struct report *report)
{
	for (size_t i = 0; i < step->n_effects; i++) {
		const struct function *function = step->effects[i].kind == EFFECT_SECURED
							  ? survey_function(survey, step->effects[i].object)
							  : NULL;
		AUTO_FREE char *port = function ? function_root_port(function) : NULL;

		if (port && assume_port(ledger, journal, port, survey, report) < 0)
			return -1;
	}
	return 0;
}
