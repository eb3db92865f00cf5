/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells in what the host is not as a saved plan has found it. */
#include "saved.h"
#include "text_step.h"
#include <string.h>

/* Nobody reads more than these of a host that is another one altogether. */
enum { MOST_TOLD = 10 };

void stale_report(struct session *session, const char *object, const char *text, const char *hint)
{
	report_add(&session->report,
		&(struct finding){
			.severity = ERROR,
			.outcome = STALE_PLAN,
			.id = "stale-plan",
			.object = object,
			.path = object ? NULL : session->saved->name,
			.hint = hint,
		},
		"%s", text);
}

static const struct ground *ground_find(
	const struct grounds *grounds, const struct lookup *by_fact, const struct ground *like)
{
	size_t cursor = 0, at;

	while (lookup_next(by_fact, hash_pair(like->object, like->fact), &cursor, &at))
		if (string_equal(grounds->all[at].object, like->object) &&
			string_equal(grounds->all[at].fact, like->fact))
			return &grounds->all[at];
	return NULL;
}

static const struct knob *knob_of_fact(const char *fact)
{
	for (size_t i = 0; i < N_ATTRIBUTES; i++)
		if (string_equal(attributes[i].name, fact))
			return attributes[i].knob;
	return knob_find(fact);
}

static bool is_some(const char *value)
{
	return value && *value;
}

/* What the run that began the plan has made of it. A VF that it made is not held against it either. */
static bool run_made(
	const struct applied_list *turned, const struct survey *survey, const struct ground *ground)
{
	const struct function *function = function_by_target(survey, ground->object);
	const struct knob *knob = function ? knob_of_fact(ground->fact) : NULL;
	const struct applied *made = knob ? applied_find(turned, knob, ground->object) : NULL;

	if (made && knob_is(made->knob, ground->value ? ground->value : "", made->value))
		return true;
	if (!function || !function->physfn ||
		(is_some(ground->value) && string_equal(ground->fact, attributes[A_OVERRIDE].name)))
		return false;
	made = applied_find(turned, &knob_numvfs, function->physfn->address);
	return made && made->value;
}

static void value_add(const struct ground *ground, struct text *text)
{
	const struct knob *knob = knob_of_fact(ground->fact);

	if (is_some(ground->value) || !knob)
		text_add(text, is_some(ground->value) ? ground->value : "none");
	else
		value_print(knob, "", text);
}

/* "its driver was igb when the plan was saved, and is (no driver) now"; of a VF made since: what it is. */
static void ground_print(const struct ground *was, const struct ground *now, struct text *text)
{
	bool first = text->length == 0;

	text_addf(text, "%sits %s ", first ? "" : "; ", now->fact);
	if (was) {
		text_add(text, "was ");
		value_add(was, text);
		text_add(text, first ? " when the plan was saved, and is " : ", and is ");
	} else {
		text_add(text, "is ");
	}
	value_add(now, text);
	text_add(text, was ? " now" : ", and the interrupted run has not set that");
}

struct telling_stale {
	struct session *session;
	const char *object; /* whose facts the text is of; NULL: of none */
	struct text text;
	size_t n; /* differences so far: those beyond MOST_TOLD are counted alone */
};

static void object_end(struct telling_stale *telling)
{
	if (telling->text.length > 0 && telling->n++ < MOST_TOLD)
		stale_report(telling->session, telling->object, text_string(&telling->text), NULL);
	text_free(&telling->text);
	telling->text = (struct text){ 0 };
}

/*
 * Where the plan had nothing to do, its steps made now tell more than the facts. A run that has begun it may
 * have made the function; what somebody has done with that one since no step of the plan tells.
 */
