# VFs that a removed drive has left behind are gone after a reboot, as the hint says.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 2, driver: none}}

run apply -y wish.yaml
exit 0
write sys/bus/pci/devices/0000:01:00.0/remove 1
see 0000:01:00.1 here yes
run apply -y wish.yaml
exit 4
reboot
see 0000:01:00.1 here -
run apply -y wish.yaml
exit 0
see 0000:01:00.2 driver_override none
