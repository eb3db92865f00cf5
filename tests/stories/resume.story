# The run that was interrupted goes on as it was planned: with no file, and with no more than was planned.
facts tests/facts/lab-x86.json
lab no: each death is struck on the twin, at one write; resume-killed plays one on a real kernel

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         driver: vfio-pci
file none.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 0}}
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: nvme}

modprobe vfio-pci
run resume
exit 0
err has no run was interrupted: there is nothing to go on with [nothing-to-resume]

die *0000:01:00.0/driver_override
run apply -y --parallel 1 wish.yaml
revive
see 0000:02:00.0 sriov_numvfs 2
see 0000:01:00.0 driver nvme
run status
out has died before its end; `pawl resume` goes on from there

# the file is another one by now: the plan is what was begun
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 7}}
run resume
exit 64
out has 3 steps on 1 device
out lacks numvfs
err has say -y
run resume -y
exit 0
out has 3 of 3 steps done: verified, the host is as wished.
see 0000:02:00.0 sriov_numvfs 2
see 0000:01:00.0 driver vfio-pci
run history
out has goes on with the run of
run resume -y
exit 0
err has nothing-to-resume
run rollback -y
exit 8
see 0000:02:00.0 sriov_numvfs 0
see 0000:01:00.0 driver nvme

# one that stopped is gone on with too; and in the middle of a device, with new VFs that had no address before
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
fail *0000:02:10.2/driver_override
run apply -y --parallel 1 wish.yaml
exit 5
run resume -y
exit 0
see 0000:02:10.0 driver vfio-pci
see 0000:02:10.2 driver vfio-pci

# what somebody else has changed meanwhile is not what was planned
run apply -y none.yaml
exit 0
die *0000:02:10.0/driver_override
run apply -y wish.yaml
revive
write sys/bus/pci/devices/0000:02:10.0/driver_override other
run resume -y
exit 6
err has error: 0000:02:10.0: its driver_override is other, and the interrupted run has not set that [stale-plan]
err has cannot be gone on with
see 0000:02:10.0 driver_override other
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 4
run resume -y
exit 6
err has error: 0000:02:00.0: its sriov_numvfs was 0 when the plan was saved, and is 4 now [stale-plan]
see 0000:02:00.0 sriov_numvfs 4
run apply -y none.yaml
exit 0
run resume
exit 0
err has nothing-to-resume

# its plan must be what the journal says it is
die */sriov_numvfs
run apply -y wish.yaml
revive
put var/lib/pawl/plan
| {"plan_id": "0123"}
run resume -y
exit 1
err has the plan of the interrupted run of
err has is not the one that is kept there [plan-lost]
put var/lib/pawl/plan
run resume -y
exit 1
err has cannot be read [plan-lost]
run apply -y wish.yaml
exit 0

# a later run has kept its plan, and died before it began anything: that one is gone on with
run apply -y none.yaml
exit 0
fail *0000:02:10.0/driver_override
run apply -y wish.yaml
exit 5
err has `pawl resume` goes on from here
die var/lib/pawl/journal
run apply -y none.yaml
revive
see 0000:02:00.0 sriov_numvfs 2
run resume
exit 64
err has was interrupted before its first step [never-begun]
run resume -y
exit 0
err has [never-begun]
see 0000:02:00.0 sriov_numvfs 0
run resume
exit 0
err has nothing-to-resume
run apply -y wish.yaml
exit 0

# of a rollback no plan is kept
die */sriov_numvfs
run rollback -y
revive
run resume -y
exit 1
err has the interrupted run was a rollback, of which no plan is kept [not-resumable]
run status
out has died before its end; `pawl rollback` goes on from there
run rollback -y
exit 8
see 0000:02:00.0 sriov_numvfs 0
