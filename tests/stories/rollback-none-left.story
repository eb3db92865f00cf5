# A run has taken VFs away, and a boot leaves none either: its rollback brings them back with what pawl had set on them.
facts tests/facts/lab-x86.json
lab no: the lab's machine is not booted twice in a story
crash no: it has a death of its own

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

# from two through none to four, and it dies at none
modprobe vfio-pci
run apply -y two.yaml
exit 0
die *sriov_drivers_autoprobe
run apply -y four.yaml
revive
see 0000:02:00.0 sriov_numvfs 0
reboot
modprobe vfio-pci
run rollback -y
exit 8
err lacks stays
see 0000:02:00.0 sriov_numvfs 2
run plan two.yaml
out has nothing to do

# none were wished for, and that is taken back
run apply -y none.yaml
exit 0
reboot
modprobe vfio-pci
run rollback -y
exit 8
run plan two.yaml
out has nothing to do

# VFs that somebody makes after the boot are theirs
run apply -y none.yaml
exit 0
reboot
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 3
run rollback -y
err has [changed-since]
see 0000:02:00.0 sriov_numvfs 3
