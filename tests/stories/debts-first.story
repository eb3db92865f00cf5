# A debt is paid before all else, so that it is paid also when the rest goes wrong again.
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

fail */sriov_numvfs
run apply -y wish.yaml
exit 5
see 0000:02:00.0 sriov_drivers_autoprobe 1
see 0000:02:00.0 sriov_numvfs 0
run status
exit 0
out has Debts       none
