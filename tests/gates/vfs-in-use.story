# A VF that a guest has: neither its number nor its driver is changed under it.
facts tests/facts/kunpeng-used.json
lab no: the facts are a Kunpeng server's

write sys/bus/pci/devices/0000:98:00.0/sriov_drivers_autoprobe 0
write sys/bus/pci/devices/0000:98:00.0/sriov_numvfs 3
write sys/bus/pci/devices/0000:98:01.1/driver_override vfio-pci
write sys/bus/pci/drivers_probe 0000:98:01.1
hold 0000:98:01.1 guest

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:98:00.0"}, vfs: {count: 4, driver: none}}

run apply -y wish.yaml
exit 4
err has 0000:98:01.1 (VF 1 of 0000:98:00.0) would go away: it is open in guest [vfs-in-use]
err has hint: stop guest
err lacks [pf-in-use]
see 0000:98:00.0 sriov_numvfs 3

file none.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:98:00.0"}, vfs: {count: 3, driver: none}}
run apply -y none.yaml
exit 4
err has 0000:98:01.1 (VF 1 of 0000:98:00.0) would lose its driver: it is open in guest [vfs-in-use]
see 0000:98:01.1 driver vfio-pci

release 0000:98:01.1
run apply -y none.yaml
exit 0
run apply -y wish.yaml
exit 0
see 0000:98:00.0 sriov_numvfs 4
see 0000:98:01.1 driver -
