/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The default routes of a network namespace's main table.
 *
 * Those of other tables are not what the machine is reached by: each VRF, and each pod's own rule, has one.
 */
#include "linux_net.h"
#include "text.h"
#include <libmnl/libmnl.h>
#include <linux/nexthop.h>
#include <linux/rtnetlink.h>
#include <stdlib.h>
#include <sys/socket.h>

/* What a route's message says of where it goes. */
struct route {
	unsigned table;
	int index;
	unsigned nexthop; /* an object of its own (ip-nexthop(8)); 0: none */
	const struct nlattr *gateway, *via, *many;
};

/* An object of nexthops: the interface that it goes out of, or the members of a group. */
struct nexthop {
	unsigned id, *members;
	size_t n;
	int index;
};
struct routes {
	struct network *network;
	struct nexthop *nexthops;
	size_t n;
};

static unsigned number_of(const struct nlattr *attribute)
{
	return mnl_attr_validate(attribute, MNL_TYPE_U32) < 0 ? 0 : mnl_attr_get_u32(attribute);
}

static int attribute_take(const struct nlattr *attribute, void *data)
{
	struct route *route = data;

	switch (mnl_attr_get_type(attribute)) {
	case RTA_TABLE:
		route->table = number_of(attribute);
		break;
	case RTA_OIF:
		route->index = (int)number_of(attribute);
		break;
	case RTA_NH_ID:
		route->nexthop = number_of(attribute);
		break;
	case RTA_GATEWAY:
		route->gateway = attribute;
		break;
	case RTA_VIA:
		route->via = attribute;
		break;
	case RTA_MULTIPATH:
		route->many = attribute;
		break;
	default:
		break;
	}
	return MNL_CB_OK;
}

/* RTA_VIA: an IPv4 route through an IPv6 gateway. */
static char *gateway_print(const struct route *route, int family)
{
	const struct rtvia *via = route->via ? mnl_attr_get_payload(route->via) : NULL;
	size_t n = via ? mnl_attr_get_payload_len(route->via) : 0;

	if (route->gateway)
		return net_address_print(family, mnl_attr_get_payload(route->gateway),
			mnl_attr_get_payload_len(route->gateway));
	return n > sizeof(*via) ? net_address_print(via->rtvia_family, via->rtvia_addr, n - sizeof(*via))
				: NULL;
}

static void route_add(const struct routes *routes, const struct route *route, int family)
{
	AUTO_FREE char *gateway = gateway_print(route, family);
	char *text = text_print("the default route%s%s%s", gateway ? " via " : "", gateway ? gateway : "",
		gateway || family == AF_INET ? "" : " of IPv6");

	net_word_add(&routes->network->routes, &routes->network->n_routes, route->index, text);
}

/* struct rtnexthop, one after the other, each with attributes of its own (rtnetlink(7)). */
static void route_add_many(const struct routes *routes, const struct route *route, int family)
{
	const struct rtnexthop *hop = mnl_attr_get_payload(route->many);
	int left = mnl_attr_get_payload_len(route->many);

	while (RTNH_OK(hop, left)) {
		struct route one = { .index = hop->rtnh_ifindex };
		const struct nlattr *at = (const struct nlattr *)RTNH_DATA(hop);
		const char *end = (const char *)hop + hop->rtnh_len;

		for (; mnl_attr_ok(at, (int)(end - (const char *)at)); at = mnl_attr_next(at))
			attribute_take(at, &one);
		one.index = hop->rtnh_ifindex;
		route_add(routes, &one, family);
		left -= (int)RTNH_ALIGN(hop->rtnh_len);
		hop = RTNH_NEXT(hop);
	}
}

static void route_add_nexthop(const struct routes *routes, unsigned id, int family, unsigned depth)
{
	for (size_t i = 0; i < routes->n; i++) {
		const struct nexthop *nexthop = &routes->nexthops[i];

		if (nexthop->id != id)
			continue;
		if (nexthop->index)
			route_add(routes, &(struct route){ .index = nexthop->index }, family);
		for (size_t k = 0; k < nexthop->n && depth == 0; k++) /* a group has no group in it */
			route_add_nexthop(routes, nexthop->members[k], family, depth + 1);
	}
}

