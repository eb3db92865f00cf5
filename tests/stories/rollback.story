# What a run has changed is taken back, where it still stands.
facts tests/facts/lab-x86.json
lab x86

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

file more.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 0}

modprobe vfio-pci
run rollback -y
exit 1
err has no run is known here: there is nothing to take back [no-run]

run apply -y wish.yaml
exit 0
run rollback nonsense
exit 64
err has no run began at "nonsense"

# shown, and nothing done without a word
run rollback
exit 64
out has nic0.vfs  numvfs    2 -> 0
out has why      the run of plan
out has nic0  0000:02:00.0
out has ssd0  0000:01:00.0
out has 0 to create, 1 to change, 1 to delete
out has 0000:01:00.0 loses its driver
err has say -y
see 0000:02:00.0 sriov_numvfs 2
run rollback -o json
exit 64
out has "delete": 1

run rollback -y
exit 8
out has verified, the run is taken back
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
see 0000:01:00.0 driver nvme
see 0000:01:00.0 driver_override -
run plan --detailed-exitcode wish.yaml
exit 2
run history
exit 0
out has has taken a run back
out has taken back by the run of

# the last run is a rollback now: it is taken back like any other
run rollback -y
exit 8
see 0000:02:00.0 sriov_numvfs 2
see 0000:01:00.0 driver vfio-pci
see 0000:01:00.0 driver_override vfio-pci
err lacks went away with the VF
see 0000:02:10.2 driver vfio-pci
run rollback -y
exit 8

# what somebody else has made since is theirs
run apply -y wish.yaml
exit 0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 3
run rollback -y
exit 8
err has numvfs of 0000:02:00.0 is "3"; pawl had set "2", so this is somebody else's and stays [changed-since]
see 0000:02:00.0 sriov_numvfs 3
see 0000:01:00.0 driver nvme
