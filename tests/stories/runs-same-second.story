# Two runs of one plan are two, also within one second: what one has done is not told of the other.
facts tests/facts/lab-x86.json
lab no: the death is struck on the twin, at one write

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}

modprobe vfio-pci
run apply -y wish.yaml
exit 0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 0
die *journal 1
run apply -y wish.yaml
revive
run history
exit 0
out has 7 of 7 steps  fine
out has 0 of 7 steps  died before its first step
run resume -y
exit 0
see 0000:02:00.0 sriov_numvfs 2
