# Back to another number of VFs: the kernel makes them anew, and they get what pawl had set on those before.
facts tests/facts/lab-x86.json
lab x86

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
run apply -y one.yaml
exit 0
run apply -y two.yaml
exit 0
see 0000:02:10.0 driver_override none
run rollback -y
exit 8
err lacks made anew
err lacks went away with the VF
see 0000:02:00.0 sriov_numvfs 2
see 0000:02:10.0 driver vfio-pci
see 0000:02:10.2 driver_override none
run plan one.yaml
out has nothing to do

# and back again
run rollback -y
exit 8
see 0000:02:00.0 sriov_numvfs 3
see 0000:02:10.0 driver_override none
see 0000:02:10.0 driver -
see 0000:02:10.4 driver_override none
run plan two.yaml
out has nothing to do

# those of somebody else, on which pawl had set nothing, come as the kernel makes them, and rollback says so
file none.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 0}}
run apply -y none.yaml
exit 0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 1
run apply -y two.yaml
exit 0
run rollback -y
exit 8
err has VFs of 0000:02:00.0 are made anew, 1 of them
see 0000:02:00.0 sriov_numvfs 1
