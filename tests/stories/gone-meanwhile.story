# A card is taken off the bus in the middle of a run: pawl stops, says what is gone, and leaves no half-made record.
facts tests/facts/lab-x86.json
lab no: the moment is the twin's to choose; hot-removal does the same between two runs

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}

# before its first write
meanwhile */sriov_drivers_autoprobe write sys/bus/pci/devices/0000:02:00.0/remove 1
run apply -y wish.yaml
exit 1
err has 0000:02:00.0 is no longer on the PCI bus [device-gone]
err lacks [not-taken]
err lacks [left-temporary]
see 0000:02:00.0 here -
run status
exit 0
out lacks Locks       device
write sys/bus/pci/rescan 1

# before its VFs are made: the temporary value went with it
meanwhile */sriov_numvfs write sys/bus/pci/devices/0000:02:00.0/remove 1
run apply -y wish.yaml
exit 5
err has 0000:02:00.0 is no longer on the PCI bus [device-gone]
err lacks [not-as-planned]
err lacks [left-temporary]
run status
exit 0
write sys/bus/pci/rescan 1
see 0000:02:00.0 sriov_drivers_autoprobe 1

# when its VFs are there and get their driver
meanwhile */0000:02:10.2/driver_override write sys/bus/pci/devices/0000:02:00.0/remove 1
run apply -y wish.yaml
exit 5
err has 0000:02:10.2 is no longer on the PCI bus [device-gone]
run status
exit 0
write sys/bus/pci/rescan 1
run apply -y wish.yaml
exit 0
see 0000:02:10.0 driver vfio-pci
see 0000:02:10.2 driver vfio-pci
run status
exit 0
out has Debts       none
