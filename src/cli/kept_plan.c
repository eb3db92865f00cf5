/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The plan that a run applies, as a file that outlives the run. */
#include "runs.h"
#include "saved.h"
#include <errno.h>
#include <string.h>

int plan_keep(struct session *session, const char *text)
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

char *plan_print_kept(struct session *session, const struct work *work, char ret_digest[DIGEST_LENGTH + 1])
{
	struct work made = *work;
	struct document *document;
	char *text;

	made.results = NULL; /* as `plan --out` would have written it */
	document = work_document(session, &made, &form_saved, NULL);
	document_seal(document);
	text = document_text(document);
	document_free(document);
	digest_of(text, strlen(text), ret_digest);
	return text;
}

static int report_lost(struct session *session, const struct run *run, int error, const char *why)
{
	report_add(&session->report,
		&(struct finding){ .severity = ERROR,
			.outcome = FAILED,
			.id = "plan-lost",
			.path = KEPT_PLAN,
			.error = error,
			.hint = "`pawl apply` with the configuration goes on from here" },
		"the plan of the interrupted run of %s %s", run->began, why);
	return -1;
}

/* The same wish: whatever of it was begun last, the plan before it is to do no less. */
static bool run_kept(const struct ledger *ledger, const struct run *run, const char *digest)
{
	if (string_equal(run->plan_file, digest))
		return true;
	for (const struct ledger_run *noted = run->noted; noted; noted = ledger_run_before(ledger, noted))
		if (string_equal(noted->plan_file, digest))
			return true;
	return false;
}

/* The journal tells of its last run alone, and the ledger what the others have done. */
static bool is_begun(const struct run *run)
{
	return run->begin || run->lost || run->state == RUN_ENDED || run->done > 0 ||
	       (run->noted && (run->noted->turned.n > 0 || run->noted->kept.n > 0));
}

static const char *why_lost(const struct runs *runs, const struct run *run)
{
	if (!run_can_go_on(runs, run))
		return "is kept no more: a later run has begun another one since";
	return is_begun(run) ? "is not the one that is kept there"
			     : "was not kept before it died: nothing of it was done";
}

static void note_never_begun(struct session *session, const struct run *run)
{
	if (!is_begun(run))
		report_add(&session->report, &(struct finding){ .severity = NOTE, .id = "never-begun" },
			"the run of plan %.8s was interrupted before its first step", run->plan);
}

int plan_take_kept(struct session *session, const struct ledger *ledger, const struct runs *runs,
	const struct run *run, char ret_digest[DIGEST_LENGTH + 1])
{
	struct done done = { 0 };
	int result;

	host_do(session->host, &(struct op){ .verb = OP_READ, .path = KEPT_PLAN }, &done);
	digest_of(done.data ? done.data : "", done.err ? 0 : done.len, ret_digest);
	if (done.err)
		result = report_lost(session, run, done.err, "cannot be read");
	else if (!run_kept(ledger, run, ret_digest))
		result = report_lost(session, run, 0, why_lost(runs, run));
	else
		result = session_take_saved(session, KEPT_PLAN, done.data, done.len);
	done_free(&done);
	if (result < 0 || wish_join(&session->wish, &session->report) < 0)
		return -1;
	note_never_begun(session, run);
	return 0;
}
