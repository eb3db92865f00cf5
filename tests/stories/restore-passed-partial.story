# VFs that a run had made, and not yet given their drivers, are passed through none: they come back held back.
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
die *driver_override 1
run apply -y two.yaml
revive
see 0000:02:10.0 driver -
die *02:00.0/sriov_numvfs 2
run apply -y four.yaml
reboot
modprobe igbvf
modprobe vfio-pci
run restore
err has [vfs-held-back]
see 0000:02:10.0 driver -
see 0000:02:10.2 driver -
see 0000:02:10.2 driver_override none
