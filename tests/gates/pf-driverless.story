# A physical function without a driver makes no VFs.
facts tests/facts/lab-x86.json
lab x86

modprobe vfio-pci
write sys/bus/pci/drivers/igb/unbind 0000:02:00.0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 2 ENOENT

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 2}

run apply -y wish.yaml
exit 4
err has 0000:02:00.0 has no driver, and only a physical function's own driver makes or removes its VFs [pf-driverless]
see 0000:02:00.0 sriov_numvfs 0

# vfio-pci would be bound, and then make none either
file guest.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         driver: vfio-pci
|         vfs: {count: 2}

run apply -y guest.yaml
exit 4
err has 0000:01:00.0 would have vfio-pci, and only a physical function's own driver makes or removes its VFs [pf-driverless]
see 0000:01:00.0 driver nvme

file none.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: none, vfs: {count: 2}}
run apply -y none.yaml
exit 4
err has 0000:01:00.0 would have no driver, and only
see 0000:01:00.0 driver nvme
