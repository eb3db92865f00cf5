# Somebody makes the VFs first: nothing is held back for VFs that are there, so autoprobe stays as it is.
facts tests/facts/lab-x86.json
lab no: the moment is the twin's to choose

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 2, driver: none}}
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

meanwhile */0000:01:00.0/sriov_numvfs write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 2
run apply -y --parallel 1 -o json wish.yaml
exit 0
out has "result": "needless"
see 0000:02:00.0 sriov_drivers_autoprobe 1
see 0000:02:10.2 driver_override none
