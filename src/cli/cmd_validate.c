/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl validate`: every mistake of the files, with no machine at hand. */
#include "commands.h"
#include "document.h"
#include "print.h"
#include "session.h"

static size_t hosts_count(const struct wish *wish)
{
	size_t n = 0;

	for (size_t i = 0; i < wish->state.n; i++)
		n += wish->state.all[i]->kind == &kind_host;
	return n;
}

static size_t warnings_count(const struct report *report)
{
	size_t n = 0;

	for (size_t i = 0; i < report->n; i++)
		n += report->findings[i].severity == WARNING;
	return n;
}

static void result_print(struct session *session, size_t hosts)
{
	size_t files = session->wish.n_sources, warnings = warnings_count(&session->report);
	AUTO_TEXT struct text text = { 0 };

	text_addf(&text, "%zu %s, %zu %s: fine", files, plural(files, "file", "files"), hosts,
		plural(hosts, "host", "hosts"));
	if (warnings)
		text_addf(&text, ", with %zu %s", warnings, plural(warnings, "warning", "warnings"));
	text_add(&text, "\n");
	session_print(session, &text);
}

static enum outcome run(struct session *session)
{
	bool fine = session_wish(session) == 0;
	size_t hosts = hosts_count(&session->wish);

	if (session->options.format->print) {
		session->document = document_start(
			&form_validate, &(struct document_valid){ fine, session->wish.n_sources, hosts });
	} else if (fine) {
		result_print(session, hosts);
	}
	return fine ? FINE : session_outcome(session);
}

const struct command command_validate = {
	.name = "validate",
	.arguments = "FILE...",
	.summary = "Every mistake in the files, offline and without root",
	.run = run,
	.words = WORDS_FILES,
	.options = TAKES(OPTION_FILE) | TAKES(OPTION_FORMAT),
};
