# A driver that the driver_override in place would not let bind is not planned: the function stays as it is.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         driver: vfio-pci

modprobe vfio-pci
run apply -y wish.yaml
exit 0
write sys/bus/pci/devices/0000:01:00.0/driver_override pci-stub
run rollback -y
exit 0
out has nothing to do
err has override of 0000:01:00.0 is "pci-stub"; pawl had set "vfio-pci", so this is somebody else's and stays
err has driver of 0000:01:00.0 stays "vfio-pci": its driver_override "pci-stub", which stays too, lets nvme not bind it [not-taken-back]
see 0000:01:00.0 driver vfio-pci

# once it lets it, the driver goes back
write sys/bus/pci/devices/0000:01:00.0/driver_override nvme
run rollback -y
exit 8
see 0000:01:00.0 driver nvme
see 0000:01:00.0 driver_override nvme
