# The journal's disk is full: what cannot be noted is not written, and the next run puts right what was begun.
facts tests/facts/lab-x86.json
lab no: the moment is the twin's to choose

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

fail */journal 1 ENOSPC
run apply -y wish.yaml
exit 1
err has var/lib/pawl/journal: No space left on device
err has [journal-unwritable]
see 0000:02:00.0 sriov_drivers_autoprobe 1

# the second line announces that autoprobe goes off
fail */journal 2 ENOSPC
run apply -y wish.yaml
exit 1
err has [journal-unwritable]
see 0000:02:00.0 sriov_drivers_autoprobe 1
see 0000:02:00.0 sriov_numvfs 0

# the third says that it went off: no line, no further write, and a debt that the next run pays
fail */journal 3 ENOSPC
run apply -y wish.yaml
exit 5
err has [journal-unwritable]
see 0000:02:00.0 sriov_drivers_autoprobe 0
see 0000:02:00.0 sriov_numvfs 0
run status
exit 0
out has autoprobe of 0000:02:00.0 was left at 0, must be 1

# the seventh says that autoprobe is on again: nobody has lost anything by then
fail */journal 7 ENOSPC
run apply -y wish.yaml
exit 5
run apply -y wish.yaml
exit 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
see 0000:02:00.0 sriov_numvfs 2
see 0000:02:10.2 driver_override none
