# A rollback from four VFs to two dies at none: after a boot restore brings back the four that stood before it.
facts tests/facts/lab-x86.json
lab no: pawl dies at a chosen write
crash no: it has deaths of its own

file bare2.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2}}
file bare4.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 4}}

modprobe igbvf
modprobe vfio-pci
run apply -y bare2.yaml
exit 0
run apply -y bare4.yaml
exit 0
die *02:00.0/sriov_numvfs 2
run rollback -y
reboot
modprobe igbvf
modprobe vfio-pci
run restore
exit 0
see 0000:02:00.0 sriov_numvfs 4
