# A part of a wish that died is gone on with by the same part, whatever ran in between.
facts tests/facts/lab-x86.json
lab no: each death is struck on the twin, at one write

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}

# another part: it takes the place of the kept plan, and the first part is applied again
modprobe vfio-pci
run plan --target ssd0 -o json wish.yaml
die *0000:02:10.2/driver_override
run apply -y --parallel 1 --target nic0 wish.yaml
revive
run apply -y --target ssd0 wish.yaml
exit 0
run status
exit 0
out has `pawl apply` with its configuration goes on from there
run apply -y --target nic0 wish.yaml
exit 0
see 0000:02:10.2 driver vfio-pci
run status
exit 0
out lacks Interrupted

# a rollback of another run takes no plan away: resume ends it
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 0
die *0000:02:10.2/driver_override
run apply -y --parallel 1 --target nic0 wish.yaml
revive
run rollback -y @PLAN@
exit 8
see 0000:01:00.0 driver nvme
run status
exit 0
out has `pawl resume` goes on from there
run resume -y
exit 0
see 0000:02:10.2 driver vfio-pci
run history
exit 0
out lacks interrupted
