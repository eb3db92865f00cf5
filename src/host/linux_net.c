/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Tells the names of the network interfaces.
 *
 * Only those of pawl's own network namespace are told. The kernel takes its RTNL lock to answer, which a
 * driver may hold for long: so this is asked through a helper.
 */
#include "linux_net.h"
#include "eswitch.h"
#include "linux.h"
#include <errno.h>
#include <libmnl/libmnl.h>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <string.h>

/* include/uapi/linux/if_link.h of Linux 5.14; older headers have no names for them. */
enum { PARENT_NAME = 56, PARENT_BUS = 57 };

/* One interface; what its message lacks is NULL. */
struct link {
	const char *name, *bus, *parent;
	const struct nlattr *mac, *names, *port;
};

static int attribute_take(const struct nlattr *attribute, void *data)
{
	struct link *link = data;
	bool text = mnl_attr_validate(attribute, MNL_TYPE_NUL_STRING) >= 0;

	switch (mnl_attr_get_type(attribute)) {
	case IFLA_IFNAME:
		link->name = text ? mnl_attr_get_str(attribute) : NULL;
		break;
	case PARENT_NAME:
		link->parent = text ? mnl_attr_get_str(attribute) : NULL;
		break;
	case PARENT_BUS:
		link->bus = text ? mnl_attr_get_str(attribute) : NULL;
		break;
	case IFLA_PERM_ADDRESS:
		link->mac = attribute;
		break;
	case IFLA_PHYS_PORT_NAME:
		link->port = attribute;
		break;
	case IFLA_PROP_LIST:
		link->names = attribute;
		break;
	default:
		break;
	}
	return MNL_CB_OK;
}

static void mac_print(const struct nlattr *mac, struct text *data)
{
	const unsigned char *bytes = mac ? mnl_attr_get_payload(mac) : NULL;
	size_t n = mac ? mnl_attr_get_payload_len(mac) : 0;

	for (size_t i = 0; i < n; i++)
		text_addf(data, "%s%02x", i ? ":" : "", bytes[i]);
}

/* Some kernels end it with no NUL: net/core/rtnetlink.c, rtnl_phys_port_name_fill. */
static void port_print(const struct nlattr *port, struct text *data)
{
	const char *name = port ? mnl_attr_get_payload(port) : "";

	text_add_printable(data, name, port ? strnlen(name, mnl_attr_get_payload_len(port)) : 0);
}

static int name_add(const struct nlattr *attribute, void *data)
{
	if (mnl_attr_get_type(attribute) == IFLA_ALT_IFNAME &&
		mnl_attr_validate(attribute, MNL_TYPE_NUL_STRING) >= 0) {
		const char *name = mnl_attr_get_str(attribute);

		text_add(data, "\t");
		text_add_printable(data, name, strlen(name));
	}
	return MNL_CB_OK;
}

/* A line of host.h; a tab or a newline in a name comes as \x09 or \x0a. */
static int link_print(const struct nlmsghdr *message, void *data)
{
	struct link link = { 0 };

	mnl_attr_parse(message, sizeof(struct ifinfomsg), attribute_take, &link);
	if (!link.name)
		return MNL_CB_OK;
	text_add_printable(data, link.name, strlen(link.name));
	text_addf(data, "\t%s\t", string_equal(link.bus, "pci") && link.parent ? link.parent : "");
	port_print(link.port, data);
	text_add(data, "\t");
	mac_print(link.mac, data);
	if (link.names)
		mnl_attr_parse_nested(link.names, name_add, data);
	text_add(data, "\n");
	return MNL_CB_OK;
}

static void links_forget(void *data)
{
	text_free(data);
}

int netlink_do(int root, const struct op *op, struct text *data)
{
	const struct net_request request = { RTM_GETLINK, AF_UNSPEC, sizeof(struct ifinfomsg) };
	struct mnl_socket *socket;
	int err;

	if (string_starts(op->path, NETLINK_ESWITCHES))
		return net_eswitch_do(op, data);
	if (!string_equal(op->path, NETLINK_LINKS))
		return net_vfs_do(root, op, data);
	socket = net_open(-1);
	if (!socket)
		return errno;
	err = net_dump(socket, &request, &(struct net_taking){ link_print, links_forget, data });
	net_close(socket);
	return err;
}
