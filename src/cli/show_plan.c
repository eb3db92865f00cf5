/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Shows a saved plan, also one that holds no more. */
#include "command_line.h"
#include "options.h"
#include "predict.h"
#include "print.h"
#include "saved.h"
#include "usage.h"
#include <string.h>

static bool is_input(const struct session *session)
{
	return string_equal(session->options.words[0], "-");
}

/* A selector is no regular file, or one with something else in it: a file nic0 hides no device. */
bool show_plan_is_meant(const struct session *session)
{
	const struct options *options = &session->options;
	AUTO_TEXT struct text bytes = { 0 };

	if (options->n_words == 1 && is_input(session))
		return true;
	return options->n_words == 1 && file_peek(options->words[0], SAVED_MOST_BYTES, &bytes) == 0 &&
	       saved_is_meant(text_string(&bytes), bytes.length);
}

static int plan_make(struct session *session, struct work *work)
{
	struct survey *survey = &work->planning.survey;

	if (session_survey(session, survey) < 0 || session_memory(session, survey) < 0 ||
		session_planning(session, &work->planning) < 0)
		return -1;
	return session_check_saved(session, &work->planning);
}

/* What would keep `apply` from it is told, and keeps nobody from looking at it. */
static bool plan_holds(struct session *session, struct work *work)
{
	struct report all = session->report, own;
	bool holds;

	session->report = (struct report){ 0 };
	holds = plan_make(session, work) == 0;
	if (holds)
		work->refused = planning_judge(&work->planning, &session->report) < 0;
	own = session->report;
	session->report = all;
	for (size_t i = 0; i < own.n; i++) {
		struct finding finding = own.findings[i];

		finding.severity = finding.severity == ERROR ? WARNING : finding.severity;
		finding.outcome = FINE;
		report_add(&session->report, &finding, "%s", finding.text);
	}
	report_free(&own);
	return holds;
}

/* As it was printed when it was saved; who wrote the file is not known, so each line is made safe. */
static void printed_add(const char *printed, struct text *text)
{
	AUTO_FREE char *lines = string_copy(printed);

	for (char *rest = lines, *line; (line = strsep(&rest, "\n"));) {
		text_add_safe(text, line);
		text_add(text, rest ? "\n" : "");
	}
}

static void next_add(const struct session *session, const struct work *work, struct text *text)
{
	AUTO_TEXT struct text command = { 0 };

	if (work->refused || work->planning.plan.n == 0 || is_input(session))
		return;
	line_add_word(&command, session->options.words[0]);
	text_add(text, "Next: pawl apply ");
	text_add_safe(text, text_string(&command));
	text_add(text, "\n");
}

static void plan_show(struct session *session, struct work *work, bool holds)
{
	const struct plan_look look = {
		.host = work_host(session, work), .survey = &work->planning.survey, .color = session->color
	};
	AUTO_TEXT struct text text = { 0 };

	if (holds) {
		plan_print(&work->planning.plan, &look, &text);
		next_add(session, work, &text);
	} else {
		printed_add(session->saved->printed, &text);
	}
	session_print(session, &text);
}

static int input_take(struct session *session, const char *name)
{
	size_t length;
	AUTO_FREE char *bytes = session_read(session, "-", &length);

	if (!bytes)
		return -1;
	if (!saved_is_meant(bytes, length)) {
		usage_report(&session->report, "`pawl plan --out FILE` writes one", "%s holds no saved plan",
			name);
		return -1;
	}
	if (session_take_saved(session, name, bytes, length) < 0)
		return -1;
	return wish_join(&session->wish, &session->report);
}

static int plan_take(struct session *session)
{
	const char *name = is_input(session) ? "standard input" : session->options.words[0];

	if (session_given(session, OPTION_TREE) || session->options.n_files > 0) {
		usage_report(&session->report,
			"without --tree and --file; `pawl show --tree` shows what is here",
			"%s is a saved plan: it is given alone", name);
		return -1;
	}
	if (is_input(session))
		return input_take(session, name);
	options_add_file(&session->options, name);
	return session_wish(session);
}

enum outcome show_plan(struct session *session)
{
	AUTO_WORK struct work work = { 0 };
	bool holds;

	if (plan_take(session) < 0)
		return session_outcome(session);
	holds = plan_holds(session, &work);
	if (session->options.format->print) {
		session->document = session->saved->plan;
		session->saved->plan = NULL;
	} else {
		plan_show(session, &work, holds);
	}
	return FINE;
}
