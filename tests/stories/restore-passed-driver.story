# The card itself is given to vfio-pci in the boot of such a run: restore gives it back, and asks it for no VFs.
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
file pf.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, driver: vfio-pci}

modprobe igbvf
modprobe vfio-pci
run apply -y two.yaml
exit 0
die *02:00.0/sriov_numvfs 2
run apply -y four.yaml
revive
run apply -y pf.yaml
exit 0
see 0000:02:00.0 driver vfio-pci
reboot
modprobe igbvf
modprobe vfio-pci
run restore
see 0000:02:00.0 driver vfio-pci
exit 0
