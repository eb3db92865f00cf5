/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl show`: what is here. */
#include "chosen.h"
#include "commands.h"
#include "differences.h"
#include "document.h"
#include "object.h"
#include "print.h"
#include "saved.h"
#include "session.h"

/* The rest is shown all the same, but a device without a function has no line to be missed in. */
static void report_missing(const struct state *want, const struct survey *survey, struct report *report)
{
	for (size_t i = 0; i < want->n; i++) {
		const struct resource *device = want->all[i];
		AUTO_TEXT struct text words = { 0 };
		bool many;

		if (device->kind != &kind_device || !device_is_missing(device->body))
			continue;
		many = device_missing_words(device, survey, &words);
		report_add(report,
			&(struct finding){ .severity = WARNING,
				.id = many ? "device-ambiguous" : "device-not-found",
				.object = device->name,
				.at = resource_place(device, DEVICE_SELECT),
				.hint = many ? "give `select` another key, or say with `expect` how many are "
					       "meant"
					     : "compare with the addresses and paths that are shown" },
			"%s is not found: %s", device->name, text_string(&words));
	}
}

/* The host's part of the wish with the functions found, for the handles; none without a file. */
static int want_make(struct session *session, const struct survey *survey, struct state *want)
{
	if (session->options.n_files == 0)
		return 0;
	if (wish_for_host(&session->wish, session->options.host_name, survey, want, &session->report) < 0)
		return -1;
	wish_resolve(want, survey, &session->report);
	wish_note_out_of_service(want, &session->report);
	report_missing(want, survey, &session->report);
	return 0;
}

static bool survey_has(const struct survey *survey, const struct chosen *chosen)
{
	for (size_t i = 0; i < survey->n; i++)
		if (chosen_has(chosen, survey->functions[i]))
			return true;
	return survey->n == 0 && chosen->n == 0;
}

/* `word` says which of them are asked for: "nic0.vf.3", "nic0.vf.*". */
static void pool_print(
	const struct resource *pool, const char *word, const struct survey *survey, struct text *text)
{
	const struct function *pf = device_function(survey, pool->under);
	size_t count = (size_t)((const struct pool_body *)pool->body)->count;
	int64_t number;

	text_addf(text, "%s wishes for %zu VFs", pool->under->name, count);
	if (name_vf(word, &number) && number >= (int64_t)count)
		text_addf(text, " (%s is beyond them)", word + name_device_length(word) + 1);
	if (!pf)
		text_add(text, ", and it is not found itself; ");
	else
		text_addf(text, " and %s has %zu%s; ", pf->address, pf->n_virtfn,
			pf->n_virtfn < count ? ": `pawl apply` makes them" : "");
}

/* VFs that are wished for and not made yet are no functions. */
static void wished_print(const struct session *session, const struct chosen *chosen,
	const struct survey *survey, struct text *text)
{
	const struct state *want = chosen->want;

	for (size_t i = 0; i < session->options.n_words; i++) {
		const char *word = session->options.words[i];
		size_t length = name_device_length(word);
		AUTO_FREE char *device = word[length] ? string_part(word, length) : NULL;

		for (size_t k = 0; device && want && k < want->n; k++)
			if (want->all[k]->kind == &kind_vf_pool &&
				name_fits(want->all[k]->under->name, device))
				pool_print(want->all[k], word, survey, text);
	}
}

/* A handle of which as many functions as it expects were not found: a warning tells why. */
static bool is_in_doubt(const struct session *session, const struct state *want)
{
	for (size_t i = 0; want && i < want->n; i++)
		for (size_t w = 0; want->all[i]->kind == &kind_device && w < session->options.n_words; w++)
			if (device_is_missing(want->all[i]->body) &&
				name_fit_length(session->options.words[w], want->all[i]->name))
				return true;
	return false;
}

/* What is not known of a function cannot choose it: that is said, lest it be taken for not being there. */
static enum outcome report_none(
	struct session *session, const struct survey *survey, const struct chosen *chosen)
{
	AUTO_TEXT struct text words = { 0 }, hint = { 0 }, why = { 0 };
	const char *key = chosen_unknown(chosen, survey, &why);

	for (size_t i = 0; i < session->options.n_words; i++)
		text_addf(&words, "%s%s", i > 0 ? " " : "", session->options.words[i]);
	if (key)
		text_addf(&hint, "%s is not known of all functions%s%s; ", key, why.length ? ": " : "",
			text_string(&why));
	wished_print(session, chosen, survey, &hint);
	text_add(&hint, "`pawl show` lists all");
	report_add(&session->report,
		&(struct finding){ .severity = ERROR,
			.outcome = FAILED,
			.id = "no-function",
			.object = text_string(&words),
			.hint = text_string(&hint) },
		is_in_doubt(session, chosen->want) ? "which functions it means cannot be told"
						   : "no PCI function is such a one");
	return FAILED;
}

static enum outcome functions_show(
	struct session *session, const struct survey *survey, const struct chosen *chosen)
{
	AUTO_TEXT struct text text = { 0 };

	if (!survey_has(survey, chosen))
		return report_none(session, survey, chosen);
	if (session->options.format->print) {
		session->document = document_start(&form_show,
			&(struct document_show){ { .survey = survey }, { survey, chosen, chosen->want } });
		return FINE;
	}
	if (session_given(session, OPTION_TREE))
		functions_print_tree(survey, chosen, session->world, &text);
	else
		functions_print(survey, chosen, session->world->width, &text);
	drives_print(survey, chosen, session->world->width, &text);
	doubts_print(&survey->users, &text);
	claim_doubts_print(&survey->claims, &text);
	session_print(session, &text);
	return FINE;
}

static enum outcome words_show(struct session *session, const struct survey *survey, const struct state *want)
{
	struct chosen chosen = { 0 };
	enum outcome outcome;

	if (chosen_make(&chosen, session->options.words, want, &session->report) < 0)
		outcome = session_outcome(session);
	else
		outcome = functions_show(session, survey, &chosen);
	chosen_free(&chosen);
	return outcome;
}

/* What cannot be remembered keeps nothing else from being shown. */
static enum outcome survey_show(struct session *session, struct survey *survey)
{
	bool remembers = session_memory(session, survey) == 0;
	struct state want = { 0 };
	enum outcome outcome;

	if (want_make(session, survey, &want) < 0)
		outcome = session_outcome(session);
	else
		outcome = words_show(session, survey, session->options.n_files > 0 ? &want : NULL);
	state_free(&want);
	return outcome == FINE && !remembers ? session_outcome(session) : outcome;
}

static enum outcome selected_show(struct session *session)
{
	struct survey survey = { 0 };
	enum outcome outcome;

	if ((session->options.n_files > 0 && session_wish(session) < 0) ||
		session_survey(session, &survey) < 0)
		outcome = session_outcome(session);
	else
		outcome = survey_show(session, &survey);
	session_note_run(session);
	survey_free(&survey);
	return outcome;
}

static enum outcome run(struct session *session)
{
	return show_plan_is_meant(session) ? show_plan(session) : selected_show(session);
}

const struct command command_show = {
	.name = "show",
	.arguments = "[SELECTOR...]",
	.summary = "What is here: PCI functions with driver, IOMMU group, VFs and names; or a saved plan",
	.more = "A selector is an address or how it begins (0000:17, 17:00.0), a handle of the files "
		"that -f names (nic0 with its VFs, nic0.vf.[0-3], nic0.vf.*, gpus.*), or KEY=VALUE "
		"with any key of `select`, or of a function in -o json: driver=vfio-pci, "
		"vendor=0x19e5, class=0108, netdev=eth0, function=1, group=12. Addresses and handles "
		"are alternatives, and so are words of one key; a function must fit a word of each "
		"key. Ids are hexadecimal, * and ? stand for any characters, driver=- is no driver. "
		"Of an NVMe drive it tells what is given of its queues and interrupts, what is left, "
		"and which VF each of its namespaces goes to. A file that `pawl plan --out FILE` has "
		"written, or - for one on standard input, is shown as that plan was printed; what has "
		"changed on the host since, so that it cannot be applied any more, is told.",
	.run = run,
	.words = WORDS_SELECTOR,
	.options = TAKES(OPTION_FILE) | TAKES(OPTION_HOST) | TAKES(OPTION_FACTS) | TAKES(OPTION_ROOT) |
		   TAKES(OPTION_FORMAT) | TAKES(OPTION_TREE),
};
