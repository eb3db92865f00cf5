/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl consent`: shows what becomes secure with a guest, asks, and notes the answer. */
#include "accept.h"
#include "address.h"
#include "command_line.h"
#include "commands.h"
#include "domains.h"
#include "print.h"
#include <stdlib.h>

/* A guest, of the files or of the machine, and the domains of its functions. */
struct consent {
	struct session *session;
	const char *name;
	struct survey survey;
	struct state want;
	const struct resource *wished; /* of the files; NULL: it is `defined` on the machine */
	const struct guest *defined;
	struct ledger ledger;
	char **ports;
	struct closure *closures; /* one a port */
	size_t n;
	char id[DIGEST_LENGTH + 1]; /* of all that is shown: what --accept-irreversible names */
};

static enum outcome report_guest(struct consent *consent, const struct finding *like, const char *text)
{
	struct finding finding = *like;

	finding.severity = ERROR;
	finding.object = consent->name;
	if (consent->wished)
		finding.at = resource_place(consent->wished, GUEST_HOSTDEVS);
	report_add(&consent->session->report, &finding, "%s", text);
	return finding.outcome;
}

static int report_no_guest(struct consent *consent, const char *where, const char *hint)
{
	AUTO_FREE char *text = text_print("%s has no guest %s", where, consent->name);

	report_guest(
		consent, &(struct finding){ .outcome = FAILED, .id = "no-such-guest", .hint = hint }, text);
	return -1;
}

static int report_unknown(struct consent *consent, const char *hint)
{
	AUTO_FREE char *text =
		text_print("what guests there are is not known: %s", consent->survey.guests.unknown);

	report_guest(consent,
		&(struct finding){ .outcome = UNAVAILABLE, .id = "guests-unknown", .hint = hint }, text);
	return -1;
}

static int find_wished(struct consent *consent)
{
	struct session *session = consent->session;

	if (session_wish(session) < 0 || wish_for_host(&session->wish, session->options.host_name,
						 &consent->survey, &consent->want, &session->report) < 0)
		return -1;
	wish_resolve(&consent->want, &consent->survey, &session->report);
	wish_derive(&consent->want, &consent->survey);
	consent->wished = state_find(&consent->want, &kind_guest, consent->name);
	if (!consent->wished)
		return report_no_guest(consent, "this host's part of the files",
			"`guests:` of the host lists those that it has");
	if (consent->survey.guests.unknown && (!resource_given(consent->wished, GUEST_CONFIDENTIAL) ||
						      guest_keeps_hostdevs(consent->wished)))
		return report_unknown(
			consent, "say both `confidential` and `hostdevs` of the guest in the file");
	return 0;
}

static int find_defined(struct consent *consent)
{
	const struct guests *guests = &consent->survey.guests;

	if (guests->unknown)
		return report_unknown(consent, "name the file that wishes for the guest: -f FILE");
	for (size_t i = 0; i < guests->n && !consent->defined; i++)
		if (string_equal(guest_name(guests->all[i].uri), consent->name))
			consent->defined = &guests->all[i];
	return consent->defined ? 0
				: report_no_guest(consent, "this machine",
					  "name the file that wishes for it: -f FILE");
}

static bool is_confidential(const struct consent *consent)
{
	return consent->wished ? guest_is_confidential(consent->wished)
			       : !guest_is_ordinary(consent->defined);
}

/* What cannot be found cannot be consented to; consent to the rest can be taken back. */
static int find_ports(struct consent *consent)
{
	bool revokes = session_given(consent->session, OPTION_REVOKE);
	AUTO_FREE char *missing = NULL, *text = NULL;

	consent->ports = consent->wished
				 ? guest_ports(consent->wished, &consent->survey, &consent->want, &missing)
				 : guest_ports_defined(consent->defined, &consent->survey, &missing);
	while (consent->ports[consent->n])
		consent->n++;
	if (!missing)
		return 0;
	text = text_print("%s gets %s, which is not here, or below no root port: what becomes secure with it "
			  "cannot be told",
		consent->name, missing);
	report_guest(consent,
		&(struct finding){ .outcome = FAILED,
			.id = "closure-unknown",
			.hint = revokes ? "`pawl ledger` lists the domains with consent: `pawl consent "
					  "DOMAIN --revoke`"
					: "`pawl show --tree` tells what is here, and behind which port" },
		text);
	return -1;
}

