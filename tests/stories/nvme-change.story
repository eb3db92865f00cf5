# Shares of VFs that are there become others, come back by rollback, and after a boot by restore: on a real drive.
facts tests/facts/lab-x86-drives.json
lab x86-drives arm64-drives

modprobe vfio-pci
file first.yaml
| pawl: 1
| hosts:
|   lab-x86-drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         vfs: {count: 3, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 3}
run apply -y first.yaml
exit 0
sh
| nvme-agrees 0000:01:00.0

# what a controller has it loses on the way to other numbers
file other.yaml
| pawl: 1
| hosts:
|   lab-x86-drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         vfs: {count: 3, driver: vfio-pci}
|         nvme: {vf-queues: 5, vf-interrupts: 2}
run apply -y other.yaml
exit 0
out has verified, the host is as wished.
run show -o json 0000:01:00.3
out has "queues": "5",
out has "interrupts": "2",
out has "online": "true"
see 0000:01:00.3 driver vfio-pci
sh
| nvme-agrees 0000:01:00.0

run rollback -y
exit 8
sh
| nvme-agrees 0000:01:00.0
run plan --detailed-exitcode first.yaml
exit 0

reboot
see 0000:01:00.0 sriov_numvfs 0
modprobe vfio-pci
run restore
exit 0
see 0000:01:00.0 sriov_numvfs 3
see 0000:01:00.3 driver vfio-pci
sh
| nvme-agrees 0000:01:00.0
run plan --detailed-exitcode first.yaml
exit 0