static int route_take(const struct nlmsghdr *message, void *data)
{
	const struct rtmsg *header = mnl_nlmsg_get_payload(message);
	const struct routes *routes = data;
	struct route route = { 0 };

	if (message->nlmsg_type != RTM_NEWROUTE || mnl_nlmsg_get_payload_len(message) < sizeof(*header) ||
		header->rtm_dst_len != 0 || header->rtm_type != RTN_UNICAST ||
		(header->rtm_family != AF_INET && header->rtm_family != AF_INET6))
		return MNL_CB_OK;
	route.table = header->rtm_table;
	mnl_attr_parse(message, sizeof(*header), attribute_take, &route);
	if (route.table != RT_TABLE_MAIN)
		return MNL_CB_OK;
	if (route.many)
		route_add_many(routes, &route, header->rtm_family);
	else if (route.index)
		route_add(routes, &route, header->rtm_family);
	else if (route.nexthop) /* net.ipv4.nexthop_compat_mode is 0 */
		route_add_nexthop(routes, route.nexthop, header->rtm_family, 0);
	return MNL_CB_OK;
}

static void routes_forget(void *data)
{
	struct routes *routes = data;

	net_words_free(&routes->network->routes, &routes->network->n_routes);
}

static void nexthop_take_group(struct nexthop *nexthop, const struct nlattr *group)
{
	const struct nexthop_grp *members = mnl_attr_get_payload(group);
	size_t n = mnl_attr_get_payload_len(group) / sizeof(*members);

	for (size_t i = 0; i < n; i++) {
		nexthop->members = memory_grow(nexthop->members, nexthop->n, sizeof(*nexthop->members));
		nexthop->members[nexthop->n++] = members[i].id;
	}
}

static int nexthop_attribute_take(const struct nlattr *attribute, void *data)
{
	struct nexthop *nexthop = data;

	switch (mnl_attr_get_type(attribute)) {
	case NHA_ID:
		nexthop->id = number_of(attribute);
		break;
	case NHA_OIF:
		nexthop->index = (int)number_of(attribute);
		break;
	case NHA_GROUP:
		nexthop_take_group(nexthop, attribute);
		break;
	default:
		break;
	}
	return MNL_CB_OK;
}

static int nexthop_take(const struct nlmsghdr *message, void *data)
{
	struct routes *routes = data;
	struct nexthop nexthop = { 0 };

	if (message->nlmsg_type != RTM_NEWNEXTHOP ||
		mnl_nlmsg_get_payload_len(message) < sizeof(struct nhmsg))
		return MNL_CB_OK;
	mnl_attr_parse(message, sizeof(struct nhmsg), nexthop_attribute_take, &nexthop);
	routes->nexthops = memory_grow(routes->nexthops, routes->n, sizeof(nexthop));
	routes->nexthops[routes->n++] = nexthop;
	return MNL_CB_OK;
}

static void nexthops_forget(void *data)
{
	struct routes *routes = data;

	for (size_t i = 0; i < routes->n; i++)
		free(routes->nexthops[i].members);
	free(routes->nexthops);
	routes->nexthops = NULL;
	routes->n = 0;
}

/* A kernel without objects of nexthops (before Linux 5.3) has no route that needs them. */
int net_take_routes(struct mnl_socket *socket, struct network *network)
{
	const struct net_request objects = { RTM_GETNEXTHOP, AF_UNSPEC, sizeof(struct nhmsg) },
				 request = { RTM_GETROUTE, AF_UNSPEC, sizeof(struct rtmsg) };
	struct routes routes = { .network = network };
	int err;

	net_dump(socket, &objects, &(struct net_taking){ nexthop_take, nexthops_forget, &routes });
	err = net_dump(socket, &request, &(struct net_taking){ route_take, routes_forget, &routes });
	nexthops_forget(&routes);
	return err;
}
