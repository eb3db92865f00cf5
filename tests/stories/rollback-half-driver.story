# Half a rollback, or half an apply of another driver, and then an apply again: no function is left with a driver that
# its override does not name.
facts tests/facts/lab-x86.json
lab no: pawl dies at chosen writes

file handed.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}
file own.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: nvme}

modprobe vfio-pci
run apply -y own.yaml
exit 0
run apply -y handed.yaml
exit 0
die *driver*
run rollback -y
revive
run apply -y handed.yaml
exit 0
see 0000:01:00.0 driver vfio-pci
see 0000:01:00.0 driver_override vfio-pci
run apply -y own.yaml
exit 0
run apply -y handed.yaml
exit 0
die *driver* 2
run rollback -y
revive
run apply -y handed.yaml
exit 0
see 0000:01:00.0 driver vfio-pci
see 0000:01:00.0 driver_override vfio-pci
run apply -y own.yaml
exit 0
run apply -y handed.yaml
exit 0
die *driver* 3
run rollback -y
revive
run apply -y handed.yaml
exit 0
see 0000:01:00.0 driver vfio-pci
see 0000:01:00.0 driver_override vfio-pci
run apply -y own.yaml
exit 0

# the override of what was to come next is there, and its driver is not
die *driver* 2
run apply -y handed.yaml
revive
see 0000:01:00.0 driver nvme
see 0000:01:00.0 driver_override vfio-pci
run apply -y own.yaml
exit 0
see 0000:01:00.0 driver nvme
see 0000:01:00.0 driver_override nvme
reboot
modprobe vfio-pci
run restore
exit 0
see 0000:01:00.0 driver nvme
