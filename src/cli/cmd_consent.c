/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl consent`: shows what becomes secure with a guest, asks, and notes the answer. */
#include "cmd_consent.h"
#include "accept.h"
#include "address.h"
#include "command_line.h"
#include "commands.h"
#include "document.h"
#include "usage.h"
#include <stdlib.h>

static bool is_given(const struct consent *consent, size_t i)
{
	const struct domain *known = domains_find(&consent->ledger.domains, consent->ports[i]);

	return known && closure_fits(&consent->closures[i], known->consent);
}

static bool all_given(const struct consent *consent)
{
	for (size_t i = 0; i < consent->n; i++)
		if (!is_given(consent, i))
			return false;
	return true;
}

static void domain_print(const struct consent *consent, size_t i, struct text *text)
{
	const char *port = consent->ports[i];
	AUTO_FREE char *world = world_words(&consent->survey, port);
	AUTO_FREE char *given = consent_words(&consent->ledger, port);

	text_addf(text, "Secure domain %s: with %s all of this becomes secure, for good\n", port,
		consent->name);
	closure_print(&consent->closures[i], &consent->survey, consent->wished ? &consent->want : NULL, text);
	text_addf(text, "  closure  %.8s\n  consent  %s%s\n  world    %s\n\n", consent->closures[i].digest,
		given, is_given(consent, i) ? ", which is this closure" : "", world);
}

/* For who reads JSON: nothing else is said, and nobody is asked. */
static void document_make(struct consent *consent, bool noted)
{
	struct session *session = consent->session;
	bool named = !consent->wished && !consent->defined;
	const struct document_consent thing = {
		.guest = named ? NULL : consent->name,
		.id = *consent->id ? consent->id : NULL,
		.survey = &consent->survey,
		.ledger = &consent->ledger,
		.ports = consent->ports,
		.closures = consent->closures,
		.n = consent->n,
		.noted = noted,
	};

	if (!session->options.format->print)
		return;
	document_free(session->document);
	session->document = document_start(&form_consent, &thing);
}

static void say(struct consent *consent, const struct text *text)
{
	if (!consent->session->options.format->print)
		session_print(consent->session, text);
}

static void domains_print(struct consent *consent)
{
	AUTO_TEXT struct text text = { 0 };

	document_make(consent, false);
	for (size_t i = 0; i < consent->n; i++)
		domain_print(consent, i, &text);
	say(consent, &text);
}

static const char *host_name(const struct consent *consent)
{
	const struct resource *host = consent->wished ? resource_above(consent->wished, &kind_host) : NULL;

	return host ? host->name : consent->survey.machine[M_HOSTNAME].text;
}

/* "pawl consent cvm1 --revoke -f wish.yaml" */
static void command_print(
	const struct consent *consent, const char *option, const char *value, struct text *text)
{
	const struct options *options = &consent->session->options;

	text_add(text, " pawl consent ");
	line_add_word(text, consent->name);
	if (value)
		line_add_option(text, option, value);
	else
		text_addf(text, " %s", option);
	line_add_option(text, "--note", value ? options->note : NULL);
	line_add_option(text, "--host", options->host_name);
	line_add_option(text, "--root", options->root);
	for (size_t i = 0; i < options->n_files; i++)
		line_add_option(text, "-f", options->files[i]);
}

static enum outcome report_unasked(struct consent *consent, const char *said)
{
	AUTO_TEXT struct text hint = { 0 };
	AUTO_FREE char *text =
		said ? text_print("--accept-irreversible names %.8s, and all that is shown here is %.8s%s",
			       said, consent->id,
			       string_starts(consent->id, said) ? ": the whole id is needed" : "")
		     : string_copy(consent->session->options.format->print
					   ? "with -o json nobody is asked"
					   : "there is no terminal to ask on");

	text_add(&hint, "look at what is shown, then:");
	command_print(consent, "--accept-irreversible", consent->id, &hint);
	return consent_report(consent,
		&(struct finding){ .outcome = said ? REFUSED : BAD_USAGE,
			.id = said ? "accepted-other" : "not-accepted",
			.hint = text_string(&hint) },
		text);
}

static enum outcome ask(struct consent *consent)
{
	struct session *session = consent->session;
	const struct world *world = session->world;
	AUTO_FREE char *said = accept_id(session, host_name(consent));

	if (string_equal(said, consent->id))
		return FINE;
	if (session_given(session, OPTION_ACCEPT) || !world->terminal || session->options.format->print)
		return report_unasked(
			consent, session_given(session, OPTION_ACCEPT) ? said ? said : "nothing here" : NULL);
	fprintf(world->err,
		"Nothing is started now. Once %s is started this can NEVER be taken back. "
		"Do you consent? Only yes is taken: ",
		consent->name);
	fflush(world->err);
	if (answer_is(world->in, "yes"))
		return FINE;
	fputs("Nothing was noted.\n", world->err);
	return FAILED;
}

/* One line a domain that has no equal one yet. */
static enum outcome note(struct consent *consent)
{
	struct session *session = consent->session;
	AUTO_FREE char *who = who_says();
	AUTO_TEXT struct text text = { 0 };

	for (size_t i = 0; i < consent->n; i++) {
		const struct ledger_word word = { .what = SAID_CONSENT,
			.port = consent->ports[i],
			.digest = consent->closures[i].digest,
			.who = who,
			.note = (char *)session->options.note };

		if (!is_given(consent, i) &&
			ledger_say(&consent->ledger, &word, &consent->survey, &session->report) < 0)
			return session_outcome(session);
	}
	text_add(&text, "Consent is noted, and nothing was started. To take it back:");
	command_print(consent, "--revoke", NULL, &text);
	text_add(&text, "\n");
	document_make(consent, true);
	say(consent, &text);
	return FINE;
}

static enum outcome give(struct consent *consent)
{
	AUTO_TEXT struct text text = { 0 };
	enum outcome outcome;

	domains_print(consent);
	if (all_given(consent)) {
		text_add(&text, "Consent to all of this was given before: nothing to do.\n");
		say(consent, &text);
		return FINE;
	}
	session_tell(consent->session);
	outcome = ask(consent);
	return outcome == FINE ? note(consent) : outcome;
}

/* `whole`: FINE, or why some of the guest's domains cannot be told. */
static enum outcome revoke(struct consent *consent, enum outcome whole)
{
	struct session *session = consent->session;
	AUTO_FREE char *who = who_says();
	AUTO_TEXT struct text text = { 0 };
	bool noted = false;

	for (size_t i = 0; i < consent->n; i++) {
		const struct domain *known = domains_find(&consent->ledger.domains, consent->ports[i]);
		const struct ledger_word word = {
			.port = consent->ports[i], .who = who, .note = (char *)session->options.note
		};
		AUTO_FREE char *world = NULL;

		if (!known || !known->consent)
			continue;
		if (ledger_revoke(&consent->ledger, &word, &consent->survey, &session->report) < 0)
			return session_outcome(session);
		noted = true;
		world = world_words(&consent->survey, consent->ports[i]);
		text_addf(&text,
			"Consent to the secure domain %s is taken back, for every guest. Its world stays as "
			"it is: %s.\n",
			consent->ports[i], world);
	}
	if (text.length == 0 && whole == FINE)
		text_addf(&text, "There was no consent to take back: nothing to do.\n");
	document_make(consent, noted);
	say(consent, &text);
	return whole;
}

static enum outcome consent_run(struct consent *consent)
{
	struct session *session = consent->session;
	bool revokes = session_given(session, OPTION_REVOKE);
	enum outcome whole;
	AUTO_FREE char *text = NULL;

	if (session_lock(session) < 0 || session_remember(session, &consent->survey, &consent->ledger) < 0)
		return session_outcome(session);
	if (revokes && address_valid(consent->name))
		return consent_find_named(consent) < 0 ? FAILED : revoke(consent, FINE);
	if ((session->options.n_files > 0 ? consent_find_wished(consent) : consent_find_defined(consent)) < 0)
		return session_outcome(session);
	if (!consent_is_confidential(consent)) {
		text = text_print("%s is an ordinary guest: nothing becomes secure with it", consent->name);
		return consent_report(consent,
			&(struct finding){ .outcome = FAILED,
				.id = "no-consent-needed",
				.hint = "start it as you like; consent is for guests with `confidential`" },
			text);
	}
	whole = consent_find_ports(consent) < 0 ? FAILED : FINE;
	if (revokes)
		return revoke(consent, whole);
	if (whole != FINE)
		return whole;
	consent_find_closures(consent);
	return give(consent);
}

static enum outcome run(struct session *session)
{
	struct consent consent = { .session = session };
	enum outcome outcome;

	if (session->options.n_words == 0)
		return usage_report(&session->report, "pawl consent GUEST -f FILE",
			"`pawl consent` needs the name of a guest");
	consent.name = session->options.words[0];
	outcome = consent_run(&consent);
	for (size_t i = 0; consent.closures && i < consent.n; i++)
		closure_free(&consent.closures[i]);
	free(consent.closures);
	guest_ports_free(consent.ports);
	ledger_free(&consent.ledger);
	state_free(&consent.want);
	survey_free(&consent.survey);
	return outcome;
}

const struct command command_consent = {
	.name = "consent",
	.arguments = "GUEST",
	.summary = "What becomes secure with a confidential guest; asks, and notes the answer",
	.more = "With -f the guest is the one of the files, and what they wish for is counted in; else it is "
		"the one that is defined here. Nothing is started. Without a terminal, and with -o json, the "
		"answer is --accept-irreversible with the id that is said. --revoke takes consent back, and "
		"nothing from the secure world; a domain may be named instead of a guest, by the address of "
		"its root port.",
	.run = run,
	.words = WORDS_ONE,
	.options = TAKES(OPTION_FILE) | TAKES(OPTION_HOST) | TAKES(OPTION_ROOT) | TAKES(OPTION_ACCEPT) |
		   TAKES(OPTION_NOTE) | TAKES(OPTION_REVOKE) | TAKES(OPTION_FORMAT),
	.needs_root = true,
};
