# A boot and its restore come between a run and what goes on with it, or takes it back.
facts tests/facts/lab-x86.json
lab no: each death is struck on the twin, at one write

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}
file gone.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     state: absent

# without the restore the host is not as the run has left it; with it, it is
modprobe vfio-pci
die *0000:01:00.0/driver_override
run apply -y --parallel 1 wish.yaml
revive
reboot
modprobe vfio-pci
run restore
exit 0
run resume -y
exit 0
see 0000:01:00.0 driver vfio-pci
run history
out has goes on with the run of
out lacks interrupted
run rollback -y
exit 8
see 0000:02:00.0 sriov_numvfs 0
see 0000:01:00.0 driver nvme

# who says rollback after a boot means the last run that somebody asked for
run apply -y wish.yaml
exit 0
reboot
modprobe vfio-pci
run restore
exit 0
run rollback -y
exit 8
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:10.0 here -
see 0000:01:00.0 driver nvme
run history
out lacks interrupted

# a rollback that died is what is gone on with, after a boot too: nothing of its own comes back
run apply -y wish.yaml
exit 0
die */sriov_numvfs
run rollback -y --parallel 1
revive
reboot
modprobe vfio-pci
run restore
exit 0
err has [run-interrupted]
run resume -y
exit 1
err has the interrupted run was a rollback, of which no plan is kept [not-resumable]
run status
out has `pawl rollback` goes on from there
run rollback -y
exit 8
see 0000:02:00.0 sriov_numvfs 0
see 0000:01:00.0 driver nvme
run history
out lacks interrupted

# a restore that died is told until the next one, and keeps no apply from being gone on with
die *0000:01:00.0/driver_override
run apply -y --parallel 1 wish.yaml
revive
reboot
modprobe vfio-pci
die *driver_override
run restore --parallel 1
revive
run status
out has `pawl restore` goes on from there
out has `pawl resume` goes on from there
run restore
exit 0
run status
out lacks `pawl restore` goes on
run resume -y
exit 0
see 0000:01:00.0 driver vfio-pci
run status
out lacks goes on

# a host given up: nothing of any run is left to do
die */sriov_numvfs
run rollback -y --parallel 1
revive
run apply -y gone.yaml
exit 0
run status
out lacks goes on
run history
out lacks interrupted
