/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a plan comes to, in figures. */
#include "fold.h"
#include "namespaces.h"
#include "text_step.h"
#include <stdlib.h>

/* `seen` has the first step of each device. */
static bool device_is_new(const struct plan *plan, size_t index, struct lookup *seen)
{
	const struct resource *device = step_device(plan, plan->steps[index]);
	AUTO_FREE char *handle = device ? NULL : step_handle(plan->steps[index]);
	uint64_t hash = hash_string(0, device ? device->name : handle);
	size_t cursor = 0, other;

	while (lookup_next(seen, hash, &cursor, &other))
		if (steps_share_device(plan, plan->steps[other], plan->steps[index]))
			return false;
	lookup_add(seen, hash, index);
	return true;
}

static bool device_follows(const struct plan *plan, size_t index)
{
	return index > 0 && steps_share_device(plan, plan->steps[index - 1], plan->steps[index]);
}

/* A pool without VFs is not there. */
static bool pool_is_there(const struct resource *pool)
{
	return pool && resource_given(pool, POOL_COUNT) && ((const struct pool_body *)pool->body)->count > 0;
}

/* What is wished of a device that is not found comes to nothing. */
static bool is_of_nobody(const struct resource *resource)
{
	const struct resource *device = resource_above(resource, &kind_device);

	return device && !((const struct device_body *)device->body)->address;
}

static unsigned namespace_actions(const struct change *change)
{
	if (namespace_is_absent(change->want))
		return ACTION_DELETE;
	return change->have && resource_given(change->have, NS_WORD) ? ACTION_UPDATE : ACTION_CREATE;
}

/* A function's driver is always there, be it none: it is set, never made. Pools come and go. */
unsigned change_actions(const struct change *change)
{
	const struct resource *resource = change->want ? change->want : change->have;
	const struct kind *kind = resource->kind;
	bool is_pool = kind == &kind_vf_pool;

	if (is_of_nobody(resource) || resource->blocked)
		return 0;
	if (!change->want)
		return ACTION_DELETE;
	if (kind == &kind_guest && !change->have)
		return ACTION_CREATE;
	if (kind == &kind_namespace)
		return namespace_actions(change);
	if (!is_pool)
		return ACTION_UPDATE;
	return (pool_is_there(change->have) ? ACTION_DELETE : 0) |
	       (pool_is_there(change->want) ? ACTION_CREATE : 0);
}

static void count_actions(unsigned actions, struct plan_count *count)
{
	count->creates += (actions & ACTION_CREATE) != 0;
	count->updates += (actions & ACTION_UPDATE) != 0;
	count->deletes += (actions & ACTION_DELETE) != 0;
}

/* What a run, or pawl, has set goes back: each object of the steps is a change, the run itself is none. */
bool change_takes_back(const struct change *change)
{
	const struct kind *kind = (change->want ? change->want : change->have)->kind;

	return kind == &kind_run || kind == &kind_host;
}

static void count_changes(const struct changes *changes, struct plan_count *count)
{
	for (size_t i = 0; i < changes->n; i++)
		if (!change_takes_back(&changes->all[i]))
			count_actions(change_actions(&changes->all[i]), count);
}

static unsigned step_action(const struct step *step)
{
	if (!(step->flags & STEP_VF_COUNT))
		return ACTION_UPDATE;
	return string_equal(step->after, "0") ? ACTION_DELETE : ACTION_CREATE;
}

/* Override and driver of a function are one change; VFs that go and come are two, as of a wish. */
static void count_taken_back(const struct plan *plan, struct plan_count *count)
{
	struct lookup seen = { 0 };

	for (size_t i = 0; i < plan->n; i++) {
		const struct step *step = plan->steps[i];
		uint64_t hash = hash_string(step_action(step), step->object);
		size_t cursor = 0, other;
		bool again = false;

		if (!step->why || !change_takes_back(step->why))
			continue;
		while (lookup_next(&seen, hash, &cursor, &other))
			again = again || (string_equal(plan->steps[other]->object, step->object) &&
						 step_action(plan->steps[other]) == step_action(step));
		if (again)
			continue;
		lookup_add(&seen, hash, i);
		count_actions(step_action(step), count);
	}
	lookup_free(&seen);
}

