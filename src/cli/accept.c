/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether the operator has accepted this very plan, by its id. */
#include "accept.h"
#include "command_line.h"
#include <string.h>

/*
 * What was consented to before is not asked for again (DESIGN rule 6). Data has its word by its name (rule 9;
 * gates/namespaces_lost.c), which says more than a plan's id.
 */
static bool needs_word(const struct step *step)
{
	return step->flags & STEP_CONSENT || (step->flags & STEP_ONE_WAY && !(step->flags & STEP_CONSENTED));
}

bool plan_is_forever(const struct plan *plan)
{
	for (size_t i = 0; i < plan->n; i++)
		if (needs_word(plan->steps[i]))
			return true;
	return false;
}

/* "kp001 3f2a...": the id on this host's line; NULL: it has none. */
static const char *id_of_host(char *lines, const char *host)
{
	char *line;

	while ((line = strsep(&lines, "\n"))) {
		char *name = strtok(line, " \t\r"), *id = name ? strtok(NULL, " \t\r") : NULL;

		if (id && string_equal(name, host))
			return id;
	}
	return NULL;
}

char *accept_id(struct session *session, const char *host)
{
	const char *said = session->options.accept;
	AUTO_FREE char *lines = NULL;
	size_t length;

	if (!session_given(session, OPTION_ACCEPT))
		return NULL;
	if (*said != '@')
		return string_copy(said);
	lines = session_read(session, said + 1, &length);
	return lines ? string_copy(id_of_host(lines, host)) : NULL;
}

char *accept_command(const struct session *session, const struct plan *plan)
{
	struct text text = { 0 };

	if (session->options.n_files)
		text_add(&text, "look at `pawl plan`, then: pawl apply");
	else
		text_addf(&text, "look at this plan, then: pawl %s", session->command->name);
	line_add_option(&text, "--accept-irreversible", plan->id);
	line_add_option(&text, "--note", session->options.note);
	line_add_wish(&text, &session->options);
	return text_take(&text);
}

static const char *words_of(const struct step *step)
{
	if (step->flags & STEP_CONSENT)
		return "is consent to what cannot be taken back";
	return "cannot be taken back";
}

static void report_step(struct session *session, const struct step *step, const char *hint)
{
	report_add(&session->report,
		&(struct finding){ .severity = ERROR,
			.outcome = REFUSED,
			.id = "not-accepted",
			.object = step->object,
			.at = step_place(step),
			.hint = hint },
		"step %zu %s, and -y does not cover that", step->number, words_of(step));
}

static void report_other(struct session *session, const char *id, const struct plan *plan, const char *hint)
{
	const struct finding finding = {
		.severity = ERROR, .outcome = REFUSED, .id = "accepted-other", .hint = hint
	};

	if (id && *id && string_starts(plan->id, id))
		report_add(&session->report, &finding,
			"--accept-irreversible takes the whole id of a plan, and %s is how this one's begins",
			id);
	else
		report_add(&session->report, &finding,
			"--accept-irreversible names %s%.8s, and this is the plan %.8s",
			id ? "the plan " : "no plan for this host", id ? id : "", plan->id);
}

enum outcome accept_check(struct session *session, const struct work *work)
{
	const struct plan *plan = &work->planning.plan;
	AUTO_FREE char *id = accept_id(session, work_host(session, work));
	AUTO_FREE char *hint = accept_command(session, plan);

	if (string_equal(id, plan->id))
		return FINE;
	/* a file with the ids of a fleet names the hosts that need it */
	if (!id && session_given(session, OPTION_YES) && !plan_is_forever(plan))
		return report_outcome(&session->report);
	if (session_given(session, OPTION_ACCEPT)) {
		report_other(session, id, plan, hint);
		return report_outcome(&session->report);
	}
	for (size_t i = 0; i < plan->n; i++)
		if (needs_word(plan->steps[i]))
			report_step(session, plan->steps[i], hint);
	return report_outcome(&session->report);
}

bool answer_is(FILE *stream, const char *word)
{
	char line[64];

	if (!fgets(line, sizeof(line), stream))
		return false;
	line[strcspn(line, "\n")] = '\0';
	return string_equal(line, word);
}
