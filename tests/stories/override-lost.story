# A VF that is made anew has lost its override: pawl sets it again, and never takes an old one for granted.
facts tests/facts/lab-x86.json
lab x86

modprobe vfio-pci
modprobe igbvf
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

run apply -y wish.yaml
exit 0
see 0000:02:10.0 driver_override none
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 2
see 0000:02:10.0 driver_override -
see 0000:02:10.0 driver igbvf
run plan --detailed-exitcode wish.yaml
exit 2
run apply -y wish.yaml
exit 0
see 0000:02:10.0 driver_override none
see 0000:02:10.0 driver -
see 0000:02:10.2 driver_override none
see 0000:02:10.2 driver -
