# Somebody makes the same number of VFs while pawl asks the gates once more: that is seen, and not written again.
facts tests/facts/lab-x86.json
lab no: somebody writes at a chosen moment
crash no: somebody writes at a chosen moment

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:01:00.0"}, vfs: {count: 2}}
|       ssd0: {select: {pci: "0000:02:00.0"}, vfs: {count: 1, driver: none}}

meanwhile */0000:02:00.0/sriov_drivers_autoprobe write sys/bus/pci/devices/0000:01:00.0/sriov_numvfs 2
run apply -y wish.yaml
exit 0
see 0000:01:00.0 sriov_numvfs 2
