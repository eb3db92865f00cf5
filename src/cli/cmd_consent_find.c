/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds the guest that a consent is about, and the domains of its functions. */
#include "cmd_consent.h"

enum outcome consent_report(struct consent *consent, const struct finding *like, const char *text)
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

	consent_report(
		consent, &(struct finding){ .outcome = FAILED, .id = "no-such-guest", .hint = hint }, text);
	return -1;
}

static int report_unknown(struct consent *consent, const char *hint)
{
	AUTO_FREE char *text =
		text_print("what guests there are is not known: %s", consent->survey.guests.unknown);

	consent_report(consent,
		&(struct finding){ .outcome = UNAVAILABLE, .id = "guests-unknown", .hint = hint }, text);
	return -1;
}

int consent_find_wished(struct consent *consent)
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

int consent_find_defined(struct consent *consent)
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

bool consent_is_confidential(const struct consent *consent)
{
	return consent->wished ? guest_is_confidential(consent->wished)
			       : !guest_is_ordinary(consent->defined);
}

/* What cannot be found cannot be consented to; consent to the rest can be taken back. */
int consent_find_ports(struct consent *consent)
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
	consent_report(consent,
		&(struct finding){ .outcome = FAILED,
			.id = "closure-unknown",
			.hint = revokes ? "`pawl ledger` lists the domains with consent: `pawl consent "
					  "DOMAIN --revoke`"
					: "`pawl show --tree` tells what is here, and behind which port" },
		text);
	return -1;
}

/* A domain by its own name: neither the guest nor any of its functions need be there. */
int consent_find_named(struct consent *consent)
{
	AUTO_FREE char *text = NULL;

	consent->ports = memory_new(2, sizeof(*consent->ports));
	consent->ports[consent->n++] = string_copy(consent->name);
	if (domains_find(&consent->ledger.domains, consent->name))
		return 0;
	text = text_print("the ledger has nothing of a secure domain %s", consent->name);
	consent_report(consent,
		&(struct finding){ .outcome = FAILED,
			.id = "no-such-domain",
			.hint = "`pawl ledger` lists those that it has, by the address of their root port" },
		text);
	return -1;
}

void consent_find_closures(struct consent *consent)
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
