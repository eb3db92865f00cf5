# Functions that somebody on this host uses: each use is named, with what ends it.
facts tests/facts/kunpeng-used.json
lab no: the facts are a Kunpeng server's

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic1: {select: {pci: "0000:17:00.1"}, driver: vfio-pci}
|       nic2: {select: {pci: "0000:17:00.2"}, driver: vfio-pci}
|       nic3: {select: {pci: "0000:17:00.3"}, driver: vfio-pci}
|       ssd0: {select: {pci: "0000:a1:00.0"}, driver: vfio-pci}
|       ssd1: {select: {pci: "0000:a2:00.0"}, driver: vfio-pci}

run apply -y wish.yaml
exit 4
err has 0000:17:00.1 would lose its driver: eth1 has address 192.0.2.17/24 [pf-in-use]
err has hint: `ip address del 192.0.2.17/24 dev eth1`
err has 0000:17:00.2 would lose its driver: eth2 is a port of br0, eth2 carries eth2.5 [pf-in-use]
err has hint: `ip link set eth2 nomaster` (of Open vSwitch: `ovs-vsctl del-port eth2`); `ip link del eth2.5`
err has 0000:17:00.3 would lose its driver: eth3 is in network namespace tenant
err has 0000:a1:00.0 would lose its driver: nvme0n1p1 is mounted on /srv
err has hint: `umount /srv`
err has 0000:a2:00.0 would lose its driver: nvme1n1p2 holds swap /dev/nvme1n1p2, nvme1n1p1 is held by md0
err has hint: `swapoff /dev/nvme1n1p2`; stop md0, or take nvme1n1p1 out of it
err lacks [vfs-in-use]
err lacks [root-disk]
err lacks [management-interface]
see 0000:17:00.1 driver hisdk3
see 0000:a1:00.0 driver nvme
