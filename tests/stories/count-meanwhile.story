# Somebody else writes the same count right before pawl: the kernel leaves it as it is, and so all is as wished.
facts tests/facts/lab-x86.json
lab no: the moment is the twin's to choose
crash no: it has a fault of its own

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2}}

meanwhile */sriov_numvfs write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 2
run apply -y wish.yaml
exit 0
see 0000:02:00.0 sriov_numvfs 2
run assert wish.yaml
exit 0
