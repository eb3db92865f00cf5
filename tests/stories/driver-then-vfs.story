# A card comes back from vfio-pci and gets VFs in one run: what was done to its driver is not asked about again.
facts tests/facts/lab-x86.json
lab x86

modprobe vfio-pci
file guest.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, driver: vfio-pci}
file host.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, driver: igb, vfs: {count: 2, driver: none}}

run apply -y guest.yaml
exit 0
run apply -y host.yaml
exit 0
see 0000:02:00.0 driver igb
see 0000:02:00.0 sriov_numvfs 2
see 0000:02:10.2 driver_override none
