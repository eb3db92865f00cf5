# A restore of VFs that a run had passed through none dies after their number: to run it again gives them the rest.
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
die *driver_override 2
run restore
revive
run restore
exit 0
see 0000:02:10.0 driver vfio-pci
# it says "nothing to do", and VF 1 has no driver and no override
see 0000:02:10.2 driver vfio-pci
