# Addresses, VLANs and what else the driver of a physical function keeps for its VFs: set before their own drivers
# are bound, read back from the kernel.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs:
|           count: 3
|           driver: igbvf
|           mac-base: "02:17:01:00:00:fe"
|           groups:
|             - {range: "0", driver: vfio-pci, net: {vlan: 110, qos: 3, spoofchk: false, trust: true}}
|             - {range: "1", net: {mac: ["02:aa:00:00:00:01"]}}

modprobe vfio-pci
modprobe igbvf
run plan wish.yaml
exit 0
run apply -y wish.yaml
exit 0
run show -o json 0000:02:10.0
exit 0
out has "mac": "02:17:01:00:00:fe"
out has "vlan": "110 qos 3"
out has "trust": "true"
out has "spoofchk": "false"
run show -o json 0000:02:10.4
out has "mac": "02:17:01:00:01:00"
out has "spoofchk": "true"
sh
| ip link show eth0 | grep -q 'vf 0 .*02:17:01:00:00:fe.*vlan 110, qos 3, spoof checking off.*trust on'
| ip link show eth0 | grep -q 'vf 1 .*02:aa:00:00:00:01'

# the VF's own driver finds the address when it probes
run show -o json 0000:02:10.2
out has "02:aa:00:00:00:01"

run plan wish.yaml
exit 0
out has nothing to do, the host is as wished

# what somebody else changes is seen, and put back; igb has no link_state
sh
| ip link set eth0 up
| ip link set eth0 vf 1 mac 02:bb:00:00:00:01
| ip link set eth0 vf 0 vlan 111 qos 2
| ip link set eth0 vf 0 spoofchk on
| ip link set eth0 vf 0 trust off
| test "$(pawl plan wish.yaml | grep -c 'vf_.* -> ')" = 4
| pawl apply -y wish.yaml
| ip link show eth0 | grep -q 'vf 0 .*02:17:01:00:00:fe.*vlan 110, qos 3, spoof checking off.*trust on'
| ip link show eth0 | grep -q 'vf 1 .*02:aa:00:00:00:01'
| ! ip link set eth0 vf 1 state enable # link_state is nothing that igb has
| ip link set eth0 vf 1 rate 100
| pawl show -o json 0000:02:10.2 | grep -q '"rate": "min 0 max 100"'
