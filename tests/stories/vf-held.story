# A VF is in use through vfio: taking it away by hand blocks in the kernel, and nothing of pawl hangs with it.
facts tests/facts/lab-x86.json
lab x86

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}
file both.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}
file ssd.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}

run apply -y wish.yaml
exit 0
hold 0000:02:10.0 guest
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 0 blocks

# nothing can be planned for the card: the reason is told, and every other device is there to be worked on
run plan both.yaml
exit 75
err has sriov_numvfs of 0000:02:00.0 cannot be read: a write to the device is still in the kernel [device-busy]
err has again when it is done: `pawl show 0000:02:00.0` has its VFs then
run apply -y both.yaml
exit 75
see 0000:01:00.0 driver nvme
run show
exit 0
run plan ssd.yaml
exit 0
out has nvme -> (no driver)
run apply -y ssd.yaml
exit 0
see 0000:01:00.0 driver vfio-pci

release 0000:02:10.0
sh
| sleep 4
see 0000:02:00.0 sriov_numvfs 0
run apply -y both.yaml
exit 0
see 0000:02:10.0 driver vfio-pci
