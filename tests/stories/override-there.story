# The override is already the wished one while another driver has the function: that one still has to go.
facts tests/facts/lab-x86.json
lab x86

modprobe vfio-pci
write sys/bus/pci/devices/0000:01:00.0/driver_override vfio-pci
see 0000:01:00.0 driver nvme
file guest.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}
file none.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: none}

run apply -y guest.yaml
exit 0
see 0000:01:00.0 driver vfio-pci
write sys/bus/pci/devices/0000:01:00.0/driver_override none
run apply -y none.yaml
exit 0
see 0000:01:00.0 driver -
see 0000:01:00.0 driver_override none
