/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A saved plan in the place of configuration: it is made anew, and holds only when it is the same again. */
#include "options.h"
#include "print.h"
#include "saved.h"
#include <stdlib.h>
#include <string.h>

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

static void report_stale(struct session *session, const char *object, const char *text)
{
	report_add(&session->report,
		&(struct finding){
			.severity = ERROR,
			.outcome = STALE_PLAN,
			.id = "stale-plan",
			.object = object,
			.path = object ? NULL : session->saved->name,
			.hint = "look at a new plan with `pawl plan`, and apply that one",
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

static bool is_some(const char *value)
{
	return value && *value;
}

/* What the run that began the plan has made of it. A VF that it made is not held against it either. */
static bool run_made(
	const struct applied_list *turned, const struct survey *survey, const struct ground *ground)
{
	const struct function *function = survey_function(survey, ground->object);
	const struct reading now = { .is = R_VALUE, .text = (char *)(ground->value ? ground->value : "") };
	const struct applied *made;

	for (size_t i = 0; function && i < N_ATTRIBUTES; i++) {
		if (!attributes[i].knob || !string_equal(attributes[i].name, ground->fact))
			continue;
		made = applied_find(turned, attributes[i].knob, ground->object);
		if (made && made->value && knob_matches(made->knob, &now, made->value))
			return true;
	}
	if (!function || !function->physfn ||
		(is_some(ground->value) && string_equal(ground->fact, attributes[A_OVERRIDE].name)))
		return false;
	made = applied_find(turned, &knob_numvfs, function->physfn->address);
	return made && made->value;
}

/* What the plan rests on now that it did not, or otherwise; how many such facts there are. */
static size_t report_grounds(struct session *session, const struct grounds *now, const struct survey *survey,
	const struct applied_list *turned)
{
	const struct grounds *was = &session->saved->rests_on;
	struct lookup by_fact = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < was->n; i++)
		lookup_add(&by_fact, hash_string(hash_string(0, was->all[i].object), was->all[i].fact), i);
	for (size_t i = 0; i < now->n; i++) {
		const struct ground *ground = &now->all[i], *before = ground_find(was, &by_fact, ground);

		if (before && string_equal(before->value, ground->value))
			continue;
		if ((turned && run_made(turned, survey, ground)) || n++ >= MOST_TOLD)
			continue;
		AUTO_FREE char *text =
			text_print("its %s was %s when the plan was saved, and is %s now", ground->fact,
				before ? is_some(before->value) ? before->value : "none" : "not looked at",
				is_some(ground->value) ? ground->value : "none");

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
	AUTO_FREE char *difference =
		difference_print(plan, report_grounds(session, &now, &planning->survey, NULL));
	AUTO_FREE char *text = text_print("the saved plan is %.8s, and a plan made now is %.8s, of %zu %s%s",
		saved->plan_id, plan->id, plan->n, plural(plan->n, "step", "steps"), difference);

	grounds_free(&now);
	report_stale(session, NULL, text);
	return -1;
}

/* A value that only an earlier step makes known may be known by now. */
static bool step_is(const struct saved_step *saved, const struct step *step)
{
	return string_equal(saved->knob, step->knob->name) && string_equal(saved->object, step->object) &&
	       (string_equal(saved->after, step->after) || strstr(saved->after, "${"));
}

static uint64_t step_hash(const char *knob, const char *object)
{
	return hash_string(hash_string(0, knob), object ? object : "");
}

static bool saved_has_step(const struct saved *saved, const struct lookup *by_object, const struct step *step)
{
	size_t cursor = 0, at;

	while (lookup_next(by_object, step_hash(step->knob->name, step->object), &cursor, &at))
		if (step_is(&saved->steps[at], step))
			return true;
	return false;
}

/* What was never in it is no part of it: above all no consent to more than was bound. */
static size_t report_steps(struct session *session, const struct plan *plan)
{
	const struct saved *saved = session->saved;
	struct lookup by_object = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < saved->n_steps; i++)
		lookup_add(&by_object, step_hash(saved->steps[i].knob, saved->steps[i].object), i);
	for (size_t i = 0; i < plan->n; i++) {
		const struct step *step = plan->steps[i];

		if (!step->why || saved_has_step(saved, &by_object, step) || n++ >= MOST_TOLD)
			continue;
		AUTO_FREE char *value = knob_say(step->knob, step->after);
		AUTO_FREE char *text =
			text_print("its %s would go to %s, and the interrupted plan has no such step",
				step->knob->name, value);

		report_stale(session, step->object, text);
	}
	lookup_free(&by_object);
	return n;
}

int session_check_begun(
	struct session *session, const struct planning *planning, const struct applied_list *turned)
{
	struct grounds now = { 0 };
	size_t n;

	plan_grounds(&planning->plan, &planning->survey, &now);
	n = report_grounds(session, &now, &planning->survey, turned);
	grounds_free(&now);
	n += report_steps(session, &planning->plan);
	if (n == 0)
		return 0;
	AUTO_FREE char *text = text_print(
		"the interrupted plan %.8s cannot be gone on with: the host is not as its run has left it",
		session->saved->plan_id);

	report_stale(session, NULL, text);
	return -1;
}
