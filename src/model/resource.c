/* SPDX-License-Identifier: GPL-2.0-or-later */
/* resource.c: resources, and states as lists of them. */
#include "resource.h"
#include <stdlib.h>

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
	free(resource->name);
	free(resource);
}

struct resource *state_add(
	struct state *state, const struct kind *kind, const char *name, const struct resource *under)
{
	struct resource *resource = resource_new(kind, name, under);

	lookup_add(&state->by_name, hash_string(0, name), state->n);
	state->all = memory_grow(state->all, state->n, sizeof(*state->all));
	state->all[state->n++] = resource;
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

struct place resource_place(const struct resource *resource, size_t row)
{
	if (resource->at_fields && row < fields_count(resource->kind->fields) &&
		resource->at_fields[row].source)
		return resource->at_fields[row];
	while (!resource->at.source && resource->cause)
		resource = resource->cause;
	return resource->at;
}

const struct resource *resource_above(const struct resource *resource, const struct kind *kind)
{
	while (resource && resource->kind != kind)
		resource = resource->under;
	return resource;
}
