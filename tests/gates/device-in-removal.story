# A device that selects a VF which the same wish removes.
facts tests/facts/lab-x86.json
lab x86

write sys/bus/pci/devices/0000:02:00.0/sriov_drivers_autoprobe 0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 2

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 0}
|       port:
|         select: {pci: "0000:02:10.2"}
|         driver: vfio-pci

run apply -y wish.yaml
exit 4
err has 0000:02:10.2 is VF 1 of 0000:02:00.0, which the same wish removes (nic0.vfs) [device-in-removal]
see 0000:02:00.0 sriov_numvfs 2
