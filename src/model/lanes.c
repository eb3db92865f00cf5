/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Joins names into sets, by union-find. */
#include "lanes.h"
#include "plan.h"
#include <stdlib.h>
#include <string.h>

struct member {
	char *name;
	size_t parent; /* itself: the set's root */
	size_t least;  /* of a root: the set's smallest name */
	size_t n;      /* of a root: how many are in the set */
};

struct lanes {
	struct member *members;
	size_t n;
	struct lookup by_name;
};

struct lanes *lanes_new(void)
{
	return memory_new(1, sizeof(struct lanes));
}

static bool member_find(const struct lanes *lanes, const char *name, size_t *ret_member)
{
	size_t cursor = 0, position;

	while (lookup_next(&lanes->by_name, hash_string(0, name), &cursor, &position)) {
		if (string_equal(lanes->members[position].name, name)) {
			*ret_member = position;
			return true;
		}
	}
	return false;
}

static size_t member_add(struct lanes *lanes, const char *name)
{
	size_t member = lanes->n;

	if (member_find(lanes, name, &member))
		return member;
	lanes->members = memory_grow(lanes->members, member, sizeof(*lanes->members));
	lanes->members[member] = (struct member){
		.name = string_copy(name),
		.parent = member,
		.least = member,
		.n = 1,
	};
	lookup_add(&lanes->by_name, hash_string(0, name), member);
	lanes->n++;
	return member;
}

/* The smaller set always joins the larger one, so that no way is longer than log2 of the names. */
static size_t member_root(const struct lanes *lanes, size_t member)
{
	while (lanes->members[member].parent != member)
		member = lanes->members[member].parent;
	return member;
}

void lanes_join(struct lanes *lanes, const char *a, const char *b)
{
	size_t into = member_add(lanes, a), from = member_add(lanes, b);
	struct member *members = lanes->members;

	into = member_root(lanes, into);
	from = member_root(lanes, from);
	if (into == from)
		return;
	if (members[into].n < members[from].n) {
		size_t larger = from;

		from = into;
		into = larger;
	}
	members[from].parent = into;
	members[into].n += members[from].n;
	if (strcmp(members[members[from].least].name, members[members[into].least].name) < 0)
		members[into].least = members[from].least;
}

const char *lanes_name(const struct lanes *lanes, const char *member)
{
	size_t at;

	if (!member_find(lanes, member, &at))
		return member;
	return lanes->members[lanes->members[member_root(lanes, at)].least].name;
}

void lanes_free(struct lanes *lanes)
{
	if (!lanes)
		return;
	for (size_t i = 0; i < lanes->n; i++)
		free(lanes->members[i].name);
	free(lanes->members);
	lookup_free(&lanes->by_name);
	free(lanes);
}
