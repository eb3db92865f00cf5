# Ctrl-C in the middle: the step in hand is finished, the temporary value is put back, then pawl stops.
facts tests/facts/lab-x86.json
lab no: the moment of the signal is the twin's to choose

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

interrupt */sriov_numvfs
run apply -y wish.yaml
exit 5
err has stopped at a safe point, as asked
see 0000:02:00.0 sriov_drivers_autoprobe 1
run apply -y wish.yaml
exit 0
see 0000:02:00.0 sriov_numvfs 2
see 0000:02:10.2 driver_override none
