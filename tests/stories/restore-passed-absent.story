# The host is decommissioned in the boot of such a run: nothing comes back.
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
file absent.yaml
| pawl: 1
| hosts:
|   lab-x86: {state: absent}

modprobe igbvf
modprobe vfio-pci
run apply -y two.yaml
exit 0
die *02:00.0/sriov_numvfs 2
run apply -y four.yaml
revive
run apply -y absent.yaml
exit 0
reboot
modprobe igbvf
modprobe vfio-pci
run restore
see 0000:02:00.0 sriov_numvfs 0
