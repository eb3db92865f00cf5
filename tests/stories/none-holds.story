# none is kept: a driver's module that is loaded later finds no virtual function to take.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

run apply -y wish.yaml
exit 0
modprobe igbvf
write sys/bus/pci/drivers_probe 0000:02:10.0
see 0000:02:10.0 driver -
see 0000:02:10.2 driver -
run plan --detailed-exitcode wish.yaml
exit 0
