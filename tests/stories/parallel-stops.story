# Ctrl-C with two devices in hand: both writes are finished, both temporary values put back, then pawl stops.
facts tests/facts/lab-x86.json
lab no: the moment of the signal is the twin's to choose

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 2, driver: none}}

interrupt */0000:01:00.0/sriov_numvfs
run apply -y wish.yaml
exit 5
err has asked to stop: stops at the next safe point, after nic0.vfs numvfs 0 -> 2 (0.0 s so far), ssd0.vfs numvfs 0 -> 2 (0.0 s so far)
err has stopped at a safe point, as asked
see 0000:02:00.0 sriov_numvfs 2
see 0000:01:00.0 sriov_numvfs 2
see 0000:02:00.0 sriov_drivers_autoprobe 1
see 0000:01:00.0 sriov_drivers_autoprobe 1
see 0000:01:00.1 driver_override -
run apply -y wish.yaml
exit 0
see 0000:01:00.2 driver_override none
