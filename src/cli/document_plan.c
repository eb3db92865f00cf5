/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A plan for programs. */
#include "document.h"
#include "text_step.h"

static void place_add(struct document *map, const char *key, const struct place *place)
{
	AUTO_FREE char *words = NULL;

	if (place->source)
		words = text_print("%s:%u:%u", place->source->name, place->line, place->column);
	document_add_words(map, key, words);
}

static void flags_add(struct document *map, unsigned flags)
{
	static const struct {
		unsigned flag;
		const char *name;
	} names[] = { { STEP_ONE_WAY, "irreversible" }, { STEP_DATA_LOSS, "data-loss" },
		{ STEP_DISRUPTIVE, "disruptive" }, { STEP_NEEDS_REBOOT, "needs-reboot" },
		{ STEP_SLOW, "slow" }, { STEP_VF_COUNT, "vf-count" } };
	struct document *list = document_list(map, "flags");

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (flags & names[i].flag)
			document_add_item(list, names[i].name);
}

static void needs_add(struct document *map, const struct step *step)
{
	struct document *list = document_list(map, "needs");

	for (size_t i = 0; i < step->n_needs; i++) {
		struct document *need = document_entry(list);

		document_add_number(need, "seq", step->needs[i].on->number);
		document_add_words(need, "after", step->needs[i].how == AFTER_TRIED ? "tried" : "done");
	}
}

static void effects_add(struct document *map, const struct step *step)
{
	static const char *const names[] = { [EFFECT_DEVICE_GONE] = "device-gone",
		[EFFECT_DRIVER_LOST] = "driver-lost",
		[EFFECT_INTERFACE_LOST] = "interface-lost",
		[EFFECT_DISK_LOST] = "disk-lost" };
	struct document *list = document_list(map, "effects");

	for (size_t i = 0; i < step->n_effects; i++) {
		struct document *effect = document_entry(list);

		document_add_words(effect, "effect", names[step->effects[i].kind]);
		document_add_words(effect, "object", step->effects[i].object);
		document_add_flag(effect, "certain", step->effects[i].how == WILL);
	}
}

static void cause_add(struct document *map, const struct change *why)
{
	struct place place = { 0 };
	size_t row = 0;

	while (why && why->differs && !(why->differs >> row & 1))
		row++;
	if (why && why->want)
		place = resource_place(why->want, row);
	place_add(map, "cause", &place);
}

static void undo_add(struct document *map, const struct step *step)
{
	AUTO_TEXT struct text words = { 0 };

	step_print_undo(step, &words);
	document_add_words(map, "undo", text_string(&words));
}

static void step_add(struct document *list, const struct step *step, const enum step_result *results)
{
	struct document *map = document_entry(list);

	document_add_number(map, "seq", step->number);
	document_add_words(map, "knob", step->knob->name);
	document_add_words(map, "target", step->target);
	document_add_words(map, "before", step->before);
	document_add_words(map, "after", step->after);
	document_add_words(map, "object", step->object);
	flags_add(map, step->flags);
	needs_add(map, step);
	effects_add(map, step);
	undo_add(map, step);
	document_add_words(map, "lane", step->lane ? step->lane->name : NULL);
	if (step->guard_of)
		document_add_number(map, "temporary_for", step->guard_of->number);
	cause_add(map, step->why);
	if (results)
		document_add_words(map, "result", step_result_names[results[step->number - 1]]);
}

static void fields_add(struct document *change, const char *key, const struct resource *resource)
{
	const struct field *fields = resource ? resource->kind->fields : NULL;
	struct document *map;

	if (!resource) {
		document_add_words(change, key, NULL);
		return;
	}
	map = document_map(change, key);
	for (size_t row = 0; row < fields_count(fields); row++) {
		AUTO_TEXT struct text value = { 0 };

		if (!resource_given(resource, row) || fields[row].type->shape != SHAPE_SCALAR)
			continue;
		field_print(fields, row, resource->body, &value);
		document_add_words(map, fields[row].name, text_string(&value));
	}
}

/* Terraform's names, so that policy tools for its plans work: developer.hashicorp.com, JSON output format. */
static void actions_add(struct document *change, unsigned actions)
{
	static const struct {
		enum action action;
		const char *name;
	} names[] = { { ACTION_UPDATE, "update" }, { ACTION_DELETE, "delete" }, { ACTION_CREATE, "create" } };
	struct document *list = document_list(change, "actions");

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (actions & names[i].action)
			document_add_item(list, names[i].name);
}

/* There is no before of what is created, and no after of what is deleted. */
static void change_add(struct document *list, const struct change *change)
{
	const struct resource *named = change->want ? change->want : change->have;
	unsigned actions = change_actions(change);
	struct document *map = document_entry(list), *inner;

	document_add_words(map, "address", named->name);
	document_add_words(map, "type", named->kind->name);
	document_add_words(map, "name", named->name);
	inner = document_map(map, "change");
	actions_add(inner, actions);
	fields_add(inner, "before", actions == ACTION_CREATE ? NULL : change->have);
	fields_add(inner, "after", actions == ACTION_DELETE ? NULL : change->want);
}

/* create, update and delete count resource_changes, the others count steps. */
static void count_add(struct document *document, const struct plan *plan)
{
	struct plan_count count = plan_count(plan);
	struct document *map = document_map(document, "summary");

	document_add_number(map, "steps", count.steps);
	document_add_number(map, "devices", count.devices);
	document_add_number(map, "create", count.creates);
	document_add_number(map, "update", count.updates);
	document_add_number(map, "delete", count.deletes);
	document_add_number(map, "put_back", count.debts);
	document_add_number(map, "disruptive", count.disruptive);
	document_add_number(map, "data_loss", count.data_loss);
	document_add_number(map, "irreversible", count.one_way);
	document_add_number(map, "reboots", count.reboots);
}

static void device_add(struct document *list, const struct resource *device, const struct survey *survey)
{
	const struct function *function = device_function(survey, device);
	AUTO_FREE char *name = function ? function_name(function) : NULL;
	struct document *map = document_entry(list);

	document_add_words(map, "handle", device->name);
	document_add_words(map, "address", ((const struct device_body *)device->body)->address);
	document_add_words(map, "name", name);
	document_add_words(map, "driver", function ? function_link(function, A_DRIVER) : NULL);
}

static void devices_add(struct document *document, const struct state *want, const struct survey *survey)
{
	struct document *list = document_list(document, "devices");

	for (size_t i = 0; want && i < want->n; i++)
		if (want->all[i]->kind == &kind_device)
			device_add(list, want->all[i], survey);
}

static void results_add(struct document *document, const struct plan *plan, const enum step_result *results)
{
	struct document *map = document_map(document, "results");

	for (enum step_result result = 0; result < STEP_RESULTS; result++)
		document_add_number(
			map, step_result_names[result], (int64_t)results_count(results, plan->n, result));
}

void document_add_plan(struct document *document, const struct plan *plan, const struct survey *survey,
	const enum step_result *results)
{
	struct document *steps, *changes;

	document_add_words(document, "plan_id", plan->id);
	devices_add(document, plan->want, survey);
	steps = document_list(document, "steps");
	for (size_t i = 0; i < plan->n; i++)
		step_add(steps, plan->steps[i], results);
	changes = document_list(document, "resource_changes");
	for (size_t i = 0; i < plan->changes.n; i++)
		change_add(changes, &plan->changes.all[i]);
	count_add(document, plan);
	if (results)
		results_add(document, plan, results);
}
