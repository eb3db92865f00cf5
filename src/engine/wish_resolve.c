/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds the functions that the devices of a wish mean, and makes devices of the members of a set. */
#include "wish_inside.h"
#include <string.h>

static void set_address(struct resource *device, const char *address)
{
	struct device_body *body = device->body;

	body->address = string_copy(address);
	field_set_given(body, DEVICE_ADDRESS);
	body->resolved = true;
}

/* What stands below the set is wished of each member: copies of it, under the member's name. */
static void member_fill(
	struct state *state, const struct resource *set, struct resource *member, size_t n_before)
{
	struct copied {
		const struct resource *from, *copy;
	} *copied = memory_new(1, sizeof(*copied));
	size_t n = 1;

	copied[0] = (struct copied){ set, member };
	for (size_t i = 0; i < n_before; i++) {
		const struct resource *from = state->all[i];
		AUTO_FREE char *name = NULL;
		size_t above = n;

		while (above > 0 && copied[above - 1].from != from->under)
			above--;
		if (above == 0)
			continue;
		name = text_print("%s%s", member->name, from->name + strlen(set->name));
		copied = memory_grow(copied, n, sizeof(*copied));
		copied[n].from = from;
		copied[n++].copy = state_copy(state, from, name, copied[above - 1].copy);
	}
	release_memory(&copied);
}

/* A member has its address in its name: an index would move with the cards. */
static void member_add(
	struct state *state, struct resource *set, const struct function *function, size_t n_before)
{
	AUTO_FREE char *name = text_print("%s.%s", set->name, function->address);
	struct resource *member = state_copy(state, set, name, set->under);
	struct device_body *body = member->body;

	member->cause = set;
	body->expect = 0;
	body->set &= ~(UINT64_C(1) << DEVICE_EXPECT);
	set_address(member, function->address);
	member_fill(state, set, member, n_before);
}

static void set_resolve(struct state *state, struct resource *set, const struct selection *selection)
{
	size_t n_before = state->n;

	((struct device_body *)set->body)->resolved = true;
	for (size_t i = 0; i < selection->n; i++)
		member_add(state, set, selection->found[i], n_before);
}

static void device_resolve(struct state *state, struct resource *device, const struct survey *survey)
{
	struct device_body *body = device->body;
	struct selection selection;
	size_t expected;

	if (!field_given(body, DEVICE_SELECT) || device_is_out_of_service(body))
		return;
	expected = (size_t)device_expects(body);
	select_find(&body->select, device->name, expected, survey, &selection);
	if (selection.n == expected && !selection.undecided) {
		if (expected == 1)
			set_address(device, selection.found[0]->address);
		else
			set_resolve(state, device, &selection);
	}
	selection_free(&selection);
}

/* What is wished of a set is wished of its members alone. */
static bool is_no_part_of_a_set(const struct resource *resource, void *data)
{
	const struct resource *device = resource_above(resource, &kind_device);

	(void)data;
	return !device || device == resource || device_expects(device->body) == 1;
}

void wish_resolve(struct state *state, const struct survey *survey, struct report *report)
{
	size_t n = state->n;

	for (size_t i = 0; i < n; i++)
		if (state->all[i]->kind == &kind_device)
			device_resolve(state, state->all[i], survey);
	if (state->n > n)
		state_keep(state, is_no_part_of_a_set, NULL);
	wish_leave_out(state, survey, report);
}
