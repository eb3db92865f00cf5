/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The interfaces of a network namespace, and what they stand on. */
#include "linux_net.h"
#include "text.h"
#include <libmnl/libmnl.h>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <stdlib.h>
#include <string.h>

/* include/uapi/linux/if_link.h of Linux 5.14; older headers have no names for them. */
enum { PARENT_NAME = 56, PARENT_BUS = 57 };

/* What is not ended by a NUL is a string too: net/core/rtnetlink.c, rtnl_phys_port_name_fill. */
static char *attribute_text(const struct nlattr *attribute)
{
	struct text text = { 0 };
	const char *bytes = mnl_attr_get_payload(attribute);

	text_add_bytes(&text, bytes, strnlen(bytes, mnl_attr_get_payload_len(attribute)));
	return text_take(&text);
}

static int attribute_number(const struct nlattr *attribute)
{
	return mnl_attr_validate(attribute, MNL_TYPE_U32) < 0 ? 0 : (int)mnl_attr_get_u32(attribute);
}

static int info_take(const struct nlattr *attribute, void *data)
{
	struct net_link *link = data;

	if (mnl_attr_get_type(attribute) == IFLA_INFO_KIND && !link->kind)
		link->kind = attribute_text(attribute);
	return MNL_CB_OK;
}

static void text_keep(char **at, const struct nlattr *attribute)
{
	if (!*at)
		*at = attribute_text(attribute);
}

static int attribute_take(const struct nlattr *attribute, void *data)
{
	struct net_link *link = data;

	switch (mnl_attr_get_type(attribute)) {
	case IFLA_IFNAME:
		text_keep(&link->name, attribute);
		break;
	case IFLA_PHYS_PORT_NAME:
		text_keep(&link->port, attribute);
		break;
	case PARENT_NAME:
		text_keep(&link->parent, attribute);
		break;
	case PARENT_BUS:
		text_keep(&link->bus, attribute);
		break;
	case IFLA_MASTER:
		link->master = attribute_number(attribute);
		break;
	case IFLA_LINK:
		link->lower = attribute_number(attribute);
		break;
	case IFLA_LINK_NETNSID:
		link->lower_elsewhere = true;
		link->lower_namespace = attribute_number(attribute);
		break;
	case IFLA_LINKINFO:
		mnl_attr_parse_nested(attribute, info_take, link);
		break;
	default:
		break;
	}
	return MNL_CB_OK;
}

static void link_free(struct net_link *link)
{
	free(link->name);
	free(link->kind);
	free(link->port);
	free(link->bus);
	free(link->parent);
}

static int link_take(const struct nlmsghdr *message, void *data)
{
	const struct ifinfomsg *header = mnl_nlmsg_get_payload(message);
	struct network *network = data;
	struct net_link link = { 0 };

	if (message->nlmsg_type != RTM_NEWLINK || mnl_nlmsg_get_payload_len(message) < sizeof(*header))
		return MNL_CB_OK;
	link.index = header->ifi_index;
	link.flags = header->ifi_flags;
	mnl_attr_parse(message, sizeof(*header), attribute_take, &link);
	if (!link.name) {
		link_free(&link);
		return MNL_CB_OK;
	}
	network->links = memory_grow(network->links, network->n_links, sizeof(link));
	network->links[network->n_links++] = link;
	return MNL_CB_OK;
}

static void links_forget(void *data)
{
	struct network *network = data;

	for (size_t i = 0; i < network->n_links; i++)
		link_free(&network->links[i]);
	free(network->links);
	network->links = NULL;
	network->n_links = 0;
}

int net_take_links(struct mnl_socket *socket, struct network *network)
{
	const struct net_request request = { RTM_GETLINK, AF_UNSPEC, sizeof(struct ifinfomsg) };

	return net_dump(socket, &request, &(struct net_taking){ link_take, links_forget, network });
}

void network_free(struct network *network)
{
	links_forget(network);
	net_words_free(&network->addresses, &network->n_addresses);
	net_words_free(&network->routes, &network->n_routes);
	net_words_free(&network->sessions, &network->n_sessions);
	net_words_free(&network->strangers, &network->n_strangers);
}
