/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finds two hosts whose names are one name to a machine. */
#include "node.h"
#include <ctype.h>
#include <strings.h>

/* Who gives `match` may tell machines apart that have one name. */
static bool goes_by_name(const struct resource *resource)
{
	return resource->kind == &kind_host && !field_given(resource->body, HOST_MATCH);
}

static uint64_t hash_of(const char *name)
{
	AUTO_FREE char *lower = string_copy(name);

	for (char *letter = lower; *letter; letter++)
		*letter = (char)tolower((unsigned char)*letter);
	return hash_string(0, lower);
}

static const struct resource *meet(struct lookup *seen, const struct state *state, size_t position)
{
	const char *name = state->all[position]->name;
	size_t cursor = 0, at;

	while (lookup_next(seen, hash_of(name), &cursor, &at))
		if (strcasecmp(state->all[at]->name, name) == 0)
			return state->all[at];
	lookup_add(seen, hash_of(name), position);
	return NULL;
}

/* Case: RFC 4343. */
void load_check_hosts(struct load *load)
{
	struct lookup seen = { 0 };

	for (size_t i = 0; i < load->state->n; i++) {
		const struct resource *host = load->state->all[i],
				      *first = goes_by_name(host) ? meet(&seen, load->state, i) : NULL;
		struct finding finding = { .id = "host-twice",
			.hint = "keep one of the two, or tell the machines apart with `match`" };

		if (!first)
			continue;
		finding.object = host->name;
		finding.at = host->at;
		load_error(load, &finding, "host %s: %s is the same name to a machine, at %s:%u", host->name,
			first->name, first->at.source->name, first->at.line);
	}
	lookup_free(&seen);
}
