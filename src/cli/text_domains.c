/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A secure domain in words: what is in it, in which world it is, who has consented to it. */
#include "address.h"
#include "chosen.h"
#include "domains.h"
#include "print.h"

/* Functions that are there and are no VF: those are folded into one line. */
static bool is_row(const struct survey *survey, const char *name)
{
	const struct function *function = address_valid(name) ? survey_function(survey, name) : NULL;

	return function && !function->physfn;
}

static void vfs_print(const struct closure *closure, const struct survey *survey, struct text *text)
{
	AUTO_FREE const char **names = memory_new(closure->n + 1, sizeof(*names));
	size_t n = 0;

	for (size_t i = 0; i < closure->n; i++)
		if (!is_row(survey, closure->names[i]))
			names[n++] = closure->names[i];
	if (n == 0)
		return;
	text_addf(text, "  with %zu %s: ", n, plural(n, "VF", "VFs"));
	names_fold(names, n, text);
	text_add(text, "\n");
}

void closure_print(const struct closure *closure, const struct survey *survey, const struct state *want,
	struct text *text)
{
	AUTO_FREE const char **words = memory_new(closure->n + 1, sizeof(*words));
	struct chosen chosen = { 0 };
	struct report ignored = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < closure->n; i++)
		if (is_row(survey, closure->names[i]))
			words[n++] = closure->names[i];
	if (n > 0 && chosen_make(&chosen, words, want, &ignored) == 0)
		functions_print(survey, &chosen, 0, text);
	vfs_print(closure, survey, text);
	chosen_free(&chosen);
	report_free(&ignored);
}

char *world_words(const struct survey *survey, const char *port)
{
	const struct domain *domain = domains_find(&survey->domains, port);

	if (domain && domain->guest)
		return text_print("secure: the guest %s runs with it", guest_name(domain->guest));
	switch (domain_world(survey, port)) {
	case WORLD_SECURE:
		return string_copy("secure: a guest was started with it in this boot");
	case WORLD_UNKNOWN:
		return domain && domain->assumed
			       ? string_copy("perhaps secure: it was in an earlier boot, and nothing tells "
					     "what took it back")
			       : text_print("not known: %s", survey->domains.unknown);
	default:
		return string_copy("ordinary, as far as anybody knows");
	}
}

const char *const world_names[] = { "ordinary", "secure", "unknown", NULL };

const char *function_world_words(const struct survey *survey, const struct function *function)
{
	enum world_of world = function_world(survey, function);

	return world == WORLD_ORDINARY ? NULL : world_names[world];
}

/* "2026-11-21T12:00:00Z by root (ticket-4711)" */
static void word_print(const struct ledger_word *word, struct text *text)
{
	text_add_safe(text, word->time ? word->time : "");
	text_add(text, " by ");
	text_add_safe(text, word->who ? word->who : "who applied a plan");
	if (!word->note)
		return;
	text_add(text, " (");
	text_add_safe(text, word->note);
	text_add(text, ")");
}

char *settled_words(const struct ledger *ledger, const char *port)
{
	const struct ledger_word *word = ledger_last_word(ledger, port, SAID_SETTLED, SAID_ASSUMED);
	struct text text = { 0 };

	if (!word || word->what != SAID_SETTLED)
		return NULL;
	word_print(word, &text);
	return text_take(&text);
}

char *consent_words(const struct ledger *ledger, const char *port)
{
	const struct ledger_word *word = ledger_last_word(ledger, port, SAID_CONSENT, SAID_REVOKED);
	AUTO_FREE char *digest = word && word->digest ? text_print("%.8s", word->digest) : NULL;
	struct text text = { 0 };

	if (!word)
		return string_copy("none");
	text_add(&text, word->what == SAID_CONSENT ? "given " : "taken back ");
	word_print(word, &text);
	if (digest)
		text_add(&text, ", for "), text_add_safe(&text, digest);
	return text_take(&text);
}
