# A run that begins within the second of another: status tells when it began and ended in whole seconds.
facts tests/facts/lab-x86.json
lab no: it is about the time of two runs alone
crash no: the deaths of other stories fall between the same writes

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}
die */sriov_numvfs 1 after
run apply -y wish.yaml
revive
run apply -y wish.yaml
exit 0
run status
out
| ~ Last run *, began ????-??-??T??:??:??Z
| ~             ended ????-??-??T??:??:??Z: fine
| ~ Debts *
| ~ Locks *
