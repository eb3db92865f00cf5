# Somebody binds a virtual function by hand: the plan shows it, and apply puts it right.
facts tests/facts/lab-x86.json
lab x86

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

run apply -y wish.yaml
exit 0
write sys/bus/pci/devices/0000:02:10.2/driver_override vfio-pci
write sys/bus/pci/drivers_probe 0000:02:10.2
see 0000:02:10.2 driver vfio-pci

run plan --detailed-exitcode wish.yaml
exit 2
out has nic0.vf.1
out has vfio-pci -> none
out lacks nic0.vf.0
run apply -y wish.yaml
exit 0
see 0000:02:10.2 driver -
see 0000:02:10.2 driver_override none
