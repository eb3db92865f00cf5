# A VF that is this machine's own way out: nothing makes pawl put it into another VLAN.
facts tests/facts/lab-x86.json
lab x86
twin no: the kernel's own tables say which interface a default route has

modprobe igbvf
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 1, driver: igbvf, groups: [{range: "0", net: {vlan: 0, spoofchk: true}}]}
run apply -y wish.yaml
exit 0

sh
| name=$(ls /sys/bus/pci/devices/0000:02:10.0/net)
| ip link set eth0 up
| ip link set "$name" up
| ip address add 192.0.2.2/24 dev "$name"
| ip route add default via 192.0.2.1 dev "$name"

file other.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 1, driver: igbvf, groups: [{range: "0", net: {vlan: 9, spoofchk: false}}]}
run apply -y --allow=traffic-cut other.yaml
exit 4
err has may lose its traffic
err has carries the default route via 192.0.2.1 [management-interface]
err lacks address 192.0.2.2
run assert wish.yaml
exit 0

# without the route it is any other's who has an address
sh
| ip route del default
run apply -y other.yaml
exit 4
err has has address 192.0.2.2 [traffic-cut]
run apply -y --allow=traffic-cut:nic0 other.yaml
exit 0
run assert other.yaml
exit 0
