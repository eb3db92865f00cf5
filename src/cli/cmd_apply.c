/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl apply`: plans, asks, applies and verifies. */
#include "commands.h"
#include "work.h"

/* With the lock held and the journal open. */
static enum outcome apply(struct session *session, struct work *work, struct journal *journal)
{
	const struct stage stage = { .host = session->host, .journal = journal };

	if (work_look(session, work, journal) < 0 || work_plan(session, work) < 0)
		return session_outcome(session);
	return work_through(session, work, &stage);
}

static enum outcome run(struct session *session)
{
	return work_locked(session, session_wish(session) == 0, apply);
}

const struct command command_apply = {
	.name = "apply",
	.arguments = "FILE...",
	.summary = "Plan, ask, apply step by step, verify",
	.run = run,
	.words = WORDS_FILES,
	.options = TAKES(OPTION_FILE) | TAKES(OPTION_HOST) | TAKES(OPTION_ROOT) | TAKES(OPTION_FORMAT) |
		   TAKES(OPTION_YES) | TAKES(OPTION_ACCEPT) | TAKES(OPTION_PARALLEL) |
		   TAKES(OPTION_LOCK_TIMEOUT) | TAKES(OPTION_EVENTS) | TAKES(OPTION_NOTE) |
		   TAKES(OPTION_TARGET) | TAKES(OPTION_ALLOW),
	.needs_root = true,
};
