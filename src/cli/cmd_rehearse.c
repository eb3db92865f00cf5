/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl rehearse`: applies a plan to the twin of a host. */
#include "chosen.h"
#include "commands.h"
#include "document.h"
#include "events.h"
#include "nvme.h"
#include "predict.h"
#include "print.h"
#include "twin.h"
#include "work.h"
#include <stdlib.h>
#include <string.h>

static void report_broken_rules(const struct twin *twin, struct report *report)
{
	AUTO_FREE char *rules = string_copy(twin_broken_rules(twin));
	char *rest = NULL;

	for (char *rule = strtok_r(rules, "\n", &rest); rule; rule = strtok_r(NULL, "\n", &rest))
		report_add(report,
			&(struct finding){
				.severity = ERROR,
				.outcome = FAILED,
				.id = "rule-broken",
				.object = "rehearsal",
				.hint = "do not apply this plan; please report it with the host's facts",
			},
			"%s", rule);
}

/* Drives of the wish, what they have left, and where their namespaces are to go. */
static void drives_end_print(
	const struct survey *end, const struct state *want, struct text *text, struct report *report)
{
	AUTO_FREE const char **handles = memory_new(want->n + 1, sizeof(*handles));
	struct chosen chosen = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < want->n; i++)
		if (want->all[i]->kind == &kind_device && drive_told(device_function(end, want->all[i])))
			handles[n++] = want->all[i]->name;
	if (n > 0 && chosen_make(&chosen, handles, want, report) == 0)
		drives_print(end, &chosen, 0, text);
	chosen_free(&chosen);
}

static void end_print(struct session *session, const struct work *work, const struct survey *end)
{
	AUTO_TEXT struct text text = { 0 };

	if (work->planning.plan.n > 0)
		text_addf(&text, "\nRehearsed on a twin of the host: %zu of %zu %s done. The end state:\n\n",
			work_count(work, STEP_DONE) + work_count(work, STEP_ALREADY), work->planning.plan.n,
			plural(work->planning.plan.n, "step", "steps"));
	else
		text_add(&text, "\nThe state:\n\n");
	state_print(&work->planning.survey, end, &work->planning.want, &text);
	drives_end_print(end, &work->planning.want, &text, &session->report);
	session_print(session, &text);
}

/* What was allowed is allowed on the twin, too. */
static bool is_told(const struct report *report, const struct finding *finding)
{
	for (size_t i = 0; i < report->n; i++)
		if (string_equal(report->findings[i].id, finding->id) &&
			string_equal(report->findings[i].text, finding->text))
			return true;
	return false;
}

/* Hints for a host that a run has left behind lead nowhere here: the twin is gone, the host as it was. What
 * is merely noted was noted of the plan already. */
static void report_from_twin(struct report *twins, struct report *report)
{
	for (size_t i = 0; i < twins->n; i++) {
		struct finding finding = twins->findings[i];

		if (finding.severity == NOTE || is_told(report, &finding))
			continue;
		finding.hint = "nothing was done to the host";
		report_add(report, &finding, "on the twin: %s", finding.text);
	}
	report_free(twins);
}

static enum outcome twin_apply(struct session *session, struct work *work, struct twin *twin)
{
	struct journal journal = { 0 };
	struct report own;
	enum outcome outcome;

	if (work->planning.plan.n == 0)
		return FINE;
	if (host_lock(twin_host(twin), &session->report) < 0 ||
		journal_open(&journal, twin_host(twin), &session->report) < 0)
		return session_outcome(session);
	own = session->report;
	session->report = (struct report){ 0 };
	outcome = work_apply(session, work,
		&(struct stage){ .host = twin_host(twin),
			.journal = &journal,
			.quiet = true,
			.world = twin_world(twin) });
	report_from_twin(&session->report, &own);
	session->report = own;
	journal_free(&journal);
	report_broken_rules(twin, &session->report);
	return outcome;
}

static enum outcome rehearse(struct session *session, struct work *work)
{
	struct twin *twin = planning_twin(&work->planning);
	enum outcome outcome = twin_apply(session, work, twin);

	domains_prove(twin_world(twin));
	if (session->options.format->print)
		session->document = work_document(session, work, &form_rehearsal, twin_world(twin));
	else
		end_print(session, work, twin_world(twin));
	events_leave(session);
	host_free(twin_host(twin));
	return outcome;
}

static enum outcome run(struct session *session)
{
	AUTO_WORK struct work work = { 0 };

	if (work_survey(session, &work) < 0 || work_plan(session, &work) < 0)
		return session_outcome(session);
	work_await(session, &work);
	if (!session->options.format->print) {
		work_print_plan(session, &work);
		work_print_refusal(session, &work, "nothing was rehearsed");
	}
	session_tell(session);
	if (!work.refused)
		return rehearse(session, &work);
	events_leave(session);
	if (session->options.format->print)
		session->document = work_document(session, &work, &form_rehearsal, NULL);
	return REFUSED;
}

const struct command command_rehearse = {
	.name = "rehearse",
	.arguments = "FILE...",
	.summary = "Apply the plan to a twin of the host in memory and show the end state",
	.run = run,
	.words = WORDS_FILES,
	.options = TAKES(OPTION_FILE) | TAKES(OPTION_HOST) | TAKES(OPTION_FACTS) | TAKES(OPTION_ROOT) |
		   TAKES(OPTION_FORMAT) | TAKES(OPTION_PARALLEL) | TAKES(OPTION_EVENTS) |
		   TAKES(OPTION_TARGET) | TAKES(OPTION_ALLOW),
};
