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
	struct ledger ledger;
	struct survey survey;
	struct runs runs;
	struct last_run run;
	bool known;        /* the journal could be read */
	bool ledger_known; /* the ledger could; whether it can be believed, the survey says */
	struct document_lock *locks;
	size_t n_locks, hidden;
	struct text text;
};

static void lock_look(struct status *status, const char *name, const char *words)
{
	char *holder = NULL;
	int error = host_lock_look(status->session->host, name, &holder);

	status->hidden += error != 0 && !holder;
	if (!holder)
		return;
	status->locks = memory_grow(status->locks, status->n_locks, sizeof(*status->locks));
	status->locks[status->n_locks++] = (struct document_lock){ string_copy(words), holder };
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

static void locks_free(struct status *status)
{
	for (size_t i = 0; i < status->n_locks; i++) {
		free(status->locks[i].object);
		free(status->locks[i].holder);
	}
	free(status->locks);
}

static struct document *status_document(const struct status *status)
{
	const struct document_status thing = {
		.host = { .survey = &status->survey },
		.run = status->known ? &status->run : NULL,
		.runs = &status->runs,
		.locks = status->locks,
		.n_locks = status->n_locks,
		.hidden = status->hidden > 0,
	};

	return document_start(&form_status, &thing);
}

static void status_print(struct status *status)
{
	if (status->known) {
		last_run_print(&status->runs, &status->run, &status->survey, &status->text);
		interrupted_print(&status->runs, &status->text);
		namings_print(&status->runs, &status->text);
		debts_print(&status->survey, &status->run, &status->text);
	} else {
		text_add(&status->text,
			"Last run    not known: the journal cannot be read\nDebts       not known\n");
	}
	if (!status->ledger_known)
		text_add(&status->text, "Ledger      not known: the ledger cannot be read\n");
	else if (status->survey.ledger.why)
		text_addf(&status->text, "Ledger      not believed: %s\n", status->survey.ledger.why);
	for (size_t i = 0; i < status->n_locks; i++)
		lock_print(status->locks[i].object, status->locks[i].holder, &status->text);
	if (status->n_locks == 0)
		text_add(&status->text, !status->hidden ? "Locks       none is held: no run is under way\n"
					: status->session->world->root
						? "Locks       not known: run/pawl is not a directory of "
						  "root's alone, or a lock no file\n"
						: "Locks       not known: only root can see them\n");
	session_print(status->session, &status->text);
}

/* It tells nothing of its own; that it cannot be believed is told before an apply needs it. */
static void runs_look(struct status *status)
{
	struct session *session = status->session;
	bool under_way = session_run_is_under_way(session);

	status->known = journal_open(&status->journal, session->host, &session->report) == 0;
	journal_debts(&status->journal, &status->survey);
	status->ledger_known =
		ledger_open(&status->ledger, session->host, &status->survey, &session->report) == 0;
	if (status->ledger_known)
		ledger_survey(&status->ledger, &status->journal, &status->survey);
	else
		ledger_free(&status->ledger);
	runs_read(&status->ledger, &status->journal, &status->survey, under_way, &status->runs);
	last_run_read(&status->journal, &status->runs, &status->survey, &status->run);
}

/* A journal that cannot be read hides neither locks nor the run that is under way. */
static enum outcome run(struct session *session)
{
	struct status status = { .session = session };
	enum outcome outcome = FINE;

	if (session_survey(session, &status.survey) < 0) {
		outcome = session_outcome(session);
	} else {
		runs_look(&status);
		locks_look(&status);
		if (session->options.format->print)
			session->document = status_document(&status);
		else
			status_print(&status);
	}
	locks_free(&status);
	runs_free(&status.runs);
	ledger_free(&status.ledger);
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
