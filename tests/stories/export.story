# What was made by hand and by pawl becomes configuration; a plan of it is empty.
facts tests/facts/lab-x86.json
lab x86

# nothing is there that the next boot would not bring as well
run export
exit 0
out
| pawl: 1
| hosts:
|   lab-x86: {}

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs:
|           count: 4
|           groups:
|             - {range: "0,2", driver: vfio-pci}
|             - {range: "1", driver: none}
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 2, driver: none}}
run apply -y wish.yaml
exit 0

run export --out live.yaml
exit 0
run validate live.yaml
exit 0
run plan --detailed-exitcode live.yaml
exit 0
out has nothing to do, the host is as wished
run assert live.yaml
exit 0
run export
exit 0
out has       pci: "0000:02:00.0"
out has         count: 4
out has         - range: "0,2"
out has           driver: vfio-pci
out has         - range: "1"
out has         count: 2
out has         driver: none

# a function that was given away by hand
write sys/bus/pci/devices/0000:02:10.6/driver_override vfio-pci
write sys/bus/pci/drivers_probe 0000:02:10.6
run export --out live-2.yaml
exit 0
run plan --detailed-exitcode live-2.yaml
exit 0
run export
exit 0
out has         - range: "0,2-3"

run export --out nowhere/live.yaml
exit 1
