# The process dies while autoprobe is off: status says what it owes, the next run pays first.
facts tests/facts/lab-x86.json
lab no: the moment of death is the twin's to choose

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

die */sriov_numvfs
run apply -y wish.yaml
revive
see 0000:02:00.0 sriov_drivers_autoprobe 0

run status
exit 0
out has autoprobe
run plan wish.yaml
exit 0
out has autoprobe  0 -> 1
run apply -y wish.yaml
exit 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
see 0000:02:00.0 sriov_numvfs 2
