/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The plan that a run applies, as a file that outlives the run. */
#include "saved.h"
#include <errno.h>
#include <string.h>

static int file_replace(struct session *session, const char *text)
{
	struct done done = { 0 };
	int error = host_do(session->host,
		&(struct op){ .verb = OP_REPLACE, .path = KEPT_PLAN, .in = text, .in_len = strlen(text) },
		&done);

	done_free(&done);
	if (error)
		report_add(&session->report,
			&(struct finding){ .severity = ERROR,
				.outcome = FAILED,
				.id = "plan-unwritable",
				.path = KEPT_PLAN,
				.error = error,
				.hint = "make room or mend the file system" },
			"the plan cannot be kept for `pawl resume`");
	return error ? -1 : 0;
}

int plan_keep(struct session *session, const struct work *work, char ret_digest[DIGEST_LENGTH + 1])
{
	struct work made = *work;
	struct document *document;
	AUTO_FREE char *text = NULL;

	made.results = NULL; /* as `plan --out` would have written it */
	document = work_document(session, &made, &form_saved, NULL);
	document_seal(document);
	text = document_text(document);
	document_free(document);
	if (file_replace(session, text) < 0)
		return -1;
	digest_of(text, strlen(text), ret_digest);
	return 0;
}

static int report_lost(struct session *session, int error, const char *why)
{
	report_add(&session->report,
		&(struct finding){ .severity = ERROR,
			.outcome = FAILED,
			.id = "plan-lost",
			.path = KEPT_PLAN,
			.error = error,
			.hint = "`pawl apply` with the configuration goes on from here" },
		"the plan of the interrupted run %s", why);
	return -1;
}

/* It was kept, and its run died before the journal's first line of it. */
static int later_check(struct session *session, const char *later)
{
	if (!string_equal(session->saved->plan_id, later))
		return report_lost(session, 0, "is not the one that is kept there");
	report_add(&session->report, &(struct finding){ .severity = NOTE, .id = "never-begun" },
		"the run of plan %.8s was interrupted before its first step", later);
	return 0;
}

int plan_take_kept(
	struct session *session, const char *digest, const char *later, char ret_digest[DIGEST_LENGTH + 1])
{
	struct done done = { 0 };
	bool is_known;
	int result;

	host_do(session->host, &(struct op){ .verb = OP_READ, .path = KEPT_PLAN }, &done);
	digest_of(done.data ? done.data : "", done.err ? 0 : done.len, ret_digest);
	is_known = string_equal(ret_digest, digest);
	if (done.err)
		result = report_lost(session, done.err, "cannot be read");
	else if (!is_known && !later)
		result = report_lost(session, 0, "is not the one that is kept there");
	else
		result = session_take_saved(session, KEPT_PLAN, done.data, done.len);
	if (result == 0 && !is_known)
		result = later_check(session, later);
	done_free(&done);
	if (wish_join(&session->wish, &session->report) < 0)
		return -1;
	return result;
}
