/* SPDX-License-Identifier: GPL-2.0-or-later */
/* devices.HANDLE.vfs.groups: which driver is wished for which of a pool's VFs. */
#include "object.h"
#include "vf_pool.h"
#include <inttypes.h>
#include <stdlib.h>

size_t pool_groups(const struct resource *pool)
{
	return ((const struct pool_body *)pool->body)->groups.n;
}

const struct vf_group *pool_group(const struct resource *pool, size_t i)
{
	const struct pool_body *body = pool->body;

	return list_item(&kind_vf_pool.fields[POOL_GROUPS], &body->groups, i);
}

/* One range, and whose it is. */
struct share {
	struct range range;
	size_t group;
};

static int share_compare(const void *a, const void *b)
{
	const struct share *one = a, *other = b;

	return (one->range.first > other->range.first) - (one->range.first < other->range.first);
}

/* All ranges of all groups, by their first number; the caller frees them. */
static struct share *shares_sorted(const struct resource *pool, size_t *ret_n)
{
	struct share *shares = NULL;
	size_t n = 0;

	for (size_t group = 0; group < pool_groups(pool); group++) {
		const struct ranges *ranges = &pool_group(pool, group)->range;

		for (size_t i = 0; i < ranges->n; i++) {
			shares = memory_grow(shares, n, sizeof(*shares));
			shares[n++] = (struct share){ ranges->all[i], group };
		}
	}
	if (n > 0)
		qsort(shares, n, sizeof(*shares), share_compare);
	*ret_n = n;
	return shares;
}

static void report_overlap(
	const struct resource *pool, size_t group, size_t other, int64_t vf, struct report *report)
{
	size_t later = group > other ? group : other, first = group > other ? other : group;
	const struct place *at = ((const struct pool_body *)pool->body)->groups.at;

	report_add(report,
		&(struct finding){
			.severity = ERROR,
			.outcome = BAD_CONFIGURATION,
			.id = "groups-overlap",
			.object = pool->name,
			.at = at[later],
			.hint = "a VF may be in one group only",
		},
		"groups: VF %" PRId64 " is in this group and in the one at line %u, column %u", vf,
		at[first].line, at[first].column);
}

/* Once a group: a range may have a thousand numbers, and a file a thousand ranges. */
static void check_overlaps(const struct resource *pool, struct report *report)
{
	size_t n, widest = 0;
	AUTO_FREE struct share *shares = shares_sorted(pool, &n);
	AUTO_FREE bool *told = memory_new(pool_groups(pool), sizeof(*told));

	for (size_t i = 1; i < n; i++) {
		if (shares[i].range.first <= shares[widest].range.last && !told[shares[i].group]) {
			told[shares[i].group] = true;
			report_overlap(
				pool, shares[i].group, shares[widest].group, shares[i].range.first, report);
		}
		if (shares[i].range.last > shares[widest].range.last)
			widest = i;
	}
}

static void check_numbers(const struct resource *pool, struct report *report)
{
	const struct pool_body *body = pool->body;

	for (size_t group = 0; group < pool_groups(pool); group++) {
		const struct ranges *ranges = &pool_group(pool, group)->range;
		int64_t last = ranges->n ? ranges->all[ranges->n - 1].last : -1;

		if (last < body->count)
			continue;
		report_add(report,
			&(struct finding){
				.severity = ERROR,
				.outcome = BAD_CONFIGURATION,
				.id = "no-such-vf",
				.object = pool->name,
				.at = body->groups.at[group],
				.hint = "VFs are counted from 0",
			},
			"groups: there is no VF %" PRId64 ": the count is %" PRId64, last, body->count);
	}
}

void pool_check(const struct resource *pool, const struct state *state, struct report *report)
{
	(void)state;
	check_overlaps(pool, report);
	if (resource_given(pool, POOL_COUNT))
		check_numbers(pool, report);
	pool_check_net(pool, report);
}

static bool wishes_drivers(const struct resource *pool)
{
	for (size_t group = 0; group < pool_groups(pool); group++)
		if (field_given(pool_group(pool, group), GROUP_DRIVER))
			return true;
	return resource_given(pool, POOL_DRIVER);
}

const char *pool_driver(const struct resource *pool, int64_t vf, struct place *ret_place)
{
	const struct pool_body *body = pool->body;

	for (size_t i = 0; i < pool_groups(pool); i++) {
		const struct vf_group *group = pool_group(pool, i);

		if (!field_given(group, GROUP_DRIVER) || !ranges_hold(&group->range, vf))
			continue;
		*ret_place = body->groups.at[i];
		return group->driver;
	}
	if (!resource_given(pool, POOL_DRIVER))
		return NULL;
	*ret_place = resource_place(pool, POOL_DRIVER);
	return body->driver;
}

static void derive_driver(const struct resource *pool, int64_t vf, struct state *state)
{
	struct place place;
	const char *wish = pool_driver(pool, vf, &place);
	AUTO_FREE char *name = name_print(pool->under->name, vf, kind_driver.key);
	struct resource *driver = wish ? state_add(state, &kind_driver, name, pool->under) : NULL;
	struct driver_body *body = driver ? driver->body : NULL;

	if (!driver)
		return;
	driver->cause = pool;
	driver->at = place;
	body->name = string_copy(wish);
	body->vf = vf;
	body->vfs = ((const struct pool_body *)pool->body)->count;
	field_set_given(body, DRIVER_NAME);
}

/*
 * Of a pool that cannot be made (a gate says so) only as many VFs are looked at as there could be: a count of
 * 65,535 on a function that can have 8 would cost as much as one that is meant.
 */
void pool_derive(struct resource *pool, const struct survey *survey, struct state *state)
{
	const struct function *pf = device_function(survey, pool);
	const struct pool_body *body = pool->body;
	int64_t total, n;

	if (!pf || function_number(pf, A_TOTALVFS, &total) < 0)
		return;
	n = body->count < total ? body->count : total;
	pool_derive_net(pool, n, state);
	if (wishes_drivers(pool))
		for (int64_t vf = 0; vf < n; vf++)
			derive_driver(pool, vf, state);
}
