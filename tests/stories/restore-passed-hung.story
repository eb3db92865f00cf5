# The write of the other number hangs and the machine is reset: what stood before comes back, not what hung.
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
hang *02:00.0/sriov_numvfs 2
run apply -y four.yaml
exit 5
reboot
modprobe igbvf
modprobe vfio-pci
run restore
exit 0
see 0000:02:00.0 sriov_numvfs 2
see 0000:02:10.0 driver vfio-pci
