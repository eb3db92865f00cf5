# Sixty VFs were asked for, the write returned, and the next task did not find them (nmstate#1704, #2366), or bound them
# before they had their interface (sriov-network-operator#233). When pawl says done each VF is there and has what was wished.
facts tests/facts/lab-x86.json
lab x86

modprobe igbvf
modprobe vfio-pci
file all.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 7, driver: igbvf, groups: [{range: "3-6", driver: vfio-pci}]}}
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 4, driver: vfio-pci}}
file none.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 0}}
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 0}}

run apply -y all.yaml
exit 0
sh
| for n in 0 1 2; do ls /sys/bus/pci/devices/0000:02:00.0/virtfn$n/net/ | grep -q .; done
| for n in 3 4 5 6; do test "$(basename "$(readlink /sys/bus/pci/devices/0000:02:00.0/virtfn$n/driver)")" = vfio-pci; done
| for n in 3 4 5 6; do test -e /dev/vfio/$(basename "$(readlink /sys/bus/pci/devices/0000:02:00.0/virtfn$n/iommu_group)"); done
see 0000:02:10.0 driver igbvf
see 0000:02:10.4 driver igbvf
see 0000:02:10.6 driver vfio-pci
see 0000:02:11.4 driver vfio-pci
see 0000:01:00.4 driver vfio-pci
run assert all.yaml
exit 0

# at once away and at once again, as a pipeline does
run apply -y none.yaml
exit 0
see 0000:02:10.0 here -
run apply -y all.yaml
exit 0
see 0000:02:11.4 driver vfio-pci
run assert all.yaml
exit 0
