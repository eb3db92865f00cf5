# The run that goes on with a dead one hangs in that write, and the machine is reset: what stood before both comes back.
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
revive
hang *02:00.0/sriov_numvfs 1
run resume -y
exit 5
reboot
modprobe igbvf
modprobe vfio-pci
run restore
# not igbvf, and two of vfio-pci as they stood before
see 0000:02:10.0 driver vfio-pci
see 0000:02:00.0 sriov_numvfs 2
