# A physical function loses its driver: igb takes its VFs along, nvme leaves them, and the kernel answers for both.
facts tests/facts/lab-x86.json
lab x86

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 2, driver: vfio-pci}}
file none.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 0}}
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 0}}

run apply -y wish.yaml
exit 0

# igb disables SR-IOV when it goes, and its own limit of VFs goes with it
write sys/bus/pci/drivers/igb/unbind 0000:02:00.0
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_totalvfs 8
see 0000:02:10.0 here -
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 8 ENOENT
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 9 ERANGE

# nvme leaves its VFs, bound as they are, and nobody can take them away
write sys/bus/pci/drivers/nvme/unbind 0000:01:00.0
see 0000:01:00.0 sriov_numvfs 2
see 0000:01:00.1 driver vfio-pci
write sys/bus/pci/devices/0000:01:00.0/sriov_numvfs 2
write sys/bus/pci/devices/0000:01:00.0/sriov_numvfs 0 ENOENT
write sys/bus/pci/devices/0000:01:00.0/sriov_numvfs 1 ENOENT
write sys/bus/pci/devices/0000:01:00.0/sriov_numvfs 5 ERANGE
write sys/bus/pci/devices/0000:01:00.0/driver_override vfio-pci
write sys/bus/pci/drivers/vfio-pci/bind 0000:01:00.0 EBUSY

run apply -y none.yaml
exit 4
err has 0000:01:00.0 has no driver, and only a physical function's own driver makes or removes its VFs [pf-driverless]
err lacks 0000:02:00.0 has no driver
run apply -y wish.yaml
exit 4
err has 0000:02:00.0 has no driver, and only a physical function's own driver makes or removes its VFs [pf-driverless]

# with their drivers back, all is as before
write sys/bus/pci/devices/0000:01:00.0/driver_override nvme
write sys/bus/pci/drivers/nvme/bind 0000:01:00.0
write sys/bus/pci/drivers/igb/bind 0000:02:00.0
see 0000:02:00.0 sriov_totalvfs 7
see 0000:01:00.0 sriov_numvfs 2
run apply -y wish.yaml
exit 0
see 0000:02:10.2 driver vfio-pci
run apply -y none.yaml
exit 0
see 0000:01:00.0 sriov_numvfs 0
