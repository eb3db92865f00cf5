# After the boot somebody makes the VFs, and an apply says that no boot brings their drivers back: none does.
facts tests/facts/lab-x86.json
lab no: pawl dies at a chosen write
crash no: it has a death of its own

file two.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, mac-base: "02:17:02:00:00:00", driver: vfio-pci}}
file four.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 4, mac-base: "02:17:02:00:00:00", driver: vfio-pci}}
file none.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 0}}
file bare2.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2}}
file bare4.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 4}}

modprobe vfio-pci
modprobe igbvf
file nd.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}
file tv.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}
run apply -y tv.yaml
exit 0
die *02:00.0/sriov_numvfs 2
run apply -y four.yaml
reboot
modprobe igbvf
modprobe vfio-pci
write sys/bus/pci/devices/0000:02:00.0/sriov_drivers_autoprobe 0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 2
write sys/bus/pci/devices/0000:02:10.0/driver_override none
write sys/bus/pci/devices/0000:02:10.2/driver_override none
run apply -y nd.yaml
exit 0
err has no boot brings it back
run assert nd.yaml
exit 0
run restore
err lacks changed-since
reboot
modprobe igbvf
modprobe vfio-pci
run restore
see 0000:02:00.0 sriov_numvfs 2
see 0000:02:10.2 driver_override -
