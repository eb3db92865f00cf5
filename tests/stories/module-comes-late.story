# The uevent of a new VF loads its module: that may be there only when autoprobe is back. No VF whose driver is
# wished is without its override then.
facts tests/facts/lab-x86.json
lab x86
crash no: the module comes at one write

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 4, groups: [{range: "0-1", driver: none}, {range: "2-3", driver: vfio-pci}]}

modprobe vfio-pci
meanwhile */0000:02:10.0/driver_override modprobe igbvf
run apply -y wish.yaml
exit 0
see 0000:02:10.0 driver -
see 0000:02:10.2 driver -
see 0000:02:10.4 driver vfio-pci
see 0000:02:10.6 driver vfio-pci
see 0000:02:00.0 sriov_drivers_autoprobe 1