size_t stale_grounds(struct session *session, const struct grounds *now, const struct survey *survey,
	const struct applied_list *turned)
{
	const struct grounds *saved = &session->saved->rests_on;
	struct telling_stale telling = { .session = session };
	struct lookup by_fact = { 0 };

	for (size_t i = 0; i < saved->n; i++)
		lookup_add(&by_fact, hash_pair(saved->all[i].object, saved->all[i].fact), i);
	for (size_t i = 0; i < now->n; i++) {
		const struct ground *ground = &now->all[i], *was = ground_find(saved, &by_fact, ground);

		if (!string_equal(telling.object, ground->object))
			object_end(&telling);
		telling.object = ground->object;
		if (was ? string_equal(was->value, ground->value) : !turned)
			continue;
		if (!turned || !run_made(turned, survey, ground))
			ground_print(was, ground, &telling.text);
	}
	object_end(&telling);
	lookup_free(&by_fact);
	return telling.n;
}

/* A value that only an earlier step makes known may be known by now. */
static bool comes_to(const char *saved, const char *now)
{
	return string_equal(saved, now) || strstr(saved, "${");
}

/* What has the same name by now may be another one: its target tells. */
static bool step_is_alike(const struct saved_step *saved, const struct step *step)
{
	return string_equal(saved->knob, step->knob->name) && string_equal(saved->object, step->object) &&
	       comes_to(saved->target, step->target);
}

/* NULL: none of that object, knob and target; ret_same: it comes to the same value. */
static const struct saved_step *saved_find(
	const struct saved *saved, const struct lookup *by_object, const struct step *step, bool *ret_same)
{
	const struct saved_step *alike = NULL;
	size_t cursor = 0, at;

	*ret_same = false;
	while (!*ret_same && lookup_next(by_object, hash_pair(step->knob->name, step->object), &cursor, &at))
		if (step_is_alike(&saved->steps[at], step)) {
			alike = &saved->steps[at];
			*ret_same = comes_to(alike->after, step->after);
		}
	return alike;
}

static void change_add(const struct step *step, struct text *text)
{
	text_add(text, step->was ? "" : "from ");
	value_print(step->knob, step_was(step), text);
	text_add(text, step->was ? " -> " : " to ");
	value_print(step->knob, step_will(step), text);
}

/* Of a list it is said what has come and gone since. */
static void alike_add(
	const struct saved_step *alike, const struct step *step, const char *whose, struct text *text)
{
	AUTO_FREE char *since =
		alike ? knob_say_since(step->knob, NULL, step->target, alike->after, step->after) : NULL;

	if (!alike)
		text_addf(text, ", and the %s plan has no such step", whose);
	else
		text_addf(text, ", which the %s plan does to what was there before: %s", whose,
			since ? since : "that has changed");
}

/* What was never in it is no part of it: above all no consent to more than was bound. */
size_t stale_steps(struct session *session, const struct plan *plan, const char *whose, size_t n)
{
	const struct saved *saved = session->saved;
	struct lookup by_object = { 0 };

	for (size_t i = 0; i < saved->n_steps; i++)
		lookup_add(&by_object, hash_pair(saved->steps[i].knob, saved->steps[i].object), i);
	for (size_t i = 0; i < plan->n; i++) {
		const struct step *step = plan->steps[i];
		const struct saved_step *alike;
		AUTO_TEXT struct text text = { 0 };
		bool same;

		alike = step->why ? saved_find(saved, &by_object, step, &same) : NULL;
		if (!step->why || same || n++ >= MOST_TOLD)
			continue;
		text_addf(&text, "its %s would go ", step->knob->name);
		change_add(step, &text);
		alike_add(alike, step, whose, &text);
		stale_report(session, step->object, text_string(&text), NULL);
	}
	lookup_free(&by_object);
	return n;
}

char *stale_rest(const struct plan *plan, size_t n)
{
	if (n > MOST_TOLD)
		return text_print("; there %s %zu more %s", plural(n - MOST_TOLD, "is", "are"), n - MOST_TOLD,
			plural(n - MOST_TOLD, "difference", "differences"));
	if (n > 0)
		return string_copy("");
	return string_copy(
		plan->n ? ": other steps are left to do" : ": the host is as the saved plan wishes already");
}
