/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A saved plan in the place of configuration: it is made anew, and holds only when it is the same again. */
#include "options.h"
#include "print.h"
#include "saved.h"
#include <stdlib.h>

/* What the plan is for stands in it: another word would be another plan. */
static int options_check(struct session *session)
{
	static const enum option_id others[] = { OPTION_HOST, OPTION_TARGET };

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		if (!session_given(session, others[i]))
			continue;
		report_add(&session->report,
			&(struct finding){ .severity = ERROR,
				.outcome = BAD_USAGE,
				.id = "usage",
				.hint = "leave it out, or make another plan with it" },
			"a saved plan says itself what it is for: --%s cannot be given",
			option_rows[others[i]].name);
		return -1;
	}
	return 0;
}

static int sources_load(struct session *session, const struct saved *saved)
{
	int result = 0;

	for (size_t i = 0; i < saved->n; i++)
		if (wish_parse(&session->wish, saved->configuration[i].name, saved->configuration[i].bytes,
			    saved->configuration[i].length, &session->report) < 0)
			result = -1;
	return result;
}

int session_take_saved(struct session *session, const char *name, const char *bytes, size_t length)
{
	struct saved *saved = memory_new(1, sizeof(*saved));

	session->saved = saved;
	if (saved_parse(bytes, length, name, saved, &session->report) < 0 || options_check(session) < 0)
		return -1;
	session->options.host_name = saved->host_name;
	for (size_t i = 0; i < saved->n_targets; i++)
		options_add_target(&session->options, saved->targets[i]);
	return sources_load(session, saved);
}

void session_forget_saved(struct session *session)
{
	if (session->saved)
		saved_free(session->saved);
	free(session->saved);
	session->saved = NULL;
}

int session_check_saved(struct session *session, const struct plan *plan)
{
	const struct saved *saved = session->saved;

	if (!saved || string_equal(saved->plan_id, plan->id))
		return 0;
	report_add(&session->report,
		&(struct finding){ .severity = ERROR,
			.outcome = STALE_PLAN,
			.id = "stale-plan",
			.path = session->options.files[0],
			.hint = "look at a new plan: the host, or what it holds, is not as it was when this "
				"one "
				"was made" },
		"the saved plan is %.8s, and a plan made now is %.8s, of %zu %s", saved->plan_id, plan->id,
		plan->n, plural(plan->n, "step", "steps"));
	return -1;
}
