/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A saved plan in the place of configuration: it is made anew, and holds only when it is the same again. */
#include "options.h"
#include "print.h"
#include "saved.h"
#include "usage.h"
#include <stdlib.h>
#include <string.h>

/* What the plan is for stands in it: another word would be another plan. */
static int options_check(struct session *session)
{
	static const enum option_id others[] = { OPTION_HOST, OPTION_TARGET };

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		if (!session_given(session, others[i]))
			continue;
		usage_report(&session->report, "leave it out, or make another plan with it",
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
	saved->name = string_copy(name);
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

int session_check_saved(struct session *session, const struct planning *planning)
{
	const struct saved *saved = session->saved;
	const struct plan *plan = &planning->plan;
	struct grounds now = { 0 };
	size_t n;

	if (!saved || string_equal(saved->plan_id, plan->id))
		return 0;
	plan_grounds(plan, &planning->survey, &now);
	n = stale_grounds(session, &now, &planning->survey, NULL);
	grounds_free(&now);
	n = stale_steps(session, plan, "saved", n);
	AUTO_FREE char *rest = stale_rest(plan, n);
	AUTO_FREE char *text = text_print("the saved plan is %.8s, and a plan made now is %.8s, of %zu %s%s",
		saved->plan_id, plan->id, plan->n, plural(plan->n, "step", "steps"), rest);

	stale_report(session, NULL, text,
		"`pawl resume` goes on with it when its run was interrupted; else look at a new plan with "
		"`pawl plan`, and apply that one");
	return -1;
}

int session_check_begun(struct session *session, const struct planning *planning,
	const struct applied_list *turned, bool before_boot)
{
	struct grounds now = { 0 };
	size_t n;

	plan_grounds(&planning->plan, &planning->survey, &now);
	n = stale_grounds(session, &now, &planning->survey, turned);
	grounds_free(&now);
	n = stale_steps(session, &planning->plan, "interrupted", n);
	if (n == 0)
		return 0;
	AUTO_FREE char *text = text_print(
		"the interrupted plan %.8s cannot be gone on with: the host is not as its run has left it",
		session->saved->plan_id);

	stale_report(session, NULL, text,
		before_boot ? "a boot came between: `pawl restore` first, then `pawl resume`"
			    : "look at a new plan with `pawl plan`, and apply that one");
	return -1;
}
