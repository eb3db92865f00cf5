/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl facts capture`: the host as one file. */
#include "commands.h"
#include "facts.h"
#include "session.h"

static enum outcome run(struct session *session)
{
	struct survey survey = { 0 };
	enum outcome outcome = FINE;

	if (session_survey(session, &survey) < 0 || session_memory(session, &survey) < 0) {
		outcome = session_outcome(session);
	} else {
		AUTO_FREE char *facts = facts_print(&survey, "pawl facts capture, version " PACKAGE_VERSION);

		if (session_write(session, session->options.out, facts) < 0)
			outcome = session_outcome(session);
	}
	survey_free(&survey);
	return outcome;
}

const struct command command_facts_capture = {
	.name = "facts capture",
	.summary = "The host as one JSON file, for --facts elsewhere, for reports and tests",
	.run = run,
	.options = TAKES(OPTION_ROOT) | TAKES(OPTION_OUT),
};
