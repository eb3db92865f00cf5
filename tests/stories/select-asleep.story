# A card that sleeps is not asked for its serial number: whether it is meant is not known, and is said so.
facts tests/facts/lab-x86-names.json
lab x86-names

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86-names:
|     devices:
|       nic0: {select: {serial: "52-54-00-ff-ff-11-22-66"}, driver: none}

modprobe e1000e
run plan wish.yaml
exit 0

sh
| echo 0000:01:00.0 >/sys/bus/pci/drivers/e1000e/unbind
| echo auto >/sys/bus/pci/devices/0000:01:00.0/power/control
| sleep 1
| test "$(cat /sys/bus/pci/devices/0000:01:00.0/power/runtime_status)" = suspended
| pawl plan wish.yaml 2>said && exit 1
| grep -q 'serial of 0000:01:00.0 is not known: asleep, so it may be meant as well; wake it with' said
| echo on >/sys/bus/pci/devices/0000:01:00.0/power/control
| pawl plan wish.yaml
