# The number that is wished for is made by hand and applied after such a run: no restore goes back to the one before.
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
run restore
exit 0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 4
run apply -y four.yaml
exit 0
run assert four.yaml
exit 0
reboot
modprobe igbvf
modprobe vfio-pci
# somebody has made them, so they do not come back, and that is told: two, which nobody wished for since, are not made
run restore
see 0000:02:00.0 sriov_numvfs 0
