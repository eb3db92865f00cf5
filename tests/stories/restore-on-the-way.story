# From two VFs to four the kernel goes through none. A run that dies there has left what nobody wishes for: after a boot
# restore brings back the two that stood before it, and to go on with the run makes the four.
facts tests/facts/lab-x86.json
lab no: pawl dies at a chosen write

file two.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, mac-base: "02:17:02:00:00:00", driver: vfio-pci}}
file four.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 4, mac-base: "02:17:02:00:00:00", driver: vfio-pci}}
file none.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 0}}
file other.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       drive: {select: {pci: "0000:01:00.0"}, vfs: {count: 1}}

modprobe vfio-pci
modprobe igbvf
run apply -y two.yaml
exit 0
die *02:00.0/sriov_numvfs 2
run apply -y four.yaml

# in the same boot nothing was taken away: the run is to be gone on with
revive
run restore
exit 0
out has 0 to create, 0 to change, 0 to delete, 1 to put back
see 0000:02:00.0 sriov_numvfs 0

# what runs beside it meanwhile does not matter
run apply -y other.yaml
exit 0
reboot
modprobe igbvf
modprobe vfio-pci
run restore
exit 0
err has [run-interrupted]
err lacks vfs-held-back
see 0000:02:00.0 sriov_numvfs 2
see 0000:01:00.0 sriov_numvfs 1
see 0000:02:10.0 driver vfio-pci
see 0000:02:10.2 driver vfio-pci
run show -o json 0000:02:10.2
exit 0
out has "mac": "02:17:02:00:00:01"
run restore
exit 0
out has nothing to do

# what restore has set stands as any
reboot
modprobe igbvf
modprobe vfio-pci
run restore
exit 0
see 0000:02:00.0 sriov_numvfs 2
see 0000:02:10.2 driver vfio-pci
run apply -y four.yaml
exit 0
see 0000:02:10.6 driver vfio-pci

# nobody knows how the write of the other number ended, but not well
run apply -y two.yaml
exit 0
die *02:00.0/sriov_numvfs 2
run apply -y four.yaml
reboot
modprobe igbvf
modprobe vfio-pci
run restore
exit 0
see 0000:02:10.2 driver vfio-pci
run rollback -y
exit 0
see 0000:02:00.0 sriov_numvfs 2
see 0000:02:10.2 driver vfio-pci

# who wants none by now gets none
die *02:00.0/sriov_numvfs 2
run apply -y four.yaml
reboot
modprobe igbvf
modprobe vfio-pci
run apply -y none.yaml
exit 0
run restore
exit 0
see 0000:02:00.0 sriov_numvfs 0