/* A domain by its own name: neither the guest nor any of its functions need be there. */
static int find_named(struct consent *consent)
{
	AUTO_FREE char *text = NULL;

	consent->ports = memory_new(2, sizeof(*consent->ports));
	consent->ports[consent->n++] = string_copy(consent->name);
	if (domains_find(&consent->ledger.domains, consent->name))
		return 0;
	text = text_print("the ledger has nothing of a secure domain %s", consent->name);
	report_guest(consent,
		&(struct finding){ .outcome = FAILED,
			.id = "no-such-domain",
			.hint = "`pawl ledger` lists those that it has, by the address of their root port" },
		text);
	return -1;
}

static void find_closures(struct consent *consent)
{
	AUTO_TEXT struct text text = { 0 };

	consent->closures = memory_new(consent->n + 1, sizeof(*consent->closures));
	for (size_t i = 0; i < consent->n; i++) {
		closure_find(&consent->survey, consent->wished ? &consent->want : NULL, consent->ports[i],
			&consent->closures[i]);
		text_addf(&text, "%s %s\n", consent->ports[i], consent->closures[i].digest);
	}
	digest_of(text_string(&text), text.length, consent->id);
}

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

static void domains_print(struct consent *consent)
{
	AUTO_TEXT struct text text = { 0 };

	for (size_t i = 0; i < consent->n; i++)
		domain_print(consent, i, &text);
	session_print(consent->session, &text);
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
		     : text_print("there is no terminal to ask on");

	text_add(&hint, "look at what is shown, then:");
	command_print(consent, "--accept-irreversible", consent->id, &hint);
	return report_guest(consent,
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
	if (session_given(session, OPTION_ACCEPT) || !world->terminal)
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
	session_print(session, &text);
	return FINE;
}

static enum outcome give(struct consent *consent)
{
	AUTO_TEXT struct text text = { 0 };
	enum outcome outcome;

	domains_print(consent);
	if (all_given(consent)) {
		text_add(&text, "Consent to all of this was given before: nothing to do.\n");
		session_print(consent->session, &text);
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
		world = world_words(&consent->survey, consent->ports[i]);
		text_addf(&text,
			"Consent to the secure domain %s is taken back, for every guest. Its world stays as "
			"it "
			"is: %s.\n",
			consent->ports[i], world);
	}
	if (text.length == 0 && whole == FINE)
		text_addf(&text, "There was no consent to take back: nothing to do.\n");
	session_print(session, &text);
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
		return find_named(consent) < 0 ? FAILED : revoke(consent, FINE);
	if ((session->options.n_files > 0 ? find_wished(consent) : find_defined(consent)) < 0)
		return session_outcome(session);
	if (!is_confidential(consent)) {
		text = text_print("%s is an ordinary guest: nothing becomes secure with it", consent->name);
		return report_guest(consent,
			&(struct finding){ .outcome = FAILED,
				.id = "no-consent-needed",
				.hint = "start it as you like; consent is for guests with `confidential`" },
			text);
	}
	whole = find_ports(consent) < 0 ? FAILED : FINE;
	if (revokes)
		return revoke(consent, whole);
	if (whole != FINE)
		return whole;
	find_closures(consent);
	return give(consent);
}

static enum outcome run(struct session *session)
{
	struct consent consent = { .session = session };
	enum outcome outcome;

	if (session->options.n_words == 0) {
		report_add(&session->report,
			&(struct finding){ .severity = ERROR,
				.outcome = BAD_USAGE,
				.id = "usage",
				.hint = "pawl consent GUEST -f FILE" },
			"`pawl consent` needs the name of a guest");
		return BAD_USAGE;
	}
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
		"the one that is defined here. Nothing is started. Without a terminal the answer is "
		"--accept-irreversible with the id that is said. --revoke takes consent back, and nothing "
		"from the secure world; a domain may be named instead of a guest, by the address of its root "
		"port.",
	.run = run,
	.words = WORDS_ONE,
	.options = TAKES(OPTION_FILE) | TAKES(OPTION_HOST) | TAKES(OPTION_ROOT) | TAKES(OPTION_ACCEPT) |
		   TAKES(OPTION_NOTE) | TAKES(OPTION_REVOKE),
	.needs_root = true,
};
