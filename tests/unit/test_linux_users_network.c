/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Interfaces that lie on one another, as the kernel's messages tell of them. */
#include "../../src/host/linux_net.h"
#include "users_fixture.h"
#include <net/if.h>

#define N(array) (sizeof(array) / sizeof((array)[0]))

static char one[] = "0000:01:00.0", other[] = "0000:01:00.1", pci[] = "pci";

static struct net_link links[] = {
	{ .index = 1, .name = "lo", .flags = IFF_UP },
	{ .index = 2, .name = "eth0", .flags = IFF_UP, .master = 4, .bus = pci, .parent = one, .port = "p0" },
	{ .index = 3, .name = "eth1", .flags = IFF_UP, .master = 4, .bus = pci, .parent = other },
	{ .index = 4, .name = "bond0", .flags = IFF_UP, .kind = "bond" },
	{ .index = 5, .name = "bond0.7", .flags = IFF_UP, .kind = "vlan", .lower = 4, .master = 6 },
	{ .index = 6, .name = "br0", .flags = IFF_UP, .kind = "bridge" },
	{ .index = 7, .name = "eth0v0", .flags = IFF_UP, .bus = pci, .parent = one, .port = "pf0vf0" },
};

static void tell(struct network network)
{
	AUTO_CLOSE int fd = open(root, O_PATH | O_DIRECTORY | O_CLOEXEC);

	users_free(&seen);
	network_tell(&network, fd, &seen);
}

#define BELOW_BOND(address, eth)                                                                             \
	"port\t" address "\t" eth "\tbond0\n"                                                                \
	"port\t" address "\t" eth " > bond0 > bond0.7\tbr0\n"                                                \
	"stacked\t" address "\t" eth " > bond0\tbond0.7\n"

START_TEST(ports_and_vlans_reach_their_functions)
{
	tell((struct network){ .links = links, .n_links = N(links) });
	check_seen(BELOW_BOND("0000:01:00.0", "eth0") BELOW_BOND("0000:01:00.1", "eth1"));
}
END_TEST

START_TEST(the_address_of_what_is_above_is_theirs)
{
	struct net_word addresses[] = { { 6, false, "192.0.2.2" }, { 6, true, "fe80::1" },
		{ 7, false, "198.51.100.1" }, { 1, false, "127.0.0.1" }, { 9, false, "203.0.113.9" } };
	struct net_word routes[] = { { 6, false, "the default route via 192.0.2.1" } };

	tell((struct network){ .links = links,
		.n_links = N(links),
		.addresses = addresses,
		.n_addresses = N(addresses),
		.routes = routes,
		.n_routes = N(routes) });
	check_seen(
		"address\t0000:01:00.0\teth0 > bond0 > bond0.7 > br0\t192.0.2.2\n" BELOW_BOND("0000:01:00.0",
			"eth0") "management\t0000:01:00.0\teth0 > bond0 > bond0.7 > br0\t"
				"the default route via 192.0.2.1\n"
				"address\t0000:01:00.1\teth1 > bond0 > bond0.7 > br0\t192.0.2.2\n" BELOW_BOND(
					"0000:01:00.1",
					"eth1") "management\t0000:01:00.1\teth1 > bond0 > bond0.7 > br0\t"
						"the default route via 192.0.2.1\n");
}
END_TEST

START_TEST(an_interface_that_is_down_uses_no_address)
{
	struct net_link down = { .index = 2, .name = "eth0", .bus = pci, .parent = one };
	struct net_word address = { 2, false, "192.0.2.2" };

	tell((struct network){ .links = &down, .n_links = 1, .addresses = &address, .n_addresses = 1 });
	check_seen("");
	down.flags = IFF_UP;
	tell((struct network){ .links = &down, .n_links = 1, .addresses = &address, .n_addresses = 1 });
	check_seen("address\t0000:01:00.0\teth0\t192.0.2.2\n");
}
END_TEST

START_TEST(a_bridge_of_open_vswitch_sends_through_its_ports)
{
	struct net_link switched[] = {
		{ .index = 2, .name = "eth0", .flags = IFF_UP, .master = 3, .bus = pci, .parent = one },
		{ .index = 3, .name = "ovs-system", .kind = "openvswitch" },
		{ .index = 4, .name = "br-ex", .flags = IFF_UP, .kind = "openvswitch" },
	};
	struct net_word address = { 4, false, "192.0.2.2" };

	tell((struct network){
		.links = switched, .n_links = N(switched), .addresses = &address, .n_addresses = 1 });
	check_seen("address\t0000:01:00.0\teth0 > br-ex\t192.0.2.2\n"
		   "port\t0000:01:00.0\teth0\tovs-system\n");
}
END_TEST

/* veth names its other end as a VLAN names what it stands on; a macvlan may be moved away from it. */
START_TEST(not_every_link_is_a_way_down)
{
	struct net_link pairs[] = {
		{ .index = 2, .name = "eth0", .flags = IFF_UP, .bus = pci, .parent = one },
		{ .index = 3, .name = "veth0", .flags = IFF_UP, .kind = "veth", .lower = 2 },
		{ .index = 4, .name = "macvlan0", .kind = "macvlan", .lower = 2, .lower_elsewhere = true },
		{ .index = 5, .name = "loop0", .kind = "vlan", .lower = 6 },
		{ .index = 6, .name = "loop1", .kind = "vlan", .lower = 5 },
	};

	tell((struct network){ .links = pairs, .n_links = N(pairs) });
	check_seen("");
}
END_TEST

/* An older kernel names no parent; a virtio device is not on the PCI bus itself. */
START_TEST(sysfs_says_where_an_interface_is)
{
	struct net_link strays[] = {
		{ .index = 2, .name = "eth0", .flags = IFF_UP },
		{ .index = 3, .name = "eth1", .flags = IFF_UP, .bus = "virtio", .parent = "virtio2" },
	};
	struct net_word addresses[] = { { 2, false, "192.0.2.2" }, { 3, false, "2001:db8::2" } };

	make_link("sys/class/net/eth0", "../../devices/pci0000:00/0000:01:00.0/net/eth0");
	make_link("sys/bus/virtio/devices/virtio2", "../../../devices/pci0000:00/0000:00:03.0/virtio2");
	tell((struct network){ .links = strays, .n_links = 2, .addresses = addresses, .n_addresses = 2 });
	check_seen("address\t0000:00:03.0\teth1\t2001:db8::2\naddress\t0000:01:00.0\teth0\t192.0.2.2\n");
}
END_TEST

static void tests_add(TCase *tests)
{
	users_fixture_use(tests);
	tcase_add_test(tests, ports_and_vlans_reach_their_functions);
	tcase_add_test(tests, the_address_of_what_is_above_is_theirs);
	tcase_add_test(tests, an_interface_that_is_down_uses_no_address);
	tcase_add_test(tests, a_bridge_of_open_vswitch_sends_through_its_ports);
	tcase_add_test(tests, not_every_link_is_a_way_down);
	tcase_add_test(tests, sysfs_says_where_an_interface_is);
}

int main(void)
{
	return suite_run("linux_users_network", tests_add);
}
