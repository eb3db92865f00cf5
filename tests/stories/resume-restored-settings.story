# What a restore has made again is not held against the run: its VFs have settings that the run was still to set.
facts tests/facts/lab-x86.json
lab no: the death is struck on the twin, at one line of the journal

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 2, mac-base: "02:17:02:00:00:00", driver: vfio-pci}

# after the number of VFs, before the first MAC
modprobe vfio-pci
die *journal 7
run apply -y wish.yaml
revive
reboot
modprobe vfio-pci
run restore
exit 0
see 0000:02:00.0 sriov_numvfs 2
run resume -y
exit 0
err lacks never-begun
see 0000:02:10.0 driver vfio-pci
see 0000:02:10.2 driver vfio-pci
run history
exit 0
out lacks interrupted

# half of it was done: the journal has the restore's lines since, and the ledger still knows
run rollback -y
exit 8
die *0000:02:10.2/driver_override
run apply -y --parallel 1 wish.yaml
revive
reboot
modprobe vfio-pci
run restore
exit 0
run status
exit 0
out has 5 of 9 steps done
run resume -y
exit 0
err lacks never-begun
see 0000:02:10.2 driver vfio-pci

# one that died before the journal's first line of it is the one that never began
run rollback -y
exit 8
die *journal 1
run apply -y wish.yaml
revive
run resume -y
exit 0
err has was interrupted before its first step [never-begun]
