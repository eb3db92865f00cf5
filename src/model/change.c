/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Compares two states. */
#include "change.h"
#include <stdlib.h>

static enum cost cost_of(const struct field *table, uint64_t differs)
{
	enum cost cost = COST_LIVE;

	for (size_t row = 0; table[row].name; row++) {
		if (differs >> row & 1 && table[row].cost > cost)
			cost = table[row].cost;
	}
	return cost;
}

static bool is_empty(const struct resource *resource)
{
	return *(const uint64_t *)resource->body == 0;
}

static void resource_compare(
	const struct resource *have, const struct resource *want, struct changes *changes)
{
	const struct field *fields = want->kind->fields;
	uint64_t differs = fields_differ(fields, have->body, want->body);

	if (!differs)
		return;
	changes->all = memory_grow(changes->all, changes->n, sizeof(*changes->all));
	changes->all[changes->n++] = (struct change){
		.have = is_empty(have) ? NULL : have,
		.want = want,
		.differs = differs,
		.cost = cost_of(fields, differs),
	};
}

void changes_compare(const struct state *have, const struct state *want, struct changes *changes)
{
	for (size_t i = 0; i < want->n; i++) {
		if (want->all[i]->kind->observe)
			resource_compare(have->all[i], want->all[i], changes);
	}
}

void changes_free(struct changes *changes)
{
	free(changes->all);
	*changes = (struct changes){ 0 };
}
