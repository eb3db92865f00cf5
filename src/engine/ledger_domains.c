/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the ledger has of secure domains: consent to them, and which may have become secure. */
#include "ledger_line.h"
#include <stdlib.h>

void ledger_take_domain(struct ledger *ledger, const struct ledger_line *line)
{
	struct domain *domain = domains_keep(&ledger->domains, line->target);

	if (ledger_event_of(line) == LEDGER_CONSENT)
		domain_consent(domain, line->value);
	else
		domain_assume(domain, line->value);
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

int ledger_consent(struct ledger *ledger, const char *port, const char *digest, const struct survey *survey,
	struct report *report)
{
	struct ledger_line line = {
		.event = (char *)ledger_event_at(LEDGER_CONSENT)->name,
		.target = (char *)port,
		.value = (char *)digest,
	};

	return append(ledger, &line, survey, report);
}

/* Once a domain and boot: what was assumed stays so. */
static int assume_port(
	struct ledger *ledger, const char *port, const struct survey *survey, struct report *report)
{
	const struct domain *known = domains_find(&ledger->domains, port);
	const struct reading *boot = &survey->machine[M_BOOT_ID];
	struct ledger_line line = {
		.event = (char *)ledger_event_at(LEDGER_ASSUMED)->name,
		.target = (char *)port,
		.value = boot->is == R_VALUE ? boot->text : (char *)"unknown",
	};

	if (known && string_equal(known->assumed, line.value))
		return 0;
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

int ledger_assume(
	struct ledger *ledger, const struct step *step, const struct survey *survey, struct report *report)
{
	for (size_t i = 0; i < step->n_effects; i++) {
		const struct function *function = step->effects[i].kind == EFFECT_SECURED
							  ? survey_function(survey, step->effects[i].object)
							  : NULL;
		AUTO_FREE char *port = function ? function_root_port(function) : NULL;

		if (port && assume_port(ledger, port, survey, report) < 0)
			return -1;
	}
	return 0;
}
