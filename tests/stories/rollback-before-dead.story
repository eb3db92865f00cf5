# A run that died on its way is taken back by a boot and a restore: so can be the run before it.
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
run plan two.yaml -o json
run apply -y two.yaml
exit 0
die *02:00.0/sriov_numvfs 2
run apply -y four.yaml
reboot
modprobe igbvf
modprobe vfio-pci
run restore
exit 0
run rollback -y
exit 0
see 0000:02:00.0 sriov_numvfs 2
# nothing of the dead run stands any more
run rollback -y @PLAN@
err lacks has set it since
exit 8
see 0000:02:00.0 sriov_numvfs 0
