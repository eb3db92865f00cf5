/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl show`: what is here. */
#include "commands.h"
#include "document.h"
#include "print.h"
#include "session.h"

/* The rest is shown all the same, but a device without a function has no line to be missed in. */
static void report_missing(const struct state *want, struct report *report)
{
	for (size_t i = 0; i < want->n; i++) {
		const struct resource *device = want->all[i];

		if (device->kind == &kind_device && device_is_missing(device->body))
			report_add(report,
				&(struct finding){ .severity = WARNING,
					.id = "device-not-found",
					.object = device->name,
					.at = resource_place(device, DEVICE_SELECT),
					.hint = "compare with the addresses and paths that are shown" },
				"%s is not here: no PCI function is what it selects", device->name);
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
	report_missing(want, &session->report);
	return 0;
}

static bool survey_has(const struct survey *survey, const char *selector)
{
	for (size_t i = 0; i < survey->n; i++)
		if (function_selected(survey->functions[i], selector))
			return true;
	return false;
}

static enum outcome report_none(struct session *session, const char *selector)
{
	report_add(&session->report,
		&(struct finding){ .severity = ERROR,
			.outcome = FAILED,
			.id = "no-function",
			.object = selector,
			.hint = "an address or how it begins, as in 0000:17:00; `pawl show` lists all" },
		"no PCI function has an address that begins so");
	return FAILED;
}

static enum outcome functions_show(
	struct session *session, const struct survey *survey, const struct state *want)
{
	const char *selector = session->options.words[0];
	AUTO_TEXT struct text text = { 0 };

	if (selector && !survey_has(survey, selector))
		return report_none(session, selector);
	if (session->options.format->print) {
		session->document = document_start(&form_show,
			&(struct document_show){ { .survey = survey }, { survey, selector, want } });
		return FINE;
	}
	functions_print(survey, selector, want, session->world->width, &text);
	session_print(session, &text);
	return FINE;
}

static enum outcome run(struct session *session)
{
	bool with_files = session->options.n_files > 0;
	struct survey survey = { 0 };
	struct state want = { 0 };
	enum outcome outcome;

	if ((with_files && session_wish(session) < 0) || session_survey(session, &survey) < 0 ||
		want_make(session, &survey, &want) < 0)
		outcome = session_outcome(session);
	else
		outcome = functions_show(session, &survey, with_files ? &want : NULL);
	session_note_run(session);
	state_free(&want);
	survey_free(&survey);
	return outcome;
}

const struct command command_show = {
	.name = "show",
	.arguments = "[ADDRESS]",
	.summary = "What is here: PCI functions with driver, IOMMU group and VFs",
	.run = run,
	.words = WORDS_SELECTOR,
	.options = TAKES(OPTION_FILE) | TAKES(OPTION_HOST) | TAKES(OPTION_FACTS) | TAKES(OPTION_ROOT) |
		   TAKES(OPTION_FORMAT),
};
