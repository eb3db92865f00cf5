/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which functions' interfaces have addresses, carry routes, or have others upon them. */
#include "address.h"
#include "linux_net.h"
#include "linux_users.h"
#include "survey_identity.h"
#include <errno.h>
#include <net/if.h>
#include <string.h>

/* net/openvswitch/vport-internal_dev.c: "ovs-system", to which every port belongs, and each bridge's own. */
#define OPEN_VSWITCH "openvswitch"

static const enum use told[] = { USE_ADDRESS, USE_PORT, USE_STACKED, USE_NAMESPACE, USE_MANAGEMENT, USE_SSH };

char *link_function(int root, const struct net_link *link, bool own)
{
	AUTO_FREE char *path = NULL;

	if (link->port && port_is_representor(link->port))
		return NULL;
	if (link->parent && string_equal(link->bus, "pci"))
		return string_copy(link->parent);
	if (link->parent && link->bus)
		path = look_link(root, "sys/bus/%s/devices/%s", link->bus, link->parent);
	else if (own)
		path = look_link(root, "sys/class/net/%s", link->name);
	return path ? address_last(path) : NULL;
}

/* The layers of a namespace's interfaces, and where each stands, by its number. */
struct view {
	const struct network *network;
	struct stack stack;
	struct lookup by_index;
	struct users *users;
};

static bool view_find(const struct view *view, int index, size_t *ret_layer)
{
	size_t cursor = 0;

	return index > 0 && lookup_next(&view->by_index, (uint64_t)index, &cursor, ret_layer);
}

static void view_fill(struct view *view, int root)
{
	for (size_t i = 0; i < view->network->n_links; i++) {
		const struct net_link *link = &view->network->links[i];
		AUTO_FREE char *function = link_function(root, link, true);

		stack_add(&view->stack, link->name, function);
		lookup_add(&view->by_index, (uint64_t)link->index, i);
	}
}

/* What it stands on itself: one end of a veth pair names the other, but does not lie on it. */
static bool link_lower(const struct view *view, const struct net_link *link, size_t *ret_layer)
{
	return !link->lower_elsewhere && !string_equal(link->kind, "veth") &&
	       view_find(view, link->lower, ret_layer);
}

/* Which of its ports a bridge of Open vSwitch sends through, its own tables say: it may be any. */
static void lay_on_open_vswitch(struct view *view, size_t upper)
{
	const struct network *network = view->network;
	size_t master;

	for (size_t i = 0; i < network->n_links; i++)
		if (view_find(view, network->links[i].master, &master) && i != upper && master != upper &&
			string_equal(network->links[master].kind, OPEN_VSWITCH))
			stack_lay(&view->stack, upper, i);
}

static void view_lay(struct view *view)
{
	size_t other;

	for (size_t i = 0; i < view->network->n_links; i++) {
		const struct net_link *link = &view->network->links[i];

		if (view_find(view, link->master, &other))
			stack_lay(&view->stack, other, i);
		if (link_lower(view, link, &other))
			stack_lay(&view->stack, i, other);
		if (string_equal(link->kind, OPEN_VSWITCH))
			lay_on_open_vswitch(view, i);
	}
}

static void view_use_links(const struct view *view)
{
	size_t other;

	for (size_t i = 0; i < view->network->n_links; i++) {
		const struct net_link *link = &view->network->links[i];

		if (view_find(view, link->master, &other))
			stack_use(&view->stack, i, USE_PORT, view->network->links[other].name, view->users);
		if (link_lower(view, link, &other))
			stack_use(&view->stack, other, USE_STACKED, link->name, view->users);
	}
}

static void view_use_words(const struct view *view)
{
	const struct network *network = view->network;
	size_t layer;

	for (size_t i = 0; i < network->n_addresses; i++) {
		const struct net_word *address = &network->addresses[i];

		if (!address->link_local && view_find(view, address->index, &layer) &&
			network->links[layer].flags & IFF_UP)
			stack_use(&view->stack, layer, USE_ADDRESS, address->text, view->users);
	}
	for (size_t i = 0; i < network->n_routes; i++)
		if (view_find(view, network->routes[i].index, &layer))
			stack_use(&view->stack, layer, USE_MANAGEMENT, network->routes[i].text, view->users);
	for (size_t i = 0; i < network->n_sessions; i++)
		if (view_find(view, network->sessions[i].index, &layer))
			stack_use(&view->stack, layer, USE_SSH, network->sessions[i].text, view->users);
	for (size_t i = 0; i < network->n_strangers; i++)
		if (view_find(view, network->strangers[i].index, &layer))
			stack_use(&view->stack, layer, USE_STACKED, network->strangers[i].text, view->users);
}

void network_tell(const struct network *network, int root, struct users *users)
{
	struct view view = { .network = network, .users = users };

	view_fill(&view, root);
	view_lay(&view);
	view_use_links(&view);
	view_use_words(&view);
	stack_free(&view.stack);
	lookup_free(&view.by_index);
}

static int network_take(struct network *network)
{
	struct mnl_socket *socket = net_open(-1);
	int err = socket ? net_take_links(socket, network) : errno;

	if (!err)
		err = net_take_addresses(socket, network);
	if (!err)
		err = net_take_routes(socket, network);
	net_close(socket);
	return err;
}

void see_network(int root, struct users *users)
{
	struct network network = { 0 };
	int err = network_take(&network);

	if (err == 0) {
		ssh_take(root, &network, users);
		namespaces_take(root, &network, users);
		network_tell(&network, root, users);
	}
	for (size_t i = 0; err != 0 && i < sizeof(told) / sizeof(told[0]); i++) {
		AUTO_FREE char *why = text_print("netlink: %s", strerror(err));
		users_doubt(users, told[i], why);
	}
	network_free(&network);
}