/* The kernel knows no other way from a number of VFs to another one than through 0. */
static void count_vfs(const struct step *step, struct plan_count *count)
{
	if (!(step->flags & STEP_VF_COUNT))
		return;
	count->vfs_made += strtoul(step->after, NULL, 10);
	count->vfs_gone += strtoul(step->before, NULL, 10);
}

static void count_namespaces(const struct step *step, struct plan_count *count)
{
	if (step->knob != &knob_namespace)
		return;
	if (step->flags & STEP_DATA_LOSS)
		count->ns_gone++;
	else
		count->ns_made++;
}

static size_t count_renames(const struct state *want)
{
	size_t n = 0;

	for (size_t i = 0; want && i < want->n; i++)
		n += want->all[i]->former != NULL;
	return n;
}

struct plan_count plan_count(const struct plan *plan)
{
	struct plan_count count = { .steps = plan->n, .renames = count_renames(plan->want) };
	struct lookup seen = { 0 };

	count_changes(&plan->changes, &count);
	count_taken_back(plan, &count);
	for (size_t i = 0; i < plan->n; i++) {
		const struct step *step = plan->steps[i];

		count_vfs(step, &count);
		count_namespaces(step, &count);
		count.consents += (step->flags & STEP_CONSENT) != 0;
		count.deferred += step_is_deferred(plan, step);
		count.one_way += (step->flags & STEP_ONE_WAY) != 0;
		count.data_loss += (step->flags & STEP_DATA_LOSS) != 0;
		count.disruptive += step_disrupts(step);
		count.reboots += (step->flags & STEP_NEEDS_REBOOT) != 0;
		count.debts += !step->why;
		if (device_follows(plan, i) || !device_is_new(plan, i, &seen))
			continue;
		if (step_resource(step) && step_resource(step)->kind == &kind_guest)
			count.guests++;
		else
			count.devices++;
	}
	lookup_free(&seen);
	return count;
}

size_t results_count(const enum step_result *results, size_t n, enum step_result result)
{
	size_t count = 0;

	for (size_t i = 0; results && i < n; i++)
		count += results[i] == result;
	return count;
}

/* " (2 VFs, 1 namespace)" */
static void things_print(size_t vfs, size_t namespaces, struct text *text)
{
	if (vfs > 0)
		text_addf(text, " (%zu %s", vfs, plural(vfs, "VF", "VFs"));
	if (namespaces > 0)
		text_addf(text, "%s%zu %s", vfs > 0 ? ", " : " (", namespaces,
			plural(namespaces, "namespace", "namespaces"));
	if (vfs > 0 || namespaces > 0)
		text_add(text, ")");
}

/* Each of the plan's !! is in one of these figures. */
static void forever_print(const struct plan_count *count, struct text *text)
{
	if (count->consents)
		text_addf(text, "; %zu %s", count->consents, plural(count->consents, "consent", "consents"));
	if (count->deferred)
		text_add(text, " to what is IRREVERSIBLE, deferred");
	if (count->one_way)
		text_addf(text, "%s %zu IRREVERSIBLE", count->consents ? "," : ";", count->one_way);
	if (!count->consents && !count->one_way && !count->data_loss)
		text_add(text, "; nothing irreversible");
}

/* Risks are named when there are any; that there is none is said once. */
void plan_print_summary(const struct plan_count *count, struct text *text)
{
	text_addf(text, "\n%zu to create", count->creates);
	things_print(count->vfs_made, count->ns_made, text);
	text_addf(text, ", %zu to change, %zu to delete", count->updates, count->deletes);
	things_print(count->vfs_gone, count->ns_gone, text);
	if (count->debts)
		text_addf(text, ", %zu to put back", count->debts);
	if (count->disruptive)
		text_addf(text, "; %zu %s", count->disruptive,
			plural(count->disruptive, "disrupts", "disrupt"));
	if (count->data_loss)
		text_addf(text, "; %zu %s DATA", count->data_loss, plural(count->data_loss, "LOSES", "LOSE"));
	forever_print(count, text);
	if (count->reboots)
		text_addf(text, "; %zu %s", count->reboots, plural(count->reboots, "reboot", "reboots"));
	else
		text_add(text, ", no reboot");
	text_add(text, ".\n");
}

const char *plural(size_t n, const char *one, const char *more)
{
	return n == 1 ? one : more;
}

const char *plan_whole(const struct plan *plan)
{
	return plan->left_out && plan->left_out->n ? "what --target names" : "the host";
}
