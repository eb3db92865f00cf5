/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl status`: what ran last, what is pending, who holds which lock. */
#include "commands.h"
#include "document.h"
#include "print.h"
#include "session.h"
#include <stdlib.h>

/* Everything that status looks at. */
struct status {
	struct session *session;
	struct journal journal;
	struct survey survey;
	struct document *locks; /* of the document, NULL for text */
	struct text text;
	size_t held;
};

static void lock_look(struct status *status, const char *name, const char *words)
{
	AUTO_FREE char *holder = host_lock_holder(status->session->host, name);

	if (!holder)
		return;
	if (status->locks)
		document_add_lock(status->locks, words, holder);
	else
		lock_print(words, holder, &status->text);
	status->held++;
}

static void locks_look(struct status *status)
{
	AUTO_FREE char *last = NULL;

	lock_look(status, "host", "host");
	for (size_t i = 0; i < status->survey.n; i++) {
		const struct function *function = status->survey.functions[i];
		char *device = function->physfn ? NULL : function_device(function);

		if (device && !string_equal(device, last)) {
			AUTO_FREE char *name = text_print("device/%s", device);

			lock_look(status, name, device);
			free(last);
			last = device;
		} else {
			free(device);
		}
	}
}

static void status_add(struct status *status)
{
	struct document *document = status->session->document = document_new();

	document_add_host(document, NULL, &status->survey);
	document_add_last_run(document, &status->journal);
	document_add_debts(document, &status->survey);
	status->locks = document_list(document, "locks");
	locks_look(status);
}

static void status_print(struct status *status)
{
	AUTO_FREE char *holder = host_lock_holder(status->session->host, "host");

	last_run_print(&status->journal, holder, &status->text);
	debts_print(&status->survey, &status->text);
	locks_look(status);
	if (status->held == 0)
		text_add(&status->text, "Locks     none is held: no run is under way\n");
	session_print(status->session, &status->text);
}

static enum outcome run(struct session *session)
{
	struct status status = { .session = session };
	enum outcome outcome = FINE;

	if (session_survey(session, &status.survey) < 0 ||
		journal_open(&status.journal, session->host, &session->report) < 0) {
		outcome = session_outcome(session);
	} else {
		journal_debts(&status.journal, &status.survey);
		if (session->options.format->print)
			status_add(&status);
		else
			status_print(&status);
	}
	journal_free(&status.journal);
	survey_free(&status.survey);
	text_free(&status.text);
	return outcome;
}

const struct command command_status = {
	.name = "status",
	.summary = "What ran last, what it left behind, and what is under way",
	.run = run,
	.options = TAKES(OPTION_ROOT) | TAKES(OPTION_FORMAT),
};
