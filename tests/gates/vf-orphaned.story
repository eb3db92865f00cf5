# The physical function of a disk is removed under its VFs, which nvme leaves behind.
facts tests/facts/lab-x86.json
lab x86
crash no: the physical function is gone after it, and each run anew begins with it

modprobe vfio-pci
write sys/bus/pci/devices/0000:01:00.0/sriov_drivers_autoprobe 0
write sys/bus/pci/devices/0000:01:00.0/sriov_numvfs 2
write sys/bus/pci/devices/0000:01:00.0/remove 1
see 0000:01:00.0 here -
see 0000:01:00.1 here yes

run show
exit 0
out has orphan
err has 0000:01:00.1: it is a virtual function whose physical function, 0000:01:00.0, was removed and left it behind
err has 0000:01:00.2: it is
run show 0000:01:00.1
exit 0
out has orphan of 0000:01:00.0

file disk.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       disk: {select: {pci: "0000:01:00.1"}, driver: vfio-pci, vfs: {count: 1}}
run apply -y disk.yaml
exit 4
err has 0000:01:00.1 is a virtual function whose physical function, 0000:01:00.0, was removed [vf-orphaned]
err lacks above-total
err lacks sriov-missing
see 0000:01:00.1 driver -

# names of what a card is mean no VF, and no orphan either
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {vendor: 0x1b36, class: 0x010802}, vfs: {count: 2, driver: vfio-pci}}
run apply -y wish.yaml
exit 4
err has [device-not-found]
err lacks [vf-orphaned]

# found again it is another one to the kernel, which could make no VF at the old addresses
write sys/bus/pci/rescan 1
see 0000:01:00.0 sriov_numvfs 0
run apply -y wish.yaml
exit 4
err has 0000:01:00.1 is left of the VFs that 0000:01:00.0 had before it was removed: new ones would get its address [vf-orphaned]
see 0000:01:00.0 sriov_numvfs 0

# what the hint says to do helps
write sys/bus/pci/devices/0000:00:04.0/remove 1
see 0000:01:00.1 here -
write sys/bus/pci/rescan 1
run apply -y wish.yaml
exit 0
err lacks left it behind
see 0000:01:00.2 driver vfio-pci
