# Somebody sets, between the plan and its first write, what was to be set for the moment only: it stays as it is theirs.
facts tests/facts/lab-x86.json
lab no: in the lab nobody can write between two of pawl's own operations

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

run plan wish.yaml
out has autoprobe  1 -> 0
meanwhile */journal write sys/bus/pci/devices/0000:02:00.0/sriov_drivers_autoprobe 0
run apply -y wish.yaml
exit 0
see 0000:02:00.0 sriov_numvfs 2
see 0000:02:00.0 sriov_drivers_autoprobe 0
