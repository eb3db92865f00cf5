# Who wants no VFs, and says so in the boot of a run that died on its way to others, gets none after the next boot
# either.
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
file none.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 0}}

modprobe igbvf
modprobe vfio-pci
run apply -y two.yaml
exit 0
die *02:00.0/sriov_numvfs 2
run apply -y four.yaml
revive
run apply -y none.yaml
exit 0
run assert none.yaml
exit 0
run status
out lacks nterrupted
reboot
modprobe igbvf
modprobe vfio-pci
run restore
see 0000:02:00.0 sriov_numvfs 0
