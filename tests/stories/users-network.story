# Addresses, routes, ports and namespaces of interfaces are told of the functions that they are on.
facts tests/facts/lab-x86.json
lab x86
twin no: the kernel's own tables say who uses an interface

# a link-local address is made without anybody's asking; so is one of IPv6, when QEMU's network advertises it
sh
| echo 1 >/proc/sys/net/ipv6/conf/all/disable_ipv6
| ip link set eth0 up
| ip address add 169.254.7.7/16 dev eth0
run show 0000:02:00.0
exit 0
out lacks USED BY
sh
| ip address add 192.0.2.2/24 dev eth0
| ip route add default via 192.0.2.1
run show 0000:02:00.0
exit 0
out has 192.0.2.2, the default route via 192.0.2.1
sh
| SSH_CONNECTION="192.0.2.7 51812 192.0.2.2 22" pawl show -o json 0000:02:00.0 | grep -A2 '"ssh"' | grep -q 192.0.2.7

# of what stands above it too: VLAN 7 on it is the port of a bridge, and the bridge has the address
sh
| ip address flush dev eth0
| modprobe -a bridge 8021q bonding
| ip link add link eth0 name eth0.7 type vlan id 7
| ip link add br0 type bridge
| ip link set eth0.7 master br0
| ip link set br0 up
| ip address add 192.0.2.3/24 dev br0
| ip route add default nexthop via 192.0.2.1 dev br0 nexthop via 192.0.2.254 dev br0
run show -o json 0000:02:00.0
exit 0
out has "through": "eth0 > eth0.7 > br0"
out has "who": "192.0.2.3"
out has "the default route via 192.0.2.1"
out has "the default route via 192.0.2.254"
out has "use": "port"
out has "use": "stacked"
sh
| ip link del br0
| ip link del eth0.7

# objects of nexthops, without the older words beside them
sh
| sysctl -qw net.ipv4.nexthop_compat_mode=0 || echo 0 >/proc/sys/net/ipv4/nexthop_compat_mode
| ip address add 192.0.2.2/24 dev eth0
| ip nexthop add id 7 via 192.0.2.1 dev eth0
| ip nexthop add id 8 group 7
| ip route add default nhid 8
run show -o json 0000:02:00.0
exit 0
out has "use": "management"
sh
| ip route del default
| ip nexthop flush >/dev/null
| ip address flush dev eth0

# another network namespace has it, by its name or by who is in it
sh
| ip netns add blue
| ip link set eth0 netns blue
run show 0000:02:00.0
exit 0
out has blue
run show -o json 0000:02:00.0
exit 0
out has "use": "namespace"
out has "who": "blue"
sh
| ip -n blue link set eth0 netns 1
| modprobe macvlan
| ip link set eth0 up
| ip link add link eth0 name pod0 netns blue type macvlan
run show -o json 0000:02:00.0
exit 0
out has "use": "stacked"
out has "who": "pod0 in network namespace blue"
sh
| ip netns del blue
| unshare -n sleep 1000 >/dev/null 2>&1 &
| sleep 1
| ip link set eth0 netns $!
run show -o json 0000:02:00.0
exit 0
out has "who": "of sleep (process
