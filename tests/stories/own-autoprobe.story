# Autoprobe was switched off by the operator: it is neither switched on nor off.
facts tests/facts/lab-x86.json
lab x86

write sys/bus/pci/devices/0000:02:00.0/sriov_drivers_autoprobe 0
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

run apply -y wish.yaml
exit 0
out lacks autoprobe
see 0000:02:00.0 sriov_drivers_autoprobe 0
see 0000:02:00.0 sriov_numvfs 2
