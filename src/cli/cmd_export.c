/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl export`: the host as configuration that it fulfils. */
#include "commands.h"
#include "document.h"
#include "session.h"
#include <stdlib.h>

/* As the emitter of YAML writes it: into a stream. */
static char *yaml_text(const struct document *document)
{
	char *bytes = NULL;
	size_t length;
	FILE *stream = open_memstream(&bytes, &length);

	if (!stream)
		abort();
	document_print_yaml(document, stream);
	fclose(stream);
	return bytes;
}

static int state_write(struct session *session, const struct state *state)
{
	struct document *document = document_of_wish(state);
	AUTO_FREE char *text = yaml_text(document);

	document_free(document);
	return session_write(session, session->options.out, text);
}

static enum outcome run(struct session *session)
{
	struct survey survey = { 0 };
	struct state state = { 0 };
	enum outcome outcome = FINE;

	if (session_survey(session, &survey) < 0 || wish_of_survey(&survey, &state, &session->report) < 0 ||
		state_write(session, &state) < 0)
		outcome = session_outcome(session);
	session_note_run(session);
	state_free(&state);
	survey_free(&survey);
	return outcome;
}

const struct command command_export = {
	.name = "export",
	.summary = "The host as it is, as configuration in YAML: a plan of it is empty",
	.more = "What each boot brings by itself is left out: a function with the driver that took it "
		"unasked, and no virtual functions, is not there.",
	.run = run,
	.options = TAKES(OPTION_FACTS) | TAKES(OPTION_ROOT) | TAKES(OPTION_OUT),
};
