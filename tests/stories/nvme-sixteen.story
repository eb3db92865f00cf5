# Two drives with eight VFs each, all with queues and interrupts of their own; one of them is read here.
facts tests/facts/lab-x86-drives.json
lab x86-drives arm64-drives

modprobe vfio-pci
sh
| nvme-agrees 0000:01:00.0
| nvme-agrees 0000:02:00.0
| # what VF 2 of the first is to read
| nvme attach-ns /dev/$(basename /sys/bus/pci/devices/0000:01:00.0/nvme/nvme*) -n 2 -c 3
| nvme-agrees 0000:01:00.0

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86-drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         vfs: {count: 8, driver: vfio-pci, groups: [{range: "2", driver: nvme}]}
|         nvme: {vf-queues: 4, vf-interrupts: 3}
|       ssd1:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 8, driver: vfio-pci}
|         nvme: {vf-queues: 5, vf-interrupts: 4}

run apply -y wish.yaml
exit 0
out has verified, the host is as wished.
see 0000:01:00.0 sriov_numvfs 8
see 0000:01:00.0 sriov_drivers_autoprobe 1
see 0000:01:00.1 driver vfio-pci
see 0000:01:00.3 driver nvme
see 0000:01:01.0 driver vfio-pci
see 0000:02:01.0 driver vfio-pci
sh
| nvme-agrees 0000:01:00.0
| nvme-agrees 0000:02:00.0
| # the VF is its secondary controller, and reads its namespace; with multipath the node is not named after it
| vf=$(basename /sys/bus/pci/devices/0000:01:00.3/nvme/nvme*)
| test "$(cat /sys/class/nvme/$vf/cntlid)" = 3
| nvme list-ns /dev/$vf | grep -q '0x2'
| disk=$(basename /sys/bus/pci/devices/0000:01:00.3/nvme/$vf/nvme*n2 | sed 's/c[0-9]*n/n/')
| test "$(dd if=/dev/$disk bs=4096 count=1 2>/dev/null | wc -c)" = 4096

run apply -y wish.yaml
exit 0
out has nothing to do

# then it is for a guest, with what it has
file guests.yaml
| pawl: 1
| hosts:
|   lab-x86-drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         vfs: {count: 8, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 3}
run apply -y guests.yaml
exit 0
see 0000:01:00.3 driver vfio-pci
sh
| nvme-agrees 0000:01:00.0
