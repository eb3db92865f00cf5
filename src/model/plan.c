/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A plan as it is filled. */
#include "lanes.h"
#include "order.h"
#include <stdlib.h>

struct step *plan_add(struct plan *plan, const struct step *like)
{
	struct arena *memory = &plan->memory;
	struct step *step = arena_take(memory, sizeof(*step));

	*step = (struct step){
		.number = plan->n + 1,
		.knob = like->knob,
		.target = arena_copy(memory, like->target),
		.before = arena_copy(memory, like->before),
		.after = arena_copy(memory, like->after),
		.object = arena_copy(memory, like->object),
		.lock = arena_copy(memory, like->lock),
		.guard_of = like->guard_of,
		.why = like->why,
		.batch = arena_copy(memory, like->batch),
		.patience_ns = like->patience_ns,
		.flags = like->flags,
	};
	plan->steps = memory_grow(plan->steps, plan->n, sizeof(*plan->steps));
	plan->steps[plan->n++] = step;
	return step;
}

void step_needs(struct step *step, const struct step *on, enum after how)
{
	step->needs = memory_grow(step->needs, step->n_needs, sizeof(*step->needs));
	step->needs[step->n_needs++] = (struct need){ .on = on, .how = how };
}

void step_learns(struct step *step, const struct binding *like)
{
	step->learns = memory_grow(step->learns, step->n_learns, sizeof(*step->learns));
	step->learns[step->n_learns++] = (struct binding){
		.name = string_copy(like->name),
		.link = string_copy(like->link),
		.back = string_copy(like->back),
	};
}

void step_sets(struct step *step, const struct knob *knob, const char *before, const char *after)
{
	step->besides = memory_grow(step->besides, step->n_besides, sizeof(*step->besides));
	step->besides[step->n_besides++] = (struct beside){
		.knob = knob,
		.before = string_copy(before),
		.after = string_copy(after),
	};
}

struct effect *step_affects(struct step *step, enum effect_kind kind, const char *object, bool will)
{
	struct effect *effect;

	step->effects = memory_grow(step->effects, step->n_effects, sizeof(*step->effects));
	effect = &step->effects[step->n_effects++];
	*effect = (struct effect){
		.kind = kind,
		.object = string_copy(object),
		.how = will ? WILL : MAY,
	};
	return effect;
}

static void step_clear(struct step *step)
{
	for (size_t i = 0; i < step->n_learns; i++) {
		free((char *)step->learns[i].name);
		free((char *)step->learns[i].link);
		free((char *)step->learns[i].back);
	}
	for (size_t i = 0; i < step->n_besides; i++) {
		free(step->besides[i].before);
		free(step->besides[i].after);
	}
	for (size_t i = 0; i < step->n_effects; i++)
		free((char *)step->effects[i].object);
	free(step->besides);
	free(step->learns);
	free(step->effects);
	free(step->needs);
}

static void plan_free_lanes(struct plan *plan)
{
	for (size_t i = 0; i < plan->n_lanes; i++) {
		free(plan->lanes[i]->name);
		free(plan->lanes[i]);
	}
	free(plan->lanes);
	plan->lanes = NULL;
	plan->n_lanes = 0;
}

static struct lane *plan_add_lane(struct plan *plan, const char *name)
{
	struct lane *lane = memory_new(1, sizeof(*lane));

	lane->name = string_copy(name);
	lane->number = plan->n_lanes;
	plan->lanes = memory_grow(plan->lanes, plan->n_lanes, sizeof(*plan->lanes));
	plan->lanes[plan->n_lanes++] = lane;
	return lane;
}

static struct lane *plan_find_lane(const struct plan *plan, const struct lookup *by_name, const char *name)
{
	size_t cursor = 0, position;

	while (lookup_next(by_name, hash_string(0, name), &cursor, &position)) {
		if (string_equal(plan->lanes[position]->name, name))
			return plan->lanes[position];
	}
	return NULL;
}

/* Lanes come in the order in which the steps first name them. */
void plan_set_lanes(struct plan *plan, const struct lanes *lanes)
{
	struct lookup by_name = { 0 };

	plan_free_lanes(plan);
	for (size_t i = 0; i < plan->n; i++) {
		struct step *step = plan->steps[i];
		const char *name = lanes_name(lanes, step->lock ? step->lock : "");

		step->lane = plan_find_lane(plan, &by_name, name);
		if (step->lane)
			continue;
		lookup_add(&by_name, hash_string(0, name), plan->n_lanes);
		step->lane = plan_add_lane(plan, name);
	}
	lookup_free(&by_name);
}

void plan_free(struct plan *plan)
{
	for (size_t i = 0; i < plan->n; i++)
		step_clear(plan->steps[i]);
	free(plan->steps);
	arena_free(&plan->memory);
	plan_free_lanes(plan);
	changes_free(&plan->changes);
	*plan = (struct plan){ 0 };
}

const struct resource *step_resource(const struct step *step)
{
	if (!step->why)
		return NULL;
	return step->why->want ? step->why->want : step->why->have;
}

struct place step_place(const struct step *step)
{
	const struct resource *resource = step_resource(step);

	if (!resource)
		return (struct place){ 0 };
	return resource_place(resource, step->why->differs ? (size_t)__builtin_ctzll(step->why->differs) : 0);
}
