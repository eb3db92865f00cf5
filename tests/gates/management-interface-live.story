# The default route on the real kernel, through VLAN and bridge: it is there after the run as before.
facts tests/facts/lab-x86.json
lab x86
twin no: the kernel's own tables say where routes go

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, driver: vfio-pci}

sh
| echo 1 >/proc/sys/net/ipv6/conf/all/disable_ipv6
| modprobe -a bridge 8021q vrf
| ip link set eth0 up
| ip link add link eth0 name eth0.7 type vlan id 7
| ip link add br0 type bridge
| ip link set eth0.7 master br0
| ip link set eth0.7 up
| ip link set br0 up
| ip address add 192.0.2.2/24 dev br0
| ip route add default via 192.0.2.1
run apply -y wish.yaml
exit 4
err has 0000:02:00.0 would lose its driver: eth0 > eth0.7 > br0 carries the default route via 192.0.2.1 [management-interface]
err has hint: let another interface carry the default route via 192.0.2.1, or leave this device out
err lacks [pf-in-use]
see 0000:02:00.0 driver igb
see 0000:02:00.0 driver_override -
sh
| ip route | grep -q '^default via 192.0.2.1 dev br0'
| ip link del br0
| ip link del eth0.7

# a VRF has a default route of its own; its port is in use, whatever the VRF's table says
sh
| ip link add mgmt type vrf table 10
| ip link set mgmt up
| ip link set eth0 master mgmt
| ip address add 192.0.2.2/24 dev eth0
| ip route add default via 192.0.2.1 table 10
run apply -y wish.yaml
exit 4
err has eth0 is a port of mgmt
err has [pf-in-use]
err lacks [management-interface]
see 0000:02:00.0 driver igb
sh
| ip route show table 10 | grep -q '^default via 192.0.2.1 dev eth0'
