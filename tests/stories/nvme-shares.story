# Queues and interrupts for each VF of a drive: given before drivers come, found as they are, and never given twice.
facts tests/facts/lab-x86.json
lab x86 arm64

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         vfs: {count: 2, driver: nvme, groups: [{range: "1", driver: vfio-pci}]}
|         nvme: {vf-queues: 2, vf-interrupts: 1}

run plan wish.yaml
exit 0
run apply -y wish.yaml
exit 0
see 0000:01:00.0 sriov_drivers_autoprobe 1
see 0000:01:00.1 driver nvme
see 0000:01:00.2 driver vfio-pci
run show -o json 0000:01:00.2
exit 0
out has "queues": "2"
out has "interrupts": "1"
out has "online": "true"
sh
| nvme list-secondary /dev/nvme0 | grep -c 'Online' | grep -q 2
run plan wish.yaml
exit 0
out has nothing to do

# another number of VFs: what they had goes with them
file more.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         vfs: {count: 3, driver: vfio-pci}
|         nvme: {vf-queues: 2, vf-interrupts: 1}
run apply -y more.yaml
exit 0
see 0000:01:00.3 driver vfio-pci
run show -o json 0000:01:00.3
exit 0
out has "online": "true"
run plan more.yaml
exit 0
out has nothing to do
