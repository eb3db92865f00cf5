# No plan is gone on with but that of the run begun last, or of the same wish.
facts tests/facts/lab-x86.json
lab no: each death is struck on the twin, at one write

file a.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}
file b.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 2, driver: none}}
file c.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}

# b died before its plan was kept: the plan there is a's
modprobe vfio-pci
fail *driver_override
run apply -y a.yaml
die *plan 1
run apply -y b.yaml
revive
reboot
modprobe vfio-pci
run status
out has died before its first step
out has 0 of
run resume -y
exit 1
err has was not kept before it died: nothing of it was done [plan-lost]
see 0000:01:00.0 driver nvme
run apply -y b.yaml
exit 0
run status
out lacks Interrupted
run resume
err has nothing-to-resume
run rollback -y
exit 8

# the same wish again, and no room for its plan: the one that is kept does no less
fail *0000:02:10.2/driver_override
run apply -y c.yaml
exit 5
fail *plan 1 ENOSPC
run apply -y c.yaml
exit 1
err has [plan-unwritable]
run status
out has died before its first step; `pawl resume` goes on from there
run resume -y
exit 0
see 0000:02:10.2 driver vfio-pci
see 0000:01:00.0 driver vfio-pci
run status
out lacks Interrupted
run rollback -y
exit 8
see 0000:02:00.0 sriov_numvfs 0
see 0000:01:00.0 driver nvme

# a rollback that died before the journal's first line of it is what is gone on with
fail *0000:02:10.2/driver_override
run apply -y c.yaml
exit 5
die *journal 1
run rollback -y
revive
run history
out has 0 of 4 steps  died before its first step
run status
out has died before its first step; `pawl rollback` goes on from there
run resume -y
exit 1
err has [not-resumable]
run rollback -y
exit 8
see 0000:02:00.0 sriov_numvfs 0
see 0000:01:00.0 driver nvme
run status
out lacks Interrupted

# after another run `pawl rollback` alone is of that one: who is to finish a dead one names what it takes back
file m.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 3, driver: none}}
file n.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 1, driver: none}}
run plan -o json m.yaml
run apply -y m.yaml
exit 0
die */sriov_numvfs
run rollback -y
revive
run apply -y n.yaml
exit 0
run status
out has `pawl rollback d4172c90` goes on from there
run rollback -y @PLAN@
exit 8
run status
out lacks goes on from there
see 0000:01:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_numvfs 1

# without the ledger nobody knows what the run has set: the plan is not gone on with
fail *0000:02:10.2/driver_override
run apply -y c.yaml
exit 5
put var/lib/pawl/ledger
run status
out has stopped part-way; `pawl apply` with its configuration goes on from there
run resume -y
exit 1
err has the ledger does not tell what the interrupted run has set [not-resumable]
run apply -y c.yaml
exit 0
run status
out lacks goes on from there
