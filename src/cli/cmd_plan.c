/* SPDX-License-Identifier: GPL-2.0-or-later */
/* `pawl plan`: the ordered difference between the host and its wish. */
#include "command_line.h"
#include "commands.h"
#include "document.h"
#include "fleet.h"
#include "options.h"
#include "print.h"
#include "saved.h"
#include "usage.h"
#include <string.h>

/* The next command would find nothing in a stream that has been read. */
static bool options_use_stream(const struct options *options)
{
	for (size_t i = 0; i < options->n_files; i++)
		if (file_is_stream(options->files[i]))
			return true;
	return file_is_stream(options->facts);
}

static bool saves(const struct session *session)
{
	return session_given(session, OPTION_OUT);
}

/* The output is the saved plan, for the next command of a pipe. */
static bool saves_to_output(const struct session *session)
{
	return saves(session) && string_equal(session->options.out, "-");
}

static void report_not_saved(struct session *session)
{
	bool to_output = saves_to_output(session);

	report_add(&session->report,
		&(struct finding){
			.severity = WARNING,
			.id = "not-saved",
			.hint = to_output ? NULL : "a file of that name, if there is one, is as it was",
		},
		"no plan is written to %s: a refused plan cannot be applied",
		to_output ? "standard output" : session->options.out);
}

/* The command that the operator would give next; a saved plan is applied on the host that it is for. */
static void next_print(const struct session *session, const struct work *work, struct text *text)
{
	const struct options *options = &session->options;
	AUTO_TEXT struct text command = { 0 };

	if (work->planning.plan.n == 0 || work->refused || (!saves(session) && options_use_stream(options)))
		return;
	text_addf(&command, "pawl %s", options->facts && !saves(session) ? "rehearse" : "apply");
	if (saves(session)) {
		line_add_allowed(&command, &options->allowed);
		line_add_option(&command, "--root", options->root);
		text_add(&command, " ");
		line_add_word(&command, options->out);
	} else {
		line_add_wish(&command, options);
	}
	text_add(text, "Next");
	if (options->facts && saves(session)) {
		text_add(text, ", on ");
		text_add_safe(text, work_host(session, work));
	}
	text_add(text, ": ");
	text_add_safe(text, text_string(&command));
	text_add(text, "\n");
}

/* Root would plan otherwise, and refuse what was saved. */
static int report_forgets(struct session *session)
{
	report_add(&session->report,
		&(struct finding){
			.severity = ERROR,
			.outcome = NEEDS_ROOT,
			.id = "not-saved",
			.hint = "save it as root, or plan from facts that root has captured",
		},
		"no plan is saved: it lacks what pawl remembers of this machine, which root alone can read");
	return -1;
}

/* What a gate refuses could not be applied from a file either. */
static int plan_save(struct session *session, const struct work *work)
{
	struct document *document;
	AUTO_FREE char *text = NULL;
	int result;

	if (saves(session) && work->refused)
		report_not_saved(session);
	if (!saves(session) || work->refused)
		return 0;
	if (session->forgets)
		return report_forgets(session);
	document = work_document(session, work, &form_saved, NULL);
	document_seal(document);
	text = document_text(document);
	result = session_write(session, session->options.out, text);
	document_free(document);
	return result;
}

/* The plan would take the place of what it is made from. */
static int out_check(struct session *session)
{
	const struct options *options = &session->options;
	bool same = saves(session) && string_equal(options->out, options->facts);

	for (size_t i = 0; saves(session) && i < options->n_files; i++)
		same = same || string_equal(options->out, options->files[i]);
	if (saves_to_output(session) && session_given(session, OPTION_FORMAT)) {
		usage_report(&session->report, "leave -o out, or name a file for the saved plan",
			"--out - and -o each say what goes to standard output");
		return -1;
	}
	if (same && !saves_to_output(session))
		report_add(&session->report,
			&(struct finding){
				.severity = ERROR,
				.outcome = BAD_USAGE,
				.id = "usage",
				.object = options->out,
				.hint = "name another file for the plan",
			},
			"--out names a file that the plan is made from");
	return same && !saves_to_output(session) ? -1 : 0;
}

static void work_show(struct session *session, const struct work *work)
{
	const struct format *format = session->options.format;
	AUTO_TEXT struct text next = { 0 };

	if (saves_to_output(session))
		return;
	if (format->print) {
		session->document = work_document(session, work, format->plan_form, NULL);
		return;
	}
	work_print_plan(session, work);
	work_print_refusal(
		session, work, "nothing can be applied until that is solved, or left out with --target");
	next_print(session, work, &next);
	session_print(session, &next);
}

/* An apply has something to do: a name that only the ledger keeps is such. */
static bool is_something(const struct plan *plan)
{
	return plan->n > 0 || plan_count(plan).renames > 0;
}

static enum outcome run(struct session *session)
{
	AUTO_WORK struct work work = { 0 };

	if (out_check(session) < 0)
		return session_outcome(session);
	if (file_is_directory(session->options.facts))
		return fleet_plan(session);
	if (work_survey(session, &work) < 0 || work_plan(session, &work) < 0 || plan_save(session, &work) < 0)
		return session_outcome(session);
	work_show(session, &work);
	if (work.refused)
		return REFUSED;
	return session_given(session, OPTION_DETAILED_EXITCODE) && is_something(&work.planning.plan)
		       ? DIFFERENT
		       : FINE;
}

const struct command command_plan = {
	.name = "plan",
	.arguments = "FILE...",
	.summary = "What is to be done so that the host is as wished, in order; changes nothing",
	.more = "--out FILE saves the plan for `pawl apply FILE`, always in one form of JSON; -o is about "
		"what is printed beside it. With --out - the saved plan is all that is printed. A refused "
		"plan is not saved. With --facts DIR the hosts are planned for whose facts are in DIR, each "
		"in a *.json file of its own: equal plans are shown once, and --out DIR saves one a host.",
	.run = run,
	.words = WORDS_FILES,
	.options = TAKES(OPTION_FILE) | TAKES(OPTION_HOST) | TAKES(OPTION_FACTS) | TAKES(OPTION_ROOT) |
		   TAKES(OPTION_FORMAT) | TAKES(OPTION_OUT) | TAKES(OPTION_DETAILED_EXITCODE) |
		   TAKES(OPTION_TARGET) | TAKES(OPTION_ALLOW),
};
