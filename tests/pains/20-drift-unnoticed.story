# Somebody gave a VF to a guest by hand at night. The operator had said "Succeeded" in the evening and looked again at its
# next restart (sriov-network-operator#530): drift was found when the VF was missing. A timer with `assert` finds it at once.
facts tests/facts/lab-x86.json
lab x86

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

run apply -y wish.yaml
exit 0
write sys/bus/pci/devices/0000:02:10.2/driver_override vfio-pci
write sys/bus/pci/drivers_probe 0000:02:10.2
see 0000:02:10.2 driver vfio-pci

run assert wish.yaml
exit 2
out has nic0.vf.1  driver: none wanted, vfio-pci found (wish.yaml:5:69)
run status
exit 0
run plan --detailed-exitcode wish.yaml
exit 2
out has nic0.vf.1
out has vfio-pci -> none
out lacks nic0.vf.0
run apply -y wish.yaml
exit 0
see 0000:02:10.2 driver -
see 0000:02:10.2 driver_override none
run assert wish.yaml
exit 0

# it is not seen by the driver alone: who only forgot to clear what decides at the next probe has drifted too
write sys/bus/pci/devices/0000:02:10.0/driver_override vfio-pci
see 0000:02:10.0 driver -
run assert wish.yaml
exit 2
out has nic0.vf.0
write sys/bus/pci/devices/0000:02:10.0/driver_override none

# nor by the number alone: the same number of VFs, but other ones, made anew
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 2
run assert wish.yaml
exit 2
out has nic0.vf.[0-1]
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 0
run assert wish.yaml
exit 2
out has nic0.vfs
out has count: 2 wanted, 0 found

# the card as a whole is gone: that is told as what it is, and is no success
write sys/bus/pci/devices/0000:02:00.0/remove 1
run assert wish.yaml
exit 2
out has nic0  select: no function has pci
write sys/bus/pci/rescan 1
run apply -y wish.yaml
exit 0
run assert wish.yaml
exit 0
