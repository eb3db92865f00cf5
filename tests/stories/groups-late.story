# On Arm a VF behind an SMMUv3 that no driver has looked at yet is in no group: it gets one of its own with its driver.
facts tests/facts/lab-x86.json
lab arm64
twin no: its VFs have the groups of the machine that its facts are of

modprobe vfio-pci
file bare.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 3, driver: none}}
run apply -y bare.yaml
exit 0
see 0000:02:10.0 driver -
see 0000:02:10.0 iommu_group -

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 3, driver: vfio-pci, groups: [{range: "2", driver: none}]}}
run apply -y wish.yaml
exit 0
out has verified, the host is as wished.
see 0000:02:10.0 driver vfio-pci
see 0000:02:10.2 driver vfio-pci
see 0000:02:10.4 driver -
sh
| cd /sys/bus/pci/devices
| test "$(ls 0000:02:10.0/iommu_group/devices)" = 0000:02:10.0
| test "$(ls 0000:02:10.2/iommu_group/devices)" = 0000:02:10.2
| test ! -e 0000:02:10.4/iommu_group
run plan --detailed-exitcode wish.yaml
exit 0
run rollback -y
exit 8
see 0000:02:10.0 driver -
