/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What `net` of a pool's groups and `mac-base` wish for each VF. */
#include "object.h"
#include "vf_pool.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Those after the first three bytes, which are the vendor's (IEEE 802, 8.2.2: OUI). */
#define MOST_COUNTED INT64_C(0xffffff)

/* How many numbers of the ranges come before this one. */
static int64_t ranges_before(const struct ranges *ranges, int64_t number)
{
	int64_t n = 0;

	for (size_t i = 0; i < ranges->n && ranges->all[i].first < number; i++)
		n += (ranges->all[i].last < number ? ranges->all[i].last + 1 : number) - ranges->all[i].first;
	return n;
}

static int64_t mac_counter(const char *mac)
{
	unsigned a = 0, b = 0, c = 0;

	sscanf(mac + strlen("00:00:00:"), "%x:%x:%x", &a, &b, &c);
	return (int64_t)a << 16 | (int64_t)b << 8 | (int64_t)c;
}

static char *mac_counted(const char *base, int64_t vf)
{
	int64_t number = mac_counter(base) + vf;

	return text_print("%.9s%02x:%02x:%02x", base, (unsigned)(number >> 16 & 255),
		(unsigned)(number >> 8 & 255), (unsigned)(number & 255));
}

static void check_base(const struct resource *pool, struct report *report)
{
	const struct pool_body *body = pool->body;
	bool given = resource_given(pool, POOL_MAC_BASE);
	int64_t room = given ? MOST_COUNTED - mac_counter(body->mac_base) : 0;

	if (!given || body->count - 1 <= room)
		return;
	report_add(report,
		&(struct finding){
			.severity = ERROR,
			.outcome = BAD_CONFIGURATION,
			.id = "mac-base-carries",
			.object = pool->name,
			.at = resource_place(pool, POOL_MAC_BASE),
			.hint = "only the last three bytes count up: begin lower",
		},
		"mac-base: VF %" PRId64 " would change the vendor's bytes of %s", room + 1, body->mac_base);
}

static void check_macs(
	const struct resource *pool, const struct vf_group *group, struct place at, struct report *report)
{
	int64_t vfs = ranges_before(&group->range, INT64_MAX);

	if (!field_given(&group->net, NET_MAC) || (int64_t)group->net.macs.n == vfs)
		return;
	report_add(report,
		&(struct finding){
			.severity = ERROR,
			.outcome = BAD_CONFIGURATION,
			.id = "mac-count",
			.object = pool->name,
			.at = at,
			.hint = "give one MAC address for each VF",
		},
		"net.mac: %zu for the %" PRId64 " VFs of this group", group->net.macs.n, vfs);
}

static const char *mac_at(const struct net_body *net, size_t i)
{
	return *(char *const *)list_item(&net_fields[NET_MAC], &net->macs, i);
}

/* A warning: two ports of one guest that stand in for each other may want it so, and a gate asks. */
static void warn_mac(const struct resource *pool, const char *mac, const struct place *first,
	struct place again, struct report *report)
{
	report_add(report,
		&(struct finding){
			.severity = WARNING,
			.id = "mac-twice",
			.object = pool->name,
			.at = again,
			.hint = "give each VF its own",
		},
		"net.mac: %s is here and at line %u, column %u", mac, first->line, first->column);
}

/* Where the MAC addresses of a pool's groups stand. */
struct macs_seen {
	const char **macs;
	const struct place **at;
	size_t n;
	struct lookup by_mac;
};

static const struct place *mac_seen(const struct macs_seen *seen, const char *mac)
{
	size_t cursor = 0, i;

	while (lookup_next(&seen->by_mac, hash_string(0, mac), &cursor, &i))
		if (string_equal(seen->macs[i], mac))
			return seen->at[i];
	return NULL;
}

static void see_mac(struct macs_seen *seen, const char *mac, const struct place *at)
{
	lookup_add(&seen->by_mac, hash_string(0, mac), seen->n);
	seen->macs = memory_grow(seen->macs, seen->n, sizeof(*seen->macs));
	seen->at = memory_grow(seen->at, seen->n, sizeof(*seen->at));
	seen->macs[seen->n] = mac;
	seen->at[seen->n++] = at;
}

/* Whether a group gives this VF a MAC of its own. */
static bool group_gives_mac(const struct resource *pool, int64_t vf)
{
	bool gives = false;

	for (size_t i = 0; !gives && i < pool_groups(pool); i++)
		gives = field_given(&pool_group(pool, i)->net, NET_MAC) &&
			ranges_hold(&pool_group(pool, i)->range, vf);
	return gives;
}

/* What a group's list gives, and `mac-base` to another VF. */
static void check_counted(
	const struct resource *pool, const char *mac, struct place at, struct report *report)
{
	const struct pool_body *body = pool->body;
	const char *base = resource_given(pool, POOL_MAC_BASE) ? body->mac_base : NULL;
	int64_t vf = base && strncmp(base, mac, strlen("00:00:00:")) == 0
			     ? mac_counter(mac) - mac_counter(base)
			     : -1;

	if (vf < 0 || vf >= body->count || group_gives_mac(pool, vf))
		return;
	report_add(report,
		&(struct finding){
			.severity = WARNING,
			.id = "mac-twice",
			.object = pool->name,
			.at = at,
			.hint = "give each VF its own, or let `mac-base` count from another one",
		},
		"net.mac: VF %" PRId64 " gets %s by `mac-base`", vf, mac);
}

