# A role took the network card with the default route away, and with it the ssh session that ran it (OpenNebula/one-deploy#175,
# #208); others took the disk below a mounted filesystem, swap and bridges. The kernel takes each of them; pawl does not.
facts tests/facts/lab-x86.json
lab x86
twin no: nothing is mounted there, and no route goes anywhere

modprobe vfio-pci
file disk.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}
file card.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, driver: vfio-pci}
file vfs.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 1, driver: none}}

sh
| modprobe minix
| mkfs.minix /dev/nvme0n1 >/dev/null
| mkdir -p data
| mount -t minix /dev/nvme0n1 data
| echo here >data/file
run apply -y disk.yaml
exit 4
err has 0000:01:00.0 would lose its driver: nvme0n1 is mounted on
err has hint: `umount
err has [pf-in-use]
see 0000:01:00.0 driver nvme
see 0000:01:00.0 driver_override -
sh
| test "$(cat data/file)" = here
| umount data
| mkswap /dev/nvme0n1 >/dev/null
| swapon /dev/nvme0n1
run apply -y disk.yaml
exit 4
err has 0000:01:00.0 would lose its driver: nvme0n1 holds swap /dev/nvme0n1 [pf-in-use]
err has hint: `swapoff /dev/nvme0n1`
sh
| grep -q nvme0n1 /proc/swaps
| swapoff /dev/nvme0n1

# the interface of the default route, then as the port of a bridge that has it
sh
| ip link set eth0 up
| ip address add 192.0.2.2/24 dev eth0
| ip route add default via 192.0.2.1
run apply -y card.yaml
exit 4
err has 0000:02:00.0 would lose its driver: eth0 carries
err has [management-interface]
err lacks [pf-in-use]
see 0000:02:00.0 driver igb
sh
| ip route | grep -q '^default via 192.0.2.1 dev eth0'
| ip route del default
run apply -y card.yaml
exit 4
err has 0000:02:00.0 would lose its driver: eth0 has address 192.0.2.2
err has [pf-in-use]
err lacks [management-interface]
sh
| ip address flush dev eth0
| modprobe bridge
| ip link add br0 type bridge
| ip link set eth0 master br0
| ip link set br0 up
| ip address add 192.0.2.2/24 dev br0
| ip route add default via 192.0.2.1
run apply -y card.yaml
exit 4
err has eth0 > br0 carries
err has [management-interface]
sh
| ip route | grep -q '^default via 192.0.2.1 dev br0'

# VFs may come and go below it
run apply -y vfs.yaml
exit 0
see 0000:02:00.0 sriov_numvfs 1
see 0000:02:10.0 driver_override none
