/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which hosts of a fleet have equal plans. */
#include "fleet.h"

/* Each value ends in the separator of units (ASCII 31), which no knob or name has in it. */
static void add_value(struct text *text, const char *value)
{
	text_add(text, value ? value : "\x01");
	text_add(text, "\x1f");
}

static void add_step(struct text *text, const struct step *step)
{
	const char *const values[] = { step->object, step->target, step->knob->name, step->before,
		step->after };

	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++)
		add_value(text, values[i]);
	for (size_t i = 0; i < step->n_effects; i++)
		add_value(text, step->effects[i].object);
}

/* What the functions are that the plan speaks of. */
static void add_devices(struct text *text, const struct state *want, const struct survey *survey)
{
	static const enum attribute shown[] = { A_VENDOR, A_DEVICE, A_DRIVER };

	for (size_t i = 0; i < want->n; i++) {
		const struct function *function =
			want->all[i]->kind == &kind_device ? device_function(survey, want->all[i]) : NULL;

		for (size_t k = 0; function && k < sizeof(shown) / sizeof(*shown); k++)
			add_value(text, function_text(function, shown[k]));
	}
}

static void add_findings(struct text *text, const struct report *report)
{
	for (size_t i = 0; i < report->n; i++) {
		add_value(text, report->findings[i].id);
		add_value(text, report->findings[i].object);
		add_value(text, report->findings[i].text);
	}
}

static void report_copy(const struct report *report, struct report *copy)
{
	for (size_t i = 0; i < report->n; i++)
		report_add(copy, &report->findings[i], "%s", report->findings[i].text);
}

static struct fleet_group *group_find(const struct fleet *fleet, const char *key)
{
	size_t cursor = 0, at;

	while (lookup_next(&fleet->by_key, hash_string(0, key), &cursor, &at))
		if (string_equal(fleet->groups[at].key, key))
			return &fleet->groups[at];
	return NULL;
}

static struct fleet_group *group_add(struct fleet *fleet, const char *key)
{
	struct fleet_group *group;

	lookup_add(&fleet->by_key, hash_string(0, key), fleet->n_groups);
	fleet->groups = memory_grow(fleet->groups, fleet->n_groups, sizeof(*fleet->groups));
	group = &fleet->groups[fleet->n_groups++];
	group->key = string_copy(key);
	return group;
}

struct fleet_group *fleet_group_of(struct fleet *fleet, const struct plan *plan, const struct survey *survey,
	const struct report *report, size_t host)
{
	AUTO_TEXT struct text all = { 0 };
	struct fleet_group *group;

	add_value(&all, plan ? "planned" : "not planned");
	for (size_t i = 0; plan && i < plan->n; i++)
		add_step(&all, plan->steps[i]);
	if (plan && plan->n > 0)
		add_devices(&all, plan->want, survey);
	add_findings(&all, report);
	group = group_find(fleet, text_string(&all));
	if (!group) {
		group = group_add(fleet, text_string(&all));
		group->planned = plan != NULL;
		if (plan)
			group->count = plan_count(plan);
		report_copy(report, &group->report);
	}
	group->hosts = memory_grow(group->hosts, group->n, sizeof(*group->hosts));
	group->hosts[group->n++] = host;
	fleet->hosts[host].group = (size_t)(group - fleet->groups);
	return group;
}