static void check_macs_twice(const struct resource *pool, struct report *report)
{
	struct macs_seen seen = { 0 };

	for (size_t group = 0; group < pool_groups(pool); group++) {
		const struct net_body *net = &pool_group(pool, group)->net;

		for (size_t i = 0; i < net->macs.n; i++) {
			const char *mac = mac_at(net, i);
			const struct place *first = mac_seen(&seen, mac);

			if (first)
				warn_mac(pool, mac, first, net->macs.at[i], report);
			else
				see_mac(&seen, mac, &net->macs.at[i]);
			check_counted(pool, mac, net->macs.at[i], report);
		}
	}
	lookup_free(&seen.by_mac);
	free(seen.macs);
	free(seen.at);
}

/* The kernel sets VLAN and priority in one write, and both rates in one. */
static void check_pairs(
	const struct resource *pool, const struct net_body *net, struct place at, struct report *report)
{
	bool crossed = field_given(net, NET_MAX_RATE) && net->max_rate && net->min_rate > net->max_rate;

	if (field_given(net, NET_QOS) && !field_given(net, NET_VLAN))
		report_add(report,
			&(struct finding){
				.severity = ERROR,
				.outcome = BAD_CONFIGURATION,
				.id = "qos-without-vlan",
				.object = pool->name,
				.at = at,
				.hint = "the kernel sets both at once: say `vlan` too, 0 for none",
			},
			"net.qos: is the priority of a VLAN, and no `vlan` is given");
	if (crossed)
		report_add(report,
			&(struct finding){
				.severity = ERROR,
				.outcome = BAD_CONFIGURATION,
				.id = "rates-crossed",
				.object = pool->name,
				.at = at,
				.hint = "`max-rate: 0` is no bound",
			},
			"net: min-rate %" PRId64 " is above max-rate %" PRId64, net->min_rate, net->max_rate);
}

static void check_group(const struct resource *pool, size_t i, struct report *report)
{
	const struct vf_group *group = pool_group(pool, i);
	struct place at = ((const struct pool_body *)pool->body)->groups.at[i];

	check_macs(pool, group, at, report);
	check_pairs(pool, &group->net, at, report);
}

void pool_check_net(const struct resource *pool, struct report *report)
{
	check_base(pool, report);
	for (size_t i = 0; i < pool_groups(pool); i++)
		if (field_given(pool_group(pool, i), GROUP_NET))
			check_group(pool, i, report);
	check_macs_twice(pool, report);
}

static void give_mac(struct net_body *net, const char *mac)
{
	char **item;

	while (net->macs.n > 0)
		net_fields[NET_MAC].item->clear(list_item(&net_fields[NET_MAC], &net->macs, --net->macs.n));
	item = list_add(&net_fields[NET_MAC], &net->macs, (struct place){ 0 });
	*item = string_copy(mac);
	field_set_given(net, NET_MAC);
}

/* The group that says something of the VF's net; NULL: none does. */
static const struct vf_group *group_of(const struct resource *pool, int64_t vf, struct place *ret_place)
{
	for (size_t i = 0; i < pool_groups(pool); i++) {
		const struct vf_group *group = pool_group(pool, i);

		if (!field_given(group, GROUP_NET) || !ranges_hold(&group->range, vf))
			continue;
		*ret_place = ((const struct pool_body *)pool->body)->groups.at[i];
		return group;
	}
	return NULL;
}

/* A group's own addresses win over mac-base, as its driver does over the pool's. A list may be too short. */
char *pool_mac(const struct resource *pool, int64_t vf, struct place *ret_at)
{
	const struct pool_body *body = pool->body;
	const struct vf_group *group = group_of(pool, vf, ret_at);
	size_t at = group ? (size_t)ranges_before(&group->range, vf) : 0;

	if (group && field_given(&group->net, NET_MAC)) {
		if (at >= group->net.macs.n)
			return NULL;
		*ret_at = group->net.macs.at[at];
		return string_copy(mac_at(&group->net, at));
	}
	*ret_at = resource_place(pool, POOL_MAC_BASE);
	return resource_given(pool, POOL_MAC_BASE) ? mac_counted(body->mac_base, vf) : NULL;
}

static void fill_net(
	const struct resource *pool, const struct vf_group *group, int64_t vf, struct net_body *net)
{
	struct place at;
	AUTO_FREE char *mac = pool_mac(pool, vf, &at);

	if (group)
		fields_copy(net_fields, net, &group->net);
	if (mac)
		give_mac(net, mac);
	net->vf = vf;
}

static void derive_net(const struct resource *pool, int64_t vf, struct state *state)
{
	struct place place = resource_place(pool, POOL_MAC_BASE);
	const struct vf_group *group = group_of(pool, vf, &place);
	struct resource *net;

	if (!group && !resource_given(pool, POOL_MAC_BASE))
		return;
	AUTO_FREE char *name = name_print(pool->under->name, vf, NET_KEY);
	net = state_add(state, &kind_vf_net, name, pool->under);
	net->cause = pool;
	net->at = place;
	fill_net(pool, group, vf, net->body);
}

void pool_derive_net(const struct resource *pool, int64_t n, struct state *state)
{
	for (int64_t vf = 0; vf < n; vf++)
		derive_net(pool, vf, state);
}
