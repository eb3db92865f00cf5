# No access control services on the way: two cards and all their VFs are in one IOMMU group.
facts tests/facts/lab-x86-no-acs.json
lab x86-no-acs

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86-no-acs:
|     devices:
|       nic0: {select: {pci: "0000:04:00.0"}, vfs: {count: 2, driver: vfio-pci}}
|       ssd0: {select: {pci: "0000:03:00.0"}, vfs: {count: 2, driver: vfio-pci}}

see 0000:04:00.0 iommu_group 4
run apply -y --allow=group-not-whole wish.yaml
exit 0
see 0000:04:10.0 iommu_group 4
see 0000:04:10.2 iommu_group 4
see 0000:03:00.1 iommu_group 4
see 0000:04:10.2 driver vfio-pci
see 0000:03:00.2 driver vfio-pci
sh
| test "$(ls /sys/kernel/iommu_groups/4/devices | wc -l)" = 10
| test "$(ls /dev/vfio)" = "4
| vfio"

# they leave the group with the switch and the cards in it
write sys/bus/pci/devices/0000:04:00.0/sriov_numvfs 0
write sys/bus/pci/devices/0000:03:00.0/sriov_numvfs 0
see 0000:04:00.0 iommu_group 4
write sys/bus/pci/devices/0000:04:00.0/sriov_numvfs 1
see 0000:04:10.0 iommu_group 4
