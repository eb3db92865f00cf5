/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tells which words of --allow let nothing pass, so that no typo goes unseen. */
#include "kind.h"
#include "object.h"
#include "options.h"
#include "work.h"
#include <string.h>

/* Of a pool without drivers or settings the VFs are no resources, and gates name them all the same. */
static bool is_known(const struct plan *plan, const char *object)
{
	const struct state *want = plan->want;
	size_t length = name_device_length(object);
	AUTO_FREE char *pool =
		object[length] ? text_print("%.*s.%s", (int)length, object, kind_vf_pool.key) : NULL;

	for (size_t i = 0; i < want->n; i++)
		if (name_fits(want->all[i]->name, object) || (pool && name_fits(want->all[i]->name, pool)))
			return true;
	for (size_t i = 0; i < plan->n; i++) /* what goes back is no wish */
		if (name_fits(plan->steps[i]->object, object))
			return true;
	return false;
}

static const char *nearest_name(const struct state *want, const char *object)
{
	AUTO_FREE const char **names = memory_new(want->n + 1, sizeof(*names));

	for (size_t i = 0; i < want->n; i++)
		names[i] = want->all[i]->name;
	return string_nearest(object, names);
}

static bool is_used(const struct report *report, const struct allowance *allowance)
{
	for (size_t i = 0; i < report->n; i++)
		if (allowance_fits(allowance, report->findings[i].id, report->findings[i].object))
			return true;
	return false;
}

/* Of what nothing is planned for nobody can say yet what its steps will ask for. */
static bool is_unplanned(const struct plan *plan, const char *object)
{
	for (size_t i = 0; plan && object && i < plan->want->n; i++)
		if (plan->want->all[i]->blocked && name_fits(plan->want->all[i]->name, object))
			return true;
	return false;
}

/* The likelier name, when it is one that the gate says no to; the caller frees it. */
static char *hint_make(
	const struct session *session, const struct allowance *allowance, const struct plan *plan)
{
	const struct allowance meant = { .gate = allowance->gate,
		.object = nearest_name(plan->want, allowance->object) };

	if (!meant.object || !is_used(&session->report, &meant))
		return NULL;
	return text_print("did you mean --allow=%s:%s?", meant.gate->id, meant.object);
}

/* The gate says no to something else, or to nobody: a part that nobody knows is the likelier mistake. */
static void report_unused(struct session *session, const struct allowance *allowance, const struct plan *plan)
{
	bool unknown = plan && allowance->object && !is_known(plan, allowance->object);
	AUTO_FREE char *words = allowance_print(allowance);
	AUTO_FREE char *hint = unknown ? hint_make(session, allowance, plan) : NULL;
	const struct finding finding = { .severity = WARNING,
		.id = "nothing-to-allow",
		.hint = hint ? hint : "leave it out: it would let pass what comes later" };

	if (unknown)
		report_add(&session->report, &finding,
			"--allow=%s allows nothing: nothing of this plan is called %s", words,
			allowance->object);
	else
		report_add(
			&session->report, &finding, "--allow=%s allows nothing: no such gate refuses", words);
}

void work_report_unused(struct session *session, const struct plan *plan)
{
	struct allowances *allowed = &session->options.allowed;

	for (size_t i = 0; i < allowed->n; i++)
		if ((allowed->all[i].needless = !is_used(&session->report, &allowed->all[i]) &&
						!is_unplanned(plan, allowed->all[i].object)))
			report_unused(session, &allowed->all[i], plan);
}
