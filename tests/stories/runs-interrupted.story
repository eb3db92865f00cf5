# A run that died is told of until its own wish is done, taken back or replaced: what else runs says nothing of it.
facts tests/facts/lab-x86.json
lab no: each death is struck on the twin, at one write

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}
file other.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 1, driver: none}}
file four.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 4, driver: none}}
file both.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 0}}
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 0}}

# a boot, and the restore after it: the run is gone on with as it was planned, on what came back
modprobe vfio-pci
die *0000:02:10.0/driver_override
run apply -y --parallel 1 wish.yaml
revive
reboot
modprobe vfio-pci
run restore
exit 0
err has and this run does not end that [run-interrupted]
see 0000:02:00.0 sriov_numvfs 2
see 0000:02:10.2 driver_override none
run status
exit 0
out has Interrupted plan
out has died before its end; `pawl resume` goes on from there
run status -o json
out has "does": "restore"
run history
out has died before its end
out has interrupted: `pawl resume` goes on with it
run resume -y
exit 0
see 0000:02:10.2 driver vfio-pci
run status
out lacks Interrupted
out has : fine
run resume
exit 0
err has nothing-to-resume
run rollback -y
exit 8
see 0000:02:00.0 sriov_numvfs 0

# another file for another device, and a rollback of that: the run stays interrupted, and its plan is no more
die *0000:02:10.2/driver_override
run apply -y --parallel 1 wish.yaml
revive
run apply -y other.yaml
exit 0
err has [run-interrupted]
run status
out has Interrupted plan
out has died before its end; `pawl apply` with its configuration goes on from there
out has takes back what it has done
run resume -y
exit 1
err has is kept no more: a later run has begun another one since [plan-lost]
run apply -y other.yaml
exit 0
run history
out has interrupted:
run rollback -y
exit 8
run history
out has interrupted:
run apply -y wish.yaml
exit 0
run history
out lacks interrupted:
run status
out lacks Interrupted
run resume
exit 0
err has nothing-to-resume

# another wish for all that it was about replaces it, also with nothing left to do; a part of one does not
run apply -y both.yaml
exit 0
die *0000:02:10.0/driver_override
run apply -y wish.yaml
revive
run apply -y --target nic0.vf.0 four.yaml
exit 0
run history
out has interrupted:
run apply -y four.yaml
exit 0
run history
out lacks interrupted:
fail */sriov_numvfs
run apply -y both.yaml
exit 1
run status
out has `pawl resume`
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 0
run apply -y four.yaml --target nic0.vf
exit 0
run history
out has interrupted:
run apply -y both.yaml
exit 0
run status
out lacks Interrupted
run resume
err has nothing-to-resume

# and so does taking it back, also with nothing to take back
die */sriov_numvfs 1
run apply -y wish.yaml
revive
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 0
run rollback -y
exit 8
run status
out lacks died
run history
out lacks interrupted:
run resume
exit 0
err has nothing-to-resume
