/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The plans of a fleet as people read them: equal ones once, the most frequent first. */
#include "fleet.h"
#include <stdlib.h>
#include <string.h>

enum { NAMED = 3, NAMES_COLUMNS = 48, IDS_COLUMNS = 100 };

void fleet_names(const struct fleet *fleet, const struct fleet_group *group, struct text *text)
{
	AUTO_FREE const char **names = memory_new(group->n, sizeof(*names));
	AUTO_TEXT struct text folded = { 0 };

	for (size_t i = 0; i < group->n; i++)
		names[i] = fleet->hosts[group->hosts[i]].name;
	names_fold(names, group->n, &folded);
	if (group->n <= NAMED + 1 || folded.length <= NAMES_COLUMNS) {
		text_add_safe(text, text_string(&folded));
		return;
	}
	for (size_t i = 0; i < NAMED; i++) {
		text_add(text, i ? ", " : "");
		text_add_safe(text, names[i]);
	}
	text_addf(text, " and %zu more", group->n - NAMED);
}

static void head_print(const struct fleet *fleet, const struct fleet_group *group, struct text *text)
{
	const struct plan_count *count = &group->count;

	text_addf(text, "%zu %s: ", group->n, plural(group->n, "host", "hosts"));
	if (!group->planned)
		text_add(text, "no plan can be made");
	else if (count->steps == 1)
		text_add(text, "this step");
	else if (count->steps)
		text_addf(text, "these %zu steps", count->steps);
	else
		text_add(text, group->refused ? "no step is planned" : "nothing to do, as wished");
	if (count->steps)
		text_addf(text, " on %zu %s", count->devices, plural(count->devices, "device", "devices"));
	text_add(text, group->refused ? ", REFUSED (" : " (");
	fleet_names(fleet, group, text);
	text_add(text, ")\n");
}

/* "Plans: kp001=824cf29a, kp002=3c35f9ea": on each host equal steps have an id of their own, which `pawl
 * apply` says there. */
static void ids_print(const struct fleet *fleet, const struct fleet_group *group, struct text *text)
{
	AUTO_TEXT struct text ids = { 0 };

	for (size_t i = 0; i < group->n; i++) {
		const struct fleet_host *host = &fleet->hosts[group->hosts[i]];

		text_add(&ids, i ? ", " : "");
		text_add_safe(&ids, host->name);
		text_addf(&ids, "=%.8s", host->plan_id);
	}
	text_wrap(text, group->n == 1 ? "Plan: " : "Plans: ", text_string(&ids), IDS_COLUMNS);
}

/* The plan behind its own first line, which names one host. */
static void group_print(const struct fleet *fleet, const struct fleet_group *group, struct text *text)
{
	const char *body = strchr(text_string(&group->text), '\n');

	text_add(text, "\n");
	head_print(fleet, group, text);
	text_add(text, body && group->count.steps ? body + 1 : "");
	if (group->planned && group->count.steps)
		ids_print(fleet, group, text);
}

static int compare_groups(const void *a, const void *b)
{
	const struct fleet_group *const *one = a, *const *other = b;

	if ((*one)->n != (*other)->n)
		return (*one)->n > (*other)->n ? -1 : 1;
	return (*one)->hosts[0] < (*other)->hosts[0] ? -1 : 1;
}

static void summary_print(const struct fleet *fleet, size_t most, struct text *text)
{
	size_t refused = fleet_refused(fleet);

	text_addf(text, "Fleet of %zu %s: ", fleet->n, plural(fleet->n, "host", "hosts"));
	if (most == fleet->n)
		text_add(text, fleet->n == 1 ? "one plan" : "one plan for all");
	else if (most == 1)
		text_add(text, "each has a plan of its own");
	else
		text_addf(text, "%zu %s the same plan, %zu %s", most, plural(most, "has", "have"),
			fleet->n - most, plural(fleet->n - most, "differs", "differ"));
	if (refused)
		text_addf(text, "; %zu REFUSED", refused);
	text_add(text, ".\n");
}

void fleet_print(const struct fleet *fleet, struct text *text)
{
	AUTO_FREE const struct fleet_group **groups = memory_new(fleet->n_groups + 1, sizeof(*groups));

	if (fleet->n == 0)
		return;
	for (size_t i = 0; i < fleet->n_groups; i++)
		groups[i] = &fleet->groups[i];
	qsort(groups, fleet->n_groups, sizeof(*groups), compare_groups);
	summary_print(fleet, groups[0]->n, text);
	for (size_t i = 0; i < fleet->n_groups; i++)
		group_print(fleet, groups[i], text);
}
