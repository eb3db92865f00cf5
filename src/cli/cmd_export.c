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

static int wish_print(const struct survey *survey, struct text *text, struct report *report)
{
	struct state state = { 0 };
	int result = wish_of_survey(survey, &state, report);

	if (result == 0) {
		struct document *document = document_of_wish(&state);
		AUTO_FREE char *yaml = yaml_text(document);

		text_add(text, yaml);
		document_free(document);
	}
	state_free(&state);
	return result;
}

static enum outcome run(struct session *session)
{
	return session_write_survey(session, wish_print, session_write_new);
}

const struct command command_export = {
	.name = "export",
	.summary = "The host as it is, as configuration in YAML: a plan of it is empty",
	.more = "What each boot brings by itself is left out: a function with the driver that took it "
		"unasked, and no virtual functions, is not there. Members of a set get handles of their "
		"own, and their namespaces other names with them. A file that says something else is not "
		"written over.",
	.run = run,
	.options = TAKES(OPTION_FACTS) | TAKES(OPTION_ROOT) | TAKES(OPTION_OUT),
};
