/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl restore`: what a boot has taken away of what was applied comes back. */
#include "commands.h"
#include "restore.h"
#include "work.h"

/* With the lock held and the journal open. */
static enum outcome restore(
	struct session *session, struct work *work, struct journal *journal, struct applied_list *words)
{
	const struct stage stage = { .host = session->host, .journal = journal };
	const struct recall recall = { .booted = words };
	struct asked asked = session_asked(session);
	enum outcome outcome;

	asked.recall = work->recall = &recall;
	asked.allowed = NULL;
	work->restores = true;
	if (work_look(session, work, journal) < 0 ||
		remembered_check(&work->planning.survey.ledger, &(struct finding){ 0 }, &session->report) < 0)
		return session_outcome(session);
	restore_choose(&work->planning.survey, words, &session->report);
	if (restore_plan(&work->planning, &asked, words, &work->refused, &session->report) < 0)
		return session_outcome(session);
	outcome = work_through(session, work, &stage);
	work->recall = NULL;
	return outcome_graver(outcome, report_outcome(&session->report));
}

static enum outcome run(struct session *session)
{
	AUTO_WORK struct work work = { 0 };
	struct journal journal = { 0 };
	struct applied_list words = { 0 };
	enum outcome outcome;

	if (!session_host(session) || session_lock(session) < 0 ||
		journal_open(&journal, session->host, &session->report) < 0)
		outcome = session_outcome(session);
	else
		outcome = restore(session, &work, &journal, &words);
	journal_free(&journal);
	work_leave(session, &work);
	applied_free(&words);
	return outcome;
}

const struct command command_restore = {
	.name = "restore",
	.summary = "Put back what a boot has taken away of what was applied; asks nobody",
	.more = "Numbers of VFs, drivers, modes of embedded switches and settings of VFs come back as "
		"they were applied last, from the ledger alone: a file that has changed since waits for "
		"`pawl apply`. Where a run came to its end between two numbers of VFs, those that stood "
		"before it come back; where a run died with half of a VF's share of a drive given, the "
		"share and the driver of before, also in the same boot. Gates are asked as ever, and "
		"nothing lets them pass. A device that is missing, that a gate refuses or that does not "
		"answer keeps down only itself; one that was applied as out of service is left be. What "
		"somebody has set in this boot stays, and is told; it comes back after the next one, "
		"unless `pawl apply` has left it so on a device that its configuration names. Running it "
		"again does nothing.",
	.run = run,
	.words = WORDS_NONE,
	.options = TAKES(OPTION_ROOT) | TAKES(OPTION_FORMAT) | TAKES(OPTION_PARALLEL) |
		   TAKES(OPTION_LOCK_TIMEOUT) | TAKES(OPTION_EVENTS) | TAKES(OPTION_NOTE),
	.needs_root = true,
};
