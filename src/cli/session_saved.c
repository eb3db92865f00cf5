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
			&(struct finding){
				.severity = ERROR,
				.outcome = BAD_USAGE,
				.id = "usage",
				.hint = "leave it out, or make another plan with it",
			},
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

static void report_stale(struct session *session, const char *object, const char *text)
{
	report_add(&session->report,
		&(struct finding){
			.severity = ERROR,
			.outcome = STALE_PLAN,
			.id = "stale-plan",
			.object = object,
			.path = object ? NULL : session->options.files[0],
			.hint = object ? NULL : "look at a new plan with `pawl plan`, and save that one",
		},
		"%s", text);
}

static const struct ground *ground_find(
	const struct grounds *grounds, const struct lookup *by_fact, const struct ground *like)
{
	size_t cursor = 0, at;

	while (lookup_next(by_fact, hash_string(hash_string(0, like->object), like->fact), &cursor, &at))
		if (string_equal(grounds->all[at].object, like->object) &&
			string_equal(grounds->all[at].fact, like->fact))
			return &grounds->all[at];
	return NULL;
}

/* Nobody reads more than these of a host that is another one altogether. */
enum { MOST_TOLD = 10 };

/* What the plan rests on now that it did not, or otherwise; how many such facts there are. */
static size_t report_grounds(struct session *session, const struct grounds *was, const struct grounds *now)
{
	struct lookup by_fact = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < was->n; i++)
		lookup_add(&by_fact, hash_string(hash_string(0, was->all[i].object), was->all[i].fact), i);
	for (size_t i = 0; i < now->n; i++) {
		const struct ground *ground = &now->all[i], *before = ground_find(was, &by_fact, ground);

		if ((before && string_equal(before->value, ground->value)) || n++ >= MOST_TOLD)
			continue;
		AUTO_FREE char *text = text_print("its %s was %s when the plan was saved, and is %s now",
			ground->fact, before ? before->value ? before->value : "none" : "not looked at",
			ground->value ? ground->value : "none");

		report_stale(session, ground->object, text);
	}
	lookup_free(&by_fact);
	return n;
}

/* In what a plan made now differs beyond the facts that were told; the caller frees it. */
static char *difference_print(const struct plan *plan, size_t n_facts)
{
	if (n_facts > MOST_TOLD)
		return text_print(", and %zu facts more are not as they were", n_facts - MOST_TOLD);
	if (n_facts > 0)
		return string_copy("");
	return string_copy(
		plan->n ? ": other steps are left to do" : ": the host is as the saved plan wishes already");
}

int session_check_saved(struct session *session, const struct planning *planning)
{
	const struct saved *saved = session->saved;
	const struct plan *plan = &planning->plan;
	struct grounds now = { 0 };

	if (!saved || string_equal(saved->plan_id, plan->id))
		return 0;
	plan_grounds(plan, &planning->survey, &now);
	AUTO_FREE char *difference = difference_print(plan, report_grounds(session, &saved->rests_on, &now));
	AUTO_FREE char *text = text_print("the saved plan is %.8s, and a plan made now is %.8s, of %zu %s%s",
		saved->plan_id, plan->id, plan->n, plural(plan->n, "step", "steps"), difference);

	grounds_free(&now);
	report_stale(session, NULL, text);
	return -1;
}
