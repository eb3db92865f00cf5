/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Resources, and states as lists of them. */
#include "resource.h"
#include <stdlib.h>
#include <string.h>

struct resource *resource_new(const struct kind *kind, const char *name, const struct resource *under)
{
	struct resource *resource = memory_new(1, sizeof(*resource));

	resource->kind = kind;
	resource->name = string_copy(name);
	resource->under = under;
	/* a kind without fields has `set` all the same */
	resource->body = memory_new(1, kind->size > sizeof(uint64_t) ? kind->size : sizeof(uint64_t));
	return resource;
}

void resource_free(struct resource *resource)
{
	if (!resource)
		return;
	fields_clear(resource->kind->fields, resource->body);
	free(resource->body);
	free(resource->at_fields);
	free(resource->former);
	free(resource->name);
	free(resource);
}

/* The first of its name is the one found: a thousand hosts with a nic0 each would be one long chain. */
static void state_remember(struct state *state, const struct kind *kind, const char *name)
{
	if (!state_find(state, kind, name))
		lookup_add(&state->by_name, hash_string(0, name), state->n);
}

static void state_take(struct state *state, struct resource *resource)
{
	state_remember(state, resource->kind, resource->name);
	state->all = memory_grow(state->all, state->n, sizeof(*state->all));
	state->all[state->n++] = resource;
}

struct resource *state_add(
	struct state *state, const struct kind *kind, const char *name, const struct resource *under)
{
	struct resource *resource = resource_new(kind, name, under);

	state_take(state, resource);
	return resource;
}

struct resource *state_find(const struct state *state, const struct kind *kind, const char *name)
{
	size_t cursor = 0, position;

	while (lookup_next(&state->by_name, hash_string(0, name), &cursor, &position)) {
		struct resource *resource = state->all[position];

		if (resource->kind == kind && string_equal(resource->name, name))
			return resource;
	}
	return NULL;
}

struct resource *state_copy(
	struct state *state, const struct resource *like, const char *name, const struct resource *under)
{
	struct resource *copy = state_add(state, like->kind, name, under);
	size_t places = places_count(like->kind->fields);

	copy->at = like->at;
	copy->cause = like->cause;
	fields_copy(like->kind->fields, copy->body, like->body);
	if (!like->at_fields)
		return copy;
	copy->at_fields = memory_new(places + 1, sizeof(*copy->at_fields));
	memcpy(copy->at_fields, like->at_fields, places * sizeof(*copy->at_fields));
	return copy;
}

void state_keep(struct state *state, bool (*keep)(const struct resource *, void *data), void *data)
{
	struct state rest = { 0 };

	state_part(state, keep, data, &rest);
	state_free(&rest);
}

void state_part(struct state *state, bool (*keep)(const struct resource *, void *data), void *data,
	struct state *rest)
{
	AUTO_FREE bool *stays = memory_new(state->n, sizeof(*stays));
	struct state all = *state;

	/* all are asked before the first is gone: an answer may look at others */
	for (size_t i = 0; i < all.n; i++)
		stays[i] = keep(all.all[i], data);
	*state = (struct state){ 0 };
	for (size_t i = 0; i < all.n; i++)
		state_take(stays[i] ? state : rest, all.all[i]);
	free(all.all);
	lookup_free(&all.by_name);
}

void state_free(struct state *state)
{
	for (size_t i = 0; i < state->n; i++)
		resource_free(state->all[i]);
	free(state->all);
	lookup_free(&state->by_name);
	*state = (struct state){ 0 };
}

bool resource_given(const struct resource *resource, size_t row)
{
	return field_given(resource->body, row);
}

size_t places_of(const struct field *fields, size_t row)
{
	size_t at = fields_count(fields);

	for (size_t i = 0; i < row; i++)
		if (fields[i].type->shape == SHAPE_MAP)
			at += fields_count(fields[i].fields);
	return at;
}

size_t places_count(const struct field *fields)
{
	return places_of(fields, fields_count(fields));
}

struct place resource_place(const struct resource *resource, size_t row)
{
	if (resource->at_fields && row < fields_count(resource->kind->fields) &&
		resource->at_fields[row].source)
		return resource->at_fields[row];
	while (!resource->at.source && resource->cause)
		resource = resource->cause;
	return resource->at;
}

struct place resource_place_in(const struct resource *resource, size_t row, size_t inner)
{
	const struct place *places = resource->at_fields;
	size_t first = places_of(resource->kind->fields, row);

	return places && places[first + inner].source ? places[first + inner] : resource_place(resource, row);
}

const struct resource *resource_above(const struct resource *resource, const struct kind *kind)
{
	while (resource && resource->kind != kind)
		resource = resource->under;
	return resource;
}
