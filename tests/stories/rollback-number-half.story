# A rollback to another number of VFs dies: the next one goes on with it, until the VFs have all that they had before.
facts tests/facts/lab-x86.json
lab no: pawl dies at chosen writes
file one.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, mac-base: "02:17:02:00:00:00", groups: [{range: "0", driver: vfio-pci}, {range: "1", driver: none}]}}

file two.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 3, driver: none}}

modprobe vfio-pci
modprobe igbvf
run apply -y one.yaml
exit 0
run apply -y two.yaml
exit 0
die *driver_override
run rollback -y
revive
run rollback -y
exit 8
run plan one.yaml
out has nothing to do
run apply -y two.yaml
exit 0
die *sriov_numvfs 2
run rollback -y
revive
run rollback -y
exit 8
run plan one.yaml
out has nothing to do
run apply -y two.yaml
exit 0
die *driver_override
run rollback -y
reboot
modprobe igbvf
modprobe vfio-pci
run restore
exit 0
err has [vfs-held-back]
see 0000:02:10.2 driver -
see 0000:02:10.2 driver_override none
run rollback -y
exit 8
run plan one.yaml
out has nothing to do
