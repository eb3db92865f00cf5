# A card is taken off the bus by hand: VFs have no such switch, and what pawl says names what is gone.
facts tests/facts/lab-x86.json
lab x86

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}

run apply -y wish.yaml
exit 0
write sys/bus/pci/devices/0000:02:10.0/remove 1 ENOENT
write sys/bus/pci/devices/0000:02:00.0/remove x EINVAL
write sys/bus/pci/devices/0000:02:00.0/remove 0
see 0000:02:00.0 here yes
write sys/bus/pci/devices/0000:02:00.0/remove 1
see 0000:02:00.0 here -
see 0000:02:10.0 here -
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 0 ENOENT

run apply -y wish.yaml
exit 4
err has no PCI function has pci "0000:02:00.0"
err has [device-not-found]

# found again it is as after a boot, and the same wish makes it whole
write sys/bus/pci/rescan x EINVAL
write sys/bus/pci/rescan 1
see 0000:02:00.0 driver igb
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 iommu_group 8
run apply -y wish.yaml
exit 0
see 0000:02:10.2 driver vfio-pci

# the port above goes, with all that is below it
write sys/bus/pci/devices/0000:00:05.0/remove 1
see 0000:02:00.0 here -
see 0000:02:10.2 here -
see 0000:01:00.0 here yes
write sys/bus/pci/rescan 1
see 0000:00:05.0 driver pcieport
see 0000:02:00.0 driver igb
run apply -y wish.yaml
exit 0
