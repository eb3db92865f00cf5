/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells the system's log that a run begins, and how it ended. */
#include "print.h"
#include "words.h"
#include "work.h"

/* What stands below --root is not what the log of this machine is about. */
static void log_line(const struct session *session, const struct stage *stage, const struct text *line)
{
	const char *root = session->options.root;
	struct done done = { 0 };

	if (root && !string_equal(root, "/"))
		return;
	host_do(stage->host, &(struct op){ .verb = OP_LOG, .in = text_string(line), .in_len = line->length },
		&done);
	done_free(&done);
}

static void note_add(const struct session *session, struct text *line)
{
	if (!session->options.note)
		return;
	text_add(line, "; note: ");
	text_add_safe(line, session->options.note);
}

void work_log_begin(const struct session *session, const struct work *work, const struct stage *stage)
{
	size_t n = work->planning.plan.n;
	AUTO_TEXT struct text line = { 0 };

	text_addf(&line, "plan %.8s begins, %zu %s", work->planning.plan.id, n, plural(n, "step", "steps"));
	note_add(session, &line);
	log_line(session, stage, &line);
}

void work_log_end(const struct session *session, const struct work *work, const struct stage *stage,
	enum outcome outcome)
{
	AUTO_TEXT struct text line = { 0 };

	text_addf(&line, "plan %.8s ended: %s, %zu of %zu %s done", work->planning.plan.id,
		outcome_words(outcome), work_count(work, STEP_DONE) + work_count(work, STEP_ALREADY),
		work->planning.plan.n, plural(work->planning.plan.n, "step", "steps"));
	note_add(session, &line);
	log_line(session, stage, &line);
}
