/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl ledger settle`: the operator's word that a secure domain is ordinary again. */
#include "accept.h"
#include "command_line.h"
#include "commands.h"
#include "document.h"
#include "domains.h"
#include "print.h"

static enum outcome refuse(
	struct session *session, const char *port, const struct finding *like, const char *text)
{
	struct finding finding = *like;

	finding.severity = ERROR;
	finding.object = port;
	report_add(&session->report, &finding, "%s", text);
	return finding.outcome;
}

/* For who reads JSON; the question is asked on the terminal all the same. */
static void document_make(struct session *session, const char *port, const struct survey *survey,
	const struct ledger *ledger, bool noted)
{
	char *const ports[] = { (char *)port };
	const struct document_consent thing = {
		.survey = survey, .ledger = ledger, .ports = ports, .n = 1, .noted = noted
	};

	if (!session->options.format->print)
		return;
	document_free(session->document);
	session->document = document_start(&form_consent, &thing);
}

static void say(struct session *session, const struct text *text)
{
	if (!session->options.format->print)
		session_print(session, text);
}

static enum outcome refuse_unknown(struct session *session, const char *port, const char *why)
{
	AUTO_FREE char *text = text_print("whether a guest runs with it is not known: %s", why);

	return refuse(session, port,
		&(struct finding){ .outcome = UNAVAILABLE,
			.id = "guests-unknown",
			.hint = "see why libvirt does not answer; nobody's word is taken against one that "
				"may run" },
		text);
}

static enum outcome refuse_secure(struct session *session, const char *port, const struct survey *survey)
{
	AUTO_FREE char *world = world_words(survey, port);
	AUTO_FREE char *text = text_print("%s is not ordinary: it is %s", port, world);

	return refuse(session, port,
		&(struct finding){ .outcome = REFUSED,
			.id = "domain-secure",
			.hint = "stop its guests, take the machine from its power, all of it, and start it "
				"again; then say it" },
		text);
}

static enum outcome refuse_boot(struct session *session, const char *port)
{
	return refuse(session, port,
		&(struct finding){ .outcome = REFUSED,
			.id = "boot-unknown",
			.path = "/proc/sys/kernel/random/boot_id",
			.hint = "see why it cannot be read; a word on power is for a boot after the switch" },
		"whether the machine was booted since cannot be told: this boot has no boot_id");
}

/* What speaks against the word; FINE: nothing does. */
static enum outcome settle_check(struct session *session, const char *port, const struct survey *survey)
{
	if (survey->guests.unknown)
		return refuse_unknown(session, port, survey->guests.unknown);
	if (domain_world(survey, port) == WORLD_SECURE)
		return refuse_secure(session, port, survey);
	if (survey->machine[M_BOOT_ID].is != R_VALUE)
		return refuse_boot(session, port);
	if (session->world->terminal)
		return FINE;
	return refuse(session, port,
		&(struct finding){ .outcome = BAD_USAGE,
			.id = "not-accepted",
			.hint = "run it on a terminal: it is the word of somebody who was there" },
		"there is no terminal to ask on, and no option answers this");
}

static enum outcome ask(struct session *session, const char *port, const struct ledger *ledger)
{
	const struct ledger_word *word = ledger_last_word(ledger, port, SAID_ASSUMED, SAID_SETTLED);
	AUTO_TEXT struct text text = { 0 };

	text_addf(&text, "%s became secure, or may have, ", port);
	text_add_safe(&text, word && word->time ? word->time : "in an earlier boot");
	text_add(&text, ".\nA reboot does not prove that the secure world has let go of it; that the machine "
			"was without power does.\n");
	if (session->options.format->print)
		fputs(text_string(&text), session->world->err);
	say(session, &text);
	session_tell(session);
	fprintf(session->world->err,
		"Was the machine without power since? Type the domain's address to say so: ");
	fflush(session->world->err);
	if (answer_is(session->world->in, port))
		return FINE;
	fputs("Nothing was noted.\n", session->world->err);
	return FAILED;
}

static enum outcome settle(
	struct session *session, const char *port, const struct survey *survey, struct ledger *ledger)
{
	AUTO_FREE char *who = who_says();
	const struct ledger_word word = {
		.what = SAID_SETTLED, .port = (char *)port, .who = who, .note = (char *)session->options.note
	};
	AUTO_TEXT struct text text = { 0 };
	enum outcome outcome = ask(session, port, ledger);

	if (outcome != FINE)
		return outcome;
	if (ledger_say(ledger, &word, survey, &session->report) < 0)
		return session_outcome(session);
	text_addf(&text,
		"%s is settled: ordinary guests may have its functions again. Consent to it stays. To take "
		"it back: pawl consent %s --revoke",
		port, port);
	line_add_option(&text, "--root", session->options.root);
	text_add(&text, "\n");
	document_make(session, port, survey, ledger, true);
	say(session, &text);
	return FINE;
}

static enum outcome settle_domain(
	struct session *session, const char *port, const struct survey *survey, struct ledger *ledger)
{
	const struct domain *domain = domains_find(&survey->domains, port);
	AUTO_FREE char *text = NULL;
	enum outcome outcome;

	if (!domain) {
		text = text_print("the ledger has nothing of a secure domain %s", port);
		return refuse(session, port,
			&(struct finding){ .outcome = FAILED,
				.id = "no-such-domain",
				.hint = "`pawl ledger` lists those that it has, by the address of their root "
					"port" },
			text);
	}
	document_make(session, port, survey, ledger, false);
	if (domain_world(survey, port) == WORLD_ORDINARY) {
		AUTO_TEXT struct text said = { 0 };

		text_addf(&said, "%s counts as ordinary: nothing to do.\n", port);
		say(session, &said);
		return FINE;
	}
	outcome = settle_check(session, port, survey);
	return outcome == FINE ? settle(session, port, survey, ledger) : outcome;
}

static enum outcome run(struct session *session)
{
	struct survey survey = { 0 };
	struct ledger ledger = { 0 };
	enum outcome outcome;

	if (session->options.n_words == 0)
		outcome = refuse(session, NULL,
			&(struct finding){
				.outcome = BAD_USAGE, .id = "usage", .hint = "`pawl ledger` lists them" },
			"`pawl ledger settle` needs the address of a secure domain");
	else if (session_lock(session) < 0 || session_remember(session, &survey, &ledger) < 0)
		outcome = session_outcome(session);
	else
		outcome = settle_domain(session, session->options.words[0], &survey, &ledger);
	ledger_free(&ledger);
	survey_free(&survey);
	return outcome;
}

const struct command command_ledger_settle = {
	.name = "ledger settle",
	.arguments = "DOMAIN",
	.summary = "Your word, after a cold start, that a secure domain is ordinary again",
	.more = "No document says what takes a domain back from the secure world, and nothing on the machine "
		"tells: after a boot it is unknown, and no ordinary guest gets anything of it. Your word "
		"is asked for on a terminal, by typing the domain's address, and noted with who gave it.",
	.run = run,
	.words = WORDS_ONE,
	.options = TAKES(OPTION_ROOT) | TAKES(OPTION_NOTE) | TAKES(OPTION_FORMAT),
	.needs_root = true,
};
