# What the VFs of a drive have of it is exported when all have the same: a rebuilt host would have dead VFs.
facts tests/facts/lab-x86.json
lab x86

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         vfs: {count: 3, driver: vfio-pci}
|         nvme: {vf-queues: 2, vf-interrupts: 1}
run apply -y wish.yaml
exit 0
run export --out export.yaml
exit 0
run plan --detailed-exitcode export.yaml
exit 0
out has nothing to do, the host is as wished

# they come again from what was exported
file bare.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 0}}
run apply -y bare.yaml
exit 0
run apply -y export.yaml
exit 0
run plan --detailed-exitcode wish.yaml
exit 0
run export
exit 0
out has vf-queues: 2
out has vf-interrupts: 1

# of VFs that are offline none is wished
write sys/bus/pci/devices/0000:01:00.0/sriov_numvfs 0
write sys/bus/pci/devices/0000:01:00.0/sriov_drivers_autoprobe 0
write sys/bus/pci/devices/0000:01:00.0/sriov_numvfs 2
run export
exit 0
out has count: 2
out lacks nvme:
run plan --detailed-exitcode wish.yaml
exit 2
