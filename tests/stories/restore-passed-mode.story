# A run that changes the number of VFs and the mode of their switch dies at none: what comes back comes in the mode that
# stood before, and stays so.
facts tests/facts/switches.json
lab no: pawl dies at a chosen write
crash no: it has a death of its own

file two.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       ice: {select: {pci: "0000:31:00.0"}, eswitch: switchdev, vfs: {count: 2, driver: vfio-pci}}
file three.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       ice: {select: {pci: "0000:31:00.0"}, eswitch: legacy, vfs: {count: 3, driver: vfio-pci}}

modprobe vfio-pci
run apply -y two.yaml
exit 0
die *31:00.0/sriov_numvfs 2
run apply -y three.yaml
reboot
modprobe vfio-pci
run restore
exit 0
see 0000:31:00.0 sriov_numvfs 2
# as it stood before the run: nobody has ever wished for two in legacy mode
run assert two.yaml
exit 0

reboot
modprobe vfio-pci
run restore
exit 0
run assert two.yaml
exit 0
