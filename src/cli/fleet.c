/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Plans for each host of which a directory has facts, one after the other. */
#include "fleet.h"
#include "command_line.h"
#include "predict.h"
#include "saved.h"
#include <stdlib.h>
#include <string.h>

/* One host on its way through. */
struct turn {
	struct session *session;
	struct fleet *fleet;
	const char *facts;
	struct work work;
	struct report report;
};

static struct fleet_host *host_find(const struct fleet *fleet, const char *name)
{
	size_t cursor = 0, at;

	while (lookup_next(&fleet->by_name, hash_string(0, name), &cursor, &at))
		if (string_equal(fleet->hosts[at].name, name))
			return &fleet->hosts[at];
	return NULL;
}

static size_t host_add(struct fleet *fleet, const char *name, const char *facts)
{
	lookup_add(&fleet->by_name, hash_string(0, name), fleet->n);
	fleet->hosts = memory_grow(fleet->hosts, fleet->n, sizeof(*fleet->hosts));
	fleet->hosts[fleet->n].name = string_copy(name);
	fleet->hosts[fleet->n].facts = string_copy(facts);
	return fleet->n++;
}

static void group_show(struct turn *turn, struct fleet_group *group, const char *host)
{
	const struct format *format = turn->session->options.format;
	const struct survey *survey = &turn->work.planning.survey;
	const struct plan *plan = &turn->work.planning.plan;
	const struct plan_look look = {
		.host = host, .survey = survey, .color = turn->session->color, .refused = group->refused
	};
	const struct document_plan thing = {
		.host = { host, survey }, .plan = plan, .refused = group->refused, .session = turn->session
	};

	if (format->print) {
		group->plan = document_new();
		document_write(group->plan, format->plan_form->rows, &thing);
	} else {
		plan_print(plan, &look, &group->text);
	}
}

/* -1: it cannot be written, and neither could that of the next host. */
static int plan_save(struct turn *turn, const char *host)
{
	const char *directory = turn->session->options.out;
	AUTO_FREE char *path = NULL, *text = NULL;
	struct document *document;
	int result;

	if (!directory || turn->work.refused)
		return 0;
	path = text_print("%s%s%s.plan", directory, string_ends(directory, "/") ? "" : "/", host);
	document = work_document(turn->session, &turn->work, &form_saved, NULL);
	document_seal(document);
	text = document_text(document);
	result = session_write(turn->session, path, text);
	document_free(document);
	return result;
}

static int host_plan(struct turn *turn, const struct resource *host)
{
	struct fleet *fleet = turn->fleet;
	struct planning *planning = &turn->work.planning;
	struct asked asked = session_asked(turn->session);
	size_t at = host_add(fleet, host->name, turn->facts);
	struct fleet_group *group;
	bool planned;

	asked.host_name = host->name;
	planned = planning_make(planning, &turn->session->wish, &asked, &turn->report) == 0;
	turn->work.refused = planned && planning_judge(planning, &turn->report) < 0;
	group = fleet_group_of(fleet, planned ? &planning->plan : NULL, &planning->survey, &turn->report, at);
	if (!planned)
		return 0;
	memcpy(fleet->hosts[at].plan_id, planning->plan.id, sizeof(planning->plan.id));
	group->refused = turn->work.refused;
	if (group->n == 1)
		group_show(turn, group, host->name);
	return plan_save(turn, host->name);
}

static void report_twice(struct turn *turn, const char *name)
{
	report_add(&turn->session->report,
		&(struct finding){ .severity = ERROR,
			.outcome = BAD_CONFIGURATION,
			.id = "facts-twice",
			.object = name,
			.path = turn->facts,
			.hint = "keep the newer one in the directory" },
		"these facts are of a host that %s is of as well", host_find(turn->fleet, name)->facts);
}

static void stranger_add(struct turn *turn)
{
	struct fleet *fleet = turn->fleet;
	const struct reading *name = &turn->work.planning.survey.machine[M_HOSTNAME];

	fleet->strangers = memory_grow(fleet->strangers, fleet->n_strangers, sizeof(*fleet->strangers));
	fleet->strangers[fleet->n_strangers++] = string_copy(turn->facts);
	report_add(&turn->session->report,
		&(struct finding){ .severity = WARNING,
			.id = "facts-without-host",
			.path = turn->facts,
			.hint = "give it a host in the files, or match: {machine-id: ...}" },
		"no host fits the machine of these facts (%s)", name->text ? name->text : "of unknown name");
}

static int facts_plan(struct turn *turn)
{
	struct session *session = turn->session;
	const struct survey *survey = &turn->work.planning.survey;
	const char *only = session->options.host_name;
	const struct resource *host = NULL;
	struct state none = { 0 };
	size_t n;

	if (session_facts(session, turn->facts, &turn->work.planning.survey) < 0)
		return 0;
	n = wish_hosts_fitting(&session->wish, survey, &host);
	if (n > 1)
		wish_for_host(&session->wish, NULL, survey, &none, &session->report);
	else if (n == 0 && !only)
		stranger_add(turn);
	else if (n == 1 && host_find(turn->fleet, host->name))
		report_twice(turn, host->name);
	else if (n == 1 && (!only || string_equal(only, host->name)))
		return host_plan(turn, host);
	return 0;
}

static int turn_take(struct session *session, struct fleet *fleet, const char *facts)
{
	struct turn turn = { .session = session, .fleet = fleet, .facts = facts };
	int result = facts_plan(&turn);

	work_free(&turn.work);
	report_free(&turn.report);
	return result;
}

