# One write of such a restore is refused: the VFs after it are not forgotten, and the next restore goes on with them.
facts tests/facts/lab-x86.json
lab no: pawl dies at a chosen write
crash no: it has deaths of its own

file two.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}
file four.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 4, driver: vfio-pci}}

modprobe igbvf
modprobe vfio-pci
run apply -y two.yaml
exit 0
die *02:00.0/sriov_numvfs 2
run apply -y four.yaml
reboot
modprobe igbvf
modprobe vfio-pci
fail *drivers_probe 1
run restore
exit 5
run restore
see 0000:02:10.0 driver vfio-pci
see 0000:02:10.2 driver vfio-pci
