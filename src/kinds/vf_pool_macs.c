/* SPDX-License-Identifier: GPL-2.0-or-later */
/* MACs that pools of one host give twice: no machine is needed to see it. */
#include "lookup.h"
#include "vf_pool.h"
#include <stdlib.h>

/* A MAC that a pool gives to one of its VFs. */
struct given {
	char *mac;
	const struct resource *pool;
	struct place at;
};
struct givens {
	struct given *all;
	size_t n;
	struct lookup by_mac;
};

/* What another pool has given before. */
static const struct given *given_find(
	const struct givens *givens, const char *mac, const struct resource *pool)
{
	size_t cursor = 0, at;

	while (lookup_next(&givens->by_mac, hash_string(0, mac), &cursor, &at))
		if (givens->all[at].pool != pool && string_equal(givens->all[at].mac, mac))
			return &givens->all[at];
	return NULL;
}

static void given_add(struct givens *givens, const struct given *given)
{
	lookup_add(&givens->by_mac, hash_string(0, given->mac), givens->n);
	givens->all = memory_grow(givens->all, givens->n, sizeof(*given));
	givens->all[givens->n++] = *given;
}

static void warn(const struct given *first, const struct given *other, size_t more, struct report *report)
{
	AUTO_FREE char *rest = more ? text_print(" (%zu such MACs in all)", more + 1) : string_copy("");

	report_add(report,
		&(struct finding){
			.severity = WARNING,
			.id = "mac-twice",
			.object = first->pool->name,
			.at = first->at,
			.hint = "give each VF its own, or let `mac-base` count from another one",
		},
		"%s goes to a VF of %s as well, at %s:%u%s", first->mac, other->pool->under->name,
		other->at.source->name, other->at.line, rest);
}

/* Whether a set may have more members than one, which all get what its pool gives. */
static void check_set(const struct resource *pool, const struct given *first, struct report *report)
{
	if (device_expects(pool->under->body) == 1)
		return;
	report_add(report,
		&(struct finding){
			.severity = WARNING,
			.id = "mac-twice",
			.object = pool->name,
			.at = first->at,
			.hint = "give each function of the set a handle and addresses of its own",
		},
		"%s goes to a VF of each function of the set %s", first->mac, pool->under->name);
}

/* Each pool is said once, with the first that it shares. */
static void check_pool(struct givens *givens, const struct resource *pool, struct report *report)
{
	const struct pool_body *body = pool->body;
	size_t before = givens->n, first = 0, shared = 0;

	for (int64_t vf = 0; vf < body->count; vf++) {
		struct given given = { .pool = pool };

		given.mac = pool_mac(pool, vf, &given.at);
		if (!given.mac)
			continue;
		if (given_find(givens, given.mac, pool) && shared++ == 0)
			first = givens->n;
		given_add(givens, &given);
	}
	if (givens->n > before)
		check_set(pool, &givens->all[before], report);
	if (shared)
		warn(&givens->all[first], given_find(givens, givens->all[first].mac, pool), shared - 1,
			report);
}

void pools_check_macs(const struct state *state, struct report *report)
{
	struct givens givens = { 0 };

	for (size_t i = 0; i < state->n; i++)
		if (state->all[i]->kind == &kind_vf_pool &&
			!device_is_out_of_service(state->all[i]->under->body))
			check_pool(&givens, state->all[i], report);
	for (size_t i = 0; i < givens.n; i++)
		free(givens.all[i].mac);
	free(givens.all);
	lookup_free(&givens.by_mac);
}