static void report_not_saved(struct session *session, const char *names)
{
	report_add(&session->report,
		&(struct finding){ .severity = WARNING,
			.id = "not-saved",
			.path = session->options.out,
			.hint = "files of these names, if there are any, are as they were" },
		"no plan is written for %s: a refused plan cannot be applied", names);
}

/* What was found on the hosts of a group is said once, with their names. */
static void findings_take(struct session *session, const struct fleet *fleet)
{
	for (size_t i = 0; i < fleet->n_groups; i++) {
		const struct report *report = &fleet->groups[i].report;
		AUTO_TEXT struct text names = { 0 };

		fleet_names(fleet, &fleet->groups[i], &names);
		for (size_t k = 0; k < report->n; k++)
			report_add(&session->report, &report->findings[k], "%s (on %s)",
				report->findings[k].text, text_string(&names));
		if (fleet->groups[i].refused && session->options.out)
			report_not_saved(session, text_string(&names));
	}
}

static void absent_find(struct session *session, struct fleet *fleet)
{
	const struct state *state = &session->wish.state;
	const char *only = session->options.host_name;

	for (size_t i = 0; i < state->n; i++) {
		const struct resource *host = state->all[i];

		if (host->kind != &kind_host || (only && !string_equal(only, host->name)) ||
			host_find(fleet, host->name))
			continue;
		fleet->absent = memory_grow(fleet->absent, fleet->n_absent, sizeof(*fleet->absent));
		fleet->absent[fleet->n_absent++] = host->name;
		report_add(&session->report,
			&(struct finding){ .severity = WARNING,
				.id = "host-without-facts",
				.object = host->name,
				.at = host->at,
				.hint = "`pawl facts capture --out FILE` makes them on the host" },
			"no facts in %s are of this host: nothing is planned for it", session->options.facts);
	}
}

static void fleet_free(struct fleet *fleet)
{
	for (size_t i = 0; i < fleet->n; i++) {
		free(fleet->hosts[i].name);
		free(fleet->hosts[i].facts);
	}
	for (size_t i = 0; i < fleet->n_groups; i++) {
		text_free(&fleet->groups[i].text);
		document_free(fleet->groups[i].plan);
		report_free(&fleet->groups[i].report);
		free(fleet->groups[i].hosts);
		free(fleet->groups[i].key);
	}
	for (size_t i = 0; i < fleet->n_strangers; i++)
		free(fleet->strangers[i]);
	free(fleet->strangers);
	free(fleet->absent);
	free(fleet->hosts);
	free(fleet->groups);
	lookup_free(&fleet->by_key);
	lookup_free(&fleet->by_name);
}

size_t fleet_refused(const struct fleet *fleet)
{
	size_t n = 0;

	for (size_t i = 0; i < fleet->n_groups; i++)
		n += fleet->groups[i].refused ? fleet->groups[i].n : 0;
	return n;
}

static enum outcome fleet_show(struct session *session, const struct fleet *fleet)
{
	AUTO_TEXT struct text text = { 0 };
	enum outcome outcome = FINE;

	if (session->options.format->print)
		session->document = document_start(&form_fleet, fleet);
	else
		fleet_print(fleet, &text);
	if (!session->options.format->print && session->options.out && fleet->n > fleet_refused(fleet)) {
		text_addf(&text, "\nNext, on each host%s: pawl apply ",
			fleet_refused(fleet) ? " that has a plan there" : "");
		text_add_safe(&text, session->options.out);
		text_addf(&text, "%sHOST.plan\n", string_ends(session->options.out, "/") ? "" : "/");
	}
	session_print(session, &text);
	for (size_t i = 0; i < fleet->n_groups; i++) {
		const struct fleet_group *group = &fleet->groups[i];

		if (group->refused)
			outcome = outcome_graver(outcome, REFUSED);
		else if (session_given(session, OPTION_DETAILED_EXITCODE) && group->count.steps > 0)
			outcome = outcome_graver(outcome, DIFFERENT);
	}
	return outcome;
}

/* A name that no host has is a mistake, and no empty fleet. */
static int host_check(struct session *session)
{
	const struct survey nothing = { 0 };
	struct state state = { 0 };
	int result = 0;

	if (session->options.host_name)
		result = wish_for_host(
			&session->wish, session->options.host_name, &nothing, &state, &session->report);
	state_free(&state);
	return result;
}

static int out_check(struct session *session)
{
	const char *out = session->options.out;
	AUTO_TEXT struct text hint = { 0 };

	if (!out || file_is_directory(out))
		return 0;
	text_add(&hint, "name another, or make it first: mkdir ");
	line_add_word(&hint, out);
	report_add(&session->report,
		&(struct finding){ .severity = ERROR,
			.outcome = BAD_USAGE,
			.id = "usage",
			.path = out,
			.hint = text_string(&hint) },
		"with facts of many hosts, --out names a directory for their plans");
	return -1;
}

enum outcome fleet_plan(struct session *session)
{
	struct fleet fleet = { 0 };
	enum outcome outcome;
	char **files = NULL;
	int result = 0;

	if (out_check(session) < 0 || session_wish(session) < 0 || host_check(session) < 0)
		return session_outcome(session);
	files = session_list_facts(session, session->options.facts);
	for (size_t i = 0; files && files[i]; i++) {
		result = result < 0 ? result : turn_take(session, &fleet, files[i]);
		free(files[i]);
	}
	free(files);
	if (files && result == 0)
		absent_find(session, &fleet);
	findings_take(session, &fleet);
	work_report_unused(session, NULL);
	outcome = files ? fleet_show(session, &fleet) : session_outcome(session);
	fleet_free(&fleet);
	return outcome;
}
